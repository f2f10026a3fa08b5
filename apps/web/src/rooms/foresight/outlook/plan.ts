import { type AgendaReason, agendaOf, type ItemShown } from '@gavel/foresight/browser'

/** What a chair says of an item beside what is foreseen. */
export interface Said {
  readonly minutes: number
  readonly importance: number
  readonly due: boolean
}

/** What is taken until a chair says otherwise. Assumed, 2026-11-25. */
export const unsaid: Said = { minutes: 30, importance: 3, due: false }

/** By text. */
export type AllSaid = Readonly<Record<string, Said>>

export interface Planned {
  readonly item: ItemShown
  readonly said: Said
  readonly advice: 'bring' | 'prepare' | 'leave'
  readonly why: AgendaReason
}

const order = ['bring', 'prepare', 'leave'] as const

/** Which items to bring to a meeting of so many minutes, which to prepare, which to leave; those to bring first. */
export const planOf = (
  items: readonly ItemShown[],
  said: AllSaid,
  minutes: number,
): { readonly planned: readonly Planned[]; readonly minutesUsed: number } => {
  const plan = agendaOf(
    items.map(({ text, somebody }) => ({
      item: text,
      objection: somebody,
      ...(Object.hasOwn(said, text) ? said[text]! : unsaid),
    })),
    minutes,
  )
  const planned = items.map((item, at) => ({
    item,
    said: Object.hasOwn(said, item.text) ? said[item.text]! : unsaid,
    advice: plan.items[at]!.advice,
    why: plan.items[at]!.why,
    worth: plan.items[at]!.worth,
  }))
  return {
    planned: planned.toSorted(
      (a, b) => order.indexOf(a.advice) - order.indexOf(b.advice) || b.worth - a.worth,
    ),
    minutesUsed: plan.minutesUsed,
  }
}

/** A whole number as it was typed, within its limits; the other value where it is none. */
export const wholeIn = (typed: string | null, least: number, most: number, otherwise: number): number => {
  const value = typed === null || typed.trim() === '' ? Number.NaN : Number(typed)
  return Number.isInteger(value) && value >= least && value <= most ? value : otherwise
}
