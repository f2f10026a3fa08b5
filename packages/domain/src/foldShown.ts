import { get, has, type InstrumentId } from '@gavel/kernel'
import type { Audience } from './act.ts'
import type { CommitmentsEvent } from './commitments/index.ts'
import { audienceOfDecision, type DecisionsEvent } from './decisions/index.ts'
import { domain } from './domain.ts'
import type { MeetingsEvent } from './meetings/index.ts'
import { isSince, type Sees, type Slice } from './slice.ts'
import type { Act, DomainEvent, DomainState } from './state.ts'
import type { TextsEvent } from './texts/index.ts'

/** An entry as a viewer is shown it. Without events it is closed to her, or was erased. */
export interface Shown {
  readonly events?: readonly DomainEvent[]
  /** Set on a closed entry that changes what she may see all the same: the slice has to be fetched anew. */
  readonly again?: true
}

/** `stale`: the entry is about something the slice cannot tell; it is to be fetched anew, as of after this entry. */
export type Folded =
  | { readonly kind: 'folded'; readonly slice: Slice }
  | { readonly kind: 'stale'; readonly why: string }

const folded = (slice: Slice): Folded => ({ kind: 'folded', slice })
const stale = (why: string): Folded => ({ kind: 'stale', why })

/** The state after an event, with no series of symbols: those the slice does not keep. */
const evolved = (slice: Slice, event: DomainEvent): Folded => {
  const { texts, decisions } = slice.state
  const next = domain.evolve(slice.state, event)
  const { series, symbols } = texts
  const { series: numbers, bySymbol } = decisions
  const state: DomainState = {
    ...next,
    texts: next.texts === texts ? texts : { ...next.texts, series, symbols },
    decisions: next.decisions === decisions ? decisions : { ...next.decisions, series: numbers, bySymbol },
  }
  return folded({ ...slice, state })
}

const withTexts = (slice: Slice, texts: DomainState['texts']): Folded =>
  folded({ ...slice, state: { ...slice.state, texts } })

/** Texts that are readable but not held are passed over; one that has just become readable is fetched. */
const foldText = (slice: Slice, event: TextsEvent): Folded => {
  const { texts } = slice.state
  if (event.type === 'texts.introduced')
    return slice.texts.includes(event.text)
      ? evolved(slice, event)
      : withTexts(slice, { ...texts, order: [...texts.order, event.text] })
  if (event.type === 'texts.instructed')
    return has(texts.instructions, event.member) ? evolved(slice, event) : folded(slice)
  if (event.type === 'texts.commented')
    return has(texts.comments, event.member) ? evolved(slice, event) : folded(slice)
  if (has(texts.texts, event.text)) return evolved(slice, event)
  return texts.order.includes(event.text) ? folded(slice) : stale(`the text ${event.text} came into view`)
}

type OfInstrument = Extract<DecisionsEvent, { readonly instrument: InstrumentId }>

/** The day an event gives an instrument, by which it may come to be held again. */
const dayOf = (event: OfInstrument): string | undefined => {
  switch (event.type) {
    case 'decisions.instrumentSigned':
    case 'decisions.consentWithdrawn':
      return event.on
    case 'decisions.consentDeposited':
      return event.consent.on
    case 'decisions.appliedProvisionally':
      return event.from
    case 'decisions.instrumentDenounced':
      return event.receivedOn
    default:
      return undefined
  }
}

const foldInstrument = (slice: Slice, event: OfInstrument): Folded => {
  const { elsewhere, state, since } = slice
  const held = state.decisions
  if (event.type === 'decisions.instrumentOpened') {
    if (has(held.decisions, event.decision)) return evolved(slice, event)
    if (!elsewhere.decisions.includes(event.decision))
      return stale(`the decision ${event.decision} is unknown`)
    const instruments = [...elsewhere.instruments, event.instrument].sort()
    return folded({ ...slice, elsewhere: { ...elsewhere, instruments } })
  }
  if (has(held.instruments, event.instrument)) return evolved(slice, event)
  return elsewhere.instruments.includes(event.instrument) && !isSince(dayOf(event), since)
    ? folded(slice)
    : stale(`the instrument ${event.instrument} is not held`)
}

const bringsUp = (event: DecisionsEvent): boolean =>
  event.type === 'decisions.decisionPut' ||
  event.type === 'decisions.silenceProposed' ||
  (event.type === 'decisions.silenceOpened' && event.meeting === undefined)

/** M-52. Doors that open or close change what may be seen of a meeting: it is fetched anew. */
const foldMeeting = (slice: Slice, event: MeetingsEvent): Folded =>
  event.type === 'meetings.accessSet' ||
  (event.type === 'meetings.noticeAmended' && event.access !== undefined)
    ? stale(`the doors of ${event.meeting} have moved`)
    : evolved(slice, event)

