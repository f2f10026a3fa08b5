import type { Instant, PersonId } from '@gavel/kernel'
import type { Audience, Capacity } from './act.ts'
import { standing } from './authority.ts'
import { audienceOfBreak, audienceOfDecision, audienceOfInstrument } from './decisions/index.ts'
import { sitsIn } from './institution/questions.ts'
import { parameter } from './rules.ts'
import type { Act, DomainState } from './state.ts'
import { audienceOfText } from './texts/index.ts'

const everyone: Audience = { kind: 'public' }
const members: Audience = { kind: 'members' }

/** When the thing named does not exist the act is refused anyway; until then the narrower audience is the safe one. */
const unknown: Audience = members

/**
 * Who may read an act and what came of it. What holds a person's name or reasons about her is kept to members;
 * whatever touches a text has the audience of the text; a delegation's instructions are its own.
 */
export const audienceOf = (act: Act, state: DomainState): Audience => {
  switch (act.type) {
    case 'institution.accredit':
    case 'institution.revokeCredential':
    case 'institution.suspendCredential':
    case 'institution.restoreCredential':
      return members
    case 'texts.instruct':
      return { kind: 'delegation', member: act.body.member }
    case 'texts.introduce':
      return act.body.audience
    case 'decisions.breakSilence':
      return audienceOfBreak(state, act.body.decision, act.at) ?? unknown
    case 'decisions.put':
    case 'decisions.proposeSilence':
    case 'decisions.openSilence':
      return act.body.subject.kind === 'text'
        ? (audienceOfText(state, act.body.subject.text) ?? unknown)
        : everyone
    default:
      return audienceByThing(act, state)
  }
}

const audienceByThing = (act: Act, state: DomainState): Audience => {
  const { body } = act
  if (act.type.startsWith('texts.') && 'text' in body) return audienceOfText(state, body.text) ?? unknown
  if (act.type.startsWith('decisions.')) {
    if ('decision' in body) return audienceOfDecision(state, body.decision as never) ?? unknown
    if ('instrument' in body) return audienceOfInstrument(state, body.instrument as never) ?? unknown
  }
  return everyone
}

/** Somebody who wants to read: a person in a capacity, or nobody (signed out). */
export type Reader = { readonly person: PersonId; readonly as: Capacity } | null

/**
 * I-9. Whether a reader is of an audience at an instant. Her credential is looked at each time: one that has expired,
 * or was revoked, closes what it had opened. What is a delegation's own is closed to the chair and to the
 * secretariat as to everybody else.
 */
export const mayRead = (audience: Audience, reader: Reader, state: DomainState, now: Instant): boolean => {
  if (audience.kind === 'public') return true
  if (reader === null || reader.as.kind === 'system') return false
  if (standing(state.institution, reader.person, reader.as, 'read', now) !== null) return false
  const { as } = reader
  switch (audience.kind) {
    case 'delegation':
      return as.kind === 'delegate' && as.member === audience.member
    case 'members':
      return as.kind !== 'observer' || parameter(state.institution, 'observers.readMembers', now).value
    case 'body':
      return as.kind === 'delegate'
        ? sitsIn(state.institution, as.member, audience.body, now)
        : as.kind === 'chair'
          ? as.body === audience.body
          : as.kind === 'secretariat' || as.kind === 'facilitator'
  }
}
