import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import {
  type Actor,
  accredited,
  act,
  after,
  assembly,
  at,
  chair,
  delegate,
  type Fact,
  given,
  observer,
  observerParty,
  rule,
  secretariat,
} from '../testing/index.ts'
import { quorumOf } from './index.ts'

const four = ['AAA', 'BBB', 'CCC', 'DDD']
const world = assembly(...four)
const item = (number: string, title = `Item ${number}`) => ({ number, title })

const convene = (by: Actor = chair(), more: object = {}) =>
  act(by, 'meetings.convene', {
    meeting: 'm',
    body: 'soc',
    title: 'Meeting',
    opensAt: at('10:00'),
    place: 'Hall',
    timeZone: 'Asia/Baku',
    agenda: [item('1'), item('2')],
    ...more,
  })
const seats = (member: string, present = true, when = at('09:30'), by: Actor = secretariat()) =>
  act(by, 'meetings.recordPresence', { meeting: 'm', member, present }, when)
const opens = (when = at('10:00'), by: Actor = chair()) => act(by, 'meetings.open', { meeting: 'm' }, when)
const adopts = (agenda: readonly { number: string; title: string }[], when = at('10:05')) =>
  act(chair(), 'meetings.adoptAgenda', { meeting: 'm', agenda }, when)
const suspends = (until?: string, when = at('11:00')) =>
  act(chair(), 'meetings.suspend', { meeting: 'm', ...(until ? { until: at(until) } : {}) }, when)
const resumes = (when = at('12:00')) => act(chair(), 'meetings.resume', { meeting: 'm' }, when)
const closes = (when = at('18:00'), by: Actor = chair()) => act(by, 'meetings.close', { meeting: 'm' }, when)

const convened = [...world, convene()]
const opened = [...convened, seats('AAA'), seats('BBB'), opens()]

describe('convening', () => {
  test('[M-1] a meeting is convened once', () => {
    given(world)
      .when(convene())
      .then({
        type: 'meetings.convened',
        at: at('09:00'),
        by: 'chair-soc',
        ...JSON.parse(JSON.stringify(convene().body)),
        notice: { days: 0, source: 'assumed, 2026-11-23' },
      })
    given(convened).when(convene(secretariat())).refused('M-1', { meeting: 'm' })
  })

  test('[M-2] it is a meeting of a body on the register', () => {
    given(world)
      .when(convene(secretariat(), { body: 'nowhere' }))
      .refused('M-2', { body: 'nowhere' })
  })

  test('[M-3] a chair convenes and conducts the meetings of her own body', () => {
    given(world)
      .when(convene(chair('mc')))
      .refused('M-3', { by: 'chair:mc', body: 'soc' })
    given(convened)
      .when(opens(at('10:00'), chair('swg')))
      .refused('M-3')
    given(convened)
      .when(closes(at('18:00'), chair('swg')))
      .refused('M-3')
    given(world).when(convene(secretariat())).accepted()
  })

  test('[M-4] it is convened with the notice of its day', () => {
    const facts = [...world, rule('meeting.noticeDays', 14, at('08:00'), 'soc')]
    given(facts)
      .when(convene(chair(), { opensAt: at('2026-12-07 08:59:59.999') }))
      .refused('M-4', {
        opensAt: at('2026-12-07 08:59:59.999'),
        earliest: at('2026-12-07 09:00'),
        days: 14,
        since: at('08:00'),
        source: 'test',
      })
    given(facts)
      .when(convene(chair(), { opensAt: at('2026-12-07 09:00') }))
      .accepted()
    given(world)
      .when(convene(chair(), { opensAt: at('08:59') }))
      .refused('M-4')
  })

  test('[M-6] an agenda has items, each with a number of its own and a title', () => {
    for (const [agenda, fault] of [
      [[], 'empty'],
      [[item('1'), item('1', 'Other')], 'a number stands twice'],
      [[item('1', ' ')], 'item "1" has no plain number and title'],
      [[item('1', 'A\u202EB')], 'item "1" has no plain number and title'],
      [Array.from({ length: 201 }, (_, n) => item(String(n))), 'more than 200 items'],
    ] as const)
      given(world).when(convene(chair(), { agenda })).refused('M-6', { fault })
  })

  test('[I-12] its title, place and zone are what they seem', () => {
    for (const bad of [{ title: '' }, { place: 'A\u202EB' }, { timeZone: 'Baku time' }, { meeting: 'a b' }])
      given(world).when(convene(chair(), bad)).refused('I-12')
    for (const timeZone of ['UTC', 'Asia/Almaty', 'America/Argentina/Buenos_Aires', '+05:00'])
      given(world).when(convene(chair(), { timeZone })).accepted()
  })
})

