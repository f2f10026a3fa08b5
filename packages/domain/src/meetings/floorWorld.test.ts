import { accepted, entries, get, type Json } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import type { Act, DomainEvent, DomainState } from '../index.ts'
import {
  act,
  after,
  at,
  chair,
  decided,
  delegate,
  explore,
  type Found,
  neverReached,
  observer,
  rule,
  rulesOnPage,
  type Step,
  secretariat,
  summary,
  type World,
} from '../testing/index.ts'
import { openPoint } from './index.ts'
import {
  adjourns,
  appeals,
  asks,
  closes,
  concludes,
  convenes,
  decidesAppeal,
  decidesMotion,
  doors,
  ends,
  gives,
  inSession,
  leaves,
  moves,
  objects,
  opens,
  present,
  raises,
  replies,
  resumes,
  rules,
  seats,
  suspends,
  takesUp,
  withdraws,
  world,
} from './testing/room.ts'

/*
 * The floor, walked through to the end: every act that matters in every state it can meet. Where a delegation speaks
 * once on an item, there are finitely many states; instants tell none of them apart, so one is enough.
 */

const [a, b] = [delegate('AAA'), delegate('BBB')]
const obs = observer('OBS')
const onM = { meeting: 'm' }
const onList = (type: 'meetings.closeList' | 'meetings.reopenList') =>
  act(chair(), type, { ...onM, item: '2' })
const once = [rule('floor.timesPerItem', 1), rule('reply.timesPerItem', 1)]
const start = after(...inSession(...once))
const meetingOf = (state: DomainState) => get(state.meetings.meetings, 'm')!

/** What no rule of the floor looks at is left out: when it happened. */
const keyOfFloor = (state: DomainState): Json => {
  const meeting = meetingOf(state)
  return JSON.parse(
    JSON.stringify([
      meeting.status,
      meeting.access,
      meeting.present,
      [...meeting.items].sort((x, y) => (x.item < y.item ? -1 : 1)),
      meeting.lists.map(({ item, closed, debateClosed, requests }) => [
        item,
        closed,
        debateClosed,
        requests.map(({ request }) => request),
      ]),
      meeting.speaking?.request ?? null,
      meeting.speaking?.runningSince === null,
      [...entries(meeting.turns)].sort(),
      meeting.points.map(({ ruling, appeal }) => [ruling?.upheld, appeal?.outcome, appeal !== undefined]),
      meeting.appealable,
      meeting.motions.map(({ motion, outcome, for: side, against }) => [
        motion,
        outcome?.kind,
        side,
        against,
      ]),
      meeting.objections.map(({ to, member, withdrawnAt }) => [to, member, withdrawnAt !== undefined]),
      meeting.agenda.length,
    ]),
  ) as Json
}

const kinds = (events: readonly DomainEvent[], type: DomainEvent['type']) =>
  events.filter(event => event.type === type)

/** What must hold of every step on the floor. */
const floorLaws = ({ before, events, after: now }: Step): string | null => {
  const [was, is] = [meetingOf(before), meetingOf(now)]
  for (const given of kinds(events, 'meetings.floorGiven')) {
    if (was.speaking !== null) return 'two have the floor'
    if (openPoint(was) !== undefined) return 'the floor was given over a point of order'
    const list = was.lists.find(({ item }) => item === (given as { item?: string }).item)
    if (list?.requests[0]?.request !== (given as { request?: string }).request)
      return 'the floor went past the first on the list'
  }
  for (const { requests } of is.lists) {
    const names = requests.map(({ kind, speaker }) => `${kind} ${JSON.stringify(speaker)}`)
    if (new Set(names).size < names.length) return 'somebody stands twice on a list'
    if (requests.some((each, n) => n > 0 && requests[n - 1]!.standing > each.standing))
      return 'a list is out of its order'
  }
  if (is.status !== 'open' && is.speaking !== null) return 'somebody speaks while the meeting does not sit'
  if (is.items.filter(({ status }) => status === 'underConsideration').length > 1)
    return 'two items at a time'
  if (is.speaking !== null && (openPoint(is) !== undefined) !== (is.speaking.runningSince === null))
    return 'the clock does not stand while a point of order is open'
  return null
}

