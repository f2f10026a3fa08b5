import type { Capacity } from '@gavel/domain'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { Declined, type Problem, request, Unreached } from './request.ts'

/** One act as it will be sent. Its id is its own: sent twice, it is recorded once. */
export interface WrittenAct {
  readonly id: string
  /** Of a chapter, or of a room. */
  readonly type: string
  readonly as: Capacity
  readonly body: object
}

/**
 * What a person wrote and the record has not acknowledged yet. It is kept on this device before anything is sent, and
 * goes only when a receipt is here or the person lets it go.
 */
export interface Written {
  /** The id of the first act. */
  readonly id: string
  readonly person: string
  /** Recorded all together or not at all. */
  readonly acts: readonly WrittenAct[]
  readonly writtenAt: number
  /** Rises with every act written here: the order in which they go out. */
  readonly order: number
  readonly state: 'written' | 'sent' | 'refused'
  readonly problem?: Problem
}

export interface Receipt {
  readonly id: string
  readonly index: number
  readonly at: string
  readonly size: number
}

interface Schema extends DBSchema {
  written: { key: string; value: Written }
}

/** What was recorded of this outbox, newest first. */
export interface RecordedHere {
  readonly id: string
  readonly type: string
  readonly receipt: Receipt
}

/** Where what is written is kept. */
export interface OutboxShelf {
  all(): Promise<readonly Written[]>
  put(written: Written): Promise<void>
  remove(id: string): Promise<void>
}

/** The browser's own database; memory alone where it refuses one (a private window), which the outbox then says. */
export const deviceShelf = async (): Promise<OutboxShelf & { readonly lasting: boolean }> => {
  let database: IDBPDatabase<Schema>
  try {
    database = await openDB<Schema>('gavel-outbox', 1, {
      upgrade: made => void made.createObjectStore('written', { keyPath: 'id' }),
    })
  } catch {
    return { ...memoryShelf(), lasting: false }
  }
  return {
    lasting: true,
    all: () => database.getAll('written'),
    put: async written => void (await database.put('written', written)),
    remove: id => database.delete('written', id),
  }
}

export const memoryShelf = (): OutboxShelf => {
  const shelf = new Map<string, Written>()
  return {
    all: async () => [...shelf.values()],
    put: async written => void shelf.set(written.id, written),
    remove: async id => void shelf.delete(id),
  }
}

interface Sender {
  readonly person: string
  readonly shelf: OutboxShelf
  readonly post?: (written: Written) => Promise<Receipt>
}

const post = async ({ acts }: Written): Promise<Receipt> => {
  const [first, ...others] = acts
  if (first === undefined) throw new RangeError('nothing is written')
  if (others.length === 0) {
    const { id, type, as, body } = first
    return request<Receipt>('POST', `/api/acts/${type}`, { id, as, body })
  }
  const { receipts } = await request<{ receipts: readonly Receipt[] }>('POST', '/api/acts', { acts })
  return receipts[0]!
}

/** Whether an answer means that the same act may well be taken later: the server is busy, closed, or the sign-in ran out. */
const passes = ({ status }: Problem): boolean =>
  status === 429 || status === 503 || status === 401 || status >= 500

const keptRecorded = 20

