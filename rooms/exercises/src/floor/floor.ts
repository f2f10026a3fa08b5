import type { Move } from '../brain/move.ts'
import type { Stage, TableSeen } from '../brain/table.ts'

export interface When {
  readonly stage: Stage
  readonly round: number
  readonly time: number
}

/** How a clean text fared: adopted, and in which way; or who stood in the way. */
export interface Outcome {
  readonly how: 'silence' | 'inTheRoom' | 'minusOne' | null
  readonly objecting: readonly number[]
  readonly silenceBroken: boolean
}

/** Who would object to the package, and whether while it is under silence or put in the room. */
export type Ask = (where: 'silence' | 'room') => readonly number[]

/**
 * Where a negotiation takes place: the engine with its record, the public API, or bare numbers. The ladder and the minds
 * know no other way to act than this.
 */
export interface Floor {
  seen(when: When): TableSeen
  openStage(when: When): Promise<void>
  closeStage(when: When): Promise<void>
  /** What delegations do in this round, by place; each speaks once. */
  take(when: When, moves: readonly (readonly Move[])[]): Promise<void>
  settle(when: When, settling: readonly { readonly issue: number; readonly option: number }[]): Promise<void>
  /** The chair's text for the open brackets: an option for each, null where it is settled. */
  offer(when: When, options: readonly (number | null)[]): Promise<void>
  /** Takes what of the chair's text nobody objects to and withdraws the rest; answers the options that somebody would not have. */
  takeOffer(when: When): Promise<readonly { readonly issue: number; readonly option: number }[]>
  inject(when: When, title: string, words: string): Promise<void>
  settled(): readonly (number | null)[]
  decide(when: When, ask: Ask): Promise<Outcome>
  /** Adopted: what delegations undertake. */
  undertake(when: When): Promise<void>
}
