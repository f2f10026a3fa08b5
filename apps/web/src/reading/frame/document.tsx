import type { ReactNode } from 'react'
import { wayIn } from '../../access/return-to.ts'
import type { Key } from '../../words/keys.ts'
import { type Language, languages } from '../../words/language.ts'
import { useWords } from '../../words/use-words.tsx'
import type { Head } from './page-of.ts'
import { useReading } from './reading.tsx'

/** Where a page lies, and what it loads. */
export interface Place {
  /** Path and the query that belongs to it, without the language: `/decisions?q=water`; empty where it lies nowhere. */
  readonly address: string
  /** `https://gavel.example.org` */
  readonly origin: string
  /** Addresses of the style sheets. */
  readonly sheets: readonly string[]
  /** The script that checks proofs, where it was built. */
  readonly verifier?: string
}

const withQuery = (address: string, name: string, value: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${name}${value === '' ? '' : `=${value}`}`

/** `<` is written as an escape, so that no word of a title can end the element. */
const asData = (structured: Head['structured']): string =>
  JSON.stringify(structured).replaceAll('<', '\\u003c')

/** Where the page lies, and where it lies in other languages. */
const Elsewhere = ({ here }: { readonly here: string }) => (
  <>
    <link rel="canonical" href={here} />
    {(Object.keys(languages) as Language[]).map(tag => (
      <link key={tag} rel="alternate" hrefLang={tag} href={withQuery(here, 'lang', tag)} />
    ))}
    <link rel="alternate" hrefLang="x-default" href={here} />
    <meta property="og:url" content={here} />
  </>
)

const HeadElement = ({ head, place }: { readonly head: Head; readonly place: Place }) => {
  const { language, t, name } = useWords()
  const { state, demonstration } = useReading()
  const site = name(state.institution.organisation?.name, 'Gavel')
  const title =
    head.title === site ? site : `${head.title} · ${state.institution.organisation?.shortName ?? 'Gavel'}`
  const description = head.description ?? t('reading.what')
  const here = `${place.origin}${place.address}`
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <meta name="description" content={description} />
      {(demonstration || head.unlisted === true) && <meta name="robots" content="noindex" />}
      {place.address !== '' && <Elsewhere here={here} />}
      <link
        rel="alternate"
        type="application/atom+xml"
        title={t('reading.feed')}
        href={`/feeds/public.atom?language=${language}`}
      />
      <link
        rel="alternate"
        type="text/calendar"
        title={t('reading.calendar')}
        href={`/feeds/calendar.ics?language=${language}`}
      />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {place.sheets.map(sheet => (
        <link key={sheet} rel="stylesheet" href={sheet} />
      ))}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={site} />
      <meta property="og:locale" content={language} />
      {head.structured !== undefined && !demonstration && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: data, with every < written as an escape
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asData(head.structured) }} />
      )}
      {head.verifies === true && place.verifier !== undefined && (
        <script type="module" src={place.verifier} />
      )}
    </head>
  )
}

const places: readonly (readonly [path: string, word: Key])[] = [
  ['/texts', 'app.texts'],
  ['/decisions', 'app.decisions'],
  ['/meetings', 'app.meetings'],
  ['/catalogue', 'commitments.section.catalogue'],
  ['/organisation', 'app.organisation'],
  ['/record', 'app.record'],
  ['/rules', 'reading.rules'],
]

const isHere = (path: string, address: string): boolean =>
  address === path || address.startsWith(`${path}/`) || address.startsWith(`${path}?`)

const Languages = ({ address }: { readonly address: string }) => {
  const { t, language } = useWords()
  return (
    <nav aria-label={t('app.language')} className="r-languages">
      <ul>
        {(Object.entries(languages) as [Language, string][]).map(([tag, own]) => (
          <li key={tag}>
            <a
              href={withQuery(address, 'lang', tag)}
              hrefLang={tag}
              lang={tag}
              rel="nofollow"
              {...(tag === language ? { 'aria-current': 'true' as const } : {})}
            >
              <bdi>{own}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The way from the reading pages to the table: back to it, a seat of the demonstration, or a sign-in; each leads back to this page. */
const WayIn = ({ address }: { readonly address: string }) => {
  const { t } = useWords()
  const { demonstration, signedIn } = useReading()
  if (signedIn)
    return (
      <a className="button" data-kind="primary" href={address}>
        {t('reading.back')}
      </a>
    )
  return (
    <a
      className="button"
      data-kind="primary"
      href={
        demonstration && address === '/' ? '#seats' : wayIn(demonstration ? '/seats' : '/sign-in', address)
      }
    >
      {t(demonstration ? 'app.takeSeat' : 'app.signIn')}
    </a>
  )
}

const Masthead = ({ address }: { readonly address: string }) => {
  const { t, name } = useWords()
  const { organisation } = useReading().state.institution
  const [path] = address.split('?') as [string]
  return (
    <header className="r-mast">
      <div className="r-wrap r-mast-row">
        <a href="/" className="r-name" {...(path === '/' ? { 'aria-current': 'page' as const } : {})}>
          <span className="r-mark" aria-hidden="true">
            [ ]
          </span>
          <bdi>{organisation?.shortName ?? 'Gavel'}</bdi>
          <span className="spoken">{name(organisation?.name)}</span>
        </a>
        <nav aria-label={t('reading.nav')} className="r-nav">
          <ul>
            {places.map(([to, word]) => (
              <li key={to}>
                <a href={to} {...(isHere(to, address) ? { 'aria-current': 'page' as const } : {})}>
                  {t(word)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="r-mast-end">
          <Languages address={address} />
          <WayIn address={path} />
        </div>
      </div>
    </header>
  )
}

const Foot = ({ address }: { readonly address: string }) => {
  const { t, language } = useWords()
  return (
    <footer className="r-foot">
      <div className="r-wrap">
        <p>{t('reading.foot')}</p>
        <nav aria-label={t('reading.foot.nav')}>
          <ul className="r-inline">
            <li>
              <a href={`/feeds/public.atom?language=${language}`}>{t('reading.feed')}</a>
            </li>
            <li>
              <a href={`/feeds/calendar.ics?language=${language}`}>{t('reading.calendar')}</a>
            </li>
            <li>
              <a href="/log/checkpoint">{t('reading.foot.checkpoint')}</a>
            </li>
            <li>
              <a href="/log/vkey">{t('reading.foot.key')}</a>
            </li>
            <li>
              <a href="/api/openapi.json">{t('reading.foot.api')}</a>
            </li>
            {address !== '' && (
              <li>
                <a href={withQuery(address, 'live', '')} rel="nofollow">
                  {t('reading.foot.live')}
                </a>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </footer>
  )
}

interface DocumentProps {
  readonly head: Head
  readonly place: Place
  readonly children: ReactNode
}

/** A whole page: the head, the way round the site, what the page shows, and where it comes from. */
export const PageDocument = ({ head, place, children }: DocumentProps) => {
  const { t, language, direction } = useWords()
  const { demonstration } = useReading()
  return (
    <html lang={language} dir={direction}>
      <HeadElement head={head} place={place} />
      <body>
        <a className="r-skip" href="#main">
          {t('app.skip')}
        </a>
        <Masthead address={place.address} />
        {demonstration && (
          <aside className="r-banner" aria-label={t('reading.demonstration')}>
            <p className="r-wrap">{t('app.demonstration')}</p>
          </aside>
        )}
        <main id="main" className="r-wrap r-main" tabIndex={-1}>
          {children}
        </main>
        <Foot address={place.address} />
      </body>
    </html>
  )
}
