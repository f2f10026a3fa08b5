import type { DomainState } from '@gavel/domain'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { SourceMark } from '../kit/source-mark.tsx'
import { useNow, useSlice } from '../live/use-room.tsx'
import { languageWords } from '../names/days.ts'
import { useWords } from '../words/use-words.tsx'
import { AreasPart } from './areas-part.tsx'
import { BodiesPart } from './bodies-part.tsx'
import { CalendarPart } from './calendar-part.tsx'
import { DocumentsPart } from './documents-part.tsx'
import { MembersPart } from './members-part.tsx'
import { endOfDay } from './register.ts'
import { RulesPart } from './rules-part.tsx'

const parts = ['members', 'bodies', 'calendar', 'documents', 'rules'] as const
type PartName = (typeof parts)[number]

const hrefOf = (part: PartName): string => (part === 'members' ? '/organisation' : `/organisation/${part}`)

/** Which parts tell how the organisation stood on a day; the others tell what is. */
const dated: ReadonlySet<PartName> = new Set(['members', 'bodies', 'rules'])

interface AsOfProps {
  readonly day: string
  readonly today: string
  readonly onDay: (day: string) => void
}

const AsOf = ({ day, today, onDay }: AsOfProps) => {
  const { t } = useWords()
  const label = useId()
  return (
    <div className="o-as-of no-print">
      <label htmlFor={label}>{t('organisation.asOf')}</label>
      <input
        id={label}
        type="date"
        value={day === '' ? today : day}
        max="9999-12-31"
        onChange={event => onDay(event.target.value)}
      />
      {day !== '' && day !== today && (
        <Button size="small" kind="quiet" onPress={() => onDay('')}>
          {t('organisation.asOf.now')}
        </Button>
      )}
    </div>
  )
}

const Head = ({ state, part }: { readonly state: DomainState; readonly part: PartName }) => {
  const speech = useWords()
  const { t, name, list } = speech
  const { organisation } = state.institution
  return (
    <header className="stack" data-gap="small">
      <h1 dir="auto">{name(organisation?.name, t('app.organisation'))}</h1>
      {organisation !== null && (
        <p className="small soft o-meta">
          <bdi>{organisation.shortName}</bdi>
          <span>
            {t('institution.languages')}:{' '}
            {list(organisation.languages.map(tag => languageWords(speech, tag)))}
          </span>
          <SourceMark source={organisation.source} of={name(organisation.name)} />
        </p>
      )}
      <p className="soft o-lead">{t('institution.organisation.lead')}</p>
      <nav className="tabs no-print" aria-label={t('app.organisation')}>
        {parts.map(each => (
          <Link
            key={each}
            href={hrefOf(each)}
            {...(each === part ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`organisation.tab.${each}`)}
          </Link>
        ))}
      </nav>
    </header>
  )
}

/** The addresses of rules lead to a number on this page, wherever it stands in it. */
const partAsked = (part: string): PartName =>
  location.hash.startsWith('#parameter-') ? 'rules' : (parts.find(each => each === part) ?? 'members')

/** The organisation: who belongs to it, its bodies and who chairs them, its calendar, its papers, the numbers of its rules. */
export const OrganisationScene = ({ part = 'members' }: { readonly part?: string }) => {
  const { t } = useWords()
  const state = useSlice()
  const now = useNow(60_000)
  const [day, setDay] = useState('')
  if (state === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  const here = partAsked(part)
  const at = endOfDay(day) ?? now
  return (
    <div className="page o-page">
      <Head state={state} part={here} />
      {dated.has(here) && <AsOf day={day} today={now.slice(0, 10)} onDay={setDay} />}
      {here === 'members' && <MembersPart state={state} at={at} />}
      {here === 'bodies' && (
        <>
          <BodiesPart state={state} at={at} />
          <AreasPart state={state} at={at} />
        </>
      )}
      {here === 'calendar' && <CalendarPart state={state} />}
      {here === 'documents' && <DocumentsPart state={state} />}
      {here === 'rules' && <RulesPart state={state} at={at} />}
    </div>
  )
}
