import { escapeXml, xml, xmlDeclaration } from '../xml/write.ts'

/** A feed of what happened, newest first (RFC 4287). */
export interface FeedFile {
  /** Stands for the feed for ever: a tag or an address. */
  readonly id: string
  readonly title: string
  readonly language: string
  /** Where the feed itself is, and the pages it is about. */
  readonly self: string
  readonly site: string
  readonly author: string
  /** When anything in it last changed, as an ISO 8601 instant. */
  readonly updated: string
  readonly entries: readonly FeedEntry[]
}

export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly url: string
  readonly summary?: string
}

const text = (name: string, words: string): string => xml(name, {}, escapeXml(words))

/** A feed as Atom. Words are text, never markup. */
export const writeAtom = (feed: FeedFile): string =>
  `${xmlDeclaration}${xml(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
    text('id', feed.id),
    text('title', feed.title),
    text('updated', feed.updated),
    xml('author', {}, text('name', feed.author)),
    xml('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    xml('link', { rel: 'alternate', type: 'text/html', href: feed.site }),
    text('generator', 'Gavel'),
    ...feed.entries.map(entry =>
      xml(
        'entry',
        {},
        text('id', entry.id),
        text('title', entry.title),
        text('updated', entry.updated),
        xml('link', { rel: 'alternate', href: entry.url }),
        entry.summary === undefined ? '' : text('summary', entry.summary),
      ),
    ),
  )}\n`
