import '../styles/desk.css'
import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import { RemindersPart } from '../commitments/reminders/reminders-part.tsx'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { CredentialsPart } from './credentials-part.tsx'
import { DeadlinesPart } from './deadlines-part.tsx'
import { SentPart } from './sent-part.tsx'
import { TextsPart } from './texts-part.tsx'

const parts = ['deadlines', 'texts', 'sent', 'credentials'] as const
type PartName = (typeof parts)[number]

const hrefOf = (part: PartName): string => (part === 'deadlines' ? '/desk' : `/desk/${part}`)

interface DeskProps {
  readonly state: DomainState
  /** The body whose chair sits here; null for the secretariat, which serves all. */
  readonly only: string | null
  readonly part: PartName
}

const Desk = ({ state, only, part }: DeskProps) => {
  const speech = useWords()
  const { t } = speech
  const offered = parts.filter(each => only === null || each !== 'credentials')
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <h1>
          {only === null ? t('desk.title') : t('desk.title.chair', { body: bodyName(state, speech, only) })}
        </h1>
        <nav className="tabs no-print" aria-label={t('app.desk')}>
          {offered.map(each => (
            <Link
              key={each}
              href={hrefOf(each)}
              {...(each === part ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`desk.tab.${each}`)}
            </Link>
          ))}
        </nav>
      </header>
      {part === 'deadlines' && <DeadlinesPart state={state} only={only} />}
      {part === 'deadlines' && <RemindersPart state={state} withoutChairs />}
      {part === 'texts' && <TextsPart only={only} />}
      {part === 'sent' && <SentPart state={state} only={only} />}
      {part === 'credentials' && <CredentialsPart state={state} />}
    </div>
  )
}

/** The desk of the secretariat, and of a chair for her body: what is due, the pen, what was sent, who may act for whom. */
export const DeskScene = ({ part = 'deadlines' }: { readonly part?: string }) => {
  const { t } = useWords()
  const { as } = useRoom()
  const state = useSlice()
  if (as?.kind !== 'secretariat' && as?.kind !== 'chair')
    return (
      <section className="page">
        <h1>{t('app.desk')}</h1>
        <p className="soft">{t('desk.notYours')}</p>
        {as === null && (
          <p>
            <Link href="/sign-in?from=%2Fdesk" className="button" data-kind="primary">
              {t('app.signIn')}
            </Link>
          </p>
        )}
      </section>
    )
  if (state === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  const only = as.kind === 'chair' ? as.body : null
  const known = parts.find(each => each === part && (only === null || each !== 'credentials'))
  return <Desk state={state} only={only} part={known ?? 'deadlines'} />
}
