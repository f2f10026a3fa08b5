import type { StandWord } from './table.ts'

/** Why a delegation did what it did: a name a program can count, and the figures it looked at. */
export interface Why {
  readonly name:
    | 'preferred'
    | 'redLine'
    | 'awaitsInstructions'
    | 'smallLoss'
    | 'trade'
    | 'wantsInReturn'
    | 'deadline'
    | 'holdsOut'
    | 'wholeIsEnough'
    | 'wholeIsTooLittle'
    | 'greedy'
    | 'chance'
  /** Points lost against the best option, where that was looked at. */
  readonly loss?: number
  /** What the whole would be worth as things stand. */
  readonly whole?: number
  /** The bracket something is wanted in, for a trade. */
  readonly other?: number
}

/** What a delegation does next. */
export type Move =
  | {
      readonly kind: 'stand'
      readonly issue: number
      readonly option: number
      readonly stand: StandWord
      readonly why: Why
    }
  | { readonly kind: 'onOffer'; readonly offer: number; readonly stand: StandWord; readonly why: Why }

/** What a delegation does about a text under silence, or put in the room. */
export interface Verdict {
  readonly objects: boolean
  /** It would agree, and objects to see what it gets for it. */
  readonly bluff: boolean
  readonly why: Why
}
