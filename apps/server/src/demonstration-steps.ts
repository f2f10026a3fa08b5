import type { Keeper } from '@gavel/api'
import type { Act, Capacity } from '@gavel/domain'
import { seatOf } from './seats.ts'

/** What an act of the demonstration says. */
export type Body = Readonly<Record<string, unknown>>
/** An act of the demonstration: in which capacity, which, and what it says. */
export type Said = readonly [as: Capacity, type: Act['type'], body: Body]

/** Whether the first act of a step is recorded; a step is recorded whole or not at all. */
export const isDone = async (keeper: Keeper, step: string): Promise<boolean> =>
  (await keeper.findAct(`demo:${step}:0`)) !== undefined

/**
 * Records the acts of a step in one list, through the same gate as everybody. A step that is on the record already
 * is passed over, so that a demonstration interrupted at any instant is finished at the next start.
 */
export const step = async (keeper: Keeper, name: string, said: () => readonly Said[]): Promise<void> => {
  if (await isDone(keeper, name)) return
  const acts = said().map(([as, type, body], at) => ({
    id: `demo:${name}:${at}`,
    type,
    by: seatOf(as),
    as,
    body,
  }))
  const answer = await keeper.submit(acts as unknown as Parameters<Keeper['submit']>[0])
  if (answer.kind === 'recorded') return
  const why = answer.kind === 'refused' ? answer.refusal : answer.conflict
  throw new Error(`the demonstration's step ${name} was not accepted: ${JSON.stringify(why)}`)
}
