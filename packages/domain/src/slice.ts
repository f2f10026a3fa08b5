import {
  type DecisionId,
  emptyTable,
  entries,
  get,
  has,
  type Instant,
  type InstrumentId,
  type MemberId,
  type PersonId,
  put,
  type Table,
  type TextId,
  tableOf,
} from '@gavel/kernel'
import type { Audience } from './act.ts'
import { type CommitmentsState, initial as noCommitments } from './commitments/index.ts'
import {
  audienceOfBreak,
  audienceOfDecision,
  type Decision,
  type DecisionsState,
  type Instrument,
} from './decisions/index.ts'
import { capacityName } from './institution/capacity.ts'
import type { Credential, InstitutionState } from './institution/state.ts'
import { type Meeting, type MeetingsState, meetingSeen } from './meetings/index.ts'
import type { DomainState } from './state.ts'
import { type Comment, type Instruction, type TextsState, textOf } from './texts/index.ts'

/** Whether whoever the slice is for may read what is meant for an audience. */
export type Sees = (audience: Audience) => boolean

/** What is asked for: texts to be had whole, and since when settled decisions are of interest. */
export interface Wanted {
  readonly texts: readonly string[]
  readonly since: Instant
}

/**
 * The part of the state a class of viewers may read, small enough for a browser, in the state's own shape: the rules
 * run on it as they run on the whole. The institution is whole (credentials only for those who may read what is kept to
 * members), and so are meetings but for what was done behind closed doors. Of texts it holds those asked for; `state.texts.order` names every readable one. Decisions
 * and instruments are held while anything about them is unsettled or has happened since `since`; the ids of the
 * readable rest are `elsewhere`. It holds nobody's instructions or comments, and no series of symbols: they count hidden things too.
 */
export interface Slice extends Wanted {
  readonly state: DomainState
  /** Whether it holds what is kept to members: the credentials. */
  readonly members: boolean
  /** Readable and not held, in the order of their ids. */
  readonly elsewhere: {
    readonly decisions: readonly DecisionId[]
    readonly instruments: readonly InstrumentId[]
  }
}

/** D-36. Stands for the member that broke a silence where the rules keep the name from the reader. */
export const unnamed = '' as MemberId

const institutionFor = (own: InstitutionState, members: boolean): InstitutionState =>
  members
    ? own
    : { ...own, credentials: emptyTable(), credentialsOf: emptyTable(), credentialsIn: emptyTable() }

/**
 * M-52. A meeting as a reader may see it: without what was done behind closed doors, and without documents whose text
 * she may not read.
 */
export const meetingFor = (meeting: Meeting, state: DomainState, sees: Sees): Meeting => {
  const seen = meetingSeen(meeting, sees)
  const documents = seen.documents.filter(
    ({ document }) =>
      document.kind !== 'text' || isReadable(textOf(state.texts, document.text)?.audience, sees),
  )
  return documents.length === seen.documents.length ? seen : { ...seen, documents }
}

const isReadable = (audience: Audience | undefined, sees: Sees): boolean =>
  audience !== undefined && sees(audience)

const meetingsFor = (state: DomainState, sees: Sees): MeetingsState => {
  let { meetings } = state.meetings
  for (const [id, meeting] of entries(meetings)) {
    const seen = meetingFor(meeting, state, sees)
    if (seen !== meeting) meetings = put(meetings, id, seen)
  }
  return meetings === state.meetings.meetings ? state.meetings : { ...state.meetings, meetings }
}

const textsFor = (own: TextsState, sees: Sees, wanted: readonly string[]): TextsState => {
  const readable = (id: string): boolean => {
    const text = textOf(own, id as TextId)
    return text !== undefined && sees(text.audience)
  }
  const held = [...new Set(wanted)].filter(readable)
  return {
    texts: tableOf(held.map(id => [id, textOf(own, id as TextId)!])),
    order: own.order.filter(readable),
    series: emptyTable(),
    symbols: emptyTable(),
    instructions: emptyTable(),
    comments: emptyTable(),
  }
}

/** Whether nothing more need follow, by the acts alone: what only the clock has ended is still to be told. */
const isSettled = ({ course, publishedAt }: Decision): boolean => {
  switch (course.stage) {
    case 'put':
    case 'proposed':
      return false
    case 'silence':
      return (
        publishedAt !== undefined ||
        course.silence.settled !== undefined ||
        course.silence.entries.some(({ kind }) => kind === 'withdrawn')
      )
    case 'adopted':
      return publishedAt !== undefined
    case 'noConsensus':
    case 'takenBack':
      return true
  }
}

const instantsOf = ({ course, objections, statements, number, publishedAt }: Decision) => [
  ...(course.stage === 'silence'
    ? [
        ...course.silence.entries.map(({ at }) => at),
        ...course.silence.requests.map(({ at }) => at),
        ...course.silence.comments.map(({ at }) => at),
        course.silence.noticeAt,
        course.silence.confirmed?.at,
        course.silence.settled?.at,
      ]
    : [course.at]),
  ...[...objections, ...statements].flatMap(one => [one.at, one.withdrawnAt]),
  number?.at,
  publishedAt,
]

const daysOf = ({ signatures, consents, provisional }: Instrument) => [
  ...signatures.map(({ on }) => on),
  ...consents.flatMap(({ on, withdrawnOn, denounced }) => [on, withdrawnOn, denounced?.receivedOn]),
  ...provisional.map(({ from }) => from),
]