const floor: World = {
  start,
  acts: [
    ...[a, b, obs].map(who => asks(who)),
    replies(b),
    replies(obs),
    asks(a, { item: '9' }),
    asks(a, { request: 'other', speaker: { kind: 'member', member: 'BBB' } }),
    asks(a, { request: 'other', first: true }),
    leaves(a),
    leaves(b, 'r-AAA'),
    onList('meetings.closeList'),
    onList('meetings.reopenList'),
    ...['r-AAA', 'r-BBB', 'r-OBS', 'reply-BBB'].map(request => gives(request)),
    ends(),
    ends(a),
    raises(),
    raises('DDD'),
    rules(),
    appeals(),
    decidesAppeal(),
    objects('AAA', { kind: 'appeal', point: 'p1' }),
    concludes('2', 'leftOpen'),
    takesUp(),
    act(chair(), 'meetings.limitTime', { ...onM, item: '2', seconds: { member: -1 } }),
  ],
  times: [at('10:10')],
  depth: 7,
  most: 40_000,
  key: keyOfFloor,
  invariant: floorLaws,
}

/** The laws of motions: nothing is carried over an objection, and none before one that goes before it. */
const motionLaws = ({ before, events, after: now }: Step): string | null => {
  for (const event of events) {
    if (event.type !== 'meetings.motionDecided') continue
    const standing = meetingOf(before).objections.filter(
      ({ to, withdrawnAt }) =>
        to.kind === 'motion' && to.motion === event.motion && withdrawnAt === undefined,
    )
    if (event.carried && standing.length > 0) return 'a motion was carried over an objection'
    const open = meetingOf(before).motions.filter(({ outcome }) => outcome === undefined)
    const suspension = open.find(({ aim }) => aim.kind === 'suspension')
    if (suspension !== undefined && suspension.motion !== event.motion)
      return 'a motion was decided before one that goes before it'
  }
  for (const { for: side, against } of meetingOf(now).motions)
    if (side.length > 1 || against.length > 2 || side.some(member => against.includes(member)))
      return 'more speak on a motion than may'
  return floorLaws({ before, events, after: now } as Step)
}

const speaks = (member: string, side: 'for' | 'against') =>
  act(delegate(member), 'meetings.speakOnMotion', { ...onM, motion: 'mo1', member, side })
const motions: World = {
  start,
  acts: [
    moves({ kind: 'suspension' }),
    moves({ kind: 'closureOfDebate', item: '2' }, 'mo2'),
    moves({ kind: 'suspension' }, 'mo3', b),
    moves({ kind: 'agendaChange', change: { kind: 'withdraw', number: '2' } }, 'mo4'),
    ...['mo1', 'mo2'].flatMap(motion => [
      decidesMotion(true, motion),
      decidesMotion(false, motion),
      objects('BBB', { kind: 'motion', motion }),
    ]),
    withdraws('BBB', { kind: 'motion', motion: 'mo1' }),
    speaks('AAA', 'for'),
    speaks('BBB', 'against'),
    speaks('CCC', 'for'),
    act(a, 'meetings.withdrawMotion', { ...onM, motion: 'mo1' }),
    act(b, 'meetings.withdrawMotion', { ...onM, motion: 'mo1' }),
    asks(a),
    gives('r-AAA'),
    ends(),
    resumes(),
  ],
  times: [at('10:10')],
  depth: 7,
  most: 40_000,
  key: keyOfFloor,
  invariant: motionLaws,
}

