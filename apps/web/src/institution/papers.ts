import type { decisions, texts } from '@gavel/domain'

/** What `/api/texts` tells of each text. */
export interface TextRow
  extends Pick<
    texts.Text,
    | 'title'
    | 'symbol'
    | 'body'
    | 'kind'
    | 'stage'
    | 'frozen'
    | 'audience'
    | 'versions'
    | 'disputed'
    | 'fictional'
  > {
  readonly id: string
}

/** A paper under a symbol. */
export interface Paper {
  readonly kind: 'text' | 'version' | 'decision'
  readonly symbol: string
  readonly title: string
  readonly body: string
  /** null: no day is told of it. */
  readonly at: string | null
  readonly href: string
  /** SHA-256 of the file that was issued, where one was. */
  readonly document: string | null
}

const ofText = ({ id, symbol, title, body, versions }: TextRow): readonly Paper[] => {
  const href = `/texts/${encodeURIComponent(id)}`
  const about = { title, body }
  const itself: readonly Paper[] =
    symbol === null ? [] : [{ kind: 'text', symbol, ...about, at: null, href, document: null }]
  return [
    ...itself,
    ...versions.map(
      (version): Paper => ({
        kind: 'version',
        symbol: version.symbol,
        ...about,
        at: version.at,
        href: `${href}/versions`,
        document: version.document,
      }),
    ),
  ]
}

/** Everything that stands under a symbol: texts with their versions below them, then the register of decisions. */
export const papersOf = (
  all: readonly TextRow[],
  register: readonly Pick<decisions.RegisterRow, 'number' | 'decision' | 'body' | 'title' | 'adoptedAt'>[],
): readonly Paper[] => [
  ...all.flatMap(ofText),
  ...register.map(
    (row): Paper => ({
      kind: 'decision',
      symbol: row.number,
      title: row.title,
      body: row.body,
      at: row.adoptedAt,
      href: `/decisions/${encodeURIComponent(row.decision)}`,
      document: null,
    }),
  ),
]
