import { describe, expect, test } from 'vitest'
import { act, after, coordinator, delegate, given, observer, secretariat } from '../testing/index.ts'
import { standingReports } from './index.ts'
import {
  changes,
  commitmentIn,
  ground,
  joins,
  leaves,
  now,
  on,
  proof,
  recorded,
  tells,
  terms,
  undertakes,
} from './testing/scene.ts'

const one = [...ground, undertakes()]
const due = { due: '2027-04-15' }
const told = [...one, tells('AAA', due)]

/** What the secretariat records a member to have said. */
const recordsReport = (more: object = {}, when = on('2027-05-01')) =>
  act(
    secretariat(),
    'commitments.report',
    {
      commitment: 'c1',
      report: 'p1',
      member: 'AAA',
      period: { from: '2026-01-01', until: '2026-12-31' },
      on: '2027-03-01',
      says: 'limited',
      words: '',
      evidence: [],
      source: 'a letter',
      ...more,
    },
    when,
  )

describe('a report', () => {
  test('[C-22] tells of a time that has been', () => {
    given(one)
      .when(tells())
      .then({
        type: 'commitments.reported',
        at: on('2027-04-10'),
        by: 'aaa',
        commitment: 'c1',
        member: 'AAA',
        report: {
          id: 'p1',
          on: '2027-04-10',
          member: 'AAA',
          period: { from: '2026-01-01', until: '2026-11-22' },
          says: 'limited',
          words: '',
          evidence: [],
          movedBack: false,
        },
      })
    const facts = {
      due: null,
      told: false,
      opens: null,
      from: '2026-01-01',
      until: '2026-12-31',
      on: '2027-04-10',
      today: '2027-04-10',
    }
    for (const [from, until] of [
      ['2026-01-01', '2027-04-11'],
      ['2026-12-31', '2026-01-01'],
      ['2026-02-30', '2026-12-31'],
      ['2026-01-01', '2026-06-31'],
    ] as const)
      given(one)
        .when(tells('AAA', { period: { from, until } }))
        .refused('C-22', { ...facts, from, until })
  })
  test('[C-22] answers a day on which one is due, once', () => {
    given(one).when(tells('AAA', due)).accepted()
    const facts = {
      told: false,
      from: '2026-01-01',
      until: '2026-11-22',
      on: '2027-04-10',
      today: '2027-04-10',
    }
    given(one)
      .when(tells('AAA', { due: '2027-04-16' }))
      .refused('C-22', { ...facts, due: '2027-04-16', opens: '2027-02-15' })
    given(one)
      .when(tells('AAA', { due: '2027-02-30' }))
      .refused('C-22', { ...facts, due: '2027-02-30', opens: null })
    given(told)
      .when(tells('AAA', { ...due, report: 'p2' }))
      .refused('C-22', { ...facts, due: '2027-04-15', told: true, opens: '2027-02-14' })
    given(told)
      .when(tells('AAA', { report: 'p2' }))
      .accepted()
  })
  test('[C-22] no day to come is answered in advance: nobody buys silence for years', () => {
    given(one)
      .when(tells('AAA', due, on('2027-02-13')))
      .refused('C-22')
    given(one)
      .when(tells('AAA', due, on('2027-02-14')))
      .accepted()
    given(one)
      .when(tells('AAA', { due: '2028-04-15' }))
      .refused('C-22')
    given(one, tells('AAA', due))
      .when(tells('AAA', { due: '2028-04-15', report: 'p2' }, on('2028-04-01')))
      .accepted()
  })
  test('[C-22] under a name of its own', () => {
    given(told).when(tells('AAA')).refused('C-22', { report: 'p1', taken: true })
    given(told, joins('BBB', 'c1', on('2027-04-11')))
      .when(tells('BBB', {}, on('2027-05-01')))
      .refused('C-22', { report: 'p1', taken: true })
    given(one)
      .when(tells('AAA', { report: 'p 1' }))
      .refused('I-12')
    given(one)
      .when(tells('AAA', { words: '\u2066' }))
      .refused('I-12')
  })
  test('[C-16] of today, by the member itself; the secretariat records another day from a source', () => {
    given(one)
      .when(tells('AAA', { on: '2027-04-09' }))
      .refused('C-16', { on: '2027-04-09' })
    given(one)
      .when(tells('AAA', { source: 'x' }))
      .refused('C-16')
    given(one).when(recordsReport()).accepted()
    given(one)
      .when(recordsReport({ source: undefined }))
      .refused('C-16', { capacity: 'secretariat', source: null })
    given(one)
      .when(recordsReport({ on: '2027-05-02' }))
      .refused('C-22')
    given(one)
      .when(recordsReport({ on: '2026-12-30' }))
      .refused('C-22')
    given(one)
      .when(recordsReport({ on: '2027-02-30' }))
      .refused('C-22')
    given(one)
      .when(recordsReport({ due: '2027-04-15', on: '2027-02-13' }))
      .refused('C-22')
    given(one)
      .when(recordsReport({ member: 'BBB' }))
      .refused('C-20')
    given(one)
      .when(tells(observer('OBS'), { member: 'AAA' }))
      .refused('I-2')
    given(one)
      .when(tells('AAA', { member: 'BBB' }))
      .refused('I-8')
  })
  test('[C-20] who has left tells no more, and who joined owes nothing from before', () => {
    const two = [...one, joins('BBB', 'c1', on('2027-04-20')), leaves('AAA', 'c1', on('2027-04-21'))]
    given(two)
      .when(tells('AAA', due, on('2027-04-22')))
      .refused('C-20')
    given(two)
      .when(tells('BBB', due, on('2027-04-22')))
      .refused('C-22')
    given(two)
      .when(tells('BBB', { due: '2028-04-15' }, on('2028-04-20')))
      .accepted()
  })

  test('[C-25] what is largely or wholly done is shown, or the report says that nothing shows it', () => {
    for (const says of ['substantial', 'complete'] as const) {
      given(one).when(tells('AAA', { says })).refused('C-25', { says, evidence: 0 })
      given(one)
        .when(tells('AAA', { says, evidence: [proof()] }))
        .accepted()
    }
    given(one)
      .when(tells('AAA', { says: 'noEvidence', words: 'The file is lost.' }))
      .accepted()
    const shown = act(
      delegate('AAA'),
      'commitments.addEvidence',
      { commitment: 'c1', member: 'AAA', evidence: proof(), audience: { kind: 'public' } },
      now,
    )
    given(one, shown)
      .when(tells('AAA', { says: 'complete' }))
      .accepted()
    given(one, joins('BBB'), shown)
      .when(tells('BBB', { says: 'complete' }))
      .refused('C-25')
    given(one)
      .when(recordsReport({ says: 'complete' }))
      .accepted()
  })
  test('[C-26] progress may go backward, and says why', () => {
    const far = [...one, tells('AAA', { ...due, says: 'complete', evidence: [proof()] })]
    const back = (more: object) => tells('AAA', { report: 'p2', says: 'limited', ...more }, on('2027-06-01'))
    given(far).when(back({})).refused('C-26', { says: 'limited', movedBack: true })
    given(far)
      .when(back({ words: ' ' }))
      .refused('C-26')
    const state = given(far)
      .when(back({ words: 'A flood.' }))
      .accepted()
    expect(commitmentIn(state).reports.map(({ movedBack }) => movedBack)).toEqual([false, true])
    given(far)
      .when(back({ says: 'nothingNew' }))
      .accepted()
    for (const says of ['unclear', 'noEvidence'])
      given(one)
        .when(tells('AAA', { says } as never))
        .refused('C-26', { says, movedBack: false })
    const still = tells('AAA', { report: 'p2', says: 'nothingNew' }, on('2027-05-01'))
    given(far, still)
      .when(back({ report: 'p3' }))
      .refused('C-26', { says: 'limited', movedBack: true })
    given(one, tells('AAA', { says: 'notStarted' }))
      .when(back({}))
      .accepted()
  })
  test('[C-27] a report is revised by a later one on the same due day; both are kept', () => {
    const revision = (more: object = {}, when = on('2027-05-01')) =>
      tells(
        'AAA',
        { ...due, report: 'p2', revises: 'p1', says: 'notStarted', words: 'We miscounted.', ...more },
        when,
      )
    const state = given(told).when(revision()).accepted()
    expect(commitmentIn(state).reports.map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect(standingReports(commitmentIn(state), 'AAA' as never).map(({ id }) => id)).toEqual(['p2'])
    given(told)
      .when(revision({ revises: 'p9' }))
      .refused('C-22')
    given(told)
      .when(revision({ revises: 'p9', due: undefined }))
      .refused('C-27', { revises: 'p9', found: false, due: null })
    given(told)
      .when(revision({ due: undefined }))
      .refused('C-27', { revises: 'p1', found: true, due: '2027-04-15' })
    given(told, revision())
      .when(revision({ report: 'p3' }))
      .refused('C-22')
    given(told, revision())
      .when(revision({ report: 'p3', revises: 'p2' }))
      .accepted()
    given(one, joins('BBB'), tells('AAA', due))
      .when(tells('BBB', { ...due, report: 'p2', revises: 'p1' }))
      .refused('C-27')
  })
  test('[C-26, C-27] what corrects an old report is read where the old one stood', () => {
    const second = tells(
      'AAA',
      { due: '2028-04-15', report: 'p2', says: 'complete', evidence: [proof()] },
      on('2028-04-10'),
    )
    const correction = tells(
      'AAA',
      { ...due, report: 'p3', revises: 'p1', says: 'notStarted' },
      on('2028-05-01'),
    )
    const state = given(told, second).when(correction).accepted()
    expect(commitmentIn(state).reports.at(-1)).toMatchObject({ id: 'p3', movedBack: false })
    expect(standingReports(commitmentIn(state), 'AAA' as never).map(({ id }) => id)).toEqual(['p3', 'p2'])
  })
  test('[C-22] what was due under the terms before may still be told after they changed', () => {
    const moved = changes(
      'AAA',
      { terms: terms({ reporting: { first: '2028-06-30', everyMonths: 12 } }) },
      on('2027-05-01'),
    )
    given(one, moved)
      .when(tells('AAA', due, on('2027-06-01')))
      .accepted()
    given(one, moved)
      .when(tells('AAA', { due: '2028-04-15' }, on('2028-04-14')))
      .refused('C-22')
    given(one, moved)
      .when(tells('AAA', { due: '2028-06-30' }, on('2028-06-29')))
      .accepted()
  })
})

describe('evidence', () => {
  const adds = (more: object = {}, by = delegate('AAA'), when = on('2027-04-11')) =>
    act(
      by,
      'commitments.addEvidence',
      { commitment: 'c1', member: 'AAA', evidence: proof(), audience: { kind: 'public' }, ...more },
      when,
    )
  test('[C-28] is dated, and can be found at an address or as a document', () => {
    const lost = { evidence: 'e1', on: '2026-11-20', today: '2027-04-11' }
    given(one).when(adds()).accepted()
    given(one)
      .when(adds({ evidence: proof('e1', { address: undefined, document: 'a'.repeat(64) }) }))
      .accepted()
    given(one)
      .when(adds({ evidence: proof('e1', { address: undefined }) }))
      .refused('C-28', lost)
    given(one)
      .when(adds({ evidence: proof('e1', { on: '2026-02-30' }) }))
      .refused('C-28', { ...lost, on: '2026-02-30' })
    given(one)
      .when(adds({ evidence: proof('e1', { on: '2027-04-12' }) }))
      .refused('C-28', { ...lost, on: '2027-04-12' })
    for (const wrong of [proof('e 1'), proof('e1', { title: '' }), proof('e1', { address: 'x\u0000' })]) {
      given(one)
        .when(adds({ evidence: wrong }))
        .refused('I-12')
      given(one)
        .when(tells('AAA', { evidence: [wrong] }))
        .refused('I-12')
    }
    given(one)
      .when(tells('AAA', { evidence: [proof('e1', { address: undefined })] }))
      .refused('C-28')
    given(one)
      .when(tells('AAA', { evidence: [proof(), proof()] }))
      .refused('C-28')
  })
  test('[C-28] has a name that stands for this piece alone; a report may show again what was shown', () => {
    const facts = { evidence: 'e1', taken: true, report: null, audience: 'public' }
    given(one, adds()).when(adds()).refused('C-28', facts)
    const shown = [...one, tells('AAA', { evidence: [proof()] })]
    given(shown).when(adds()).refused('C-28', facts)
    given(shown)
      .when(adds({ evidence: proof('e2') }))
      .accepted()
    given(shown)
      .when(tells('AAA', { report: 'p2', evidence: [proof()] }, on('2027-05-01')))
      .accepted()
    given(shown)
      .when(tells('AAA', { report: 'p2', evidence: [proof('e1', { title: 'Another' })] }, on('2027-05-01')))
      .refused('C-28', { evidence: 'e1', taken: true })
  })
  test('[C-28] its audience is no wider than that of its commitment', () => {
    const swg = { kind: 'body', body: 'swg' }
    const audiences = [{ kind: 'public' }, { kind: 'members' }, swg] as const
    audiences.forEach((outer, n) => {
      const within = [...ground, undertakes('AAA', 'c1', { audience: outer as never })]
      audiences.forEach((inner, m) => {
        const tried = given(within).when(adds({ audience: inner }))
        if (m >= n) tried.accepted()
        else tried.refused(inner.kind === 'public' || outer.kind === 'body' ? 'C-41' : 'C-28')
      })
    })
    given(one)
      .when(adds({ audience: { kind: 'body', body: 'nowhere' } }))
      .refused('C-28')
  })
  test('[C-28, C-20] is given by an owner, to a report of its own', () => {
    given(told)
      .when(adds({ report: 'p1' }))
      .accepted()
    given(told)
      .when(adds({ report: 'p9' }))
      .refused('C-28')
    given(told, joins('BBB', 'c1', on('2027-04-11')))
      .when(adds({ member: 'BBB', report: 'p1' }, delegate('BBB')))
      .refused('C-28')
    given(one)
      .when(adds({ member: 'BBB' }, delegate('BBB')))
      .refused('C-20')
    given(one)
      .when(adds({}, delegate('BBB')))
      .refused('I-8')
    given(one)
      .when(adds({}, observer('OBS')))
      .refused('I-2')
  })
  test('[C-16] is recorded by the secretariat with a source', () => {
    given(one).when(adds({}, secretariat())).refused('C-16', { capacity: 'secretariat', source: null })
    const state = given(one)
      .when(adds({ source: 'a letter' }, secretariat()))
      .accepted()
    expect(commitmentIn(state).evidence[0]).toMatchObject({ member: 'AAA', source: 'a letter' })
    given(one)
      .when(adds({ source: 'ours' }))
      .refused('C-16')
  })
})

describe('findings', () => {
  const assesses = (by = coordinator('mil'), more: object = {}) =>
    act(by, 'commitments.assess', { commitment: 'c1', finds: 'limited', words: 'Half done.', ...more }, now)
  test('[C-29] stand side by side: coordinator, secretariat, observer', () => {
    const state = after(
      one,
      assesses(),
      assesses(secretariat(), { finds: 'unclear' }),
      assesses(observer('OBS'), { finds: 'complete' }),
    )
    expect(commitmentIn(state).findings.map(({ finds, as }) => [finds, as.kind])).toEqual([
      ['limited', 'coordinator'],
      ['unclear', 'secretariat'],
      ['complete', 'observer'],
    ])
    given(one)
      .when(assesses(delegate('BBB')))
      .refused('I-2')
  })
  test('[C-29] a coordinator of another area finds nothing here', () => {
    given(one)
      .when(assesses(coordinator('eco')))
      .refused('C-29', { commitment: 'c1', area: 'mil', capacity: 'coordinator:eco', on: null })
    const bare = terms()
    const nowhere = { ...bare, measure: undefined }
    given(ground, undertakes('AAA', 'c1', { terms: nowhere as never }))
      .when(assesses())
      .refused('C-29')
  })
  test('[C-29] what was found elsewhere the secretariat records, with its source', () => {
    const elsewhere = { assessor: 'A research institute', on: '2025-01-01', source: 'its report' }
    given(one).when(assesses(secretariat(), elsewhere)).accepted()
    for (const wrong of [{ source: undefined }, { source: ' ' }]) {
      const tried = given(one).when(assesses(secretariat(), { ...elsewhere, ...wrong }))
      tried.refused(wrong.source === undefined ? 'C-29' : 'I-12')
    }
    for (const by of [coordinator('mil'), observer('OBS')])
      given(one).when(assesses(by, elsewhere)).refused('C-29')
    for (const day of ['2026-02-30', '2030-01-01'])
      given(one)
        .when(assesses(secretariat(), { ...elsewhere, on: day }))
        .refused('C-29')
    given(one)
      .when(assesses(secretariat(), { words: '' }))
      .refused('I-12')
  })
  test('[C-29] of what was recorded from elsewhere as well', () => {
    given(ground, recorded())
      .when(assesses(coordinator('mil'), { commitment: 'r1' }))
      .accepted()
  })
})
