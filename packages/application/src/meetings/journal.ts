import type { DomainEvent, meetings } from '@gavel/domain'
import type { DecisionId, Instant, MemberId, StatementId } from '@gavel/kernel'
import type { EntryContent } from '../record-keeper.ts'
import { type JournalDecision, withDecision } from './journalDecisions.ts'

type EventOf<Type extends DomainEvent['type']> = Extract<DomainEvent, { type: Type }>

/** An entry of the record as the reader of the journal may see it. */
export interface JournalEntry extends Pick<EntryContent<DomainEvent>, 'events'> {
  readonly index: number
}

/** When a delegation was in the room. `until` is null for one that still is. */
export interface PresenceSpan {
  readonly member: MemberId
  readonly from: Instant
  readonly until: Instant | null
}

/** A turn on the floor. */
export interface JournalSpeech {
  readonly index: number
  readonly speaker: meetings.Speaker
  readonly kind: meetings.FloorKind
  readonly item: string
  readonly from: Instant
  /** null while she speaks, as are `usedMs` and `how`. */
  readonly until: Instant | null
  /** How long she spoke, points of order left out, in milliseconds. */
  readonly usedMs: number | null
  /** The limit in seconds; null without one. */
  readonly seconds: number | null
  readonly how: 'yielded' | 'taken' | null
}

/** A statement for the record, with its words. Of a joint one, only the members that have joined are named. */
export interface JournalStatement {
  readonly statement: StatementId
  readonly at: Instant
  readonly speaker: meetings.Speaker
  readonly purpose: 'general' | 'national' | 'joint'
  readonly item: string | null
  readonly joined: readonly MemberId[]
  readonly wording: string | null
  readonly document: string | null
  readonly forJournal: boolean
}

/** Something that happened, in its order, with the item it happened under and the entry that proves it. */
export interface JournalStep {
  readonly index: number
  /** null before the first sitting. */
  readonly sitting: number | null
  readonly item: string | null
  readonly event: DomainEvent
}

/** What a meeting, or one sitting of it, did, worked out from the record. */
export interface Journal {
  readonly agenda: {
    readonly adoptedAt: Instant | null
    readonly items: readonly meetings.AgendaItem[]
  }
  readonly presence: readonly PresenceSpan[]
  readonly speeches: readonly JournalSpeech[]
  readonly steps: readonly JournalStep[]
  readonly decisions: readonly JournalDecision[]
  readonly statements: readonly JournalStatement[]
}

type Writable<Thing> = { -readonly [Name in keyof Thing]: Thing[Name] }

/** A journal while it is being drawn up: lists grow in place, so that a long meeting costs no more than its length. */
interface Draft {
  agenda: Journal['agenda']
  readonly presence: Writable<PresenceSpan>[]
  readonly speeches: Writable<JournalSpeech>[]
  readonly steps: JournalStep[]
  decisions: readonly JournalDecision[]
  statements: readonly JournalStatement[]
  sitting: number | null
  item: string | null
}

const emptyDraft = (): Draft => ({
  agenda: { adoptedAt: null, items: [] },
  presence: [],
  speeches: [],
  steps: [],
  decisions: [],
  statements: [],
  sitting: null,
  item: null,
})

/** Events that are a step of their own. What else is in a meeting is told in the lists of the journal. */
const steps = new Set<DomainEvent['type']>([
  'meetings.opened',
  'meetings.agendaAdopted',
  'meetings.agendaChanged',
  'meetings.itemTakenUp',
  'meetings.itemConcluded',
  'meetings.suspended',
  'meetings.adjourned',
  'meetings.resumed',
  'meetings.closed',
  'meetings.calledOff',
  'meetings.accessSet',
  'meetings.floorGiven',
  'meetings.listClosed',
  'meetings.listReopened',
  'meetings.debateClosed',
  'meetings.pointRaised',
  'meetings.pointRuled',
  'meetings.rulingAppealed',
  'meetings.appealDecided',
  'meetings.moved',
  'meetings.motionSpokenOn',
  'meetings.motionWithdrawn',
  'meetings.motionDecided',
  'meetings.objectionRaised',
  'meetings.objectionWithdrawn',
  'decisions.decisionPut',
  'decisions.objectionRaised',
  'decisions.objectionWithdrawn',
  'decisions.decisionAdopted',
  'decisions.consensusNotReached',
  'decisions.putWithdrawn',
  'decisions.silenceProposed',
  'decisions.silenceOpened',
  'decisions.silenceConfirmed',
  'decisions.statementAttached',
])

/** Everybody leaves the room. */
const empties = ({ presence }: Draft, at: Instant): void => {
  for (const span of presence) span.until ??= at
}

