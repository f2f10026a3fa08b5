import { describe, expect, test } from 'vitest'
import { act, after, at, chair, delegate, type Fact, given, rule, secretariat } from '../testing/index.ts'
import { groundOf } from './ground.ts'
import {
  breaks,
  confirms,
  decisionIn,
  expiry,
  nextMeeting,
  notice,
  objects,
  offer,
  opens,
  proposes,
  puts,
  room,
  statusAfter,
} from './testing/scene.ts'
import { deadlines, registerRows } from './views.ts'

const afterwards = at('2026-12-07 12:05')
const shortly = { ...offer, expiresAt: at('2026-11-26 12:00') }

describe('one chapter, three organisations: only the parameters differ', () => {
  const osce: readonly Fact[] = [
    rule('silence.opensInMeeting', true),
    rule('silence.minimumHours', 0),
    rule('decision.symbolPattern', '{body}.DEC/{number}'),
    rule('decision.numbersRestartYearly', false),
  ]
  test('[D-20, D-33, D-34, D-38, D-42] as in Vienna: in a meeting, annexed, confirmed, numbered, with statements', () => {
    const statement = act(
      delegate('DDD'),
      'decisions.attachStatement',
      {
        decision: 'd1',
        statement: 's1',
        member: 'DDD',
        kind: 'interpretativeStatement',
        wording: 'We read it so.',
      },
      at('2026-12-10 10:00'),
    )
    const publishes = act(secretariat(), 'decisions.publish', { decision: 'd1' }, at('2026-12-15 10:00'))
    const facts = [
      room,
      ...osce,
      proposes(shortly),
      opens({ ...shortly, meeting: 'm1' }, at('10:05')),
      notice(afterwards),
      statement,
      nextMeeting(),
      confirms(at('2026-12-14 10:00')),
      publishes,
    ]
    expect(registerRows(after(...facts).decisions, at('2026-12-16 10:00'))).toMatchObject([
      {
        number: 'SOC.DEC/1',
        through: 'silence',
        adoptedAt: at('2026-11-26 12:00'),
        numberedAt: at('2026-12-14 10:00'),
        publishedAt: at('2026-12-15 10:00'),
        statements: [{ member: 'DDD', kind: 'interpretativeStatement' }],
      },
    ])
  })
  test('[D-24, D-25, D-34] as in New York in 2020: between meetings, 72 hours, objections only, adopted at once', () => {
    const rules: readonly Fact[] = [rule('silence.brokenBy', ['objection']), rule('silence.interim', false)]
    given(room, ...rules)
      .when(opens({ expiresAt: at('2026-11-26 09:00') }))
      .refused('D-24')
    const run = [room, ...rules, opens({ expiresAt: at('2026-11-26 10:00') })]
    given(...run, breaks('DDD', at('2026-11-26 09:59')))
      .when(notice(at('2026-11-26 10:00')))
      .accepted()
    expect(statusAfter([...run, notice(at('2026-11-26 10:00'))], at('2026-11-26 10:00'))).toMatchObject({
      kind: 'adopted',
      at: at('2026-11-26 10:00'),
      interim: false,
      number: 'ORG/SOC/DEC/2026/1',
    })
  })
  test('[D-24, D-44] as in Astana: two weeks, and the year of the seat', () => {
    const rules: readonly Fact[] = [rule('silence.minimumHours', 336), rule('calendar.utcOffset', '+05:00')]
    const run = [room, ...rules, opens(), notice(afterwards), nextMeeting('m2', '2026-12-31')]
    const confirmed = [...run, confirms(at('2026-12-31 19:30'))]
    expect(decisionIn(after(...confirmed)).number?.symbol).toBe('ORG/SOC/DEC/2027/1')
    expect(statusAfter(run, expiry)).toMatchObject({ kind: 'adopted', interim: true })
  })
  test('a parameter that changes while a silence runs does not change the silence', () => {
    const changed = [room, opens(), rule('silence.interim', false, at('2026-12-01 00:00'))]
    expect(statusAfter([...changed, notice(afterwards)], afterwards)).toMatchObject({ interim: true })
  })
})

describe('what is due', () => {
  const due = (facts: readonly Fact[], now = afterwards) => {
    const state = after(...facts)
    return deadlines(state.decisions, groundOf(state), now).map(({ kind, at: when, overdue }) => [
      kind,
      when,
      overdue,
    ])
  }
  const asks = act(
    delegate('DDD'),
    'decisions.askExtension',
    { decision: 'd1', member: 'DDD', reason: 'No word yet' },
    at('2026-12-01 12:00'),
  )
  const suspends = act(
    chair(),
    'decisions.suspendSilence',
    { decision: 'd1', reason: 'x' },
    at('2026-12-02 12:00'),
  )
  test('[D-32] in every stage of a silence', () => {
    expect(due([room, opens()], at('2026-12-01 00:00'))).toEqual([['silenceExpires', expiry, false]])
    expect(due([room, opens(), asks], at('2026-12-02 00:00'))).toEqual([
      ['silenceExpires', expiry, false],
      ['extensionAsked', expiry, false],
    ])
    expect(due([room, opens(), suspends], at('2027-12-02 00:00'))).toEqual([])
    expect(due([room, opens()])).toEqual([
      ['noticeDue', expiry, true],
      ['confirmAtNextMeeting', null, false],
    ])
    expect(due([room, opens(), notice(afterwards)])).toEqual([['confirmAtNextMeeting', null, false]])
    expect(
      due(
        [room, opens(), notice(afterwards), nextMeeting(), confirms(at('2026-12-14 10:00'))],
        at('2026-12-15 00:00'),
      ),
    ).toEqual([['publish', null, false]])
    expect(due([room, opens(), breaks('BBB', at('2026-12-01 12:00'))])).toEqual([
      ['noticeDue', at('2026-12-01 12:00'), true],
      ['sayWhatFollows', null, false],
    ])
  })
  test('[D-18] what a meeting closed over is shown as left open', () => {
    const closes = act(chair(), 'meetings.close', { meeting: 'm1' }, at('11:00'))
    expect(due([room, puts(), closes])).toEqual([['leftOpen', null, false]])
    expect(due([room, puts(), objects('BBB')], at('10:30'))).toEqual([])
  })
})
