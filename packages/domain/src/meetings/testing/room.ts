import { get } from '@gavel/kernel'
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
  observer,
  observerParty,
  secretariat,
} from '../../testing/index.ts'
import type { Meeting, MotionAim, Shown } from '../index.ts'

/** A room to test the floor in: three members present, a fourth away, an observer; items 1, 2 and 2(a). */
export const agenda = [
  { number: '1', title: 'Opening' },
  { number: '2', title: 'Measures' },
  { number: '2(a)', title: 'Points of contact', under: '2' },
]

export const convenes = (body: object = {}, when = at('09:00'), by: Actor = chair()) =>
  act(
    by,
    'meetings.convene',
    {
      meeting: 'm',
      body: 'soc',
      title: 'Meeting',
      opensAt: at('10:00'),
      place: 'Hall',
      timeZone: 'Asia/Baku',
      agenda,
      ...body,
    },
    when,
  )

const onM = { meeting: 'm' }
export const seats = (member: string, present = true, when = at('09:30')) =>
  act(secretariat(), 'meetings.recordPresence', { ...onM, member, present }, when)
export const opens = (when = at('10:00')) => act(chair(), 'meetings.open', onM, when)
export const adopts = (items: readonly object[] = agenda, when = at('10:01')) =>
  act(chair(), 'meetings.adoptAgenda', { ...onM, agenda: items as typeof agenda }, when)
export const takesUp = (item = '2', when = at('10:02')) =>
  act(chair(), 'meetings.takeUpItem', { ...onM, item }, when)
export const concludes = (
  item = '2',
  outcome: 'concluded' | 'leftOpen' | 'carriedOver' = 'concluded',
  when = at('12:00'),
) => act(chair(), 'meetings.concludeItem', { ...onM, item, outcome }, when)
export const closes = (when = at('18:00')) => act(chair(), 'meetings.close', onM, when)
export const suspends = (when = at('11:00')) => act(chair(), 'meetings.suspend', onM, when)
export const resumes = (when = at('12:00')) => act(chair(), 'meetings.resume', onM, when)
export const adjourns = (until = at('2026-11-24 10:00'), when = at('17:00')) =>
  act(chair(), 'meetings.adjourn', { ...onM, until }, when)

export const world = [
  ...assembly('AAA', 'BBB', 'CCC', 'DDD'),
  observerParty('OBS'),
  accredited(observer('OBS')),
]
export const present = ['AAA', 'BBB', 'CCC'].map(code => seats(code))
/** The meeting sits, its agenda is adopted, item 2 is under consideration. */
export const inSession = (...parameters: readonly Fact[]): readonly Fact[] => [
  world,
  parameters,
  convenes(),
  present,
  opens(),
  adopts(),
  takesUp(),
]

const nameOf = (actor: Actor): string =>
  actor.as.kind === 'delegate'
    ? actor.as.member
    : actor.as.kind === 'observer'
      ? actor.as.observer
      : actor.as.kind
const speakerOf = (actor: Actor) =>
  actor.as.kind === 'delegate'
    ? ({ kind: 'member', member: actor.as.member } as const)
    : actor.as.kind === 'observer'
      ? ({ kind: 'observer', observer: actor.as.observer } as const)
      : actor.as.kind === 'chair'
        ? ({ kind: 'chair', body: actor.as.body } as const)
        : ({ kind: 'secretariat' } as const)

/** Somebody asks for the floor on item 2, for herself; the request is called after her. */
export const asks = (who: Actor, more: object = {}, when = at('10:10')) =>
  act(
    who,
    'meetings.askFloor',
    { ...onM, item: '2', request: `r-${nameOf(who)}`, speaker: speakerOf(who), ...more },
    when,
  )
export const replies = (who: Actor, more: object = {}, when = at('10:10')) =>
  asks(who, { kind: 'reply', request: `reply-${nameOf(who)}`, ...more }, when)
export const leaves = (who: Actor, request = `r-${nameOf(who)}`, when = at('10:15')) =>
  act(who, 'meetings.leaveList', { ...onM, item: '2', request }, when)
export const gives = (request: string, when = at('10:20')) =>
  act(chair(), 'meetings.giveFloor', { ...onM, request }, when)
export const ends = (by: Actor = chair(), when = at('10:25')) => act(by, 'meetings.endFloor', onM, when)

export const raises = (member = 'BBB', more: object = {}, when = at('10:22')) =>
  act(
    delegate(member),
    'meetings.raisePoint',
    { ...onM, point: 'p1', member, kind: 'order', ...more } as never,
    when,
  )
export const rules = (upheld = true, point = 'p1', when = at('10:23')) =>
  act(chair(), 'meetings.rulePoint', { ...onM, point, upheld }, when)
export const appeals = (member = 'CCC', point = 'p1', when = at('10:24')) =>
  act(delegate(member), 'meetings.appealRuling', { ...onM, point, member }, when)
export const decidesAppeal = (when = at('10:26')) =>
  act(chair(), 'meetings.decideAppeal', { ...onM, point: 'p1' }, when)

export const moves = (aim: object, motion = 'mo1', by: Actor = delegate('AAA'), when = at('10:30')) =>
  act(by, 'meetings.move', { ...onM, motion, aim: aim as MotionAim } as never, when)
export const decidesMotion = (carried = true, motion = 'mo1', when = at('10:40')) =>
  act(chair(), 'meetings.decideMotion', { ...onM, motion, carried }, when)
export const objects = (member: string, to: object, when = at('10:35')) =>
  act(delegate(member), 'meetings.object', { ...onM, member, to } as never, when)
export const withdraws = (member: string, to: object, when = at('10:36')) =>
  act(delegate(member), 'meetings.withdrawObjection', { ...onM, member, to } as never, when)
export const shows = (what: object, when = at('10:30'), by: Actor = chair()) =>
  act(by, 'meetings.show', { ...onM, what: what as Shown } as never, when)
export const doors = (access: 'public' | 'closed', when = at('10:05')) =>
  act(chair(), 'meetings.setAccess', { ...onM, access }, when)

export const meetingIn = (...facts: readonly Fact[]): Meeting => get(after(...facts).meetings.meetings, 'm')!
/** The requests on the list of item 2, in order. */
export const listIn = (...facts: readonly Fact[]): readonly string[] =>
  meetingIn(...facts)
    .lists.find(({ item }) => item === '2')!
    .requests.map(({ request }) => request)
