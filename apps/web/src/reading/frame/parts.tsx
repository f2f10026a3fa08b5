import type { Instant } from '@gavel/kernel'
import type { ReactNode } from 'react'
import { dayWords } from '../../names/days.ts'
import { bodyName, partyName } from '../../names/names.ts'
import { readSource } from '../../names/source.ts'
import type { InstantStyle } from '../../words/speaking.ts'
import { useWords } from '../../words/use-words.tsx'
import { useReading } from './reading.tsx'

interface WhenProps {
  readonly at: Instant | string
  readonly style?: InstantStyle
  /** UTC unless told: a page has no reader whose clock it could know. */
  readonly timeZone?: string
}

/** An instant, for people and for machines. */
export const When = ({ at, style = 'long', timeZone = 'UTC' }: WhenProps) => {
  const { instant } = useWords()
  return <time dateTime={at}>{instant(at, style, timeZone)}</time>
}

/** A whole or partial ISO date as precise as its source: `2004`, `2004-10`, `2004-10-22`. */
export const Day = ({ on }: { readonly on: string }) => {
  const speech = useWords()
  return <time dateTime={on}>{dayWords(speech, on)}</time>
}

/** A member, observer or partner, with the way to its page. */
export const Party = ({ id }: { readonly id: string }) => {
  const speech = useWords()
  const { state } = useReading()
  return (
    <a href={`/organisation/members/${encodeURIComponent(id)}`}>
      <bdi>{partyName(state, speech, id)}</bdi>
    </a>
  )
}

export const BodyName = ({ id }: { readonly id: string }) => {
  const speech = useWords()
  const { state } = useReading()
  return <bdi>{bodyName(state, speech, id)}</bdi>
}

/** Where a fact comes from: a link where the source has an address, `assumed` in words of its own. */
export const SourceShown = ({ source }: { readonly source: string }) => {
  const { t } = useWords()
  const { doubt, words, address, host } = readSource(source)
  const link = address !== null && (
    <a href={address} rel="noreferrer nofollow">
      <bdi>{host}</bdi>
    </a>
  )
  if (doubt !== null)
    return (
      <span className="r-source" data-doubt="">
        <span aria-hidden="true">≈ </span>
        {t(`app.source.${doubt}`)} {words !== '' && <bdi>({words})</bdi>} {link}
      </span>
    )
  return (
    <span className="r-source">
      <bdi>{words}</bdi> {link}
    </span>
  )
}

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Facts about something, by name; those without a value are left out. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="r-facts">
    {facts
      .filter(({ value }) => value !== null && value !== undefined && value !== '')
      .map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

interface SectionProps {
  readonly id: string
  readonly title: ReactNode
  /** Where there is more of it. */
  readonly more?: { readonly href: string; readonly words: string }
  readonly children: ReactNode
}

/** A part of a page under a heading of the second level. */
export const Section = ({ id, title, more, children }: SectionProps) => (
  <section aria-labelledby={id} className="r-section">
    <div className="r-section-head">
      <h2 id={id}>{title}</h2>
      {more !== undefined && <a href={more.href}>{more.words}</a>}
    </div>
    {children}
  </section>
)

/** What stands above a page: where it belongs, what it is, and what is to be known at once. */
export const PageHead = ({
  above,
  title,
  lead,
}: {
  readonly above?: ReactNode
  readonly title: ReactNode
  readonly lead?: ReactNode
}) => (
  <header className="r-head">
    {above !== undefined && <p className="r-above">{above}</p>}
    <h1 dir="auto">{title}</h1>
    {lead !== undefined && <p className="r-lead">{lead}</p>}
  </header>
)
