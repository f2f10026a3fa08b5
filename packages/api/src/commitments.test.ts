import { type ViewName, views } from '@gavel/contract'
import type { Capacity } from '@gavel/domain'
import { memoryStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOf, loadCompiler } from './http/validation.ts'
import { chair, delegate, introduceTexts, newWorld, secretariat, type World } from './testing/world.ts'

let world: World

const say = async (person: string, as: Capacity, type: string, body: object): Promise<void> => {
  const answer = await world.act(person, as, type as never, body)
  if (answer.statusCode !== 201) throw new Error(`${type}: ${answer.body}`)
}
const source = 'invented for a test'
const sec = (type: string, body: object) => say('sec', secretariat, type, body)
const aaa = (type: string, body: object) => say('aaa', delegate('AAA'), type, body)
const bbb = (type: string, body: object) => say('bbb', delegate('BBB'), type, body)

const terms = {
  title: 'An exchange of notes every year',
  pledge: 'We send round a note on our exercises.',
  measure: { catalogue: '2021', measure: 'M-a' },
  from: '2026-11-23',
  until: '2028-12-31',
  evidence: [{ kind: 'document', what: 'The note itself' }],
  reporting: { first: '2026-12-31', everyMonths: 12 },
}
const planned = {
  title: 'A workshop',
  area: 'mil',
  measures: [{ catalogue: '2021', measure: 'M-a' }],
  host: 'AAA',
  format: 'inPerson',
  from: '2026-12-01',
  until: '2026-12-02',
  aim: 'To meet.',
}
const period = { from: '2026-11-01', until: '2026-11-22' }

beforeAll(async () => {
  await loadCompiler()
  world = await newWorld(memoryStore())
  await introduceTexts(world)
  const area = { area: 'mil', dimension: 'MP', name: { en: 'Military' }, source }
  await sec('institution.recordArea', area)
  const edition = { catalogue: '2021', title: { en: 'Catalogue' }, adopted: '2021-10-12', source }
  await sec('commitments.openCatalogue', edition)
  const measure = { catalogue: '2021', measure: 'M-a', area: 'mil', name: { en: 'Notes' }, source }
  await sec('commitments.recordMeasure', measure)
  await aaa('commitments.agreeToMeasure', { catalogue: '2021', measure: 'M-a', member: 'AAA', from: '2026' })
  await sec('commitments.recordPaper', { paper: 'cp', area: 'mil', kind: 'conceptPaper', text: 'open' })
  const open = { commitment: 'c-open', member: 'AAA', terms, audience: { kind: 'public' } }
  await aaa('commitments.undertake', open)
  const { measure: _, ...own } = terms
  await aaa('commitments.undertake', {
    commitment: 'c-members',
    member: 'AAA',
    terms: { ...own, area: 'mil' },
    audience: { kind: 'members' },
  })
  await aaa('commitments.undertake', {
    commitment: 'c-group',
    member: 'AAA',
    terms,
    audience: { kind: 'body', body: 'wg' },
  })
  await bbb('commitments.join', { commitment: 'c-open', member: 'BBB' })
  const told = { member: 'AAA', period, words: 'Sent.', evidence: [] }
  await aaa('commitments.report', { commitment: 'c-open', report: 'r1', says: 'limited', ...told })
  const head = { member: 'BBB', person: 'bbb', role: 'focalPoint', scope: { kind: 'all' } }
  await bbb('commitments.nameContact', head)
  await sec('commitments.openPlan', { plan: 'p26', body: 'soc', year: '2026', title: 'Plan of 2026' })
  await aaa('commitments.proposeActivity', { activity: 'a1', plan: 'p26', planned })
  const review = { review: 'rv', body: 'soc', dimension: 'MP', title: 'Review', ...period }
  await sec('commitments.openReview', review)
  const question = { review: 'rv', question: 'q1', member: 'BBB', to: 'AAA', wording: 'How many?' }
  await bbb('commitments.ask', { ...question, commitment: 'c-open' })
  const recommendation = { recommendation: 'rec1', member: 'BBB', to: 'AAA', wording: 'Send two notes.' }
  await bbb('commitments.recommend', recommendation)
  const finding = { commitment: 'c-open', finds: 'unclear', words: 'One note is no exchange.' }
  await sec('commitments.assess', finding)
})
afterAll(() => world.close())

const faultsOf = (view: ViewName, value: unknown) => checkOf(views[view])(value)