/** The course: items, sittings, doors, the agenda before and after its adoption, what follows the end. */
const hash = 'a'.repeat(64)
const course: World = {
  start: after(world, ...once, convenes(), present, opens(at('10:00'))),
  acts: [
    objects('BBB', { kind: 'agenda' }),
    withdraws('BBB', { kind: 'agenda' }),
    act(chair(), 'meetings.adoptAgenda', { ...onM, agenda: [{ number: '1', title: 'Opening' }] }),
    act(chair(), 'meetings.adoptAgenda', {
      ...onM,
      agenda: [{ number: '1', title: 'Opening', under: '0' }],
    }),
    takesUp('1'),
    takesUp('2'),
    concludes('1'),
    concludes('1', 'carriedOver'),
    doors('closed'),
    doors('public'),
    asks(obs, { item: '1' }),
    suspends(),
    resumes(),
    adjourns(at('10:10')),
    adjourns(at('12:00')),
    ...['AAA', 'BBB'].map(member => seats(member)),
    closes(),
    act(chair(), 'meetings.callOff', { ...onM, reason: 'x' }),
    act(secretariat(), 'meetings.amendNotice', { ...onM, place: 'x' }),
    convenes({ meeting: 'n', agenda: [{ number: '1', title: 'Other' }], opensAt: at('2026-12-01 10:00') }),
    act(a, 'meetings.recordStatement', {
      ...onM,
      statement: 's',
      speaker: { kind: 'member', member: 'AAA' },
      purpose: 'joint',
      forJournal: true,
    } as never),
    act(a, 'meetings.recordStatement', {
      ...onM,
      statement: 's',
      speaker: { kind: 'member', member: 'AAA' },
      purpose: 'joint',
      wording: 'x',
      forJournal: true,
    } as never),
    act(secretariat(), 'meetings.attachDocument', {
      ...onM,
      item: '1',
      document: { kind: 'symbol', symbol: ' ', title: 'x' },
    } as never),
    act(chair(), 'meetings.show', { ...onM, what: { kind: 'text', text: 'none', paragraphs: [] } } as never),
    act(secretariat(), 'meetings.circulateJournal', { ...onM, document: hash }),
    act(b, 'meetings.askCorrection', { ...onM, correction: 'c', member: 'BBB', wording: 'x' } as never),
    act(secretariat(), 'meetings.answerCorrection', { ...onM, correction: 'c', taken: true } as never),
    act(chair(), 'meetings.approveJournal', { ...onM, document: hash }),
    act(secretariat(), 'meetings.issueCorrigendum', { ...onM, document: hash, wording: 'x' }),
  ],
  times: ['10:10', '12:00', '2026-12-05 10:00'].map(at),
  depth: 7,
  most: 60_000,
  key: state => [
    keyOfFloor(state),
    meetingOf(state).agendaAdopted,
    meetingOf(state).sittings.length,
    meetingOf(state).suspendedUntil ?? null,
    meetingOf(state).journals.map(({ approvedAt, corrections, corrigenda }) => [
      approvedAt !== undefined,
      corrections.map(({ answer }) => answer?.taken ?? null),
      corrigenda.length > 0,
    ]),
    [...(get(state.meetings.unfinished, 'soc') ?? [])],
    state.meetings.meetings.size,
  ],
  invariant: ({ before, events, after: now, act: done }) => {
    const [was, is] = [meetingOf(before), meetingOf(now)]
    if (kinds(events, 'meetings.agendaAdopted').length > 0 && was.objections.some(o => !o.withdrawnAt))
      return 'an agenda was adopted over an objection'
    if (is.sittings.filter(({ until }) => until === undefined).length > 1) return 'two sittings at a time'
    if (is.sittings.some(({ number }, n) => number !== n + 1)) return 'sittings are not counted up'
    if (
      was.journals.some(
        ({ approvedAt }, n) => approvedAt && is.journals[n]?.document !== was.journals[n]?.document,
      )
    )
      return 'an approved journal changed'
    return floorLaws({ before, events, after: now, act: done })
  },
}

