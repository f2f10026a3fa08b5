import { describe, expect, test } from 'vitest'
import { audienceOf } from '../audience.ts'
import { act, after, at, chair, type Fact, given, rule, secretariat } from '../testing/index.ts'
import { groundOf } from './ground.ts'
import { reactionsTo } from './reactions.ts'
import {
  adopts,
  breaks,
  confirms,
  decisionIn,
  expiry,
  nextMeeting,
  notice,
  objects,
  opens,
  proposes,
  puts,
  room,
  statusAfter,
  subject,
} from './testing/scene.ts'
import { deadlines, silenceAnnouncement } from './views.ts'

const afterwards = at('2026-12-08 09:00')
const inNext = at('2026-12-14 10:00')
const dayBefore = at('2026-12-06 12:00')
const settles = (next: 'reopenedWithAmendment' | 'returnedToBody' | 'dropped', when = afterwards) =>
  act(chair(), 'decisions.afterBroken', { decision: 'd1', next }, when)
const kept = [room, opens()]
const told = [...kept, notice(afterwards)]
const eventsOf = (outcome: ReturnType<ReturnType<typeof given>['when']>['outcome']) =>
  outcome.kind === 'accepted' ? outcome.events : []

describe('a silence that nobody broke', () => {
  test('[D-32] is told to all in writing, once, after its end', () => {
    given(...kept)
      .when(notice(afterwards))
      .then({
        type: 'decisions.noticeGiven',
        at: afterwards,
        by: 'chair-soc',
        decision: 'd1',
        outcome: 'kept',
        endedAt: expiry,
        text: 't1',
      })
    given(...kept)
      .when(notice(dayBefore))
      .refused('D-32', { status: 'running' })
    given(...told)
      .when(notice(at('2026-12-09 09:00')))
      .refused('D-32', { givenAt: afterwards })
    given(room, puts()).when(notice(afterwards)).refused('D-32', { stage: 'put' })
    given(...kept)
      .when(notice(afterwards, secretariat()))
      .accepted()
    given(...kept)
      .when(notice(afterwards, chair('mc')))
      .refused('D-1')
  })
  test('[D-32] a notice that was not given is overdue, and changes nothing of the outcome', () => {
    const state = after(...kept)
    const due = deadlines(state.decisions, groundOf(state), at('2026-12-08 12:00'))
    expect(due[0]).toEqual({ kind: 'noticeDue', decision: 'd1', body: 'soc', at: expiry, overdue: true })
    const withHours = after(room, rule('silence.noticeHours', 48), opens())
    expect(deadlines(withHours.decisions, groundOf(withHours), at('2026-12-08 12:00'))[0]).toMatchObject({
      at: at('2026-12-09 12:00'),
      overdue: false,
    })
    expect(statusAfter(kept, at('2027-12-08 12:00')).kind).toBe('adopted')
  })
  test('[D-34] has no number and a temporary title until a meeting hears of it', () => {
    expect(statusAfter(told, afterwards)).toEqual({
      kind: 'adopted',
      at: expiry,
      through: 'silence',
      interim: true,
      number: null,
      publishedAt: null,
    })
    given(...told, nextMeeting())
      .when(confirms(inNext, 'm2', 'Final title'))
      .then({
        type: 'decisions.silenceConfirmed',
        at: inNext,
        by: 'chair-soc',
        decision: 'd1',
        meeting: 'm2',
        title: 'Final title',
        number: { symbol: 'ORG/SOC/DEC/2026/1', series: 'soc 2026', n: 1 },
      })
    const confirmed = [...told, nextMeeting(), confirms(inNext, 'm2', 'Final title')]
    expect(statusAfter(confirmed, inNext)).toMatchObject({ interim: false, number: 'ORG/SOC/DEC/2026/1' })
    expect(decisionIn(after(...confirmed)).title).toBe('Final title')
  })
  test('[D-34] where nothing is kept interim, it is numbered with the notice', () => {
    const facts = [room, rule('silence.interim', false), opens()]
    const events = eventsOf(given(...facts).when(notice(afterwards)).outcome)
    expect(events).toMatchObject([{ number: { symbol: 'ORG/SOC/DEC/2026/1' } }])
    expect(statusAfter([...facts, notice(afterwards)], afterwards)).toMatchObject({ interim: false })
    given(...facts, notice(afterwards), nextMeeting())
      .when(confirms(inNext))
      .accepted()
  })
  test('[D-33] is confirmed in a later open meeting of the body, after the notice, once', () => {
    given(...kept, nextMeeting())
      .when(confirms(inNext))
      .refused('D-33', { notice: false })
    given(room, opens(), nextMeeting('m2', '2026-12-02'))
      .when(confirms(at('2026-12-02 10:00')))
      .refused('D-33', {
        status: 'running',
      })
    given(...told)
      .when(confirms(inNext, 'm9'))
      .refused('D-2')
    given(...told, nextMeeting('m3', '2026-12-14', 'mc'))
      .when(confirms(inNext, 'm3'))
      .refused('D-2')
    const inOne = [room, proposes(), opens({ meeting: 'm1' }, at('10:10')), notice(afterwards)]
    given(...inOne)
      .when(confirms(inNext, 'm1'))
      .refused('D-33', { openedIn: 'm1' })
    given(...told, nextMeeting(), confirms(inNext))
      .when(confirms(at('2026-12-14 10:30')))
      .refused('D-33', {
        confirmed: true,
      })
    given(room, puts()).when(confirms(inNext)).refused('D-33', { stage: 'put' })
  })
})

