import { institution } from '@gavel/domain'
import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.tsx'
import { found, runningSilences, unnumbered } from '../decisions/register.ts'
import { decisionAddress, SilenceClock, StatusBadge } from '../decisions/status.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { Section, When } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { byTime } from '../meetings/agenda.ts'
import { MeetingRow } from '../meetings/list.tsx'
import { type EntryRow, EntryRows } from '../record/happened.tsx'
import { glimpsesOf, inDispute, mostDisputed } from '../texts/glimpse.ts'
import { textAddress } from '../texts/list.tsx'
import { ParagraphShown } from '../texts/paragraph.tsx'
import { Progress } from '../texts/progress.tsx'
import { type SeatOffered, Seats } from './seats.tsx'

export interface HomeProps {
  /** The latest entries, newest first. */
  readonly entries: readonly EntryRow[]
  /** The seats anybody may take; none where this is no demonstration. */
  readonly seats: readonly SeatOffered[]
}

const Figure = ({ n, children }: { readonly n: number; readonly children: ReactNode }) => {
  const { number } = useWords()
  return (
    <li>
      <b className="numeric">{number(n)}</b> <span>{children}</span>
    </li>
  )
}

/** What is counted here, in one line. */
const Figures = ({ members }: { readonly members: number }) => {
  const { t } = useWords()
  const { state, now, size } = useReading()
  const open = inDispute(state.texts)
  const silences = runningSilences(state.decisions, now).length
  return (
    <ul className="r-figures" aria-label={t('reading.figures')}>
      <Figure n={members}>{t('reading.figures.members', { n: members })}</Figure>
      <Figure n={open.texts}>{t('reading.figures.texts', { n: open.texts })}</Figure>
      <Figure n={open.places}>{t('reading.figures.places', { n: open.places })}</Figure>
      <Figure n={silences}>{t('reading.figures.silences', { n: silences })}</Figure>
      <Figure n={size}>{t('reading.figures.entries', { n: size })}</Figure>
    </ul>
  )
}

const Opening = ({ members, seated }: { readonly members: number; readonly seated: boolean }) => {
  const { t, name } = useWords()
  const { state } = useReading()
  const text = mostDisputed(state.texts)
  return (
    <header className="r-opening">
      <h1>{name(state.institution.organisation?.name, 'Gavel')}</h1>
      <p className="r-lead">{t('reading.what')}</p>
      <p className="r-ways">
        {seated && (
          <a className="button" data-kind="primary" href="#seats">
            {t('app.takeSeat')}
          </a>
        )}
        {text !== undefined && (
          <a className="button" href={textAddress(text.id)}>
            {t('reading.read.text')}
          </a>
        )}
        <a className="button" href="/record">
          {t('reading.read.record')}
        </a>
      </p>
      <Figures members={members} />
    </header>
  )
}

/** The text with most in dispute: how far it has come, and where it is stuck. */
const Negotiated = () => {
  const { t } = useWords()
  const { state } = useReading()
  const text = mostDisputed(state.texts)
  if (text === undefined)
    return (
      <Section id="text" title={t('reading.negotiated')}>
        <p className="soft">{t('reading.negotiated.none')}</p>
      </Section>
    )
  const glimpses = glimpsesOf(text)
  const address = textAddress(text.id)
  return (
    <Section
      id="text"
      title={
        <a href={address}>
          <bdi>{text.title}</bdi>
        </a>
      }
    >
      <p className="r-meta">
        {text.symbol !== null && <span className="mono">{text.symbol}</span>}
        <b>{t('texts.inDispute', { n: text.disputed })}</b>
      </p>
      <Progress text={text} />
      {glimpses.length > 0 && (
        <div className="r-glimpse">
          <article lang={text.language} aria-label={t('reading.glimpse')}>
            {glimpses.map(paragraph => (
              <ParagraphShown key={paragraph.id} text={text} paragraph={paragraph} loose />
            ))}
          </article>
          <p className="small">
            <a href={`${address}#p-${glimpses[0]!.id}`}>{t('reading.glimpse.more')}</a>
          </p>
        </div>
      )}
    </Section>
  )
}

