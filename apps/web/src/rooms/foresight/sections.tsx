import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { useRoom } from '../../live/use-room.tsx'
import { useForesightWords } from './use-foresight-words.ts'

/** Whether somebody acts as one who mediates. */
export const useMediates = (): boolean => {
  const { as } = useRoom()
  return as?.kind === 'chair' || as?.kind === 'facilitator'
}

const sections = [
  ['outlook', '/foresight', true],
  ['told', '/foresight', false],
  ['map', '/foresight/map', true],
  ['backtest', '/foresight/backtest', null],
] as const

export type Section = (typeof sections)[number][0]

const Sections = ({ here }: { readonly here: Section | undefined }) => {
  const { t } = useForesightWords()
  const mediates = useMediates()
  return (
    <nav className="tabs no-print" aria-label={t('foresight.sections')}>
      {sections
        .filter(([, , only]) => only === null || only === mediates)
        .map(([section, href]) => (
          <Link key={section} href={href} {...(section === here ? { 'aria-current': 'page' as const } : {})}>
            {t(`foresight.section.${section}`)}
          </Link>
        ))}
    </nav>
  )
}

interface PageProps {
  readonly here?: Section
  /** What the page is about, where it is one text. */
  readonly title?: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A page of the room, under its name or that of the text it is about. */
export const RoomPage = ({ here, title, lead, children }: PageProps) => {
  const { t } = useForesightWords()
  const named = title ?? t('foresight.title')
  useEffect(() => {
    document.title = `${named} · ${t('foresight.title')}`
  }, [t, named])
  return (
    <div className="page f-page">
      <header className="stack" data-gap="small">
        {title !== undefined && (
          <p className="small">
            <Link href="/foresight">{t('foresight.title')}</Link>
          </p>
        )}
        <h1 dir="auto">{named}</h1>
        {lead}
        {title === undefined && <Sections here={here} />}
      </header>
      {children}
    </div>
  )
}

/** While an answer is awaited, or when there was none. */
export const Awaited = ({ failed }: { readonly failed: boolean }) => {
  const { t } = useForesightWords()
  return (
    <p className="busy" role="status">
      {t(failed ? 'app.failed' : 'app.loading')}
    </p>
  )
}
