import type { MotionAim, PointKind } from './acts.ts'

/** A kind of point of order or of procedural motion, as data: screens list them, rules look them up. */
export interface ProceduralKind {
  readonly kind: PointKind | MotionAim['kind']
  /** A point is answered by the chair's ruling; a motion is decided by the meeting. */
  readonly form: 'point' | 'motion'
  readonly about: string
  /** M-47. Of motions: which goes before which, the smaller first. */
  readonly precedence?: number
}

/**
 * What may be raised in a meeting, in the order of precedence. The order of the first four motions is that of the draft
 * rules of procedure of the BBNJ Conference of the Parties (A/AC.296/2026/9); the rest is assumed, 2026-11-24.
 */
export const proceduralKinds: readonly ProceduralKind[] = [
  { kind: 'order', form: 'point', about: 'The rules are not being followed' },
  { kind: 'quorum', form: 'point', about: 'The quorum is in doubt' },
  { kind: 'language', form: 'point', about: 'Interpretation, translation or sound fails' },
  { kind: 'clarification', form: 'point', about: 'What is being done is not clear' },
  { kind: 'suspension', form: 'motion', about: 'The sitting is suspended', precedence: 1 },
  { kind: 'adjournment', form: 'motion', about: 'The meeting is adjourned', precedence: 2 },
  {
    kind: 'adjournmentOfDebate',
    form: 'motion',
    about: 'Debate on the item is adjourned; it stays open',
    precedence: 3,
  },
  { kind: 'closureOfDebate', form: 'motion', about: 'Debate on the item is closed', precedence: 4 },
  { kind: 'closureOfList', form: 'motion', about: "The speakers' list is closed", precedence: 5 },
  { kind: 'divisionOfText', form: 'motion', about: 'Parts of a text are taken one by one', precedence: 6 },
  { kind: 'agendaChange', form: 'motion', about: 'The adopted agenda is changed', precedence: 7 },
]

/** M-47. Where a kind of motion stands; the smaller goes first. */
export const precedenceOf = (kind: MotionAim['kind']): number =>
  proceduralKinds.find(each => each.kind === kind)?.precedence ?? Number.MAX_SAFE_INTEGER
