import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Link, useLocation } from 'wouter'
import { Icon, type IconName, Sign } from '../kit/icon.tsx'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { rooms } from '../rooms/rooms.ts'
import type { Key } from '../words/keys.ts'
import type { NameInLanguages } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import { Outbox } from './outbox.tsx'
import { Who } from './who.tsx'

interface Place {
  readonly path: string
  /** Other beginnings of addresses that are of this place. */
  readonly also?: readonly string[]
  /** A sentence of the screens; of a room, which has its words elsewhere, its name. */
  readonly word: Key | NameInLanguages
  /** Of a room: the lines themselves. */
  readonly icon: IconName | { readonly path: string }
  /** On a phone it stands behind "More": there is no room for all places in the languages with long words. */
  readonly later?: true
  readonly open: (kinds: ReadonlySet<string>) => boolean
}

const everybody = () => true
const places: readonly Place[] = [
  { path: '/', word: 'app.home', icon: 'today', open: everybody },
  { path: '/texts', word: 'app.texts', icon: 'texts', open: everybody },
  { path: '/meetings', word: 'app.meetings', icon: 'meetings', open: everybody },
  { path: '/decisions', word: 'app.decisions', icon: 'decisions', open: everybody },
  {
    path: '/commitments',
    also: ['/catalogue', '/plans', '/activities', '/reviews', '/recommendations', '/analysis'],
    word: 'app.commitments',
    icon: 'commitments',
    open: everybody,
  },
  { path: '/delegation', word: 'app.delegation', icon: 'delegation', open: kinds => kinds.has('delegate') },
  {
    path: '/desk',
    word: 'app.desk',
    icon: 'desk',
    open: kinds => kinds.has('secretariat') || kinds.has('chair'),
  },
  ...rooms.map(({ place: { path, name, icon, open } }) => ({
    path,
    word: name,
    icon: { path: icon },
    later: true as const,
    open,
  })),
  { path: '/organisation', word: 'app.organisation', icon: 'organisation', later: true, open: everybody },
  { path: '/record', word: 'app.record', icon: 'record', later: true, open: everybody },
]

const usePlaceName = (): ((place: Place) => string) => {
  const { t, name } = useWords()
  return ({ word }) => (typeof word === 'string' ? t(word) : name(word))
}

const Drawn = ({ icon }: Pick<Place, 'icon'>) =>
  typeof icon === 'string' ? <Icon name={icon} /> : <Sign path={icon.path} />

/** On a phone: the places that do not fit beside the others. */
const More = ({
  more,
  isAt,
}: {
  readonly more: readonly Place[]
  readonly isAt: (place: Place) => boolean
}) => {
  const { t } = useWords()
  const nameOf = usePlaceName()
  return (
    <li className="frame-more">
      <MenuTrigger>
        <Button data-here={more.some(isAt) ? '' : undefined}>
          <Icon name="more" />
          <span>{t('app.more')}</span>
        </Button>
        <Popover placement="top end">
          <Menu className="menu" aria-label={t('app.more')}>
            {more.map(place => (
              <MenuItem key={place.path} href={place.path} textValue={nameOf(place)}>
                <Drawn icon={place.icon} /> {nameOf(place)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </li>
  )
}

const Navigation = () => {
  const { t } = useWords()
  const nameOf = usePlaceName()
  const [here] = useLocation()
  const { as } = useRoom()
  const kinds = new Set(as === null ? [] : [as.kind])
  const open = places.filter(place => place.open(kinds))
  const isAt = ({ path, also = [] }: Place): boolean =>
    [path, ...also].some(each => here === each || (each !== '/' && here.startsWith(`${each}/`)))
  return (
    <nav className="frame-nav no-print" aria-label={t('app.nav')}>
      <ul>
        {open.map(place => (
          <li key={place.path} data-later={place.later && ''}>
            <Link href={place.path} {...(isAt(place) ? { 'aria-current': 'page' as const } : {})}>
              <Drawn icon={place.icon} />
              <span>{nameOf(place)}</span>
            </Link>
          </li>
        ))}
        <More more={open.filter(({ later }) => later)} isAt={isAt} />
      </ul>
    </nav>
  )
}

/** Whether the screen is level with the record, in a word and a sign. */
const Line = () => {
  const { t } = useWords()
  const { line } = useRoom()
  return (
    <span className="frame-line" data-line={line} role="status">
      <span aria-hidden="true">{line === 'live' ? '●' : line === 'down' ? '○' : '◌'}</span>{' '}
      {line === 'down' ? t('app.line.down.short') : t(`app.line.${line}`)}
    </span>
  )
}

/** What stands round every scene: where one is, who one is, whether the line is up, what waits to be sent. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const { t, name } = useWords()
  const { line, viewer } = useRoom()
  const state = useSlice()
  const organisation = state?.institution.organisation
  return (
    <div className="frame">
      <a className="frame-skip" href="#main">
        {t('app.skip')}
      </a>
      <header className="frame-top no-print">
        <Link href="/" className="frame-name">
          <bdi>{organisation?.shortName ?? 'Gavel'}</bdi>
          <span className="spoken">{organisation == null ? '' : name(organisation.name)}</span>
        </Link>
        <Line />
        <Outbox />
        <Who />
      </header>
      {viewer.demonstration && (
        <aside className="frame-demonstration no-print" aria-label={t('app.demonstration.label')}>
          {t('app.demonstration.short')}
        </aside>
      )}
      {line === 'down' && (
        <p className="frame-down no-print" role="status">
          {t('app.line.down')}
        </p>
      )}
      <Navigation />
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
