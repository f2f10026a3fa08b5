import type { Chance } from '../outlook/matters.ts'

/** Something that could be taken up at the next meeting. */
export interface Candidate {
  readonly item: string
  /** The chance that somebody objects, as `outlookOf` gives it. */
  readonly objection: Chance
  /** Minutes it needs, a whole number from 1. */
  readonly minutes: number
  /** How much it matters that it is decided, above 0; only proportions count. */
  readonly importance: number
  /** True when it has to be decided before the meeting after this one. */
  readonly due: boolean
}

/**
 * Bring: `ready` (consensus within reach), `due` (now or never, though in doubt). Prepare: `unknown` (sound members first),
 * `doubtful` (consensus in doubt), `dueButFar` (due, and out of reach as it stands), `noTime` (ready, the time goes
 * further with others). Leave: `outOfReach`, `tooLong` (needs more than the whole meeting).
 */
export type AgendaReason =
  | 'ready'
  | 'due'
  | 'unknown'
  | 'doubtful'
  | 'dueButFar'
  | 'noTime'
  | 'outOfReach'
  | 'tooLong'

export interface AgendaAdvice {
  readonly item: string
  readonly advice: 'bring' | 'prepare' | 'leave'
  readonly why: AgendaReason
  /** Chance of consensus × importance, doubled when due; 0 where the chance is not known. What the choice adds up. */
  readonly worth: number
}

export interface AgendaPlan {
  /** One per candidate, in the order given. */
  readonly items: readonly AgendaAdvice[]
  readonly minutesUsed: number
}

export interface AgendaSettings {
  /** From which chance of consensus an item is ready, and below which it is out of reach. */
  readonly readyFrom: number
  readonly farBelow: number
  /** How much more an item is worth that cannot wait. */
  readonly dueWeight: number
}

/** Assumed, 2026-11-25. */
export const agendaSettings: AgendaSettings = { readyFrom: 0.7, farBelow: 0.25, dueWeight: 2 }

/** What cannot be planned: which item, and why. */
export class ImpossibleAgenda extends Error {}

const check = (candidates: readonly Candidate[], minutes: number): void => {
  if (!Number.isInteger(minutes) || minutes < 0)
    throw new ImpossibleAgenda(`${minutes} minutes: a whole number from 0 is needed`)
  for (const { item, minutes: needed, importance } of candidates) {
    if (!Number.isInteger(needed) || needed < 1)
      throw new ImpossibleAgenda(`${item}: ${needed} minutes: a whole number from 1 is needed`)
    if (!(importance > 0 && importance < Number.POSITIVE_INFINITY))
      throw new ImpossibleAgenda(`${item}: importance ${importance}: a number above 0 is needed`)
  }
}

/**
 * The choice with the greatest sum of worths whose minutes fit (the 0–1 knapsack, by dynamic programming over minutes:
 * Bellman 1957); among equals the one that takes less time. Answers which are chosen.
 */
const chosen = (
  items: readonly { readonly minutes: number; readonly worth: number }[],
  minutes: number,
): readonly boolean[] => {
  const best = new Float64Array(minutes + 1)
  const taken = items.map(() => new Uint8Array(minutes + 1))
  for (const [k, item] of items.entries())
    for (let left = minutes; left >= item.minutes; left--) {
      const reached = best[left - item.minutes]! + item.worth
      if (reached <= best[left]!) continue
      best[left] = reached
      taken[k]![left] = 1
    }
  let left = best.indexOf(best[minutes]!)
  const found = items.map(() => false)
  for (let k = items.length - 1; k >= 0; k--)
    if (taken[k]![left] === 1) {
      found[k] = true
      left -= items[k]!.minutes
    }
  return found
}

/** What is said of an item before anybody counts minutes; `bring` means: if there is time. */
const judged = (
  { item, objection, minutes: needed, importance, due }: Candidate,
  minutes: number,
  { readyFrom, farBelow, dueWeight }: AgendaSettings,
): AgendaAdvice => {
  if (!objection.known) return { item, advice: 'prepare', why: 'unknown', worth: 0 }
  const reach = 1 - objection.chance
  const worth = reach * importance * (due ? dueWeight : 1)
  if (reach < farBelow)
    return due
      ? { item, advice: 'prepare', why: 'dueButFar', worth }
      : { item, advice: 'leave', why: 'outOfReach', worth }
  if (reach < readyFrom && !due) return { item, advice: 'prepare', why: 'doubtful', worth }
  if (needed > minutes) return { item, advice: 'leave', why: 'tooLong', worth }
  return { item, advice: 'bring', why: reach >= readyFrom ? 'ready' : 'due', worth }
}

/**
 * Which items to bring to a meeting of so many minutes, which to prepare, which to leave, each with its reason. What is
 * brought has the greatest possible sum of chance of consensus × importance. Throws ImpossibleAgenda.
 */
export const agendaOf = (
  candidates: readonly Candidate[],
  minutes: number,
  settings: AgendaSettings = agendaSettings,
): AgendaPlan => {
  check(candidates, minutes)
  const items = candidates.map(each => judged(each, minutes, settings))
  const open = [...items.keys()].filter(at => items[at]!.advice === 'bring')
  const takes = chosen(
    open.map(at => ({ minutes: candidates[at]!.minutes, worth: items[at]!.worth })),
    minutes,
  )
  const brought = new Set(open.filter((_, k) => takes[k]))
  return {
    items: items.map((each, at) =>
      each.advice === 'bring' && !brought.has(at)
        ? { ...each, advice: 'prepare' as const, why: 'noTime' as const }
        : each,
    ),
    minutesUsed: [...brought].reduce((sum, at) => sum + candidates[at]!.minutes, 0),
  }
}
