import { commitments } from '@gavel/domain'
import { get, values } from '@gavel/kernel'
import { refusedHead, refusedLine } from '@gavel/tables'
import { describe, expect, test } from 'vitest'
import {
  bring,
  haveHistories,
  history,
  type Organisation,
  organisation,
  recordsOf,
  whySkipped,
} from './world.ts'

const distinct = (
  records: readonly Readonly<Record<string, string>>[],
  column: string,
): readonly string[] => [...new Set(records.map(record => record[column]!))]

/** Tries, records, and records again: the dry run tells what the run does, and a second run does nothing. */
const thrice = async (world: Organisation, file: string, mapping: string) => {
  const tried = await bring(world, history(file), mapping, true)
  const size = world.keeper.head().size
  const run = await bring(world, history(file), mapping)
  const again = await bring(world, history(file), mapping)
  expect(tried.dryRun).toBe(true)
  expect({ ...tried.reasons }).toEqual({ ...run.reasons })
  expect(tried.acts).toEqual(run.acts)
  expect(tried.list).toEqual(run.list)
  expect(run.rows).toBe(run.stored + run.refused)
  expect(again).toMatchObject({ rows: run.rows, stored: 0, already: run.stored, refused: run.refused })
  const made = Object.values(run.acts).reduce((sum, count) => sum + count, 0)
  expect(world.keeper.head().size).toBe(size + made)
  return run
}