const comesOrGoes = (
  { presence }: Draft,
  { member, at, present }: EventOf<'meetings.presenceRecorded'>,
): void => {
  if (present) presence.push({ member, from: at, until: null })
  else for (const span of presence) if (span.member === member) span.until ??= at
}

const begins = ({ speeches }: Draft, index: number, event: EventOf<'meetings.floorGiven'>): void => {
  const { speaker, kind, item, at, seconds } = event
  speeches.push({ index, speaker, kind, item, from: at, until: null, usedMs: null, seconds, how: null })
}

/** One speaks at a time (M-37): the turn that ends is the last that began. */
const ends = ({ speeches }: Draft, { at, usedMs, how }: EventOf<'meetings.floorEnded'>): void => {
  const speech = speeches.at(-1)
  if (speech !== undefined) Object.assign(speech, { until: at, usedMs, how })
}

const stated = (event: EventOf<'meetings.statementRecorded'>): JournalStatement => {
  const { statement, at, speaker, purpose, forJournal } = event
  const { item = null, wording = null, document = null } = event
  return { statement, at, speaker, purpose, item, joined: [], wording, document, forJournal }
}

const joined = (
  statements: readonly JournalStatement[],
  event: EventOf<'meetings.statementJoined'>,
): readonly JournalStatement[] =>
  statements.map(each =>
    each.statement === event.statement ? { ...each, joined: [...each.joined, event.member] } : each,
  )

/** Writes down what an event changes in the lists of a draft. */
const note = (draft: Draft, index: number, event: DomainEvent): void => {
  switch (event.type) {
    case 'meetings.presenceRecorded':
      comesOrGoes(draft, event)
      return
    case 'meetings.opened':
      draft.sitting = 1
      return
    case 'meetings.resumed':
      draft.sitting = event.sitting ?? draft.sitting
      return
    case 'meetings.agendaAdopted':
      draft.agenda = { adoptedAt: event.at, items: event.agenda }
      return
    case 'meetings.agendaChanged':
      draft.agenda = { ...draft.agenda, items: event.agenda }
      return
    case 'meetings.itemTakenUp':
      draft.item = event.item
      return
    case 'meetings.floorGiven':
      begins(draft, index, event)
      return
    case 'meetings.floorEnded':
      ends(draft, event)
      return
    case 'meetings.statementRecorded':
      draft.statements = [...draft.statements, stated(event)]
      return
    case 'meetings.statementJoined':
      draft.statements = joined(draft.statements, event)
      return
    case 'meetings.statementWithdrawn':
      draft.statements = draft.statements.filter(each => each.statement !== event.statement)
      return
    default:
      if (event.type.startsWith('decisions.'))
        draft.decisions = withDecision(draft.decisions, event, draft.item)
  }
}

/** What ends with an event, after it was written down. */
const leave = (draft: Draft, event: DomainEvent): void => {
  if (event.type === 'meetings.adjourned' || event.type === 'meetings.closed') empties(draft, event.at)
  if (event.type === 'meetings.itemConcluded' && event.item === draft.item) draft.item = null
}

/** Every decision that came up in a meeting, in the order in which it came up. */
export const decisionsNamed = (entries: readonly JournalEntry[], meeting: string): readonly DecisionId[] => [
  ...new Set(
    entries.flatMap(({ events }) =>
      events.flatMap(event =>
        'decision' in event && 'meeting' in event && event.meeting === meeting ? [event.decision] : [],
      ),
    ),
  ),
]

/**
 * The journal of a meeting, drawn up from the entries its reader may see, oldest first: those that are about the
 * meeting, and those about the decisions that came up in it. It says nothing that is not in them.
 */
export const journalFrom = (entries: readonly JournalEntry[]): Journal => {
  const draft = emptyDraft()
  for (const { index, events } of entries)
    for (const event of events) {
      note(draft, index, event)
      if (steps.has(event.type)) draft.steps.push({ index, sitting: draft.sitting, item: draft.item, event })
      leave(draft, event)
    }
  const { sitting: _sitting, item: _item, ...journal } = draft
  return journal
}

/** The part of a journal that is of one sitting. What was before the first sitting is of the first. */
export const ofSitting = (journal: Journal, sitting: meetings.Sitting): Journal => {
  const { from, until } = sitting
  const within = (at: Instant): boolean =>
    (at >= from || sitting.number === 1) && (until === undefined || at <= until)
  return {
    ...journal,
    presence: journal.presence.filter(
      span => (until === undefined || span.from <= until) && (span.until === null || span.until >= from),
    ),
    speeches: journal.speeches.filter(speech => within(speech.from)),
    steps: journal.steps.filter(step => within(step.event.at)),
    decisions: journal.decisions.filter(decision => within(decision.at)),
    statements: journal.statements.filter(statement => within(statement.at)),
  }
}
