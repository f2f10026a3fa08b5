import type {
  DecisionId,
  Instant,
  InstrumentId,
  MemberId,
  PersonId,
  Refusal,
  RuleId,
  TextId,
} from '@gavel/kernel'
import type { Audience, Capacity } from './act.ts'
import { standing } from './authority.ts'
import {
  audienceOfCommitment,
  audienceOfCommitmentsAct,
  type CommitmentsAct,
  isWithin,
  readersOfCommitmentsAct,
} from './commitments/index.ts'
import { audienceOfBreak, audienceOfDecision, audienceOfInstrument } from './decisions/index.ts'
import { sitsIn } from './institution/questions.ts'
import {
  type AgendaDocument,
  type AgendaItem,
  audienceOfMeeting,
  audienceOfMeetingAct,
  type MeetingsAct,
} from './meetings/index.ts'
import { parameter } from './rules.ts'
import type { Act, DomainState } from './state.ts'
import { audienceOfText, textOf } from './texts/index.ts'

const everyone: Audience = { kind: 'public' }
const members: Audience = { kind: 'members' }

/** When the thing named does not exist the act is refused anyway; until then the narrower audience is the safe one. */
const unknown: Audience = members

/**
 * Who may read an act and what came of it. What holds a person's name or reasons about her is kept to members;
 * whatever touches a text has the audience of the text; a delegation's instructions and comments are its own.
 */