describe('opening and going on', () => {
  test('[M-5] an act names a meeting that is there, at a stage at which it can be done', () => {
    given(world)
      .when(opens())
      .refused('M-5', { meeting: 'm', status: null, needs: ['convened'] })
    given(opened)
      .when(opens(at('10:01')))
      .refused('M-5', { meeting: 'm', status: 'open', needs: ['convened'] })
    given(convened)
      .when(adopts([item('1')]))
      .refused('M-5')
    given(convened).when(suspends()).refused('M-5')
    given(opened).when(resumes()).refused('M-5')
  })

  test('[M-7] no meeting is opened before its instant', () => {
    given(convened, seats('AAA'), seats('BBB'))
      .when(opens(at('09:59:59.999')))
      .refused('M-7', { opensAt: at('10:00'), at: at('09:59:59.999'), msLeft: 1 })
  })

  test('[M-8] it is opened with the quorum that opens', () => {
    given(convened, seats('AAA')).when(opens()).refused('M-8', {
      present: 1,
      needed: 2,
      outOf: 4,
      share: '1/3',
      source: 'assumed, 2026-11-23',
      missing: 1,
    })
    given(convened, seats('AAA'), seats('BBB'))
      .when(opens())
      .then({
        type: 'meetings.opened',
        at: at('10:00'),
        by: 'chair-soc',
        meeting: 'm',
        quorum: { present: 2, needed: 2, outOf: 4, share: '1/3', source: 'assumed, 2026-11-23' },
      })
  })

  test('[M-8] who has left before the opening does not count', () => {
    given(convened, seats('AAA'), seats('BBB'), seats('BBB', false, at('09:40')))
      .when(opens())
      .refused('M-8')
  })

  test('[M-9] those are present who sit in the body', () => {
    const composed = rule('body.composition', ['AAA', 'BBB'], at('08:00'), 'soc')
    given(world, composed, convene()).when(seats('CCC')).refused('M-9', { member: 'CCC', body: 'soc' })
    given(world, observerParty('OBS'), convene()).when(seats('OBS')).refused('M-9')
    given(convened).when(seats('ZZZ')).refused('M-9')
  })

  test('[M-9] an observer is not of the quorum, and takes no seat by herself', () => {
    given(world, observerParty('OBS'), accredited(observer('OBS')), convene())
      .when(seats('OBS', true, at('09:30'), observer('OBS')))
      .refused('I-2')
  })

  test('[M-9] saying what is so already changes nothing', () => {
    given(convened).when(seats('AAA', false)).nothing()
    given(convened, seats('AAA'))
      .when(seats('AAA', true, at('09:31'), delegate('AAA')))
      .nothing()
    given(opened)
      .when(seats('AAA', false, at('10:30'), delegate('AAA')))
      .accepted()
  })

  test('[M-10] the agenda is adopted once', () => {
    given(opened)
      .when(adopts([item('1'), item('2')]))
      .then({
        type: 'meetings.agendaAdopted',
        at: at('10:05'),
        by: 'chair-soc',
        meeting: 'm',
        agenda: [item('1'), item('2')],
      })
    given(opened, adopts([item('1')]))
      .when(adopts([item('2')], at('10:06')))
      .refused('M-10', { meeting: 'm' })
  })

  test('[M-11] an item without notice is taken up when everybody is in the room', () => {
    const late = [item('1'), item('2', 'A surprise')]
    given(opened)
      .when(adopts(late))
      .refused('M-11', {
        added: ['A surprise'],
        rule: 'allPresent',
        since: '1900-01-01T00:00:00.000Z',
        source: 'assumed, 2026-11-23',
        absent: ['CCC', 'DDD'],
      })
    const all = [seats('CCC', true, at('10:01')), seats('DDD', true, at('10:01'))]
    given(opened, all).when(adopts(late)).accepted()
    given(world, rule('agenda.lateItems', 'never'), opened.slice(world.length), all)
      .when(adopts(late))
      .refused('M-11')
    given(world, rule('agenda.lateItems', 'always'), opened.slice(world.length)).when(adopts(late)).accepted()
  })

  test('[M-11] items may be left out and put in another order', () => {
    given(opened)
      .when(adopts([item('1', 'Item 2')]))
      .accepted()
  })

  test('[M-12] a suspension ends later than it begins, and is kept', () => {
    given(opened)
      .when(suspends('11:00'))
      .refused('M-12', { until: at('11:00'), at: at('11:00') })
    given(opened, suspends('12:00'))
      .when(resumes(at('11:59')))
      .refused('M-12', { until: at('12:00'), at: at('11:59') })
    given(opened, suspends('12:00')).when(resumes()).accepted()
    given(opened, suspends())
      .when(resumes(at('11:01')))
      .accepted()
  })

  test('[M-8] it goes on after a suspension with the quorum that opens', () => {
    given(opened, suspends(), seats('BBB', false, at('11:30')))
      .when(resumes())
      .refused('M-8')
  })

  test('[M-13] what is closed stays closed, and what never opened can be called off', () => {
    given(convened)
      .when(closes(at('09:15')))
      .accepted()
    for (const attempt of [closes(at('18:01')), opens(at('18:01')), suspends(undefined, at('18:01'))])
      given(opened, closes()).when(attempt).refused('M-5')
    given(opened, closes())
      .when(seats('CCC', true, at('18:01')))
      .refused('M-5')
    given(opened, suspends(), closes())
      .when(resumes(at('18:01')))
      .refused('M-5')
    given(opened, closes())
      .when(closes(at('18:02')))
      .refused('M-5', {
        meeting: 'm',
        status: 'closed',
        needs: ['convened', 'open', 'suspended', 'adjourned'],
      })
  })
})