describe('a silence that was broken', () => {
  const broken = [room, opens(), breaks('BBB', dayBefore)]
  test('[D-35] is followed by what the chair says, once', () => {
    given(...broken)
      .when(settles('returnedToBody'))
      .accepted()
    given(...broken, settles('dropped'))
      .when(settles('dropped', at('2026-12-09 09:00')))
      .refused('D-35')
    given(...kept)
      .when(settles('dropped'))
      .refused('D-35', { status: 'kept', settled: null })
    given(room, puts()).when(settles('dropped')).refused('D-35', { status: 'put', settled: null })
  })
  test('[D-10, D-35] reopened with an amendment, it may come up again under its name', () => {
    const again = opens({ expiresAt: at('2026-12-21 12:00') }, at('2026-12-09 12:00'))
    given(...broken, settles('reopenedWithAmendment'))
      .when(again)
      .accepted()
    given(...broken, settles('dropped'))
      .when(again)
      .refused('D-10')
    const state = after(...broken, settles('reopenedWithAmendment'), again)
    expect(decisionIn(state).round).toBe(2)
    expect(
      statusAfter([...broken, settles('reopenedWithAmendment'), again], at('2026-12-10 12:00')).kind,
    ).toBe('silenceRunning')
  })
  test('[D-36] the name of who broke it is told to members, and in public where the rules name it', () => {
    const view = (facts: readonly Fact[], to: 'members' | 'public') => {
      const state = after(...facts)
      return silenceAnnouncement(decisionIn(state), groundOf(state), afterwards, to)
    }
    const kept = [room, rule('silence.namesBreaker', false), opens(), breaks('BBB', dayBefore)]
    expect(view(broken, 'public')).toEqual({
      decision: 'd1',
      outcome: 'broken',
      endedAt: dayBefore,
      brokenBy: 'BBB',
      noticeGivenAt: null,
    })
    expect(view(kept, 'public')?.brokenBy).toBeNull()
    expect(view(kept, 'members')?.brokenBy).toBe('BBB')
    expect(audienceOf(breaks('BBB', dayBefore), after(...kept))).toEqual({ kind: 'members' })
    expect(audienceOf(breaks('BBB', dayBefore), after(...broken))).toEqual({ kind: 'public' })
    expect(
      silenceAnnouncement(decisionIn(after(room, puts())), groundOf(after(room)), afterwards, 'public'),
    ).toBe(undefined)
  })
})

describe('[D-37] the text stands still while it is before the delegations', () => {
  const reactions = (verdict: ReturnType<ReturnType<typeof given>['when']>) =>
    eventsOf(verdict.outcome).flatMap(event =>
      event.type.startsWith('decisions.') ? reactionsTo(event as never) : [],
    )
  const freeze = { type: 'texts.freeze', body: { text: 't1', reason: 'decision:d1' } }
  const unfreeze = { type: 'texts.unfreeze', body: { text: 't1' } }
  const adoption = { type: 'texts.recordAdoption', body: { text: 't1', decision: 'd1' } }
  test('[D-37] put or proposed: it is frozen, once', () => {
    expect(reactions(given(room).when(puts()))).toEqual([freeze])
    expect(reactions(given(room).when(opens()))).toEqual([freeze])
    expect(reactions(given(room).when(proposes()))).toEqual([freeze])
    expect(reactions(given(room, proposes()).when(opens({ meeting: 'm1' }, at('10:10'))))).toEqual([])
  })
  test('[D-37] adopted: that is recorded with it; not adopted: it may move again', () => {
    expect(reactions(given(room, puts()).when(adopts()))).toEqual([adoption])
    expect(reactions(given(...kept).when(notice(afterwards)))).toEqual([adoption])
    expect(reactions(given(...kept).when(breaks('BBB', dayBefore)))).toEqual([unfreeze])
    const drop = act(
      chair(),
      'decisions.declareNoConsensus',
      { decision: 'd1', next: 'dropped' },
      at('10:20'),
    )
    expect(reactions(given(room, puts(), objects('BBB')).when(drop))).toEqual([unfreeze])
    const back = act(chair(), 'decisions.withdrawPut', { decision: 'd1', reason: 'x' }, at('10:20'))
    expect(reactions(given(room, puts()).when(back))).toEqual([unfreeze])
    const off = act(chair(), 'decisions.withdrawSilence', { decision: 'd1', reason: 'x' }, dayBefore)
    expect(reactions(given(...kept).when(off))).toEqual([unfreeze])
    expect(reactions(given(...kept, breaks('BBB', dayBefore)).when(notice(afterwards)))).toEqual([])
    expect(reactions(given(...kept).when(breaks('BBB', dayBefore))).length).toBe(1)
  })
  test('words from the floor need no text to stand still', () => {
    const wording = { kind: 'wording' as const, wording: 'The host is thanked.' }
    expect(reactions(given(room).when(puts({ subject: wording })))).toEqual([])
    expect(reactions(given(room, puts({ subject: wording })).when(adopts()))).toEqual([])
    expect(subject.kind).toBe('text')
  })
})
