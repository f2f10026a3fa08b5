import { type Capacity, type DomainState, decisions, institution } from '@gavel/domain'
import { dayMs, get, type Instant, later, type PersonId, values } from '@gavel/kernel'

/** Something that waits for somebody, and by when; the way to it. */
export interface Need {
  readonly kind:
    | decisions.Deadline['kind']
    | 'put'
    | 'mayDeclare'
    | 'separates'
    | 'ready'
    | 'laying'
    | 'credential'
    | 'noHead'
  readonly href: string
  readonly title: string
  /** The body it is of, where it is of one. */
  readonly body?: string
  readonly at: Instant | null
  readonly overdue: boolean
  /** How many of its kind, where it stands for several. */
  readonly n?: number
}

/** What the deadlines of decisions ask of each capacity; the others are somebody else's. */
const dueTo: { readonly [kind in Capacity['kind']]?: readonly decisions.Deadline['kind'][] } = {
  delegate: ['silenceExpires', 'statementsClose'],
  chair: [
    'silenceExpires',
    'extensionAsked',
    'noticeDue',
    'confirmAtNextMeeting',
    'sayWhatFollows',
    'leftOpen',
    'publish',
  ],
  secretariat: [
    'silenceExpires',
    'extensionAsked',
    'noticeDue',
    'confirmAtNextMeeting',
    'statementsClose',
    'leftOpen',
    'publish',
  ],
}

const concerns = (state: DomainState, as: Capacity, body: string, now: Instant): boolean => {
  if (as.kind === 'chair') return as.body === body
  return as.kind === 'delegate' ? institution.sitsIn(state.institution, as.member, body as never, now) : true
}

/** D-27 to D-41. The deadlines of decisions that ask something of a capacity, soonest first, those without an hour last. */
export const deadlinesFor = (state: DomainState, as: Capacity, now: Instant): readonly Need[] => {
  const wanted = dueTo[as.kind] ?? []
  return decisions
    .deadlines(state.decisions, decisions.groundOf(state), now)
    .filter(({ kind, body }) => wanted.includes(kind) && concerns(state, as, body, now))
    .map(({ kind, decision, body, at, overdue }) => ({
      kind,
      href: `/decisions/${encodeURIComponent(decision)}`,
      title: get(state.decisions.decisions, decision)?.title ?? decision,
      body,
      at,
      overdue,
    }))
}

/** What is before a meeting now: a delegate may stand in its way, the chair may declare it. */
const putNow = (state: DomainState, as: Capacity, now: Instant): readonly Need[] => {
  if (as.kind !== 'delegate' && as.kind !== 'chair') return []
  return [...values(state.decisions.decisions)].flatMap((decision): readonly Need[] => {
    const status = decisions.decisionStatus(decision, now)
    if (status.kind !== 'put' || !concerns(state, as, decision.body, now)) return []
    if (as.kind === 'chair' && status.objectors.length > 0) return []
    return [
      {
        kind: as.kind === 'chair' ? 'mayDeclare' : 'put',
        href: `/decisions/${encodeURIComponent(decision.id)}`,
        title: decision.title,
        body: decision.body,
        at: null,
        overdue: false,
      },
    ]
  })
}

/** How long before its end a credential is spoken of. */
export const expiringMs = 30 * dayMs

/** A person's own credentials that end soon. */
const endingSoon = (state: DomainState, person: PersonId, now: Instant): readonly Need[] =>
  (get(state.institution.credentialsOf, person) ?? []).flatMap((id): readonly Need[] => {
    const credential = get(state.institution.credentials, id)
    const until = credential?.until
    if (credential?.status !== 'valid' || until === undefined) return []
    if (until <= now || until > later(now, expiringMs)) return []
    return [{ kind: 'credential', href: '/account', title: credential.name, at: until, overdue: false }]
  })

/** Members whose delegation nobody heads: nobody can accredit for them (I-24). */
export const withoutHead = (state: DomainState, now: Instant): readonly string[] =>
  institution
    .activeMembers(state.institution, now)
    .filter(
      member =>
        !institution
          .credentialsIn(state.institution, { kind: 'delegate', member })
          .some(
            credential =>
              credential.status === 'valid' &&
              credential.rights.includes('accredit') &&
              institution.isWithinPeriod(credential, now),
          ),
    )

const bySoonest = (a: Need, b: Need): number => {
  const [left, right] = [a.at ?? '~', b.at ?? '~']
  return left === right ? 0 : left < right ? -1 : 1
}

/** Everything in the state that waits for somebody in a capacity: what has no hour but is now, then the soonest. */
export const needsOf = (
  state: DomainState,
  as: Capacity,
  person: PersonId,
  now: Instant,
): readonly Need[] => {
  const heads = as.kind === 'secretariat' ? withoutHead(state, now) : []
  return [
    ...putNow(state, as, now),
    ...[...deadlinesFor(state, as, now), ...endingSoon(state, person, now)].toSorted(bySoonest),
    ...(heads.length === 0
      ? []
      : [
          {
            kind: 'noHead' as const,
            href: '/desk/credentials',
            title: '',
            at: null,
            overdue: false,
            n: heads.length,
          },
        ]),
  ]
}
