import { institution } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { type AnalysisTable, type Asked, type Asking, type Cell, column, membersNow } from './table.ts'
import { kindTable } from './tables.ts'
import type { Analysis } from './value.ts'

/** How many persons a member has accredited who may act for it now. */
const sizeOf = ({ state, now }: Asking, member: string): number =>
  new Set(
    institution
      .credentialsIn(state.institution, { kind: 'delegate', member: member as MemberId })
      .filter(one => one.status === 'valid' && institution.isWithinPeriod(one, now))
      .map(({ person }) => person),
  ).size

/** Which columns of which table stand beside the size of a delegation. */
const beside: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['participation', 'hosted', 'tookPart'],
  ['undertaken', 'undertaken'],
  ['reports', 'due', 'onTime', 'unanswered'],
  ['voice', 'proposed', 'won', 'adopted', 'floor', 'floorSeconds'],
]

type Sums = (member: string) => readonly number[]

const nothing = Array.from({ length: beside.reduce((n, [, ...names]) => n + names.length, 0) }, () => 0)

const summed = (value: Analysis, asked: Asked, asking: Asking): Sums => {
  const sums = new Map<string, number[]>()
  let first = 0
  for (const [name, ...names] of beside) {
    const { columns: found, rows } = kindTable(name, value, { ...asked, by: ['member'] }, asking)!
    const places = names.map(one => found.findIndex(({ name: of }) => of === one))
    for (const row of rows) {
      const own = sums.get(String(row[0])) ?? [...nothing]
      for (const [at, place] of places.entries()) own[first + at] = row[place] as number
      sums.set(String(row[0]), own)
    }
    first += names.length
  }
  return member => sums.get(member) ?? nothing
}

/** Both tables below are made of the same sums: whoever asks for both has them added up once. */
const known = new WeakMap<Asking, { readonly value: Analysis; readonly asked: string; readonly sums: Sums }>()

const sumsOf = (value: Analysis, { by: _, ...asked }: Asked, asking: Asking): Sums => {
  const found = known.get(asking)
  const question = JSON.stringify(asked)
  if (found?.value === value && found.asked === question) return found.sums
  const sums = summed(value, asked, asking)
  known.set(asking, { value, asked: question, sums })
  return sums
}

const columns = [
  ...column('count', ...beside.flatMap(([, ...names]) => names).filter(name => name !== 'floorSeconds')),
  ...column('seconds', 'floorSeconds'),
]

/** Persons are the members' to know. */
const mayKnowSizes = ({ sees }: Asking): boolean => sees({ kind: 'members' })

const size =
  'Size is the number of persons a member has accredited and who may act for it now, whatever their number was at the time counted; it is told to the members alone.'

/** Every member beside every other, in the order of the register. */
export const delegations = (value: Analysis, asked: Asked, asking: Asking): AnalysisTable => {
  const sums = sumsOf(value, asked, asking)
  const isShown = mayKnowSizes(asking)
  return {
    name: 'delegations',
    counts: `What each member did, in the order of the register. ${size}`,
    since: null,
    heeds: ['member', 'dimension', 'area', 'from', 'until'],
    columns: [...column('key', 'member'), ...column('label', 'size'), ...columns],
    rows: membersNow(asking)
      .filter(member => (asked.member ?? member) === member)
      .map(member => [member, isShown ? sizeOf(asking, member) : null, ...sums(member)]),
  }
}

const steps: readonly (readonly [name: string, from: number])[] = [
  ['0', 0],
  ['1–2', 1],
  ['3–5', 3],
  ['6–10', 6],
  ['11+', 11],
]

/** Small and large delegations side by side: what those of a size did together, and how many they are. */
export const sizes = (value: Analysis, { member: _, ...asked }: Asked, asking: Asking): AnalysisTable => {
  const sums = sumsOf(value, asked, asking)
  const rows = steps.map(([name]): Cell[] => [name, 0, ...columns.map(() => 0)])
  if (mayKnowSizes(asking))
    for (const member of membersNow(asking)) {
      const persons = sizeOf(asking, member)
      const row = rows[steps.findLastIndex(([, from]) => persons >= from)]!
      row[1] = (row[1] as number) + 1
      for (const [at, n] of sums(member).entries()) row[at + 2] = (row[at + 2] as number) + n
    }
  return {
    name: 'sizes',
    counts: `What the members with delegations of a size did together, and how many members they are. ${size}`,
    since: null,
    heeds: ['dimension', 'area', 'from', 'until'],
    columns: [...column('key', 'size'), ...column('count', 'members'), ...columns],
    rows: rows.filter(row => row[1] !== 0),
  }
}
