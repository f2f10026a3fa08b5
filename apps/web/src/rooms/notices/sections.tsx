import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { Notice } from '../../kit/notice.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { useNoticesWords } from './use-notices-words.ts'

const sections = [
  ['inbox', '/notices', 'delegate'],
  ['sent', '/notices/sent', 'delegate'],
  ['all', '/notices/all', 'secretariat'],
  ['contacts', '/notices/contacts', null],
  ['calls', '/notices/calls', null],
  ['types', '/notices/types', null],
  ['servers', '/notices/servers', 'delegate'],
] as const

export type Section = (typeof sections)[number][0]

/** The ways between the parts of the room, those of the capacity one acts in. */
const Sections = ({ here }: { readonly here: Section }) => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const nav = useRef<HTMLElement>(null)
  // On a phone not all of them fit: the one that is open is brought into view.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [])
  return (
    <nav ref={nav} className="tabs no-print" aria-label={t('notices.sections')}>
      {sections
        .filter(([, , kind]) => kind === null || kind === as?.kind)
        .map(([section, href]) => (
          <Link key={section} href={href} {...(section === here ? { 'aria-current': 'page' as const } : {})}>
            {t(`notices.section.${section}`)}
          </Link>
        ))}
    </nav>
  )
}

interface PageProps {
  readonly here: Section
  readonly act?: ReactNode
  /** For whom it is; everybody of the room unless told. */
  readonly only?: 'delegate' | 'secretariat'
  readonly children: ReactNode
}

/** A page of the room, under its name; whoever it is not for is told so. */
export const RoomPage = ({ here, act, only, children }: PageProps) => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const title = t(`notices.section.${here}`)
  useEffect(() => {
    document.title = `${t('notices.title')} · ${title}`
  }, [t, title])
  const fits = only === undefined ? as?.kind === 'delegate' || as?.kind === 'secretariat' : as?.kind === only
  return (
    <div className="page x-page">
      <header className="stack" data-gap="small">
        <div className="row" data-spread="">
          <h1>{t('notices.title')}</h1>
          {fits && act}
        </div>
        {fits && <Sections here={here} />}
      </header>
      {fits ? children : <Notice>{t(only === 'delegate' ? 'notices.notYours' : 'notices.notHere')}</Notice>}
    </div>
  )
}

/** While an answer is awaited, or when there was none. */
export const Awaited = ({ failed }: { readonly failed: boolean }) => {
  const { t } = useNoticesWords()
  return (
    <p className="busy" role="status">
      {t(failed ? 'app.failed' : 'app.loading')}
    </p>
  )
}