/** Whether a day (or an instant) is no earlier than the day of `since`; text sorts as time does. */
export const isSince = (day: string | undefined, since: Instant): boolean =>
  day !== undefined && day >= since.slice(0, 10)

const isHeld = (decision: Decision, instrument: Instrument | undefined, since: Instant): boolean =>
  !isSettled(decision) ||
  instantsOf(decision).some(at => isSince(at, since)) ||
  (instrument !== undefined && daysOf(instrument).some(day => isSince(day, since)))

/** D-36. The decision as a reader may see it: who broke its silence, and with what, is left out where the rules say so. */
const decisionFor = (decision: Decision, state: DomainState, sees: Sees): Decision => {
  const { course } = decision
  if (course.stage !== 'silence') return decision
  const broken = course.silence.entries.find(({ kind }) => kind === 'broken')
  if (broken === undefined || sees(audienceOfBreak(state, decision.id, broken.at)!)) return decision
  const told = course.silence.entries.map(entry =>
    entry.kind === 'broken' ? { ...entry, member: unnamed, how: { kind: 'objection' as const } } : entry,
  )
  return { ...decision, course: { ...course, silence: { ...course.silence, entries: told } } }
}

/** The rows of a table that a test on their keys lets through. */
const rows = <V>(table: Table<V>, keep: (key: string, value: V) => boolean): Table<V> =>
  tableOf([...entries(table)].filter(([key, value]) => keep(key, value)))

const decisionsFor = (state: DomainState, sees: Sees, since: Instant) => {
  const own = state.decisions
  const readable = [...entries(own.decisions)].filter(([id]) => {
    const audience = audienceOfDecision(state, id as DecisionId)
    return audience !== undefined && sees(audience)
  })
  const instrumentOf = (id: string) => get(own.instruments, get(own.instrumentOf, id) ?? '')
  const held = tableOf(
    readable
      .filter(([id, decision]) => isHeld(decision, instrumentOf(id), since))
      .map(([id, decision]) => [id, decisionFor(decision, state, sees)] as const),
  )
  const rest = readable.map(([id]) => id as DecisionId).filter(id => !has(held, id))
  const instruments = rest.flatMap(id => get(own.instrumentOf, id) ?? [])
  const decisions: DecisionsState = {
    decisions: held,
    onText: rows(
      own.onText,
      (text, id) => has(held, id) && sees(textOf(state.texts, text as TextId)!.audience),
    ),
    series: emptyTable(),
    bySymbol: emptyTable(),
    instruments: rows(own.instruments, (_, { decision }) => has(held, decision)),
    instrumentOf: rows(own.instrumentOf, id => has(held, id)),
  }
  return { decisions, elsewhere: { decisions: rest.sort(), instruments: instruments.sort() } }
}

/** Of the last chapter a slice holds the catalogue: commitments may be a hundred thousand, and are fetched one by one. */
const commitmentsFor = ({ catalogues, catalogueOrder }: CommitmentsState): CommitmentsState => ({
  ...noCommitments,
  catalogues,
  catalogueOrder,
})

/** The slice of a state for a class of viewers. Two classes that see the same audiences get the same slice. */
export const sliceOf = (state: DomainState, sees: Sees, { texts, since }: Wanted): Slice => {
  const members = sees({ kind: 'members' })
  const { decisions, elsewhere } = decisionsFor(state, sees, since)
  return {
    state: {
      institution: institutionFor(state.institution, members),
      meetings: meetingsFor(state, sees),
      texts: textsFor(state.texts, sees, texts),
      decisions,
      commitments: commitmentsFor(state.commitments),
    },
    texts,
    since,
    members,
    elsewhere,
  }
}

/** What is a viewer's own: her credentials, and her delegations' instructions (T-50) and comments (T-54). No class of viewers shares it. */
export interface Own {
  readonly credentials: readonly Credential[]
  /** By member, for each delegation she reads for, as in the state; empty where none were given. */
  readonly instructions: Table<Table<Instruction>>
  readonly comments: Table<Table<readonly Comment[]>>
}

const ofDelegations = <V>(all: Table<Table<V>>, delegations: readonly string[]): Table<Table<V>> =>
  tableOf(delegations.map(member => [member, get(all, member) ?? emptyTable()] as const))

export const ownOf = (state: DomainState, person: PersonId, delegations: readonly string[]): Own => ({
  credentials: (get(state.institution.credentialsOf, person) ?? []).map(
    id => get(state.institution.credentials, id)!,
  ),
  instructions: ofDelegations(state.texts.instructions, delegations),
  comments: ofDelegations(state.texts.comments, delegations),
})

const withCredential = (own: InstitutionState, credential: Credential): InstitutionState => {
  const { id, person, capacity } = credential
  const listed = (table: Table<readonly string[]>, key: string): Table<readonly string[]> =>
    has(own.credentials, id) ? table : put(table, key, [...(get(table, key) ?? []), id])
  return {
    ...own,
    credentials: put(own.credentials, id, credential),
    credentialsOf: listed(own.credentialsOf, person),
    credentialsIn: listed(own.credentialsIn, capacityName(capacity)),
  }
}

/**
 * The slice with what is the viewer's own put into it, so that the gate finds her credentials and later instructions
 * and comments are folded in. A slice that holds all credentials keeps those it has.
 */
export const withOwn = (slice: Slice, own: Own): Slice => {
  const { state, members } = slice
  const institution = members ? state.institution : own.credentials.reduce(withCredential, state.institution)
  return {
    ...slice,
    state: {
      ...state,
      institution,
      texts: { ...state.texts, instructions: own.instructions, comments: own.comments },
    },
  }
}
