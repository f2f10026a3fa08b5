import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { Meeting } from './next-step.ts'

export type MeetingTab = 'sitting' | 'notice' | 'journal'

const tabs: readonly (readonly [MeetingTab, string])[] = [
  ['sitting', ''],
  ['notice', '/notice'],
  ['journal', '/journal'],
]

/** The badge of how a meeting stands: a sign, a word, a tone. */
export const StatusBadge = ({ meeting }: { readonly meeting: Meeting }) => {
  const { t } = useWords()
  const { status, calledOff } = meeting
  if (calledOff !== undefined) return <Badge tone="bad">✕ {t('meetings.calledOff')}</Badge>
  const tone =
    status === 'open' ? 'good' : status === 'suspended' || status === 'adjourned' ? 'wait' : 'plain'
  const sign = { convened: '○', open: '●', suspended: '❚❚', adjourned: '❚❚', closed: '■' }[status]
  return (
    <Badge tone={tone}>
      <span aria-hidden="true">{sign}</span> {t(`meeting.status.${status}`)}
    </Badge>
  )
}

/** On a phone the tabs are wider than the screen: the one that is open is scrolled into it. */
const intoView = (tab: HTMLElement | null): void =>
  tab?.scrollIntoView({ inline: 'center', block: 'nearest' })

/** What a meeting is, how it stands, and the ways to look at it. */
export const MeetingHead = ({
  state,
  meeting,
  tab,
}: {
  readonly state: DomainState
  readonly meeting: Meeting
  readonly tab: MeetingTab
}) => {
  const speech = useWords()
  const { t, instant } = speech
  const { id, title, body, kind, format, access, place, timeZone, opensAt, openedAt, sittings } = meeting
  const sitting = sittings.at(-1)
  return (
    <header className="m-head">
      <p className="row soft small">
        <bdi>{bodyName(state, speech, body)}</bdi>
        <span>{t(`meeting.kind.${kind}`)}</span>
        <StatusBadge meeting={meeting} />
        {sitting !== undefined && <span>{t('meeting.sitting', { n: sitting.number })}</span>}
        <Badge tone={access === 'closed' ? 'wait' : 'plain'}>{t(`meeting.access.${access}`)}</Badge>
      </p>
      <h1 dir="auto">{title}</h1>
      <p className="soft small">
        <time dateTime={openedAt ?? opensAt}>{instant(openedAt ?? opensAt, 'full', timeZone)}</time> ·{' '}
        <bdi>{place}</bdi> · {t(`meeting.format.${format}`)}
      </p>
      <nav className="tabs no-print" aria-label={title}>
        {tabs.map(([name, path]) => (
          <Link
            key={name}
            href={`/meetings/${encodeURIComponent(id)}${path}`}
            {...(name === tab ? { 'aria-current': 'page' as const, ref: intoView } : {})}
          >
            {t(`meeting.tab.${name}`)}
          </Link>
        ))}
        <a href={`/meetings/${encodeURIComponent(id)}/display`} target="_blank" rel="noopener">
          {t('meeting.tab.display')}
          <span aria-hidden="true"> ↗</span>
          <span className="spoken"> ({t('hall.open.window')})</span>
        </a>
      </nav>
    </header>
  )
}