describe.skipIf(!haveHistories)(`real histories reconcile to the row${whySkipped}`, () => {
  test('558 commitments of the Open Government Partnership, with moves backward and gaps', async () => {
    const records = await recordsOf(history('ogp_open_parliament_commitments'))
    const world = await organisation(distinct(records, 'Code'))
    const run = await thrice(world, 'ogp_open_parliament_commitments', 'ogp-commitments')

    expect(run).toMatchObject({ rows: 558, stored: 557, already: 0, refused: 1, blankRows: 0 })
    // The one row nobody but a person can read: it ends in “Spring 2015”.
    expect(run.list).toMatchObject([
      { row: 270, column: 'End Date', fault: 'day', value: 'Spring 2015', rule: null },
    ])
    const told = (column: string, ...says: readonly string[]) =>
      records.filter((record, at) => at + 2 !== 270 && says.includes(record[column]!)).length
    const findings = ['Not Started', 'Limited', 'Substantial', 'Complete', 'Unclear', 'ND', 'NR']
    const progress = told('Completion (Progress Report)', ...findings)
    const end = told('Completion (End Of Term)', ...findings)
    expect(run.acts).toEqual({
      'commitments.undertake': 557,
      'commitments.assess': progress + end,
      'commitments.withdraw': 1,
    })

    const all = [...values(world.keeper.state().commitments.commitments)]
    expect(all).toHaveLength(557)
    expect(new Set(all.map(({ owners }) => owners[0]!.member)).size).toBe(75)
    // What went backward stands as two findings side by side.
    const rank = ['notStarted', 'limited', 'substantial', 'complete']
    const backward = () =>
      [...values(world.keeper.state().commitments.commitments)].filter(({ findings: [first, last] }) => {
        const [from, to] = [rank.indexOf(first?.finds ?? ''), rank.indexOf(last?.finds ?? '')]
        return from >= 0 && to >= 0 && to < from
      })
    expect(backward()).toHaveLength(told('Change In Completion', 'Decrease'))
    expect(backward()).toHaveLength(4)
    // What is not known is a finding of no evidence that says why, and never progress.
    const none = all.flatMap(one => one.findings).filter(({ finds }) => finds === 'noEvidence')
    const gaps =
      told('Completion (Progress Report)', 'ND', 'NR') + told('Completion (End Of Term)', 'ND', 'NR')
    expect(none).toHaveLength(gaps)
    expect(none.every(({ words }) => /: (ND|NR)\. /.test(words))).toBe(true)
    expect(all.filter(({ ended }) => ended?.kind === 'withdrawn')).toHaveLength(1)
    const carried = all
      .flatMap(one => one.findings)
      .filter(({ words }) => words.includes('carried forward: 1'))
    expect(carried).toHaveLength(told('Carried Forward', '1'))
    // Nothing of the words is lost: titles that are too long for a title stand whole in the pledge.
    for (const record of records.filter(({ 'Commitment Title': title }) => title!.length > 300)) {
      const one = get(
        world.keeper.state().commitments.commitments,
        `ogp-${record['Commitment Unique Identifier']}`,
      )!
      expect(one.terms.pledge).toContain(record['Commitment Title'])
    }

    // The refused row comes back as a table; a person mends the one cell, and it is imported like any other.
    const [refused] = run.list
    const table = refusedHead(run.columns) + refusedLine(run.columns, { ...refused!, why: refused!.message })
    const mended = await bring(world, table.replace('Spring 2015', '5/31/2015'), 'ogp-commitments')
    expect(mended).toMatchObject({ rows: 1, stored: 1, refused: 0 })
    expect([...values(world.keeper.state().commitments.commitments)]).toHaveLength(558)
    expect(backward()).toHaveLength(5)
  })

  test('8,084 recommendations of the Universal Periodic Review, each answered by the State it is for', async () => {
    const records = await recordsOf(history('upr_recommendations_members_s01-20'))
    const world = await organisation(distinct(records, 'iso3'))
    const run = await thrice(world, 'upr_recommendations_members_s01-20', 'upr-recommendations')

    expect(run).toMatchObject({ rows: 8084, stored: 8084, refused: 0, unusedColumns: [] })
    const all = [...values(world.keeper.state().commitments.recommendations)]
    expect(all).toHaveLength(8084)
    const answered = (response: string) =>
      all.filter(one => one.responses.length === 1 && one.responses[0]!.response === response).length
    expect([answered('supported'), answered('noted')]).toEqual([5443, 2641])
    expect(new Set(all.map(({ by }) => by)).size).toBe(156)
    expect(all.find(({ by, to }) => by === 'Austria' && (to as string) === 'AFG')?.on).toBe('2009-05-15')
  })

  test('208 voluntary pledges of the Universal Periodic Review', async () => {
    const records = await recordsOf(history('upr_voluntary_pledges_members'))
    const world = await organisation(distinct(records, 'iso3'))
    const run = await thrice(world, 'upr_voluntary_pledges_members', 'upr-pledges')
    expect(run).toMatchObject({ rows: 208, stored: 208, refused: 0 })
    const all = [...values(world.keeper.state().commitments.commitments)]
    expect(all.every(({ terms }) => terms.until === null && terms.evidence.length === 0)).toBe(true)
  })

  test('741 nationally determined contributions: a commitment for each party, with its versions', async () => {
    const records = await recordsOf(history('ndc_submissions_all_2026-08'))
    const world = await organisation(distinct(records, 'code'))
    const run = await thrice(world, 'ndc_submissions_all_2026-08', 'ndc-submissions')

    // 84 addenda bear no day, and evidence is dated (C-28).
    const undated = records.filter(({ submissionDate }) => submissionDate === '').length
    expect(run).toMatchObject({ rows: 741, stored: 741 - undated, refused: 84, reasons: { empty: 84 } })
    const all = world.keeper.state().commitments.commitments
    expect([...values(all)]).toHaveLength(196)
    const canada = get(all, 'ndc-CAN')!
    const days = [...canada.before.map(({ terms }) => terms.from), canada.terms.from]
    expect(days).toEqual(['2016-10-05', '2017-05-11', '2021-07-12', '2025-02-12'])
    expect(canada.evidence).toHaveLength(4)
    const kept = [...values(all)].reduce(
      (sum, { before, evidence }) => sum + 1 + before.length + evidence.length,
      0,
    )
    expect(kept).toBe(run.stored)
  })

  test('a commitment that cannot be shown kept counts as what it is, and silence as silence', async () => {
    const records = await recordsOf(history('upr_voluntary_pledges_members'))
    const world = await organisation(distinct(records, 'iso3'))
    await bring(world, history('upr_voluntary_pledges_members'), 'upr-pledges')
    const [one] = [...values(world.keeper.state().commitments.commitments)]
    expect(one!.reports).toEqual([])
    expect(commitments.standingReports(one!, one!.owners[0]!.member)).toEqual([])
  })
})
