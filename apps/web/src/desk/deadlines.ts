import { type DomainState, decisions, institution, parameter } from '@gavel/domain'
import { dayMs, entries, get, type Instant, later, values } from '@gavel/kernel'

/** Something the desk has to see to, or to know of, by an instant. */
export interface Due {
  readonly key: string
  readonly kind:
    | decisions.Deadline['kind']
    | 'opens'
    | 'resumes'
    | 'agendaCloses'
    | 'correctionsEnd'
    | 'approveJournal'
    | 'termEnds'
    | 'termEnded'
    | 'credentialEnds'
  readonly title: string
  /** The bodies it is of; a chair often holds several at once. */
  readonly bodies: readonly string[]
  readonly href: string
  /** null where the rules name no hour. */
  readonly at: Instant | null
  /** A term ends with a day, not with an hour: the day is told, without a clock. */
  readonly day?: string
  /** The zone in which it was announced, where one was. */
  readonly timeZone: string | null
  readonly overdue: boolean
  /** The rule it follows from. */
  readonly rule?: string
}

/** The last day a date covers: `2026-10` ends with 31 October, `2026` with 31 December. */
export const lastDay = (date: string): string => {
  if (date.length === 10) return date
  const [year = '', month = '12'] = date.split('-')
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${String(days).padStart(2, '0')}`
}

const rules: { readonly [kind in Due['kind']]?: string } = {
  noticeDue: 'D-32',
  agendaCloses: 'M-17',
  correctionsEnd: 'M-57',
  approveJournal: 'M-59',
  termEnds: 'I-20',
  termEnded: 'I-20',
  credentialEnds: 'I-27',
}

const withRule = (due: Omit<Due, 'rule'>): Due => {
  const rule = rules[due.kind]
  return rule === undefined ? due : { ...due, rule }
}

const ofDecisions = (state: DomainState, now: Instant): readonly Due[] =>
  decisions
    .deadlines(state.decisions, decisions.groundOf(state), now)
    .map(({ kind, decision, body, at, overdue }) => {
      const found = get(state.decisions.decisions, decision)
      const course = found?.course
      return withRule({
        key: `${kind} ${decision}`,
        kind,
        title: found?.title ?? decision,
        bodies: [body],
        href: `/decisions/${encodeURIComponent(decision)}`,
        at,
        timeZone: course?.stage === 'silence' ? course.silence.timeZone : null,
        overdue,
      })
    })

const ofMeetings = (state: DomainState, now: Instant): readonly Due[] =>
  [...values(state.meetings.meetings)].flatMap((meeting): readonly Due[] => {
    const { id, title, body, timeZone, opensAt, status, suspendedUntil, journals } = meeting
    const due = (kind: Due['kind'], at: Instant, overdue = false, more = ''): Due =>
      withRule({
        key: `${kind} ${id} ${more}`,
        kind,
        title,
        bodies: [body],
        href: `/meetings/${encodeURIComponent(id)}`,
        at,
        timeZone,
        overdue,
      })
    const list: Due[] = []
    if (status === 'convened' && meeting.calledOff === undefined) {
      list.push(due('opens', opensAt, opensAt < now))
      const days = parameter(state.institution, 'agenda.closesDays', now, body).value
      const closes = later(opensAt, -days * dayMs)
      if (days > 0 && closes > now) list.push(due('agendaCloses', closes))
    }
    if ((status === 'adjourned' || status === 'suspended') && suspendedUntil !== undefined)
      list.push(due('resumes', suspendedUntil, suspendedUntil < now))
    for (const { sitting, correctionsUntil, approvedAt } of journals) {
      if (approvedAt !== undefined) continue
      const over = correctionsUntil <= now
      list.push(due(over ? 'approveJournal' : 'correctionsEnd', correctionsUntil, over, String(sitting)))
    }
    return list
  })

/** How far ahead terms and credentials are looked at. */
const aheadMs = 365 * dayMs
const credentialsAheadMs = 60 * dayMs

/** I-20. Terms of chairs that end within a year, and ended ones whose holder goes on; one for all bodies of a holder. */
const ofTerms = (state: DomainState, only: string | null, now: Instant): readonly Due[] => {
  const found = new Map<string, Due>()
  for (const [, terms] of entries(state.institution.terms)) {
    const term = terms.findLast(({ from }) => from <= now)
    if (term?.until === undefined || term.office.kind !== 'chair') continue
    const { body } = term.office
    const day = lastDay(term.until)
    const at = `${day}T23:59:59.999Z` as Instant
    const over = at < now
    const continues = institution.chairOf(state.institution, body, now)?.continuing === true
    if ((only !== null && body !== only) || at > later(now, aheadMs) || (over && !continues)) continue
    const key = `term ${term.holder} ${day}`
    found.set(
      key,
      withRule({
        key,
        kind: over ? 'termEnded' : 'termEnds',
        title: term.holder,
        bodies: [...(found.get(key)?.bodies ?? []), body],
        href: '/organisation/bodies',
        at,
        day,
        timeZone: null,
        overdue: false,
      }),
    )
  }
  return [...found.values()]
}

const ofCredentials = (state: DomainState, now: Instant): readonly Due[] =>
  [...values(state.institution.credentials)].flatMap((credential): readonly Due[] => {
    const { id, until, status, name } = credential
    if (status === 'revoked' || until === undefined) return []
    if (until <= now || until > later(now, credentialsAheadMs)) return []
    return [
      withRule({
        key: `credential ${id}`,
        kind: 'credentialEnds',
        title: name,
        bodies: [],
        href: '/desk/credentials',
        at: until,
        timeZone: null,
        overdue: false,
      }),
    ]
  })

const bySoonest = (a: Due, b: Due): number => {
  // What is past and waits for nobody comes after what is due, and before what has no hour.
  const place = ({ kind, at }: Due): string => (at === null ? '~~' : kind === 'termEnded' ? `~${at}` : at)
  const [left, right] = [place(a), place(b)]
  if (left !== right) return left < right ? -1 : 1
  return a.key < b.key ? -1 : 1
}

/**
 * Everything the desk waits for, soonest first, what has no hour last. For a chair what is of her body alone (`only`); for
 * the secretariat (`null`) all of it, with the credentials that end.
 */
export const duesOf = (state: DomainState, only: string | null, now: Instant): readonly Due[] => {
  const ofBodies = [...ofDecisions(state, now), ...ofMeetings(state, now)].filter(
    ({ bodies }) => only === null || bodies.includes(only),
  )
  return [
    ...ofBodies,
    ...ofTerms(state, only, now),
    ...(only === null ? ofCredentials(state, now) : []),
  ].toSorted(bySoonest)
}