const Silences = () => {
  const { t } = useWords()
  const { state, now } = useReading()
  const running = runningSilences(state.decisions, now).slice(0, 3)
  if (running.length === 0) return null
  return (
    <Section id="silences" title={t('reading.silences')} more={{ href: '/rules/D-27', words: 'D-27' }}>
      {running.map(({ decision, expiresAt, timeZone }) => (
        <div key={decision.id} className="r-silence">
          <p className="r-item-name">
            <a href={decisionAddress(decision.id)}>
              <bdi>{decision.title}</bdi>
            </a>
          </p>
          {decision.subject.kind === 'wording' && (
            <p className="r-words" dir="auto">
              {decision.subject.wording}
            </p>
          )}
          <SilenceClock expiresAt={expiresAt} timeZone={timeZone} />
        </div>
      ))}
    </Section>
  )
}

const Meetings = () => {
  const { t } = useWords()
  const { ahead } = byTime(useReading().state.meetings)
  if (ahead.length === 0) return null
  return (
    <Section
      id="meetings"
      title={t('reading.meetings.now')}
      more={{ href: '/meetings', words: t('reading.all') }}
    >
      <ul className="r-list">
        {ahead.slice(0, 2).map(meeting => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </Section>
  )
}

const Decisions = () => {
  const { t } = useWords()
  const { state, now } = useReading()
  const numbered = found(state.decisions, now, '').slice(0, 5)
  const others = unnumbered(state.decisions, now)
    .filter(({ status }) => status.kind !== 'silenceRunning')
    .slice(0, 5 - numbered.length)
  if (numbered.length + others.length === 0) return null
  return (
    <Section
      id="decisions"
      title={t('reading.decisions.latest')}
      more={{ href: '/decisions', words: t('reading.register') }}
    >
      <ul className="r-list">
        {numbered.map(row => (
          <li key={row.decision} className="r-item">
            <p>
              <span className="mono small">{row.number}</span>{' '}
              <a href={decisionAddress(row.decision)}>
                <bdi>{row.title}</bdi>
              </a>{' '}
              <span className="soft small">
                <When at={row.adoptedAt} style="date" />
              </span>
            </p>
          </li>
        ))}
        {others.map(({ decision, status }) => (
          <li key={decision.id} className="r-item">
            <p>
              <a href={decisionAddress(decision.id)}>
                <bdi>{decision.title}</bdi>
              </a>{' '}
              <StatusBadge status={status} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Latest = ({ entries }: Pick<HomeProps, 'entries'>) => {
  const { t } = useWords()
  return (
    <Section id="latest" title={t('reading.latest')} more={{ href: '/record', words: t('app.record') }}>
      <EntryRows entries={entries} />
    </Section>
  )
}

const HomeBody = ({ entries, seats }: HomeProps) => {
  const { state, now } = useReading()
  return (
    <>
      <Opening members={institution.activeMembers(state.institution, now).length} seated={seats.length > 0} />
      <div className="r-two">
        <div className="r-first">
          <Negotiated />
        </div>
        <div className="r-second">
          <Silences />
          <Meetings />
        </div>
      </div>
      {seats.length > 0 && <Seats seats={seats} />}
      <div className="r-two">
        <div className="r-first">
          <Latest entries={entries} />
        </div>
        <div className="r-second">
          <Decisions />
        </div>
      </div>
    </>
  )
}

/** The first page: what this is, what is negotiated now, what runs out, who meets, what was decided, and the way in. */
export const homePage: PageOf<HomeProps> = {
  head: (_props, { state, now }, { t, name }) => {
    const [next] = runningSilences(state.decisions, now)
    return {
      title: name(state.institution.organisation?.name, 'Gavel'),
      description: t('reading.what'),
      ...(next === undefined ? {} : { changesAt: next.expiresAt }),
    }
  },
  Body: HomeBody,
}
