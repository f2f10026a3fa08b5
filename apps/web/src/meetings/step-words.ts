import type { DomainEvent, DomainState } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { partyName } from '../names/names.ts'
import type { Speech } from '../words/speaking.ts'
import { memberNames, speakerWords } from './roles.ts'

interface Telling {
  readonly state: DomainState
  readonly speech: Speech
  /** The zone of the meeting: its clocks are meant. */
  readonly timeZone: string
}

type Words = string | undefined

const yes = (value: boolean): string => (value ? 'yes' : 'no')

const ofCourse = (
  event: DomainEvent,
  { speech: { t }, at }: Telling & { readonly at: (i: Instant) => string },
): Words => {
  switch (event.type) {
    case 'meetings.opened': {
      const { present, outOf, needed } = event.quorum
      return t('step.meetings.opened', { present, outOf, needed })
    }
    case 'meetings.itemTakenUp':
    case 'meetings.listClosed':
    case 'meetings.listReopened':
    case 'meetings.debateClosed':
      return t(`step.${event.type}`, { item: event.item })
    case 'meetings.itemConcluded':
      return t('step.meetings.itemConcluded', { item: event.item, outcome: event.outcome })
    case 'meetings.suspended':
      return event.until === undefined
        ? t('step.meetings.suspended')
        : t('step.meetings.suspended.until', { at: at(event.until) })
    case 'meetings.adjourned':
      return t('step.meetings.adjourned', { at: at(event.until) })
    case 'meetings.resumed':
      return event.sitting === undefined
        ? t('step.meetings.resumed')
        : t('step.meetings.resumed.sitting', { n: event.sitting })
    case 'meetings.agendaAdopted':
    case 'meetings.agendaChanged':
    case 'meetings.closed':
    case 'meetings.motionWithdrawn':
      return t(`step.${event.type}`)
    case 'meetings.calledOff':
      return t('step.meetings.calledOff', { reason: event.reason })
    case 'meetings.accessSet':
      return t('step.meetings.accessSet', { access: event.access })
    default:
      return undefined
  }
}

const ofFloor = (event: DomainEvent, { state, speech }: Telling): Words => {
  const { t } = speech
  const name = (member: string): string => partyName(state, speech, member)
  switch (event.type) {
    case 'meetings.floorGiven':
      return t('step.meetings.floorGiven', {
        speaker: speakerWords(state, speech, event.speaker),
        kind: event.kind,
      })
    case 'meetings.pointRaised':
      return t('step.meetings.pointRaised', { member: name(event.member), kind: t(`point.${event.kind}`) })
    case 'meetings.pointRuled':
      return t('step.meetings.pointRuled', { upheld: yes(event.upheld) })
    case 'meetings.rulingAppealed':
      return t('step.meetings.rulingAppealed', { member: name(event.member) })
    case 'meetings.appealDecided':
      return t('step.meetings.appealDecided', {
        overturned: yes(event.overturned),
        members: memberNames(state, speech, event.objectors),
      })
    case 'meetings.moved':
      return t('step.meetings.moved', {
        mover: speakerWords(state, speech, event.mover),
        aim: t(`motion.${event.aim.kind}`),
      })
    case 'meetings.motionSpokenOn':
      return t('step.meetings.motionSpokenOn', { member: name(event.member), side: event.side })
    case 'meetings.motionDecided':
      return t('step.meetings.motionDecided', { carried: yes(event.carried) })
    case 'meetings.objectionRaised':
      return t('step.meetings.objectionRaised', { member: name(event.member), to: event.to.kind })
    case 'meetings.objectionWithdrawn':
      return t('step.meetings.objectionWithdrawn', { member: name(event.member) })
    default:
      return undefined
  }
}

const ofDecisions = (
  event: DomainEvent,
  { state, speech, at }: Telling & { readonly at: (i: Instant) => string },
): Words => {
  const { t } = speech
  const name = (member: string): string => partyName(state, speech, member)
  switch (event.type) {
    case 'decisions.decisionPut':
    case 'decisions.silenceConfirmed':
      return t(`step.${event.type}`, { title: event.title ?? '' })
    case 'decisions.objectionRaised':
    case 'decisions.objectionWithdrawn':
      return t(`step.${event.type}`, { member: name(event.member) })
    case 'decisions.decisionAdopted':
      return t('step.decisions.decisionAdopted', { number: event.number.symbol })
    case 'decisions.consensusNotReached':
      return t('step.decisions.consensusNotReached', {
        members: memberNames(state, speech, event.objectors),
      })
    case 'decisions.putWithdrawn':
      return t('step.decisions.putWithdrawn', { reason: event.reason })
    case 'decisions.silenceProposed':
    case 'decisions.silenceOpened':
      return t(`step.${event.type}`, { title: event.title, at: at(event.offer.expiresAt) })
    case 'decisions.statementAttached':
      return t('step.decisions.statementAttached', { member: name(event.statement.member) })
    default:
      return undefined
  }
}

/** What somebody said in an event: a note, a reason, the words of a ruling. */
export const saidIn = (event: DomainEvent): string | undefined => {
  switch (event.type) {
    case 'meetings.pointRaised':
    case 'meetings.moved':
      return event.note
    case 'meetings.pointRuled':
      return event.words
    case 'meetings.rulingAppealed':
    case 'meetings.objectionRaised':
    case 'decisions.objectionRaised':
    case 'meetings.accessSet':
      return event.reason
    default:
      return undefined
  }
}

/** A step of a meeting in a sentence, in the language spoken; the type of an event this edition has no sentence for. */
export const stepWords = (event: DomainEvent, telling: Telling): string => {
  const { speech, timeZone } = telling
  const timed = { ...telling, at: (when: Instant) => speech.instant(when, 'full', timeZone) }
  return ofCourse(event, timed) ?? ofFloor(event, telling) ?? ofDecisions(event, timed) ?? event.type
}