export const audienceOf = (act: Act, state: DomainState): Audience => {
  switch (act.type) {
    case 'institution.accredit':
    case 'institution.revokeCredential':
    case 'institution.suspendCredential':
    case 'institution.restoreCredential':
      return members
    case 'meetings.attachDocument':
      // What names a text is read by whoever may read the text.
      return act.body.document.kind === 'text'
        ? (audienceOfText(state, act.body.document.text) ?? unknown)
        : everyone
    case 'texts.instruct':
    case 'texts.comment':
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

const isOfCommitments = (act: Act): act is CommitmentsAct => act.type.startsWith('commitments.')

const isOfMeetings = (act: Act): act is MeetingsAct => act.type.startsWith('meetings.')

const audienceByThing = (act: Act, state: DomainState): Audience => {
  const { body } = act
  if (isOfMeetings(act)) return audienceOfMeetingAct(act, state)
  if (isOfCommitments(act)) return audienceOfCommitmentsAct(act, state)
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
  return isAmong(audience, reader.as, state, now)
}

/** Whether a capacity is among those an audience names. Whether somebody holds it is not asked here. */
export const isAmong = (audience: Audience, as: Capacity, state: DomainState, now: Instant): boolean => {
  switch (audience.kind) {
    case 'public':
      return true
    case 'delegation':
      return as.kind === 'delegate' && as.member === audience.member
    case 'delegations':
      return as.kind === 'delegate' ? audience.members.includes(as.member) : isTheirSecretariat(audience, as)
    case 'mediators':
      return as.kind === 'delegate'
        ? audience.members.includes(as.member)
        : as.kind === 'facilitator'
          ? as.text === audience.text
          : as.kind === 'chair' && textOf(state.texts, audience.text)?.body === as.body
    case 'members':
      return as.kind !== 'observer' || parameter(state.institution, 'observers.readMembers', now).value
    case 'body':
      return as.kind === 'delegate'
        ? sitsIn(state.institution, as.member, audience.body, now)
        : as.kind === 'chair'
          ? as.body === audience.body
          : as.kind === 'facilitator'
            ? textOf(state.texts, as.text)?.body === audience.body
            : as.kind === 'secretariat'
  }
}

const isTheirSecretariat = ({ secretariat }: { readonly secretariat: boolean }, as: Capacity): boolean =>
  secretariat && as.kind === 'secretariat'

/** The audience of several delegations: each once, in one order, so that the same ones are always written the same. */
export const delegationsNamed = (members: Iterable<MemberId>, secretariat: boolean): Audience => ({
  kind: 'delegations',
  members: [...new Set(members)].sort(),
  secretariat,
})

const closedTo = (act: Act, audience: Audience | undefined, state: DomainState): boolean =>
  audience !== undefined && !isAmong(audience, act.as, state, act.at)

/**
 * I-34. Who may not read a thing is answered as if it were not there: the refusal for something unknown, with the same
 * facts. Null when the act names nothing that is closed to the one who does it. So no chair puts before her body what
 * the body may not read, and no refusal tells a rival that a draft exists, how far it is, or who objects to it.
 */
export const unseen = (act: Act, state: DomainState): Refusal | null => {
  if (isOfMeetings(act)) return unseenInMeeting(act, state)
  if (isOfCommitments(act)) return unseenOfCommitments(act, state)
  const { body } = act
  if (
    act.type !== 'texts.introduce' &&
    'text' in body &&
    closedTo(act, audienceOfText(state, body.text), state)
  )
    return { rule: 'T-1' as RuleId, facts: { text: body.text } }
  if ('subject' in body && body.subject.kind === 'text') {
    const { text } = body.subject
    const audience = audienceOfText(state, text)
    // A text nobody introduced is answered in the same words, so that nobody can tell the two apart.
    if (audience === undefined || closedTo(act, audience, state))
      return { rule: 'T-1' as RuleId, facts: { text } }
  }
  if ('decision' in body && act.type.startsWith('decisions.')) {
    const decision = body.decision as DecisionId
    if (closedTo(act, audienceOfDecision(state, decision), state))
      return { rule: 'D-10' as RuleId, facts: { decision, found: false } }
  }
  if ('instrument' in body && act.type.startsWith('decisions.')) {
    const instrument = body.instrument as InstrumentId
    if (closedTo(act, audienceOfInstrument(state, instrument), state))
      return { rule: 'D-46' as RuleId, facts: { instrument, found: false } }
  }
  return null
}

/** What an act of the last chapter names, itself or in the terms it gives. */
interface NamedInCommitments {
  readonly commitment?: string
  readonly text?: TextId
  readonly decision?: DecisionId
  readonly terms?: { readonly decision?: DecisionId }
  readonly scope?: { readonly kind: string; readonly commitment?: string }
}

/** What an act of the last chapter names that has an audience of its own, with the refusal for what is not there. */
const namedBy = (
  act: CommitmentsAct,
  state: DomainState,
): readonly { readonly audience: Audience | undefined; readonly unknown: Refusal }[] => {
  const { text, scope, ...named } = act.body as NamedInCommitments
  const commitment =
    act.type === 'commitments.undertake' ? undefined : (named.commitment ?? scope?.commitment)
  const decision = named.decision ?? named.terms?.decision
  const unknown = (rule: string, facts: Refusal['facts']): Refusal => ({ rule: rule as RuleId, facts })
  return [
    ...(commitment === undefined
      ? []
      : [
          {
            audience: audienceOfCommitment(state, commitment),
            unknown: unknown('C-15', { commitment, found: false }),
          },
        ]),
    ...(text === undefined
      ? []
      : [{ audience: audienceOfText(state, text), unknown: unknown('T-1', { text }) }]),
    ...(decision === undefined
      ? []
      : [
          {
            audience: audienceOfDecision(state, decision),
            unknown: unknown('D-10', { decision, found: false }),
          },
        ]),
  ]
}

/**
 * I-34. The commitments, texts and decisions an act of the last chapter names, as whoever does it may know them.
 * C-41. And as whoever reads the act may: nothing is made known by being named.
 */
const unseenOfCommitments = (act: CommitmentsAct, state: DomainState): Refusal | null => {
  const readers = readersOfCommitmentsAct(act, state)
  for (const { audience, unknown } of namedBy(act, state)) {
    const missing = notThere(act, audience, unknown, state)
    if (missing) return missing
    if (!isWithin(readers, audience!))
      return {
        rule: 'C-41' as RuleId,
        facts: { ...unknown.facts, found: true, readBy: audience!.kind, namedTo: readers.kind },
      }
  }
  return null
}

/** The documents an act puts on an agenda. */
const documentsIn = (act: MeetingsAct): readonly AgendaDocument[] => {
  const items: readonly AgendaItem[] =
    act.type === 'meetings.move' && act.body.aim.kind === 'agendaChange' && act.body.aim.change.kind === 'add'
      ? [act.body.aim.change.item]
      : 'agenda' in act.body
        ? (act.body.agenda ?? [])
        : []
  const attached = act.type === 'meetings.attachDocument' ? [act.body.document] : []
  return [...items.flatMap(({ documents = [] }) => documents), ...attached]
}

/** I-34. What is closed to whoever names it, or is not there at all, is told in the same words. */
const notThere = (act: Act, audience: Audience | undefined, refusal: Refusal, state: DomainState) =>
  audience === undefined || closedTo(act, audience, state) ? refusal : null

/**
 * M-21. An agenda, and the hall, name no text and no decision that those who follow the meeting may not read. Those of the
 * body may read what is kept to members, so in a closed sitting such a text is shown. A document that is attached by
 * itself is read by whoever may read its text, and may be of any.
 */
const unseenInMeeting = (act: MeetingsAct, state: DomainState): Refusal | null => {
  const followers = audienceOfMeeting(state, act.body.meeting)
  const opened = (audience: Audience): boolean =>
    audience.kind === 'public' ||
    (followers?.kind === 'body' &&
      (audience.kind === 'members' || (audience.kind === 'body' && audience.body === followers.body)))
  const tooOpen = (what: object): Refusal => ({
    rule: 'M-21' as RuleId,
    facts: { meeting: act.body.meeting, ...what },
  })
  for (const document of documentsIn(act)) {
    if (document.kind !== 'text') continue
    const { text } = document
    const audience = audienceOfText(state, text)
    const missing = notThere(act, audience, { rule: 'T-1' as RuleId, facts: { text } }, state)
    if (missing) return missing
    if (act.type !== 'meetings.attachDocument' && audience!.kind !== 'public') return tooOpen({ text })
  }
  if (act.type !== 'meetings.show') return null
  const { what } = act.body
  if (what.kind === 'text') {
    const audience = audienceOfText(state, what.text)
    const missing = notThere(act, audience, { rule: 'T-1' as RuleId, facts: { text: what.text } }, state)
    return missing ?? (opened(audience!) ? null : tooOpen({ text: what.text }))
  }
  if (what.kind === 'decision' || what.kind === 'silence') {
    const { decision } = what
    const audience = audienceOfDecision(state, decision)
    const missing = notThere(
      act,
      audience,
      { rule: 'D-10' as RuleId, facts: { decision, found: false } },
      state,
    )
    return missing ?? (opened(audience!) ? null : tooOpen({ decision }))
  }
  return null
}
