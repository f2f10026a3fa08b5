import type { DomainEvent, meetings } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'

/** What the API answers of a journal, as far as the screen reads it. */
export interface JournalAnswer {
  readonly sitting: number | null
  readonly sittings: readonly meetings.Sitting[]
  readonly papers: meetings.Journal | null
  readonly agenda: { readonly adoptedAt: Instant | null; readonly items: readonly meetings.AgendaItem[] }
  readonly presence: readonly {
    readonly member: string
    readonly from: Instant
    readonly until: Instant | null
  }[]
  readonly speeches: readonly JournalSpeech[]
  readonly steps: readonly JournalStep[]
  readonly decisions: readonly JournalDecision[]
  readonly statements: readonly JournalStatement[]
}

export interface JournalSpeech {
  readonly index: number
  readonly speaker: meetings.Speaker
  readonly kind: meetings.FloorKind
  readonly item: string
  readonly from: Instant
  readonly usedMs: number | null
  readonly seconds: number | null
  readonly how: 'yielded' | 'taken' | null
}

export interface JournalStep {
  readonly index: number
  readonly item: string | null
  readonly event: DomainEvent
}

export interface JournalDecision {
  readonly decision: string
  readonly title: string
  readonly outcome:
    | 'put'
    | 'adopted'
    | 'noConsensus'
    | 'takenBack'
    | 'silenceProposed'
    | 'silenceOpened'
    | 'silenceConfirmed'
  readonly number: string | null
  readonly objections: readonly {
    readonly member: string
    readonly reason: string | null
    readonly withdrawnAt: Instant | null
  }[]
  readonly statements: readonly {
    readonly member: string
    readonly kind: 'reservation' | 'interpretativeStatement' | 'explanationOfPosition' | 'dissociation'
    readonly wording: string
  }[]
}

export interface JournalStatement {
  readonly statement: string
  readonly speaker: meetings.Speaker
  readonly purpose: 'general' | 'national' | 'joint'
  readonly joined: readonly string[]
  readonly wording: string | null
  readonly document: string | null
  readonly forJournal: boolean
}

/** The steps of a meeting in runs under the item they happened under. */
export const byItem = (
  steps: readonly JournalStep[],
): readonly { readonly item: string | null; readonly steps: readonly JournalStep[] }[] => {
  const runs: { item: string | null; steps: JournalStep[] }[] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last !== undefined && (step.item === last.item || step.item === null)) last.steps.push(step)
    else runs.push({ item: step.item, steps: [step] })
  }
  return runs
}
