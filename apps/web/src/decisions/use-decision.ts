import type { decisions as chapter, DomainState } from '@gavel/domain'
import { get, put } from '@gavel/kernel'
import { Declined } from '../live/request.ts'
import { useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'

/** An entry on the record that made a decision what it is. */
export interface Step {
  readonly index: number
  readonly act: { readonly type: string; readonly at: string; readonly as: chapter.DecisionsAct['as'] }
}

interface History {
  readonly history: readonly Step[]
  readonly instrument: string | null
}

export interface DecisionAtHand {
  /** The state the rules are asked of: with the decision in it, its text and its instrument. */
  readonly state: DomainState
  readonly decision: chapter.Decision
  readonly instrument: chapter.Instrument | undefined
  readonly history: readonly Step[]
}

export type Finding =
  | { readonly kind: 'looking' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed' }
  | ({ readonly kind: 'found' } & DecisionAtHand)

/** A settled decision is not part of the slice: what was fetched of it is put in, so that the rules find it. */
const withFetched = (
  state: DomainState,
  decision: chapter.Decision,
  instrument: chapter.Instrument | undefined,
): DomainState => {
  const own = state.decisions
  const decisions =
    get(own.decisions, decision.id) === undefined ? put(own.decisions, decision.id, decision) : own.decisions
  if (instrument === undefined || get(own.instruments, instrument.id) !== undefined)
    return { ...state, decisions: { ...own, decisions } }
  return {
    ...state,
    decisions: {
      ...own,
      decisions,
      instruments: put(own.instruments, instrument.id, instrument),
      instrumentOf: put(own.instrumentOf, decision.id, instrument.id),
    },
  }
}

const isGone = (error: unknown): boolean => error instanceof Declined && error.problem.status === 404

/** A decision by its id, wherever it is: in the slice, or settled long ago and fetched. */
export const useDecision = (id: string): Finding => {
  const base = useSlice()
  const held = base && get(base.decisions.decisions, id)
  const path = `/api/decisions/${encodeURIComponent(id)}`
  const fetched = useView<chapter.Decision>(base !== undefined && held === undefined ? path : null)
  const decision = held ?? fetched.data
  const subject = decision?.subject
  const withText = useSlice(subject?.kind === 'text' ? subject.text : null)
  const { data: told } = useView<History>(decision === undefined ? null : `${path}/history`)
  const name = (base && get(base.decisions.instrumentOf, id)) ?? told?.instrument ?? undefined
  const heldInstrument = name === undefined ? undefined : base && get(base.decisions.instruments, name)
  const { data: fetchedInstrument } = useView<chapter.Instrument>(
    name !== undefined && heldInstrument === undefined
      ? `/api/instruments/${encodeURIComponent(name)}`
      : null,
  )
  if (isGone(fetched.error)) return { kind: 'missing' }
  if (decision === undefined && fetched.isError) return { kind: 'failed' }
  const state = withText ?? base
  if (decision === undefined || state === undefined) return { kind: 'looking' }
  const instrument = heldInstrument ?? fetchedInstrument
  return {
    kind: 'found',
    state: withFetched(state, decision, instrument),
    decision,
    instrument,
    history: told?.history ?? [],
  }
}
