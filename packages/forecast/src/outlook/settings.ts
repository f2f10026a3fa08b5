/**
 * Numbers of the outlook. The spreads, fadings and the curve of nearness were chosen on sessions 65 to 69 of the UN
 * General Assembly used as an organisation's own record (docs/decisions/0020); the rest is assumed, 2026-11-25.
 */
export interface OutlookSettings {
  /** Days after which a decision, and something said, weighs half. */
  readonly decisionHalf: number
  readonly saidHalf: number
  /** Titles less alike than this say nothing of each other; the likeness above it is raised to this power. */
  readonly leastLike: number
  readonly likePower: number
  /** Nearness of matters that share a tag and no words. */
  readonly sharedTag: number
  /** How often a member objects before anything is known, and the decisions' worth of doubt about it. */
  readonly startRate: number
  readonly startDoubt: number
  /** Standard deviations, in logits: between members, between items, of a member on one item. */
  readonly memberSpread: number
  readonly itemSpread: number
  readonly ownSpread: number
  /**
   * What is not known of a member on an item without evidence of it, at most: most members stand near their habit, and the
   * wide spread above is for the few that the record shows far from it.
   */
  readonly ownDoubt: number
  /** What is not known of how sharp an item is this time, at least, however often it was before the body. */
  readonly itemDrift: number
  /** Cases that the assumed table of what sayings mean is worth beside the record's own cases. */
  readonly tableWorth: number
  /** Decisions, and likeness or share of members heard, below which nothing is said. */
  readonly leastPrecedents: number
  readonly leastNearness: number
  readonly leastHeard: number
  /** An interval wider than this says nothing of a member, or of a body, of whom nothing was heard on the matter. */
  readonly widest: number
}

export const outlookSettings: OutlookSettings = {
  decisionHalf: 2000,
  saidHalf: 365,
  leastLike: 0.2,
  likePower: 2,
  sharedTag: 0.003,
  startRate: 0.03,
  startDoubt: 30,
  memberSpread: 1.5,
  itemSpread: 2.5,
  ownSpread: 3.5,
  ownDoubt: 1.2,
  itemDrift: 1,
  tableWorth: 20,
  leastPrecedents: 5,
  leastNearness: 0.1,
  leastHeard: 0.5,
  widest: 0.9,
}
