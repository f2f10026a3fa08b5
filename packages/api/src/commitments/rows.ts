import type { IncomingRow, RowProblem } from '@gavel/application'
import { type ActType, bodies, typedActMessage } from '@gavel/contract'
import type { Act, Capacity, DomainState } from '@gavel/domain'
import { entries, type Json, type PersonId } from '@gavel/kernel'
import { BadMapping, type MappedRow, type MappedTable, type Mapping } from '@gavel/tables'
import { forbiddenCharacter } from '../http/json.ts'
import { checkOf } from '../http/validation.ts'
import type { ActToSend } from '../ports.ts'

/** Acts a table may be made of: what is recorded of commitments, and of instruments. */
const importable: ReadonlySet<string> = new Set<ActType>([
  'commitments.openCatalogue',
  'commitments.recordMeasure',
  'commitments.agreeToMeasure',
  'commitments.leaveMeasure',
  'commitments.undertake',
  'commitments.join',
  'commitments.leave',
  'commitments.change',
  'commitments.withdraw',
  'commitments.carryForward',
  'commitments.report',
  'commitments.addEvidence',
  'commitments.assess',
  'commitments.recommend',
  'commitments.respond',
  'decisions.openInstrument',
  'decisions.signInstrument',
  'decisions.depositInstrument',
  'decisions.applyProvisionally',
  'decisions.endProvisional',
  'decisions.withdrawConsent',
  'decisions.denounceInstrument',
])

/** Throws BadMapping when a mapping makes acts no table may be made of. */
export const requireImportable = ({ acts }: Mapping): void => {
  const faults = acts.flatMap(({ act }, at) =>
    importable.has(act)
      ? []
      : [
          {
            path: `acts/${at}/act`,
            why: `is no act a table may be made of; there are ${[...importable].join(', ')}`,
          },
        ],
  )
  if (faults.length > 0) throw new BadMapping(faults)
}

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Who is meant by an id or by a name in any language of the register; a name two parties share names neither. */
export const memberFinder = ({ institution: { parties } }: DomainState) => {
  const ids = new Map<string, string>()
  const named = new Map<string, string | undefined>()
  for (const [id, { name }] of entries(parties)) {
    ids.set(plain(id), id)
    for (const each of Object.values(name) as readonly string[]) {
      const key = plain(each)
      const other = named.get(key)
      named.set(key, named.has(key) && other !== id ? undefined : id)
    }
  }
  return (name: string): string | undefined => ids.get(plain(name)) ?? named.get(plain(name))
}

const secretariat: Capacity = { kind: 'secretariat' }

/** The acts of a row as they are sent: by whom, and under ids that follow from the file, the mapping and the row. */
export const incoming = (
  row: MappedRow,
  { name }: Mapping,
  hash: string,
  by: PersonId,
): IncomingRow<Act> => ({
  number: row.number,
  cells: row.cells,
  problems: row.faults.map(({ column, code, value, message }) => ({ column, fault: code, value, message })),
  acts: row.acts.map(
    ({ type, body }, at) =>
      ({
        id: `import:${name}:${hash.slice(0, 16)}:${row.number}.${at}`,
        type,
        by,
        as: secretariat,
        body,
      }) as unknown as ActToSend,
  ),
})

const shapes = new Map<string, ReturnType<typeof checkOf>>()
const shapeOf = (type: string): ReturnType<typeof checkOf> => {
  const known = shapes.get(type)
  if (known !== undefined) return known
  const made = checkOf(typedActMessage(type, bodies[type as ActType]))
  shapes.set(type, made)
  return made
}

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text)

const hiddenIn = (row: IncomingRow<Act>, columns: readonly string[]): RowProblem | undefined => {
  const place = row.cells.findIndex(cell => forbiddenCharacter(cell) !== undefined)
  if (place < 0) return undefined
  const sign = forbiddenCharacter(row.cells[place]!)!
  return {
    column: columns[place] ?? null,
    fault: 'hiddenCharacter',
    value: sign,
    message: `holds ${sign}, which no message may carry`,
  }
}

/** What is wrong with the acts of a row as messages: characters none may carry, members that do not fit their shape. */
export const shapeCheck = (table: MappedTable) => {
  const valueIn = (row: IncomingRow<Act>, column: string | null): string =>
    column === null ? '' : short(row.cells[table.columns.indexOf(column)] ?? '')
  return (row: IncomingRow<Act>): RowProblem | undefined => {
    const hidden = hiddenIn(row, table.columns)
    if (hidden !== undefined) return hidden
    for (const { type, id, as, body } of row.acts) {
      const [fault] = shapeOf(type)({ type, id, as, body })
      if (fault === undefined) continue
      const pointer = fault.pointer.replace(/^\/body/, '')
      const column = table.columnAt(type, pointer)
      return {
        column,
        fault: 'shape',
        value: valueIn(row, column),
        message: `${type}${pointer}: ${fault.message}`,
      }
    }
    return undefined
  }
}

/** Facts of rules by the member of an act's body they are about. */
const pointers: Readonly<Record<string, readonly string[]>> = {
  member: ['/member', '/party', '/to'],
  to: ['/to'],
  party: ['/party'],
  from: ['/terms/from', '/period/from'],
  until: ['/terms/until', '/period/until'],
  on: ['/on', '/evidence/on'],
  day: ['/on', '/from'],
  says: ['/says'],
  missing: ['/terms/area'],
}

/** The order in which facts are asked for a column: what is wrong before what it is about. */
const telling = [
  'missing',
  'day',
  'from',
  'until',
  'on',
  'says',
  'kind',
  'to',
  'member',
  'party',
  'commitment',
  'recommendation',
  'instrument',
  'report',
] as const

/** The column a refusal is about, as far as its facts tell: the field it names, else what it says is wrong. */
export const columnFinder =
  (table: MappedTable) =>
  (
    { type }: ActToSend,
    facts: { readonly [name: string]: Json },
  ): { readonly column: string | null; readonly value: string } => {
    const { field } = facts
    const asked = typeof field === 'string' ? [field] : telling.filter(name => (facts[name] ?? null) !== null)
    for (const name of asked)
      for (const pointer of pointers[name] ?? [`/${name}`, `/terms/${name}`, `/evidence/${name}`]) {
        const column = table.columnAt(type, pointer)
        if (column !== null) return { column, value: '' }
      }
    return { column: null, value: '' }
  }
