import { decisions } from '@gavel/domain'
import { get, type Instant, values } from '@gavel/kernel'

/** Letters without their marks and cases, so that `éléphant` finds `Elephant`, and `ё` finds `е`. */
export const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

const wordsOf = ({ title, subject, statements }: decisions.Decision): string =>
  [
    title,
    subject.kind === 'wording' ? subject.wording : subject.symbol,
    ...statements.filter(({ withdrawnAt }) => withdrawnAt === undefined).map(({ wording }) => wording),
  ].join('\n')

/** A search as somebody typed it: every word of it has to be found. At most eight words are looked for. */
export const wanted = (query: string): readonly string[] =>
  folded(query)
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, 8)

/** Rows of the register whose number, title, words or statements have every word that is looked for; the latest first. */
export const found = (
  own: decisions.DecisionsState,
  now: Instant,
  query: string,
): readonly decisions.RegisterRow[] => {
  const words = wanted(query)
  const rows = decisions.registerRows(own, now).toReversed()
  if (words.length === 0) return rows
  return rows.filter(row => {
    const text = folded(`${row.number}\n${wordsOf(get(own.decisions, row.decision)!)}`)
    return words.every(word => text.includes(word))
  })
}

/** When something last happened to a decision by the acts alone. */
const lastAt = ({ course, number, publishedAt }: decisions.Decision): string => {
  const own = course.stage === 'silence' ? course.silence.entries.at(-1)!.at : course.at
  return [own, number?.at ?? '', publishedAt ?? ''].reduce((a, b) => (a > b ? a : b))
}

/** A decision and how it stands now. */
export interface Standing {
  readonly decision: decisions.Decision
  readonly status: decisions.DecisionStatus
}

/** Every decision that bears no number, the latest first: before the delegations, under silence, interim, or not adopted. */
export const unnumbered = (own: decisions.DecisionsState, now: Instant): readonly Standing[] =>
  [...values(own.decisions)]
    .filter(({ number }) => number === undefined)
    .map(decision => ({ decision, status: decisions.decisionStatus(decision, now) }))
    .sort((a, b) => (lastAt(a.decision) < lastAt(b.decision) ? 1 : -1))

/** What is before the delegations at this instant. */
export const isOpen = ({ status }: Standing): boolean =>
  status.kind !== 'adopted' && status.kind !== 'notAdopted'

export interface Running extends Standing {
  readonly expiresAt: Instant
  readonly timeZone: string
}

/** Silences that run, the one that expires first before the others. */
export const runningSilences = (own: decisions.DecisionsState, now: Instant): readonly Running[] =>
  unnumbered(own, now)
    .flatMap(({ decision, status }) =>
      status.kind === 'silenceRunning' && decision.course.stage === 'silence'
        ? [{ decision, status, expiresAt: status.expiresAt, timeZone: decision.course.silence.timeZone }]
        : [],
    )
    .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1))
