import type { Carried, RoomWork } from '@gavel/api'
import { roomState } from '@gavel/application'
import { get, hourMs, type Instant, later, minuteMs, msBetween, secondMs } from '@gavel/kernel'
import { law } from '../law/index.ts'
import { hookBody, letterFor } from './messages.ts'
import { deliveriesOf } from './plan.ts'
import { type Attempt, allWaiting, movePlanned, plan, plannedTo, type Receipt, settle, take } from './rows.ts'

/** How long after each failed attempt the next is made, as Standard Webhooks advises; then it is given up. */
const pauses: readonly number[] = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
]

/** An attempt is somebody's for so long. Should the server stop in it, another makes it again after that. */
const leaseMs = 2 * minuteMs
const entriesAtOnce = 256
const attemptsAtOnce = 4
const longestWaitMs = minuteMs

/** Plans what entries since the last time ask to be told. Two servers may both plan: each delivery is planned once. */
const planAhead = async (work: RoomWork): Promise<void> => {
  for (;;) {
    const from = await plannedTo(work.rows)
    // What happened before any server delivered from this record was not waited for by anybody.
    if (from === undefined) {
      await movePlanned(work.rows, undefined, work.size())
      return
    }
    const to = Math.min(work.size(), from + entriesAtOnce)
    if (from >= to) return
    const state = roomState(work.state(), law)
    for (const entry of await work.entries(from, to))
      for (const delivery of deliveriesOf(entry, state, work.now())) await plan(work.rows, delivery)
    await movePlanned(work.rows, from, to)
  }
}

const refused = (detail: string): Carried => ({ outcome: 'refused', detail })

const carry = async (work: RoomWork, receipt: Receipt): Promise<Carried> => {
  if (receipt.channel === 'email') {
    if (work.mailer === undefined) return refused('no mail server is configured')
    const letter = letterFor(work, receipt)
    return letter === undefined ? refused('the contact has no address any more') : work.mailer.send(letter)
  }
  const hook = get(roomState(work.state(), law).hooks, receipt.to)
  if (hook === undefined) return refused('the server was taken off the list')
  return work.poster.post({
    url: hook.url,
    id: receipt.key.replaceAll('.', '_'),
    body: hookBody(work, receipt),
  })
}

/** The receipt after an attempt: delivered, refused for good, given up, or waiting for the next. */
const receiptAfter = (receipt: Receipt, { outcome, detail }: Carried, at: Instant): Receipt => {
  const attempt: Attempt = { at, outcome, detail: detail.slice(0, 200) }
  const attempts = [...receipt.attempts, attempt]
  const pause = pauses[attempts.length - 1]
  if (outcome === 'accepted') return { ...receipt, attempts, state: 'delivered', next: null }
  if (outcome === 'refused') return { ...receipt, attempts, state: 'refused', next: null }
  return pause === undefined
    ? { ...receipt, attempts, state: 'givenUp', next: null }
    : { ...receipt, attempts, state: 'waiting', next: later(at, pause) }
}

type Due = Awaited<ReturnType<typeof allWaiting>>[number]

const attempt = async (work: RoomWork, due: Due): Promise<void> => {
  const taken = await take(work.rows, due, later(work.now(), leaseMs))
  if (taken === null) return
  const { receipt, held } = taken
  // The receipt was written, and the server stopped before the row went: it only has to go now.
  if (receipt.state !== 'waiting') return settle(work.rows, receipt, receipt, held)
  const carried = await carry(work, receipt)
  await settle(work.rows, receipt, receiptAfter(receipt, carried, work.now()), held)
}

/** Makes every attempt that is due, a few at a time. Answers how long until the next one is. */
const deliverDue = async (work: RoomWork): Promise<number> => {
  const now = work.now()
  const waiting = await allWaiting(work.rows)
  const due = waiting.filter(({ wait }) => wait.next <= now)
  for (let at = 0; at < due.length; at += attemptsAtOnce)
    await Promise.all(due.slice(at, at + attemptsAtOnce).map(each => attempt(work, each)))
  const next = (await allWaiting(work.rows)).map(({ wait }) => wait.next).sort()[0]
  return next === undefined ? longestWaitMs : Math.max(0, msBetween(work.now(), next))
}

/** One round: plan, deliver what is due, say when to come back (milliseconds). */
export const round = async (work: RoomWork): Promise<number> => {
  await planAhead(work)
  return deliverDue(work)
}

/**
 * Tells members of what concerns them, by mail and to their servers. It changes nothing on the record: what is late or
 * silent there follows from instants, whether or not a mail arrived. A server that stops goes on with what waits when it
 * is started again; a message may then go out twice, under one id, and never not at all.
 */
export const deliver = (work: RoomWork): { stop(): Promise<void> } => {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  const run = async (): Promise<void> => {
    let waitMs = longestWaitMs
    try {
      waitMs = await round(work)
    } catch (error) {
      work.trouble('notices were not delivered', error)
    }
    running = undefined
    if (stopped) return
    if (again) start()
    else {
      timer = setTimeout(start, Math.min(longestWaitMs, Math.max(50, waitMs)))
      timer.unref()
    }
  }
  const start = (): void => {
    clearTimeout(timer)
    again = running !== undefined
    if (running === undefined && !stopped) running = run()
  }
  const unwatch = work.onGrown(start)
  start()
  return {
    stop: async () => {
      stopped = true
      unwatch()
      clearTimeout(timer)
      await running
    },
  }
}