/** The world with a rule taken out: what it refuses happens all the same, as the events given. */
const without = (
  from: World,
  refusedBy: string,
  events: (tried: Act, state: DomainState) => readonly object[],
): World => ({
  ...from,
  decide: (tried, state) => {
    const outcome = decided(tried, state)
    if (outcome.kind !== 'refused' || outcome.refusal.rule !== refusedBy) return outcome
    const made = events(tried, state)
    return made.length === 0
      ? outcome
      : accepted(made.map(each => ({ at: tried.at, by: tried.by, ...each }) as DomainEvent))
  },
})

const worlds = { floor, motions, course }
const found = Object.fromEntries(Object.entries(worlds).map(([name, one]) => [name, explore(one)])) as {
  readonly [name in keyof typeof worlds]: Found
}

describe('the worlds of the floor, of motions and of the course of a meeting', () => {
  test.each(['floor', 'motions', 'course'] as const)(
    '%s was seen whole within its bounds, and no law broke',
    name => {
      console.info(`${name}: ${summary(found[name], worlds[name])}`)
      expect(found[name].broken).toEqual([])
      expect(found[name].complete).toBe(true)
      expect(found[name].states).toBeGreaterThan(300)
    },
  )

  test('no rule of the floor is dead', () => {
    const ofTheFloor = rulesOnPage('2-meetings.md').slice(14)
    const messages = ['M-61', 'M-62', 'M-63', 'M-64', 'M-65']
    const dead = ofTheFloor.filter(rule =>
      Object.values(found).every(one => neverReached(one, [rule]).length > 0),
    )
    // M-16, M-17 and M-19 are of the notice, M-20 of decisions, M-21 and M-55 of texts, M-61 to M-65 of messages between
    // members; none of them are in these worlds.
    expect(dead).toEqual(['M-16', 'M-17', 'M-19', 'M-20', 'M-21', 'M-55', ...messages])
  })

  test('rules that let two speak are caught: a mutant', () => {
    const mutant = without(floor, 'M-37', (tried, state) => {
      if (tried.type !== 'meetings.giveFloor') return []
      const { request } = tried.body
      const next = meetingOf(state).lists[0]?.requests[0]
      if (next?.request !== request) return []
      const { speaker, kind } = next
      const given = { ...tried.body, item: '2', speaker, kind, seconds: null, turn: 1 }
      return [{ type: 'meetings.floorGiven', ...given }]
    })
    expect(
      caught({ ...mutant, depth: 4, acts: [asks(a), asks(b), gives('r-AAA'), gives('r-BBB')] }),
    ).toContain('two have the floor')
  })

  test('rules that forget an objection to a motion are caught: a mutant', () => {
    const mutant = without(motions, 'M-49', tried =>
      tried.type === 'meetings.decideMotion' && tried.body.carried
        ? [{ type: 'meetings.motionDecided', ...tried.body, decidedBy: 'consensus', objectors: [] }]
        : [],
    )
    expect(caught({ ...mutant, depth: 4 })).toEqual(['a motion was carried over an objection'])
  })

  test('rules that forget precedence are caught: a mutant', () => {
    const mutant = without(motions, 'M-47', tried =>
      tried.type === 'meetings.decideMotion'
        ? [{ type: 'meetings.motionDecided', ...tried.body, decidedBy: 'consensus', objectors: [] }]
        : [],
    )
    expect(caught({ ...mutant, depth: 4 })).toContain('a motion was decided before one that goes before it')
  })

  test('rules that adopt an agenda over an objection are caught: a mutant', () => {
    const mutant = without(course, 'M-24', tried => [{ type: 'meetings.agendaAdopted', ...tried.body }])
    expect(caught({ ...mutant, depth: 3 })).toEqual(['an agenda was adopted over an objection'])
  })
})

const caught = (mutant: World): readonly string[] => explore(mutant).broken.map(({ what }) => what)