/** What is written, in memory and on the shelf: every change is on the shelf before anybody sees it. */
const listOn = (shelf: OutboxShelf, first: readonly Written[]) => {
  let list = first
  let recorded: readonly RecordedHere[] = []
  const listeners = new Set<() => void>()
  const change = (next: readonly Written[]): void => {
    list = next
    for (const listener of listeners) listener()
  }
  return {
    all: (): readonly Written[] => list,
    recorded: (): readonly RecordedHere[] => recorded,
    find: (id: string): Written | undefined => list.find(each => each.id === id),
    next: (): Written | undefined => list.find(each => each.state !== 'refused'),
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async add(written: Written): Promise<void> {
      await shelf.put(written)
      change([...list, written])
    },
    /** Puts one in the place of another: of itself, or of what it was reworked from. */
    async replace(written: Written, id = written.id): Promise<void> {
      await shelf.put(written)
      if (written.id !== id) await shelf.remove(id)
      change(list.map(each => (each.id === id ? written : each)))
    },
    async remove(id: string): Promise<void> {
      await shelf.remove(id)
      change(list.filter(each => each.id !== id))
    },
    async settle({ id, acts }: Written, receipt: Receipt): Promise<void> {
      await shelf.remove(id)
      recorded = [{ id, type: acts[0]!.type, receipt }, ...recorded].slice(0, keptRecorded)
      change(list.filter(each => each.id !== id))
    },
  }
}

interface Waiter {
  readonly done: (receipt: Receipt) => void
  readonly fail: (error: Error) => void
}

/** Sends what is written, one after the other; ends when there is nothing left or no use in going on now. */
const sender = (
  list: ReturnType<typeof listOn>,
  waiting: ReadonlyMap<string, Waiter>,
  send: (written: Written) => Promise<Receipt>,
) => {
  let running = false
  const sendOne = async (written: Written): Promise<boolean> => {
    try {
      await list.replace({ ...written, state: 'sent' })
      const receipt = await send(written)
      await list.settle(written, receipt)
      waiting.get(written.id)?.done(receipt)
      return true
    } catch (error) {
      if (error instanceof Declined && !passes(error.problem)) {
        await list.replace({ ...written, state: 'refused', problem: error.problem })
        waiting.get(written.id)?.fail(error)
        return true
      }
      if (!(error instanceof Declined) && !(error instanceof Unreached)) throw error
      await list.replace({ ...written, state: 'written' })
      return false
    }
  }
  return async (): Promise<void> => {
    if (running) return
    running = true
    try {
      for (let next = list.next(); next !== undefined; next = list.next()) if (!(await sendOne(next))) return
    } finally {
      running = false
    }
  }
}

/**
 * The outbox of one person. Acts go out one after the other in the order they were written; one that is refused stays,
 * with the rule and every word of it, and does not hold up those behind it.
 */
export const outbox = async ({ person, shelf, post: send = post }: Sender) => {
  const own = (await shelf.all()).filter(written => written.person === person)
  const list = listOn(
    shelf,
    own.sort((a, b) => a.order - b.order),
  )
  const waiting = new Map<string, Waiter>()
  const flush = sender(list, waiting, send)
  return {
    list: list.all,
    recorded: list.recorded,
    subscribe: list.subscribe,
    /**
     * Keeps the acts, then sends them. Settles with the receipt, or fails with the refusal; while there is no line it
     * stays open, and what was written stays here.
     */
    async write(acts: readonly WrittenAct[]): Promise<Receipt> {
      const order = (list.all().at(-1)?.order ?? 0) + 1
      const { id } = acts[0]!
      await list.add({ id, acts, person, order, writtenAt: Date.now(), state: 'written' })
      const receipt = new Promise<Receipt>((done, fail) => waiting.set(id, { done, fail }))
      void flush()
      return receipt.finally(() => waiting.delete(id))
    },
    /** Tries again what was not sent. */
    flush,
    /** Puts what was refused back in the queue, reworked: the acts given take the place of the old ones. */
    async again(id: string, acts: readonly WrittenAct[]): Promise<void> {
      const found = list.find(id)
      if (found === undefined || acts[0] === undefined) return
      const { problem: _problem, ...rest } = found
      await list.replace({ ...rest, id: acts[0].id, acts, state: 'written' }, id)
      void flush()
    },
    /** Lets go what was not recorded. */
    async discard(id: string): Promise<void> {
      const found = list.find(id)
      if (found !== undefined && found.state !== 'sent') await list.remove(id)
    },
  }
}

export type Outbox = Awaited<ReturnType<typeof outbox>>
