import { commitments, type DomainState } from '@gavel/domain'
import { get, type Instant, type PersonId } from '@gavel/kernel'
import { viewerOf } from '../access/viewer.ts'
import type { Letter, Mailer } from '../ports.ts'
import type { Subscription, Subscriptions } from './subscription.ts'
import { digestWords } from './words.ts'

/** How many matters a letter names; the rest are counted. */
const mostNamed = 20

/** Whether the public may know the title: a mail goes through foreign hands. */
const isPublic = (state: DomainState, { about, kind }: commitments.Reminder): boolean => {
  if (about.commitment !== undefined)
    return get(state.commitments.commitments, about.commitment)?.audience.kind === 'public'
  if (about.recommendation !== undefined)
    return get(state.commitments.recommendations, about.recommendation)?.review === undefined
  return kind === 'termEnds' || kind === 'activityUntold'
}

/** C-40. Everything a person is reminded of, once, in all her capacities, the most urgent first. */
export const remindersOf = (
  state: DomainState,
  person: PersonId,
  now: Instant,
): readonly commitments.Reminder[] => {
  const found = new Map<string, commitments.Reminder>()
  for (const as of viewerOf(state, person, now).capacities)
    for (const reminder of commitments.remindersFor(state, as, now)) found.set(reminder.uid, reminder)
  return [...found.values()].sort((a, b) => a.days - b.days || (a.uid < b.uid ? -1 : 1))
}

const lineOf = (state: DomainState, reminder: commitments.Reminder, language: Subscription['language']) => {
  const words = digestWords(language)
  const title = isPublic(state, reminder) ? `: ${reminder.title}` : ''
  return `${words.kinds[reminder.kind]} (${words.days(reminder.days)})${title}`
}

/** The letter of a day; undefined where nothing waits, for a letter that says nothing is not sent. */
export const digestLetter = (
  state: DomainState,
  person: PersonId,
  { address, language }: Subscription,
  at: { readonly now: Instant; readonly day: string; readonly origin: string },
): Letter | undefined => {
  const reminders = remindersOf(state, person, at.now)
  if (reminders.length === 0) return undefined
  const words = digestWords(language)
  const rest = reminders.length - mostNamed
  const organisation = state.institution.organisation?.shortName ?? 'Gavel'
  return {
    to: address,
    language,
    subject: `${organisation}: ${words.subject(reminders.length)}`,
    paragraphs: [
      words.opening(organisation),
      ...reminders.slice(0, mostNamed).map(one => lineOf(state, one, language)),
      ...(rest > 0 ? [words.more(rest)] : []),
      words.closing,
    ],
    link: { url: `${at.origin}/today?live`, words: words.link },
    reference: `digest-${person}-${at.day}`,
  }
}

export interface DigestWork {
  readonly subscriptions: Subscriptions
  readonly state: () => DomainState
  readonly now: () => Instant
  readonly origin: () => string
  readonly mailer: Mailer
}

/** Monday is 1. */
const weekday = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay()

const isDue = ({ every, lastDay }: Subscription, day: string): boolean =>
  lastDay !== day && (every === 'day' || weekday(day) === 1 || lastDay === null)

/**
 * One round: for everybody whose letter of the day has not been made, by the organisation's calendar. A day is taken
 * before its letter goes, so that two servers send one; a letter that could not be carried gives its day back. Answers
 * how many were sent.
 */
export const digestRound = async (work: DigestWork): Promise<number> => {
  const { subscriptions, mailer, origin } = work
  let sent = 0
  for (const { person, row, kept } of await subscriptions.confirmed()) {
    const state = work.state()
    const now = work.now()
    const day = commitments.today(state, now)
    if (!isDue(kept, day)) continue
    const letter = digestLetter(state, person, kept, { now, day, origin: origin() })
    if (letter === undefined) continue
    const taken = await subscriptions.take(person, row, kept, day)
    if (taken === null) continue
    const { outcome } = await mailer.send(letter)
    if (outcome === 'failed') await subscriptions.giveBack(person, taken, kept.lastDay)
    else await subscriptions.told(person, taken, outcome)
    if (outcome === 'accepted') sent++
  }
  return sent
}

const everyMs = 10 * 60_000

/** Makes the rounds while the server runs. What it answers ends them, after the one that is under way. */
export const keepDigests = (
  work: DigestWork,
  onTrouble: (what: string, error: unknown) => void,
): (() => Promise<void>) => {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const run = (): void => {
    running = digestRound(work)
      .then(() => undefined)
      .catch((error: unknown) => onTrouble('letters were not sent', error))
      .finally(() => {
        if (stopped) return
        timer = setTimeout(run, everyMs)
        timer.unref()
      })
  }
  run()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
