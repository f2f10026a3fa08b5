import type { DomainEvent, meetings } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'

/** How those named in a journal are called. */
export interface Names {
  readonly member: (member: string) => string
  readonly observer: (observer: string) => string
  readonly body: (body: string) => string
  /** Who held the chair; null where no term says. */
  readonly chair: string | null
}

/** How an instant is written. */
export type Clock = (at: Instant) => string

export const nameOfSpeaker = (speaker: meetings.Speaker, names: Names): string => {
  switch (speaker.kind) {
    case 'member':
      return names.member(speaker.member)
    case 'observer':
      return names.observer(speaker.observer)
    case 'chair':
      return `The chair of ${names.body(speaker.body)}`
    case 'secretariat':
      return 'The Secretariat'
  }
}

const aims: { readonly [kind in meetings.MotionAim['kind']]: string } = {
  suspension: 'to suspend the sitting',
  adjournment: 'to adjourn the meeting',
  adjournmentOfDebate: 'to adjourn the debate',
  closureOfDebate: 'to close the debate',
  closureOfList: "to close the speakers' list",
  divisionOfText: 'to divide the text',
  agendaChange: 'to change the agenda',
}

/** What an objection is to, in words. */
const objected = (to: meetings.ObjectedTo): string =>
  to.kind === 'agenda' ? 'the agenda' : to.kind === 'motion' ? 'the motion' : 'overturning the ruling'

const reasoned = (reason: string | undefined): string => (reason === undefined ? '.' : `: ${reason}`)
const all = (members: readonly string[], { member }: Names): string => members.map(member).join(', ')

const outcomes = {
  concluded: 'is concluded',
  leftOpen: 'is left open',
  carriedOver: 'is carried over to the next meeting',
}

const ofCourse = (event: DomainEvent, at: Clock): string | undefined => {
  switch (event.type) {
    case 'meetings.opened': {
      const { present, needed, outOf } = event.quorum
      return `The meeting is opened; ${present} of ${outOf} present, ${needed} needed.`
    }
    case 'meetings.agendaAdopted':
      return 'The agenda is adopted.'
    case 'meetings.agendaChanged':
      return 'The agenda is changed.'
    case 'meetings.itemTakenUp':
      return `Item ${event.item} is taken up.`
    case 'meetings.itemConcluded':
      return `Item ${event.item} ${outcomes[event.outcome]}.`
    case 'meetings.suspended':
      return event.until === undefined
        ? 'The sitting is suspended.'
        : `The sitting is suspended until ${at(event.until)}.`
    case 'meetings.adjourned':
      return `The meeting is adjourned to ${at(event.until)}.`
    case 'meetings.resumed':
      return event.sitting === undefined ? 'The sitting goes on.' : `Sitting ${event.sitting} begins.`
    case 'meetings.closed':
      return 'The meeting is closed.'
    case 'meetings.calledOff':
      return `The meeting is called off: ${event.reason}`
    case 'meetings.accessSet':
      return event.access === 'closed' ? 'The doors are closed.' : 'The doors are opened.'
    default:
      return undefined
  }
}

const ofFloor = (event: DomainEvent, names: Names): string | undefined => {
  switch (event.type) {
    case 'meetings.floorGiven':
      return `${nameOfSpeaker(event.speaker, names)} has the floor${event.kind === 'reply' ? ' in reply' : ''}.`
    case 'meetings.listClosed':
      return `The speakers' list of item ${event.item} is closed.`
    case 'meetings.listReopened':
      return `The speakers' list of item ${event.item} is reopened.`
    case 'meetings.debateClosed':
      return `The debate on item ${event.item} is closed.`
    case 'meetings.pointRaised':
      return `${names.member(event.member)} raises a point of order (${event.kind})${reasoned(event.note)}`
    case 'meetings.pointRuled':
      return `The chair ${event.upheld ? 'upholds' : 'rejects'} the point of order${reasoned(event.words)}`
    case 'meetings.rulingAppealed':
      return `${names.member(event.member)} appeals the ruling${reasoned(event.reason)}`
    case 'meetings.appealDecided':
      return event.overturned
        ? 'The ruling is overturned.'
        : `The ruling stands; ${all(event.objectors, names)} objected to overturning it.`
    default:
      return undefined
  }
}

const ofMotions = (event: DomainEvent, names: Names): string | undefined => {
  switch (event.type) {
    case 'meetings.moved':
      return `${nameOfSpeaker(event.mover, names)} moves ${aims[event.aim.kind]}${reasoned(event.note)}`
    case 'meetings.motionSpokenOn':
      return `${names.member(event.member)} speaks ${event.side} the motion.`
    case 'meetings.motionWithdrawn':
      return 'The motion is withdrawn.'
    case 'meetings.motionDecided':
      return event.carried
        ? 'The motion is carried.'
        : `The motion falls${event.objectors.length === 0 ? '' : `; ${all(event.objectors, names)} objected`}.`
    case 'meetings.objectionRaised':
      return `${names.member(event.member)} objects to ${objected(event.to)}${reasoned(event.reason)}`
    case 'meetings.objectionWithdrawn':
      return `${names.member(event.member)} withdraws its objection to ${objected(event.to)}.`
    default:
      return undefined
  }
}

const ofDecisions = (event: DomainEvent, names: Names, at: Clock): string | undefined => {
  switch (event.type) {
    case 'decisions.decisionPut':
      return `The chair puts “${event.title}”.`
    case 'decisions.objectionRaised':
      return `${names.member(event.member)} objects${reasoned(event.reason)}`
    case 'decisions.objectionWithdrawn':
      return `${names.member(event.member)} withdraws its objection.`
    case 'decisions.decisionAdopted':
      return `It is so decided: ${event.number.symbol}.`
    case 'decisions.consensusNotReached':
      return `There is no consensus; ${all(event.objectors, names)} objected.`
    case 'decisions.putWithdrawn':
      return `The chair takes it back: ${event.reason}`
    case 'decisions.silenceProposed':
      return `The chair proposes a silence procedure for “${event.title}”, until ${at(event.offer.expiresAt)}.`
    case 'decisions.silenceOpened':
      return `A silence procedure is opened for “${event.title}”, until ${at(event.offer.expiresAt)}.`
    case 'decisions.silenceConfirmed':
      return `The chair announces that “${event.title}” was adopted by silence.`
    case 'decisions.statementAttached':
      return `${names.member(event.statement.member)} attaches a statement.`
    default:
      return undefined
  }
}

/** A step of a meeting in a sentence, in the words of a journal. */
export const stepSentence = (event: DomainEvent, names: Names, at: Clock): string =>
  ofCourse(event, at) ??
  ofFloor(event, names) ??
  ofMotions(event, names) ??
  ofDecisions(event, names, at) ??
  event.type
