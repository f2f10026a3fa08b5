import { get, type MemberId, values } from '@gavel/kernel'
import { type Contact, type Ping, pingOf } from '../law/state.ts'
import { contactStatus, pingReply, staleDaysAt } from '../law/status.ts'
import type { Reading } from './shown.ts'

/** A contact with where it stands and what came of the last test call to it. */
const contactShown = ({ state, now }: Reading, contact: Contact) => {
  const last = contact.pings.at(-1)
  const { pings: _, ...told } = contact
  return {
    ...told,
    status: contactStatus(state, contact, now),
    calls: contact.pings.length,
    lastCall: last === undefined ? null : { ping: last, ...callShown(pingOf(state, last)!, contact.id, now) },
  }
}

const callShown = (ping: Ping, contact: string, now: Reading['now']) => ({
  at: ping.at,
  reply: pingReply(ping, contact, now),
  how: get(ping.answers, contact)?.received?.how ?? null,
})

/** Every contact there was, by member and kind; those that are over behind those that are not. */
export const directory = (reading: Reading) => {
  const over = (status: string): boolean => ['ended', 'withdrawn', 'replaced'].includes(status)
  const contacts = [...values(reading.state.contacts)].map(contact => contactShown(reading, contact))
  const rank = ({ member, kind, status }: (typeof contacts)[number]): string =>
    `${member} ${over(status.kind) ? 1 : 0} ${kind}`
  const { since, staleDays, source } = staleDaysAt(reading.state, reading.now)
  return {
    contacts: contacts.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)),
    terms: { since, staleDays, source },
    now: reading.now,
  }
}

/** The middle of response times in milliseconds; null when nobody has answered. */
const median = (times: readonly number[]): number | null => {
  const sorted = [...times].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const callSummary = ({ now }: Reading, ping: Ping) => {
  const replies = ping.contacts.map(contact => pingReply(ping, contact, now))
  const count = (kind: string): number => replies.filter(reply => reply.kind === kind).length
  const times = replies.flatMap(reply => ('afterMs' in reply ? [reply.afterMs] : []))
  return {
    id: ping.id,
    at: ping.at,
    replyBy: ping.replyBy,
    called: ping.contacts.length,
    acknowledged: count('acknowledged'),
    late: count('late'),
    awaited: count('awaited'),
    noReply: count('noReply'),
    medianMs: median(times),
    slowestMs: times.length === 0 ? null : Math.max(...times),
  }
}

/** A test call in full: each contact called, and after how long it answered. */
export const callInFull = (reading: Reading, ping: Ping) => ({
  ...callSummary(reading, ping),
  replies: ping.contacts.map(id => {
    const { member, kind, name } = get(reading.state.contacts, id)!
    return { contact: id, member, kind, name, ...callShown(ping, id, reading.now) }
  }),
  now: reading.now,
})

/** The servers a delegation has its notices told to. */
export const hooksOf = ({ state }: Reading, own: MemberId) =>
  [...values(state.hooks)].filter(({ member }) => member === own)
