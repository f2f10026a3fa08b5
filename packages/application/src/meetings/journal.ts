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

/** A journal while it is being drawn up. */
interface Draft extends Journal {
  readonly sitting: number | null
  readonly item: string | null
}

const empty: Draft = {
  agenda: { adoptedAt: null, items: [] },
  presence: [],
  speeches: [],
  steps: [],
  decisions: [],
  statements: [],
  sitting: null,
  item: null,
}

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

const withStep = (draft: Draft, index: number, event: DomainEvent): Draft =>
  steps.has(event.type)
    ? {
        ...draft,
        steps: [...draft.steps, { index, sitting: draft.sitting, item: draft.item, event }],
      }
    : draft

/** Everybody leaves the room. */
const emptied = (draft: Draft, at: Instant): Draft => ({
  ...draft,
  presence: draft.presence.map(span => (span.until === null ? { ...span, until: at } : span)),
})

const withPresence = (draft: Draft, event: EventOf<'meetings.presenceRecorded'>): Draft => ({
  ...draft,
  presence: event.present
    ? [...draft.presence, { member: event.member, from: event.at, until: null }]
    : draft.presence.map(span =>
        span.member === event.member && span.until === null ? { ...span, until: event.at } : span,
      ),
})

const spoken = (draft: Draft, event: EventOf<'meetings.floorEnded'>): Draft => ({
  ...draft,
  speeches: draft.speeches.map(speech =>
    speech.until === null ? { ...speech, until: event.at, usedMs: event.usedMs, how: event.how } : speech,
  ),
})

const begun = (draft: Draft, index: number, event: EventOf<'meetings.floorGiven'>): Draft => {
  const { speaker, kind, item, at, seconds } = event
  const speech = { index, speaker, kind, item, from: at, until: null, usedMs: null, seconds, how: null }
  return { ...draft, speeches: [...draft.speeches, speech] }
}

const stated = (draft: Draft, event: EventOf<'meetings.statementRecorded'>): Draft => {
  const { statement, at, speaker, purpose, item, wording, document, forJournal } = event
  const made: JournalStatement = {
    statement,
    at,
    speaker,
    purpose,
    item: item ?? null,
    joined: [],
    wording: wording ?? null,
    document: document ?? null,
    forJournal,
  }
  return { ...draft, statements: [...draft.statements, made] }
}

const joined = (draft: Draft, event: EventOf<'meetings.statementJoined'>): Draft => ({
  ...draft,
  statements: draft.statements.map(each =>
    each.statement === event.statement ? { ...each, joined: [...each.joined, event.member] } : each,
  ),
})

/** The draft with what an event changes in its lists. */
const withLists = (draft: Draft, index: number, event: DomainEvent): Draft => {
  switch (event.type) {
    case 'meetings.presenceRecorded':
      return withPresence(draft, event)
    case 'meetings.opened':
      return { ...draft, sitting: 1 }
    case 'meetings.resumed':
      return { ...draft, sitting: event.sitting ?? draft.sitting }
    case 'meetings.agendaAdopted':
      return { ...draft, agenda: { adoptedAt: event.at, items: event.agenda } }
    case 'meetings.agendaChanged':
      return { ...draft, agenda: { ...draft.agenda, items: event.agenda } }
    case 'meetings.itemTakenUp':
      return { ...draft, item: event.item }
    case 'meetings.floorGiven':
      return begun(draft, index, event)
    case 'meetings.floorEnded':
      return spoken(draft, event)
    case 'meetings.statementRecorded':
      return stated(draft, event)
    case 'meetings.statementJoined':
      return joined(draft, event)
    case 'meetings.statementWithdrawn':
      return { ...draft, statements: draft.statements.filter(each => each.statement !== event.statement) }
    default:
      return event.type.startsWith('decisions.')
        ? { ...draft, decisions: withDecision(draft.decisions, event, draft.item) }
        : draft
  }
}

/** What ends with an event, after it was written down. */
const ended = (draft: Draft, event: DomainEvent): Draft => {
  if (event.type === 'meetings.adjourned' || event.type === 'meetings.closed') return emptied(draft, event.at)
  return event.type === 'meetings.itemConcluded' && event.item === draft.item
    ? { ...draft, item: null }
    : draft
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
  let draft = empty
  for (const { index, events } of entries)
    for (const event of events) draft = ended(withStep(withLists(draft, index, event), index, event), event)
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
