import type { RoomWork } from '@gavel/api'
import type { Instant } from '@gavel/kernel'
import type { Delivery } from './plan.ts'

/**
 * Deliveries outside the record: what is still to go, and a receipt for every attempt. They hold names of things and
 * outcomes, no content and no address, so whoever reads the database learns no more than that something went.
 */

type Rows = RoomWork['rows']

/** How one attempt ended: taken, refused for good, or not taken this time. */
export interface Attempt {
  readonly at: Instant
  readonly outcome: 'accepted' | 'refused' | 'failed'
  readonly detail: string
}

export type DeliveryState = 'waiting' | 'delivered' | 'refused' | 'givenUp'

/** What is kept of a delivery for those who may ask. */
export interface Receipt extends Delivery {
  readonly state: DeliveryState
  readonly attempts: readonly Attempt[]
  /** When it is tried next; null once nothing more is tried. */
  readonly next: Instant | null
}

const waiting = 'notices.outbox'
const cursor = ['notices.cursor', 'entries'] as const
const receipts = (about: string): string => `notices.receipts/${about}`

export interface Waiting {
  readonly about: string
  readonly next: Instant
}

const read = <T>(text: string): T => JSON.parse(text) as T

/** The receipts of a notice or a test call, oldest first. */
export const receiptsOn = async (rows: Rows, about: string): Promise<readonly Receipt[]> =>
  (await rows.rows(receipts(about))).map(([, value]) => read<Receipt>(value))

/** Puts a delivery in the row of those that wait. Planned twice, it waits once; delivered, it does not wait again. */
export const plan = async (rows: Rows, delivery: Delivery): Promise<void> => {
  const receipt: Receipt = { ...delivery, state: 'waiting', attempts: [], next: delivery.at }
  if (!(await rows.swapRow(receipts(delivery.about), delivery.key, null, JSON.stringify(receipt)))) {
    const known = await rows.row(receipts(delivery.about), delivery.key)
    if (known === undefined || read<Receipt>(known).state !== 'waiting') return
  }
  const wait: Waiting = { about: delivery.about, next: delivery.at }
  await rows.swapRow(waiting, delivery.key, null, JSON.stringify(wait))
}

/** Everything that waits, with the text of its row, by which it is taken. */
export const allWaiting = async (
  rows: Rows,
): Promise<readonly { readonly key: string; readonly text: string; readonly wait: Waiting }[]> =>
  (await rows.rows(waiting)).map(([key, text]) => ({ key, text, wait: read<Waiting>(text) }))

/** Takes a delivery for one attempt: until `until` nobody else does. Null when somebody was first. */
export const take = async (
  rows: Rows,
  { key, text, wait }: { readonly key: string; readonly text: string; readonly wait: Waiting },
  until: Instant,
): Promise<{ readonly receipt: Receipt; readonly held: string } | null> => {
  const held = JSON.stringify({ ...wait, next: until })
  if (!(await rows.swapRow(waiting, key, text, held))) return null
  const known = await rows.row(receipts(wait.about), key)
  if (known === undefined) {
    await rows.swapRow(waiting, key, held, null)
    return null
  }
  return { receipt: read<Receipt>(known), held }
}

/** Writes an attempt down; the receipt first, so that none is lost when the server stops in between. */
export const settle = async (rows: Rows, before: Receipt, after: Receipt, held: string): Promise<void> => {
  await rows.swapRow(receipts(before.about), before.key, JSON.stringify(before), JSON.stringify(after))
  const next = after.next === null ? null : JSON.stringify({ about: after.about, next: after.next })
  await rows.swapRow(waiting, before.key, held, next)
}

/** Up to which entry deliveries have been planned; undefined on a record no server has delivered from yet. */
export const plannedTo = async (rows: Rows): Promise<number | undefined> => {
  const found = await rows.row(...cursor)
  return found === undefined ? undefined : Number(found)
}

export const movePlanned = (rows: Rows, from: number | undefined, to: number): Promise<boolean> =>
  rows.swapRow(...cursor, from === undefined ? null : String(from), String(to))