/** A decision that is held, or comes up for the first time, is folded; what happens to any other makes the slice stale. */
const foldDecision = (slice: Slice, event: DecisionsEvent): Folded => {
  if ('instrument' in event) return foldInstrument(slice, event)
  const { decision } = event
  if (has(slice.state.decisions.decisions, decision)) return evolved(slice, event)
  return bringsUp(event) && !slice.elsewhere.decisions.includes(decision)
    ? evolved(slice, event)
    : stale(`the decision ${decision} is not held`)
}

/** What happens to the catalogue, which a slice holds; all else of the chapter is fetched when it is looked at. */
const ofCatalogue = new Set<CommitmentsEvent['type']>([
  'commitments.catalogueOpened',
  'commitments.measureRecorded',
  'commitments.measureAgreedTo',
  'commitments.measureLeft',
])

const foldCommitment = (slice: Slice, event: CommitmentsEvent): Folded =>
  ofCatalogue.has(event.type) ? evolved(slice, event) : folded(slice)

const foldEvent = (slice: Slice, event: DomainEvent): Folded => {
  if (event.type.startsWith('meetings.')) return foldMeeting(slice, event as MeetingsEvent)
  if (event.type.startsWith('texts.')) return foldText(slice, event as TextsEvent)
  if (event.type.startsWith('decisions.')) return foldDecision(slice, event as DecisionsEvent)
  if (event.type.startsWith('commitments.')) return foldCommitment(slice, event as CommitmentsEvent)
  return evolved(slice, event)
}

/**
 * Folds an entry, as the slice's viewer is shown it, into the slice. The law: the slice after some entries, with the
 * later entries folded in, is the slice after those: unless one of them says `stale`, and then it is fetched anew.
 * An event this edition of the rules does not know makes it stale as well.
 */
export const foldShown = (slice: Slice, { events = [], again }: Shown): Folded => {
  if (again === true) return stale('what may be seen has changed')
  let next = slice
  try {
    for (const event of events) {
      const one = foldEvent(next, event)
      if (one.kind === 'stale') return one
      next = one.slice
    }
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return stale(error.message)
    throw error
  }
  return folded(next)
}

/** What everybody sees of a meeting, whoever was in the room when it was moved. */
const paused = new Set<DomainEvent['type']>([
  'meetings.suspended',
  'meetings.adjourned',
  'meetings.agendaChanged',
])

/**
 * Whether an entry that is closed to a viewer changes what she may see all the same: a silence on a decision she
 * reads was broken under a name she may not read (D-36), a text she could read was closed to her (T-49), or a motion
 * carried behind closed doors paused the meeting or changed its agenda (M-52).
 */
export const changesWhatIsSeen = (events: readonly DomainEvent[], sees: Sees, state: DomainState): boolean =>
  events.some(event => {
    if (paused.has(event.type)) return true
    const audience: Audience | undefined =
      event.type === 'decisions.silenceBroken'
        ? audienceOfDecision(state, event.decision)
        : event.type === 'texts.audienceChanged'
          ? event.before
          : undefined
    return audience !== undefined && sees(audience)
  })

/** Something an act names that the slice knows of and does not hold. */
export interface NotHeld {
  readonly kind: 'text' | 'decision' | 'instrument'
  readonly id: string
}

/**
 * What an act names, itself or through its decision, that is readable but not held: until it is, the rules cannot be
 * asked here. Empty: `domain.decide` says of the act what the server would, as far as this viewer can know.
 */
export const notHeld = ({ state, elsewhere }: Slice, act: Pick<Act, 'body'>): readonly NotHeld[] => {
  const named = act.body as {
    readonly text?: string
    readonly subject?: { readonly text?: string }
    readonly decision?: string
    readonly instrument?: string
  }
  const instrument = named.instrument
  const decision = named.decision ?? (instrument && get(state.decisions.instruments, instrument)?.decision)
  const subject = decision === undefined ? undefined : get(state.decisions.decisions, decision)?.subject
  const texts = [named.text, named.subject?.text, subject?.kind === 'text' ? subject.text : undefined]
  const lacking = (kind: NotHeld['kind'], ids: readonly (string | undefined)[], known: readonly string[]) =>
    ids.flatMap(id => (id !== undefined && known.includes(id) ? [{ kind, id }] : []))
  const away = state.texts.order.filter(id => !has(state.texts.texts, id))
  return [
    ...lacking('text', [...new Set(texts)], away),
    ...lacking('decision', [decision], elsewhere.decisions),
    ...lacking('instrument', [instrument], elsewhere.instruments),
  ]
}
