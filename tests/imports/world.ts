import { existsSync } from 'node:fs'
import { type ImportReport, importTable } from '@gavel/api'
import { domainFolds, domainLaw, institutionItself, openRecord, type RefusedRow } from '@gavel/application'
import type { Capacity } from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { type Mapping, openTable, readyMapping, sourceOfBytes, sourceOfFile } from '@gavel/tables'

/** Real histories lie beside the repository, and only there: without them these tests are skipped, and say so. */
const folder = new URL('../../../shared/data/commitments/', import.meta.url)
const elsewhere = new URL('../../../../shared/data/commitments/', import.meta.url)
const histories = existsSync(folder) ? folder : elsewhere
export const haveHistories = existsSync(histories)
export const whySkipped = haveHistories
  ? ''
  : ' (SKIPPED: no ../shared/data/commitments beside the repository)'

export const history = (file: string) => sourceOfFile(new URL(`${file}.csv.gz`, histories).pathname)

/** The rows of a table as records, in the order of the file. */
export const recordsOf = async (
  source: ReturnType<typeof sourceOfFile>,
): Promise<readonly Readonly<Record<string, string>>[]> => {
  const table = await openTable(source)
  const records: Record<string, string>[] = []
  for await (const batch of table.batches())
    for (const { cells } of batch)
      records.push(Object.fromEntries(table.columns.map((name, at) => [name, cells[at] ?? ''])))
  return records
}

const source = 'invented for a test'
const since = '2000-01-01T00:00:00.000Z'
export const now = Date.parse('2026-11-24T12:00:00.000Z')

const accredit = (person: string, capacity: Capacity, rights: readonly string[]) =>
  [
    'institution.accredit',
    { credential: `c-${person}`, person, name: person, capacity, rights, from: since },
  ] as const

/** A record of an organisation with these members, a body, its chair and its secretariat. */
export const organisation = async (members: readonly string[], store = memoryStore()) => {
  let nowMs = now
  const keeper = await openRecord({
    store,
    law: domainLaw,
    folds: domainFolds,
    clock: { now: () => nowMs },
    snapshotEvery: 0,
  })
  const acts = [
    [
      'institution.found',
      { organisation: 'org', name: { en: 'Org' }, shortName: 'ORG', languages: ['en'], source },
    ],
    ...members.map(
      party =>
        [
          'institution.recordParty',
          {
            party,
            standing: 'member',
            name: { en: `State of ${party}` },
            status: 'active',
            from: '1900',
            source,
          },
        ] as const,
    ),
    [
      'institution.recordBody',
      { body: 'soc', name: { en: 'SOC' }, reportsTo: null, kind: 'governing', code: 'SOC', source },
    ],
    accredit('sec', { kind: 'secretariat' }, ['read', 'speak', 'propose']),
    accredit('chair', { kind: 'chair', body: 'soc' as never }, ['read', 'speak', 'propose']),
  ] as const
  const sent = acts.map(([type, body], at) => ({
    id: `f:${at}`,
    type,
    by: institutionItself,
    as: { kind: 'system' },
    body,
  }))
  const answer = await keeper.submit(sent as never, 'institution')
  if (answer.kind !== 'recorded') throw new Error(JSON.stringify(answer))
  const submit = async (
    person: string,
    as: Capacity,
    list: readonly (readonly [string, string, object])[],
  ) => {
    const each = list.map(([id, type, body]) => ({ id, type, by: person, as, body }))
    const told = await keeper.submit(each as never)
    if (told.kind !== 'recorded') throw new Error(JSON.stringify(told))
  }
  return {
    keeper,
    submit,
    wait: (ms: number): void => {
      nowMs += ms
    },
  }
}

export type Organisation = Awaited<ReturnType<typeof organisation>>

/** Imports a table, or tries it, and gives the report with every row that was refused. */
export const bring = async (
  { keeper }: Organisation,
  from: ReturnType<typeof sourceOfFile> | string,
  mapping: Mapping | string,
  dryRun = false,
): Promise<ImportReport & { readonly list: readonly RefusedRow[] }> => {
  const list: RefusedRow[] = []
  const report = await importTable({
    keeper,
    source: typeof from === 'string' ? sourceOfBytes('table.csv', Buffer.from(from)) : from,
    mapping: typeof mapping === 'string' ? readyMapping(mapping)! : mapping,
    by: 'sec' as PersonId,
    dryRun,
    onRefused: row => list.push(row),
  })
  return { ...report, list }
}
