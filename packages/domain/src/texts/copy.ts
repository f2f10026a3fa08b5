import type { NegotiatedParagraph, OpenOption, Support, Text, TextsState } from './state.ts'

/**
 * Copies to be changed before anybody else sees them, of the wide objects that come with every act. Written out field by
 * field such a copy costs a tenth of a spread, which has to ask the engine for every name; the compiler sees to it
 * that no field is missing here. A field that may be absent stays absent.
 */
type Fresh<T> = { -readonly [Field in keyof T]: T[Field] }

export const copyOfTexts = (from: TextsState): Fresh<TextsState> => ({
  texts: from.texts,
  order: from.order,
  series: from.series,
  symbols: from.symbols,
  instructions: from.instructions,
  comments: from.comments,
})

export const copyOfText = (from: Text): Fresh<Text> => {
  const copy: Fresh<Text> = {
    id: from.id,
    title: from.title,
    body: from.body,
    audience: from.audience,
    audiencesBefore: from.audiencesBefore,
    language: from.language,
    kind: from.kind,
    fictional: from.fictional,
    introducedBy: from.introducedBy,
    sponsor: from.sponsor,
    introducedAt: from.introducedAt,
    stage: from.stage,
    frozen: from.frozen,
    symbol: from.symbol,
    versions: from.versions,
    revision: from.revision,
    first: from.first,
    last: from.last,
    paragraphs: from.paragraphs,
    gone: from.gone,
    homes: from.homes,
    numbers: from.numbers,
    footnotes: from.footnotes,
    footnoteOrder: from.footnoteOrder,
    pen: from.pen,
    penEpoch: from.penEpoch,
    spans: from.spans,
    offered: from.offered,
    disputed: from.disputed,
    rungs: from.rungs,
  }
  if (from.document !== undefined) copy.document = from.document
  if (from.decision !== undefined) copy.decision = from.decision
  return copy
}

export const copyOfParagraph = (from: NegotiatedParagraph): Fresh<NegotiatedParagraph> => ({
  id: from.id,
  number: from.number,
  level: from.level,
  kind: from.kind,
  printed: from.printed,
  previous: from.previous,
  next: from.next,
  revision: from.revision,
  touched: from.touched,
  content: from.content,
  trail: from.trail,
  rung: from.rung,
  whole: from.whole,
  proposed: from.proposed,
  alternativeOf: from.alternativeOf,
  alternatives: from.alternatives,
  options: from.options,
  brackets: from.brackets,
  edges: from.edges,
  closed: from.closed,
  deletion: from.deletion,
  move: from.move,
  reservations: from.reservations,
  reopening: from.reopening,
  offer: from.offer,
  pen: from.pen,
})

const isOption = (support: Support | OpenOption): support is OpenOption => 'origin' in support

const plain = ({ proposer, released, stands, backing, objecting, reserving }: Support): Fresh<Support> => ({
  proposer,
  released,
  stands,
  backing,
  objecting,
  reserving,
})

const option = (from: OpenOption): Fresh<OpenOption> => ({
  proposer: from.proposer,
  released: from.released,
  stands: from.stands,
  backing: from.backing,
  objecting: from.objecting,
  reserving: from.reserving,
  bracket: from.bracket,
  origin: from.origin,
})

/** Of a whole paragraph or an option, as most are; moves and the chair's texts are rare enough to be spread. */
export const copyOfSupport = <S extends Support>(from: S): Fresh<S> => {
  if (isOption(from)) return option(from) as unknown as Fresh<S>
  return 'place' in from || 'wording' in from ? { ...from } : (plain(from) as unknown as Fresh<S>)
}
