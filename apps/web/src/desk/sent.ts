import { type DomainState, institution, type TextAudience } from '@gavel/domain'
import { type BodyId, type Instant, values } from '@gavel/kernel'
import type { TextRow } from '../institution/papers.ts'

/** Something that was put before its readers: what, when, before whom. */
export interface Sent {
  readonly key: string
  readonly kind:
    | 'version'
    | 'notice'
    | 'journal'
    | 'journalApproved'
    | 'silenceOpened'
    | 'silenceExtended'
    | 'silenceNotice'
    | 'published'
  readonly symbol: string | null
  readonly title: string
  readonly body: string
  readonly at: Instant
  /** Who could read it, and how many members sat there that day. */
  readonly to: TextAudience['kind'] | 'body'
  readonly members: number
  readonly href: string
  readonly document: string | null
}

const seats = (state: DomainState, body: string, at: Instant): number =>
  institution.membersOf(state.institution, body as BodyId, at).length

const ofTexts = (state: DomainState, all: readonly TextRow[]): readonly Sent[] =>
  all.flatMap(({ id, title, body, audience, versions }) =>
    versions.map(
      ({ symbol, at, document }): Sent => ({
        key: symbol,
        kind: 'version',
        symbol,
        title,
        body,
        at,
        to: audience.kind,
        members:
          audience.kind === 'body'
            ? seats(state, audience.body, at)
            : audience.kind === 'delegation'
              ? 1
              : institution.activeMembers(state.institution, at).length,
        href: `/texts/${encodeURIComponent(id)}/versions`,
        document,
      }),
    ),
  )

const ofMeetings = (state: DomainState): readonly Sent[] =>
  [...values(state.meetings.meetings)].flatMap(({ id, title, body, convenedAt, journals }) => {
    const href = `/meetings/${encodeURIComponent(id)}`
    const about = (kind: Sent['kind'], at: Instant, more: string, document: string | null): Sent => ({
      key: `${kind} ${id} ${more}`,
      kind,
      symbol: null,
      title,
      body,
      at,
      to: 'body',
      members: seats(state, body, at),
      href: kind === 'notice' ? href : `${href}/journal`,
      document,
    })
    return [
      about('notice', convenedAt, '', null),
      ...journals.flatMap(({ sitting, circulatedAt, document, approvedAt }) => [
        about('journal', circulatedAt, String(sitting), document),
        ...(approvedAt === undefined
          ? []
          : [about('journalApproved', approvedAt, String(sitting), document)]),
      ]),
    ]
  })

const ofDecisions = (state: DomainState): readonly Sent[] =>
  [...values(state.decisions.decisions)].flatMap(({ id, title, body, number, course, publishedAt }) => {
    const about = (kind: Sent['kind'], at: Instant): Sent => ({
      key: `${kind} ${id} ${at}`,
      kind,
      symbol: number?.symbol ?? null,
      title,
      body,
      at,
      to: 'body',
      members: seats(state, body, at),
      href: `/decisions/${encodeURIComponent(id)}`,
      document: null,
    })
    const silence =
      course.stage !== 'silence'
        ? []
        : [
            ...course.silence.entries.flatMap(({ kind, at }) =>
              kind === 'opened'
                ? [about('silenceOpened', at)]
                : kind === 'extended'
                  ? [about('silenceExtended', at)]
                  : [],
            ),
            ...(course.silence.noticeAt === undefined
              ? []
              : [about('silenceNotice', course.silence.noticeAt)]),
          ]
    return [...silence, ...(publishedAt === undefined ? [] : [about('published', publishedAt)])]
  })

/** What was put before delegations, newest first; of one body alone where `only` names it. */
export const sentOf = (state: DomainState, all: readonly TextRow[], only: string | null): readonly Sent[] =>
  [...ofTexts(state, all), ...ofMeetings(state), ...ofDecisions(state)]
    .filter(({ body }) => only === null || body === only)
    .toSorted((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? 1 : -1))