describe('the quorum', () => {
  const quorum = (purpose: 'opens' | 'decides', when: string, ...facts: readonly Fact[]) => {
    const state = after(...facts)
    return quorumOf(purpose, get(state.meetings.meetings, 'm')!, state, at(when))
  }

  test('[M-14] it is counted as the room is now', () => {
    expect(quorum('decides', '10:30', opened)).toMatchObject({
      present: 2,
      needed: 3,
      outOf: 4,
      reached: false,
    })
    const three = [...opened, seats('CCC', true, at('10:10'))]
    expect(quorum('decides', '10:30', three).reached).toBe(true)
    expect(quorum('decides', '10:30', three, seats('AAA', false, at('10:20'))).reached).toBe(false)
  })

  test('[M-14] it is counted of all members or of those present at the opening', () => {
    const present = [...world, rule('quorum.of', 'present'), ...opened.slice(world.length)]
    expect(quorum('decides', '10:30', present)).toMatchObject({
      present: 2,
      needed: 2,
      outOf: 2,
      reached: true,
    })
  })

  test('[M-14] a member that is no longer active is counted on neither side', () => {
    const left = act(
      secretariat(),
      'institution.recordParty',
      {
        party: 'AAA',
        standing: 'member',
        name: { en: 'AAA' },
        status: 'left',
        from: '2026-11-23',
        source: 'x',
      },
      at('10:20'),
    )
    expect(quorum('decides', '10:30', opened, left)).toMatchObject({ present: 1, outOf: 3, needed: 2 })
  })
})