describe('the views of commitments', () => {
  it.each<[ViewName, string, string | null]>([
    ['catalogue', '/api/catalogue', null],
    ['catalogue', '/api/catalogue', 'aaa'],
    ['commitments', '/api/commitments', null],
    ['commitments', '/api/commitments?member=AAA&status=limited&q=NOTES&dimension=MP&limit=1', 'aaa'],
    ['commitment', '/api/commitments/c-open', null],
    ['commitment', '/api/commitments/c-open', 'bbb'],
    ['memberCommitments', '/api/members/AAA/commitments', null],
    ['memberCommitments', '/api/members/AAA/commitments', 'aaa'],
    ['plans', '/api/plans', 'aaa'],
    ['plan', '/api/plans/p26', 'aaa'],
    ['activities', '/api/activities?area=mil&from=2026-12-01', 'aaa'],
    ['reviews', '/api/reviews', 'aaa'],
    ['review', '/api/reviews/rv', 'ccc'],
    ['recommendations', '/api/recommendations?to=AAA&response=waiting', null],
    ['reminders', '/api/reminders', 'aaa'],
    ['calendar', '/api/calendar?from=2026-11-01&to=2027-01-01', 'aaa'],
  ])('%s has the shape the document gives it: %s', async (view, url, person) => {
    const answer = await world.get(person, url)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(faultsOf(view, answer.json())).toEqual([])
  })

  it('count what was taken up, and who agreed', async () => {
    const { editions } = (await world.get('aaa', '/api/catalogue')).json()
    const area = editions[0].dimensions[0].areas[0]
    expect(area.measures[0]).toMatchObject({ commitments: 2, activities: 1, agreed: [{ member: 'AAA' }] })
    expect(area.papers).toMatchObject([{ id: 'cp', kind: 'conceptPaper', text: 'open' }])
  })

  it('page by page give every commitment once', async () => {
    const seen: string[] = []
    let after = ''
    for (;;) {
      const page = (await world.get('aaa', `/api/commitments?limit=1${after}`)).json()
      expect(page.total).toBe(3)
      seen.push(...page.rows.map(({ id }: { id: string }) => id))
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    expect(seen).toEqual(['c-group', 'c-members', 'c-open'])
  })

  it('make a draft of the plan', async () => {
    const draft = await world.get('aaa', '/api/plans/p26/draft')
    expect(draft.body).toBe(
      'Plan of 2026\n\nMilitary\n\n1. A workshop (AAA; 2026-12-01 to 2026-12-02). To meet.\n',
    )
  })

  it('[C-40] remind each of her own and nobody of what is not', async () => {
    const kinds = async (person: string) =>
      (await world.get(person, '/api/reminders'))
        .json()
        .reminders.flatMap(({ reminders }: { reminders: { kind: string }[] }) =>
          reminders.map(one => one.kind),
        )
    expect(await kinds('aaa')).toEqual(['questionWaits', 'recommendationWaits'])
    expect(await kinds('bbb')).toEqual([])
    expect(await kinds('ccc')).toEqual([])
  })

  it('[C-40] put into the calendar of a delegation the days its own reports are due, and into no other', async () => {
    const due = async (person: string | null) =>
      (await world.get(person, '/api/calendar'))
        .json()
        .events.filter(({ kind }: { kind: string }) => kind === 'reportDue')
        .map(({ uid }: { uid: string }) => uid)
    expect(await due(null)).toEqual([])
    expect(await due('ccc')).toEqual([])
    expect(await due('bbb')).toEqual(['report-c-open-BBB-2026-12-31'])
    expect(await due('aaa')).toEqual(
      ['c-group', 'c-members', 'c-open'].map(one => `report-${one}-AAA-2026-12-31`),
    )
  })

  it('refuse a query they do not know', async () => {
    for (const url of [
      '/api/commitments?status=good',
      '/api/commitments?limit=0',
      '/api/activities?from=soon',
    ])
      expect((await world.get('aaa', url)).statusCode).toBe(400)
  })
})

describe('what a rival and the public learn', () => {
  it('[C-28, I-9] commitments of a group and of the members are not there for others', async () => {
    const ids = async (person: string | null) =>
      (await world.get(person, '/api/commitments')).json().rows.map(({ id }: { id: string }) => id)
    expect(await ids(null)).toEqual(['c-open'])
    expect(await ids('bbb')).toEqual(['c-group', 'c-members', 'c-open'])
    expect(await ids('ccc')).toEqual(['c-members', 'c-open'])
    for (const [person, url] of [
      [null, '/api/commitments/c-members'],
      ['ccc', '/api/commitments/c-group'],
      ['ccc', '/api/commitments/nothing'],
      [null, '/api/plans/p26'],
      [null, '/api/reviews/rv'],
      ['aaa', '/api/members/ZZZ/commitments'],
    ] as const) {
      const answer = await world.get(person, url)
      expect(answer.statusCode, url).toBe(404)
      expect(answer.json().type).toBe('/problems/not-found')
    }
    expect((await world.get(null, '/api/members/AAA/commitments')).json().total).toBe(1)
  })

  it('[I-34] an act on what one may not read is answered as on what is not there', async () => {
    const tell = async (commitment: string) => {
      const answer = await world.act('ccc', delegate('CCC'), 'commitments.join', {
        commitment,
        member: 'CCC',
      })
      const { rule, facts } = answer.json()
      return JSON.stringify([answer.statusCode, rule, { ...facts, commitment: null }])
    }
    expect(await tell('c-group')).toBe(await tell('c-none'))
  })

  it('[C-24] a report that waits for its validator is the delegation’s own', async () => {
    const contact = { member: 'AAA', role: 'validator', scope: { kind: 'all' } }
    await say('sec', secretariat, 'institution.recordParty', {
      party: 'DDD',
      standing: 'member',
      name: { en: 'DDD' },
      status: 'active',
      from: '2000',
      source,
    })
    const second = { credential: 'c-aaa2', person: 'aaa2', name: 'aaa2', capacity: delegate('AAA') }
    const rights = ['read', 'speak', 'propose', 'object', 'join']
    await aaa('institution.accredit', { ...second, rights, from: '2026-11-23T12:00:00.000Z' })
    await aaa('commitments.nameContact', { ...contact, person: 'aaa2' })
    const told = { member: 'AAA', period, words: 'Not yet said by the capital.', evidence: [] }
    await aaa('commitments.report', { commitment: 'c-open', report: 'r2', says: 'limited', ...told })
    for (const person of [null, 'bbb', 'ccc', 'sec', 'chair']) {
      for (const url of ['/api/commitments/c-open', '/api/members/AAA/commitments', '/api/entries?from=0'])
        expect((await world.get(person, url)).body, `${person} ${url}`).not.toContain('Not yet said')
      expect((await world.get(person, '/api/members/AAA/commitments')).json().waiting).toEqual([])
    }
    const own = (await world.get('aaa', '/api/commitments/c-open')).json()
    expect(own.inside).toMatchObject([{ member: 'AAA', waiting: [{ report: { id: 'r2' }, by: 'aaa' }] }])
    await aaa('commitments.validateReport', { commitment: 'c-open', report: 'r2', member: 'AAA' })
    expect((await world.get(null, '/api/commitments/c-open')).body).toContain('Not yet said')
  })

  it('[C-4] a coordinator appointed by a decision stands on the register', async () => {
    const opensAt = new Date(Date.parse(world.keeper.now()) + 1_000).toISOString()
    const agenda = [{ number: '1', title: 'Coordinators' }]
    const convened = { meeting: 'm', body: 'soc', title: 'M', opensAt, place: 'H', timeZone: 'UTC', agenda }
    await sec('meetings.convene', convened)
    for (const member of ['AAA', 'BBB', 'CCC'])
      await sec('meetings.recordPresence', { meeting: 'm', member, present: true })
    world.wait(2_000)
    const lead = (type: string, body: object) => say('chair', chair, type, body)
    await lead('meetings.open', { meeting: 'm' })
    await lead('meetings.adoptAgenda', { meeting: 'm', agenda })
    const appoint = { area: 'mil', office: 'coordinator', holder: 'BBB', from: '2026-11-23', decision: 'd' }
    const early = await world.act('sec', secretariat, 'commitments.appointCoordinator' as never, appoint)
    expect(early.json().rule).toBe('D-10')
    const subject = { kind: 'wording', wording: 'BBB coordinates.' }
    await lead('decisions.put', { decision: 'd', meeting: 'm', item: '1', title: 'Coordinators', subject })
    const before = await world.act('sec', secretariat, 'commitments.appointCoordinator' as never, appoint)
    expect(before.json().rule).toBe('C-4')
    await lead('decisions.declareAdopted', { decision: 'd' })
    await sec('commitments.appointCoordinator', appoint)
    const { editions } = (await world.get(null, '/api/catalogue')).json()
    expect(editions[0].dimensions[0].areas[0].coordinators).toMatchObject([{ holder: 'BBB' }])
  })
})
