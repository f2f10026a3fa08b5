import { get, type Instant, later, secondMs } from '@gavel/kernel'
import fc from 'fast-check'
import type { Act, DomainEvent, DomainState } from '../../index.ts'
import { domain } from '../../index.ts'
import { act, at, chair, decided, delegate, observer, secretariat } from '../../testing/index.ts'
import {
  adjourns,
  appeals,
  asks,
  closes,
  concludes,
  decidesAppeal,
  decidesMotion,
  doors,
  ends,
  gives,
  leaves,
  moves,
  objects,
  raises,
  replies,
  resumes,
  rules,
  seats,
  shows,
  suspends,
  takesUp,
  withdraws,
} from './room.ts'

/** Random meetings: acts as people send them, sensible and senseless, seconds or minutes apart. */

const onM = { meeting: 'm' }
const codes = ['AAA', 'BBB', 'CCC'] as const
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const who = (n: number) => delegate(pick(codes, n))

export interface Attempt {
  readonly what: number
  readonly a: number
  readonly b: number
  /** Seconds since the one before. */
  readonly wait: number
}
export const attempts = fc.array(
  fc.record({ what: fc.nat(51), a: fc.nat(99), b: fc.nat(9), wait: fc.nat(200) }),
  { minLength: 20, maxLength: 90, size: 'max' },
)

const requests = ['r-AAA', 'r-BBB', 'r-CCC', 'r-OBS', 'reply-AAA', 'reply-BBB', 'reply-CCC']
const aims = (when: Instant) =>
  [
    { kind: 'suspension' },
    { kind: 'adjournment', until: later(when, 600 * secondMs) },
    { kind: 'closureOfDebate', item: '2' },
    { kind: 'closureOfList', item: '2' },
    { kind: 'adjournmentOfDebate', item: '2' },
    { kind: 'agendaChange', change: { kind: 'withdraw', number: '2(a)' } },
  ] as const

const onFloor = ({ what, a, b }: Attempt, n: number, first: string | undefined): Act => {
  const member = pick(codes, a)
  switch (what) {
    case 0:
    case 1:
    case 2:
    case 3:
      return asks(who(a))
    case 4:
      return asks(observer('OBS'))
    case 5:
      return replies(who(a))
    case 6:
      return leaves(who(a))
    case 7:
    case 8:
    case 9:
    case 10:
      return gives(first ?? pick(requests, a))
    case 11:
      return gives(pick(requests, a))
    case 12:
    case 13:
      return ends(b % 2 === 0 ? chair() : who(a))
    case 14:
    case 15:
      return raises(member, { point: `p${n}` })
    case 16:
      return act(chair(), b % 2 ? 'meetings.closeList' : 'meetings.reopenList', { ...onM, item: '2' })
    case 17:
      return act(chair(), 'meetings.limitTime', { ...onM, item: '2', seconds: { member: a } })
    default:
      return seats(member, b % 3 !== 0)
  }
}

const onProcedure = (
  { what, a, b }: Attempt,
  n: number,
  when: Instant,
  point: string,
  motion: string,
): Act => {
  const member = pick(codes, a)
  switch (what) {
    case 20:
    case 21:
      return rules(b % 2 === 0, point)
    case 22:
      return appeals(member, point)
    case 23:
      return { ...decidesAppeal(), body: { meeting: 'm', point } } as Act
    case 24:
      return moves(pick(aims(when), b), `mo${n}`, who(a))
    case 25:
    case 26:
      return decidesMotion(b % 2 === 0, motion)
    case 27:
      return objects(member, { kind: 'motion', motion })
    case 28:
      return withdraws(member, { kind: 'motion', motion })
    case 29:
      return act(who(a), 'meetings.withdrawMotion', { ...onM, motion: motion as never })
    default:
      return objects(member, { kind: 'appeal', point })
  }
}

const onCourse = ({ what, a, b }: Attempt, n: number, when: Instant): Act => {
  const member = pick(codes, a)
  switch (what) {
    case 31:
      return concludes('2', pick(['leftOpen', 'leftOpen', 'carriedOver'], b))
    case 32:
    case 33:
      return takesUp(pick(['2', '2', '1'], b))
    case 34:
      return suspends()
    case 35:
    case 36:
      return resumes()
    case 37:
      return adjourns(later(when, 60 * secondMs))
    case 38:
    case 39:
      return doors(pick(['closed', 'public'], b))
    case 40:
      return shows(
        pick(
          [
            { kind: 'speakers', item: '2' },
            { kind: 'message', words: `Words ${n}` },
          ],
          b,
        ),
      )
    case 41:
    case 42:
      return act(who(a), 'meetings.recordStatement', {
        ...onM,
        statement: `s${n}`,
        speaker: { kind: 'member', member },
        purpose: 'joint',
        onBehalfOf: [pick(codes, a + 1)],
        wording: `Words ${n}`,
        forJournal: true,
      } as never)
    case 43:
      return b === 0 ? closes() : seats(member)
    case 44:
      return act(secretariat(), 'meetings.circulateJournal', { ...onM, document: 'a'.repeat(64), sitting: 1 })
    case 45:
      return act(chair(), 'meetings.approveJournal', { ...onM, document: 'a'.repeat(64), sitting: 1 })
    case 48:
    case 49:
      return moves(pick(aims(when), b), `mo${n}`, who(a))
    case 50:
      return act(who(a), 'meetings.joinStatement', {
        ...onM,
        statement: `s${n - 1 - (b % 3)}`,
        member,
      } as never)
    default:
      return act(secretariat(), 'meetings.attachDocument', {
        ...onM,
        item: '2',
        document: { kind: 'symbol', symbol: `S/${b}`, title: 'A draft' },
      } as never)
  }
}

/** What somebody tries now: the names in it are of what is there, so that it often succeeds. */
const actOf = (state: DomainState, tried: Attempt, n: number, when: Instant): Act => {
  const seen = seenOf(state)
  const made =
    tried.what < 20
      ? onFloor(tried, n, seen.first)
      : tried.what < 31
        ? onProcedure(tried, n, when, seen.point, seen.motion)
        : onCourse(tried, n, when)
  return { ...made, at: when } as Act
}

const seenOf = (state: DomainState) => {
  const meeting = meetingOf(state)
  return {
    first: meeting.lists.find(({ item }) => item === '2')?.requests[0]?.request,
    point: meeting.points.at(-1)?.point ?? 'none',
    motion: meeting.motions.find(({ outcome }) => outcome === undefined)?.motion ?? 'none',
  }
}

export const meetingOf = (state: DomainState) => get(state.meetings.meetings, 'm')!

/** One act that was accepted, with the states around it. */
export interface Step {
  readonly act: Act
  readonly events: readonly DomainEvent[]
  readonly before: DomainState
  readonly after: DomainState
}

/** The acts of a history that were accepted, in order. */
export const lived = (start: DomainState, tried: readonly Attempt[]): readonly Step[] => {
  const steps: Step[] = []
  let state = start
  let when = at('10:10')
  for (const [n, one] of tried.entries()) {
    when = later(when, one.wait * secondMs)
    const made = actOf(state, one, n, when)
    const outcome = decided(made, state)
    if (outcome.kind === 'refused') continue
    const next = outcome.events.reduce(domain.evolve, state)
    steps.push({ act: made, events: outcome.events, before: state, after: next })
    state = next
  }
  return steps
}
