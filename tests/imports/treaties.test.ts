import { readFileSync, writeFileSync } from 'node:fs'
import { decisions } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { sourceOfFile } from '@gavel/tables'
import { describe, expect, test } from 'vitest'
import { bring, haveHistories, history, now, organisation, recordsOf, whySkipped } from './world.ts'

const terms = sourceOfFile(
  new URL('../../packages/tables/mappings/un-treaty-terms.csv', import.meta.url).pathname,
)

const hour = 3_600_000
const chair = { kind: 'chair', body: 'soc' as never } as const

/** An organisation that took the register of these treaties upon itself, each by a decision under silence. */
const depositary = async (members: readonly string[], treaties: readonly string[]) => {
  const world = await organisation(members)
  const expiresAt = new Date(now + 80 * hour).toISOString()
  await world.submit(
    'chair',
    chair,
    treaties.map(key => [
      `open:${key}`,
      'decisions.openSilence',
      {
        decision: `un-${key}`,
        body: 'soc',
        title: `Register of treaty ${key}`,
        subject: { kind: 'wording', wording: `The secretariat keeps the register of treaty ${key}.` },
        expiresAt,
        timeZone: 'UTC',
        announcedAs: 'in eighty hours',
      },
    ]),
  )
  world.wait(96 * hour)
  return world
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** The day a treaty was concluded, as its title in the index ends; the last, where it names several. */
const concludedOn = (title: string): string => {
  const [, day, month, year] = /(\d{1,2}) ([A-Z][a-z]+),? (\d{4})$/.exec(title)!
  return `${year}-${String(months.indexOf(month!) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`
}

/** A page people review like code; REWRITE=1 writes it anew. */
const page = (name: string, written: string): void => {
  const file = new URL(name, import.meta.url)
  if (process.env['REWRITE'] === '1') writeFileSync(file, written)
  expect(written).toBe(readFileSync(file, 'utf8'))
}

describe.skipIf(!haveHistories)(`4,029 acts on treaties reconcile to the row${whySkipped}`, () => {
  test('acts on instruments, days of entry into force worked out and compared', async () => {
    const acts = await recordsOf(history('un_treaty_actions_members_to2015'))
    const index = await recordsOf(history('un_treaty_index'))
    const known = await recordsOf(terms)
    const members = [...new Set(acts.map(({ iso3 }) => iso3!))]
    const world = await depositary(
      members,
      index.map(({ key }) => key!),
    )
    const opened = await bring(world, terms, 'un-treaty-instruments')
    expect(opened).toMatchObject({ rows: known.length, stored: known.length, refused: 0 })

    const tried = await bring(world, history('un_treaty_actions_members_to2015'), 'un-treaty-acts', true)
    const run = await bring(world, history('un_treaty_actions_members_to2015'), 'un-treaty-acts')
    const again = await bring(world, history('un_treaty_actions_members_to2015'), 'un-treaty-acts')
    expect(run.rows).toBe(4029)
    expect(run.stored + run.refused).toBe(4029)
    expect(tried.list).toEqual(run.list)
    expect(again).toMatchObject({ stored: 0, already: run.stored, refused: run.refused })

    const state = world.keeper.state()
    const kept = known.flatMap(({ key }) => {
      const { signatures, consents } = get(state.decisions.instruments, `un-${key}`)!
      return [...signatures, ...consents]
    })
    expect(kept).toHaveLength(run.stored)

    const lines = known.map(({ key, inForce, instruments }) => {
      const { terms: clauses, consents } = get(state.decisions.instruments, `un-${key}`)!
      const counted = decisions.entryIntoForce(clauses.entryIntoForce, consents)
      // Deposits of parties that are not in the file can only complete the number earlier.
      if (counted.inForceOn !== null) expect(counted.inForceOn >= inForce!).toBe(true)
      const why =
        counted.inForceOn === null
          ? `${consents.length} of the ${instruments} instruments needed are in the file`
          : counted.inForceOn === inForce
            ? 'the same'
            : `parties that are not in the file completed the ${instruments} earlier`
      return `${key!.padEnd(8)} ${(counted.inForceOn ?? 'not complete').padEnd(13)} ${inForce!.padEnd(11)} ${why}`
    })
    const early = acts.flatMap(({ treaty, iso3, event, date }) => {
      const concluded = concludedOn(index.find(({ key }) => key === treaty)!['treaty_name']!)
      return date! < concluded ? [`${treaty} ${iso3} ${event} ${date}, concluded ${concluded}`] : []
    })
    const reasons = Object.entries(run.reasons).map(([what, count]) => `${String(count).padStart(6)} ${what}`)
    const because = new Map<string, number>()
    for (const { message, fault } of run.list)
      if (fault === 'notMeant') because.set(message, (because.get(message) ?? 0) + 1)

    page(
      'treaties.txt',
      [
        `${run.rows} rows in = ${run.stored} recorded + ${run.refused} refused`,
        '',
        'Acts recorded',
        ...Object.entries(run.acts).map(([type, count]) => `${String(count).padStart(6)} ${type}`),
        '',
        'Refused, by rule or fault',
        ...reasons,
        '',
        'What the mapping refuses',
        ...[...because].map(([what, count]) => `${String(count).padStart(6)} ${what}`),
        '',
        'Entry into force: from the deposits in the file, and as the depositary has it',
        ...lines,
        '',
        'Acts before the day the index says the treaty was concluded on',
        ...early,
        '',
      ].join('\n'),
    )
  })
})
