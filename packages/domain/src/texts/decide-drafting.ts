import { accepted, type Check, following, get, type Json, refused } from '@gavel/kernel'
import type { Content, Paragraph } from '@gavel/text'
import { eventOf } from '../event.ts'
import { capacityName } from '../institution/capacity.ts'
import { sitsIn } from '../institution/questions.ts'
import { audienceChecks } from './decide-steering.ts'
import {
  type Answer,
  byPen,
  first,
  heardIn,
  onOpenText,
  onParagraph,
  onText,
  type TextsActOf,
} from './gate.ts'
import { hasDisputeBrackets, plain } from './reading.ts'
import { commentsOf } from './standing.ts'
import type { NegotiatedParagraph, Text, UpToTexts } from './state.ts'
import { type Heard, objectorsTo } from './support.ts'
import { bytesOf, contentChecks, largestPortion, noteChecks, numberChecks, wordingChecks } from './wording.ts'

/** T-2. What a text is called: a delegation introduces drafts, not the chair's text, and no chair that of another body. */
const mayCall = ({ as, body: { kind, body } }: TextsActOf<'texts.introduce'>): boolean =>
  kind === 'draft' || kind === 'nonPaper' || (as.kind === 'chair' ? as.body === body : as.kind !== 'delegate')

/**
 * T-2. A text is introduced under an id of its own, for a body on record; a delegation may introduce one too.
 * T-8. It does so in a body it sits in.
 */
export const introduce = (act: TextsActOf<'texts.introduce'>, state: UpToTexts): Answer => {
  const { text, title, body, audience, language, kind, document, fictional } = act.body
  return following(
    [
      ['T-2', get(state.texts.texts, text) === undefined, () => ({ text, taken: true })],
      ['T-2', get(state.institution.bodies, body) !== undefined, () => ({ body, known: false })],
      ['T-2', title.trim() !== '', () => ({ title })],
      ['T-2', mayCall(act), () => ({ kind, as: capacityName(act.as) })],
      [
        'T-8',
        act.as.kind !== 'delegate' || sitsIn(state.institution, act.as.member, body, act.at),
        () => ({ text, body, audience: audience.kind }),
      ],
      ...numberChecks(title),
      ...audienceChecks(act, audience, body, false, state),
    ],
    () => [
      eventOf(act, 'texts.introduced', {
        text,
        title,
        body,
        audience,
        language,
        kind,
        ...(document === undefined ? {} : { document }),
        fictional: fictional ?? false,
        sponsor: act.as.kind === 'delegate' ? act.as.member : null,
      }),
    ],
  )
}

/** T-3. A draft is laid before it is opened, by who introduced it or the pen, in portions of at most 60,000 bytes. */
/** T-4. An id stands for one paragraph, bracket or option of a text, and is never used again in it. */
/** T-53. A delegation's draft says of no paragraph that it is agreed. */
export const lay = (act: TextsActOf<'texts.lay'>, state: UpToTexts): Answer =>
  onText(act, state, text => {
    const { paragraphs, footnotes = [] } = act.body
    const early = first([
      ['T-3', text.stage === 'laying', () => ({ text: text.id, stage: text.stage })],
      ...(act.by === text.introducedBy ? [] : [byPen(act, text)]),
    ])
    if (early) return early
    const twice = usedTwice(text, paragraphs)
    const stray = endWithoutBeginning(text, paragraphs)
    const agreedAlone =
      act.as.kind === 'delegate'
        ? paragraphs.find(({ status }) => (status?.rung ?? 'open') !== 'open')
        : undefined
    const bytes = bytesOf(act.body as unknown as Json)
    return following(
      [
        ['T-3', bytes <= largestPortion, () => ({ bytes, most: largestPortion })],
        ['T-4', twice === undefined, () => ({ id: twice! })],
        ['T-53', agreedAlone === undefined, () => ({ paragraph: agreedAlone!.id })],
        ['T-32', stray === undefined, () => ({ bracket: stray!, opens: false })],
        ...paragraphs.flatMap(paragraph => [
          ...numberChecks(paragraph.number),
          ...contentChecks(paragraph.content),
        ]),
        ...footnotes.flatMap(({ mark, content }) => [...numberChecks(mark), ...contentChecks(content)]),
      ],
      () => [eventOf(act, 'texts.laid', { text: text.id, paragraphs, footnotes })],
    )
  })

/** The first id of a portion that was used before, in it or in the text. A span's two edges share one id. */
const usedTwice = (text: Text, paragraphs: readonly Paragraph[]): string | undefined => {
  const seen = new Set<string>()
  const fresh = (id: string, taken: boolean): string | undefined => {
    if (taken || seen.has(id)) return id
    seen.add(id)
    return undefined
  }
  for (const { id, content } of paragraphs) {
    const known = get(text.paragraphs, id) !== undefined || get(text.gone, id) !== undefined
    const twice = fresh(id, known) ?? idsTwice(content, id => fresh(id, get(text.homes, id) !== undefined))
    if (twice !== undefined) return twice
  }
  return undefined
}

/** T-32 as it is laid: the first bracket spanning paragraphs that ends without having begun. */
const endWithoutBeginning = (text: Text, paragraphs: readonly Paragraph[]): string | undefined => {
  const begun = new Set<string>()
  const walk = (content: Content): string | undefined => {
    for (const inline of content) {
      if (inline.kind === 'bracket')
        for (const option of inline.options) {
          const stray = walk(option.content)
          if (stray !== undefined) return stray
        }
      else if (inline.kind === 'spanOpen' || inline.kind === 'spanClose') {
        if (inline.kind === 'spanOpen') begun.add(inline.bracket)
        else if (!begun.delete(inline.bracket) && get(text.spans, inline.bracket) === undefined)
          return inline.bracket
      }
    }
    return undefined
  }
  for (const { content } of paragraphs) {
    const stray = walk(content)
    if (stray !== undefined) return stray
  }
  return undefined
}

const idsTwice = (content: Content, fresh: (id: string) => string | undefined): string | undefined => {
  for (const inline of content) {
    if (inline.kind === 'spanOpen') {
      if (fresh(inline.bracket) !== undefined) return inline.bracket
    } else if (inline.kind === 'bracket') {
      if (fresh(inline.id) !== undefined) return inline.id
      for (const option of inline.options) {
        const twice = fresh(option.id) ?? idsTwice(option.content, fresh)
        if (twice !== undefined) return twice
      }
    }
  }
  return undefined
}

/** What of a paragraph the pen leaves alone: its brackets with everything in them, and the edges of spans. */
const disputedParts = (content: Content): string =>
  JSON.stringify(content.filter(inline => inline.kind === 'bracket' || inline.kind.startsWith('span')))

/** What of a paragraph stands outside its brackets, as one string. */
const outside = (content: Content): string =>
  plain(content.filter(inline => inline.kind !== 'bracket' && !inline.kind.startsWith('span')))

/** Why the words of a paragraph are not the pen's: they are somebody's proposal, one of several, or objected to. */
const disputedWhole = (paragraph: NegotiatedParagraph, heard: Heard): string | null => {
  if (paragraph.alternativeOf !== null || paragraph.alternatives.length > 0) return 'alternatives'
  if (paragraph.proposed) return 'proposed'
  return objectorsTo(paragraph.whole, heard).length > 0 ? 'objections' : null
}

/**
 * T-43. The pen corrects words nobody disputes: every bracket stays as it is, what is proposed, or stands beside
 * alternatives, is left to those who proposed it, and agreed words are left alone.
 * T-11. It brings no square brackets in as words: what looks disputed is disputed.
 */
export const edit = (act: TextsActOf<'texts.edit'>, state: UpToTexts): Answer =>
  onParagraph(act, state, (text, paragraph) => {
    const { base, content, number = paragraph.number } = act.body
    const because = disputedWhole(paragraph, heardIn(text, state, act.at))
    return (
      first([byPen(act, text, paragraph), stale(paragraph, base, content)]) ??
      following(
        [
          ['T-43', paragraph.rung !== 'agreed', () => ({ paragraph: paragraph.id, rung: paragraph.rung })],
          [
            'T-43',
            disputedParts(content) === disputedParts(paragraph.content),
            () => ({ paragraph: paragraph.id, disputed: plain(paragraph.content) }),
          ],
          ['T-43', because === null, () => ({ paragraph: paragraph.id, because })],
          ['T-43', plain(content).trim() !== '', () => ({ paragraph: paragraph.id, empty: true })],
          [
            'T-11',
            !hasDisputeBrackets(outside(content)) || hasDisputeBrackets(outside(paragraph.content)),
            () => ({ wording: plain(content) }),
          ],
          ...contentChecks(content),
          ...numberChecks(number),
          freeNumber(text, [[paragraph.id, number]]),
        ],
        () => [eventOf(act, 'texts.edited', { text: text.id, paragraph: paragraph.id, content, number })],
      )
    )
  })

/** T-15 with the words of the one who was late, so that they are not lost. */
const stale = (paragraph: NegotiatedParagraph, base: number, content: Content): Check => [
  'T-15',
  base === paragraph.revision,
  () => ({
    base,
    paragraph: paragraph.id,
    revision: paragraph.revision,
    current: plain(paragraph.content),
    yours: plain(content),
  }),
]

/** T-21. On the top level no two paragraphs bear one number. */
export const freeNumber = (
  text: Text,
  numbers: readonly (readonly [id: NegotiatedParagraph['id'], number: string])[],
): Check => {
  const after = new Map<string, number>()
  const count = (number: string, by: 1 | -1) =>
    after.set(number, (after.get(number) ?? get(text.numbers, number) ?? 0) + by)
  for (const [id, number] of numbers) {
    const paragraph = get(text.paragraphs, id)
    if (paragraph === undefined || paragraph.level > 0 || paragraph.number === number) continue
    if (paragraph.number !== '') count(paragraph.number, -1)
    if (number !== '') count(number, 1)
  }
  const taken = numbers.find(([, number]) => (after.get(number) ?? 0) > 1)
  return ['T-21', taken === undefined, () => ({ paragraph: taken![0], number: taken![1] })]
}

/** T-21, T-41. The pen renumbers; identity stays, so that "39 bis" may become 41 and be the same paragraph. */
export const renumber = (act: TextsActOf<'texts.renumber'>, state: UpToTexts): Answer =>
  onOpenText(act, state, text => {
    const { numbers } = act.body
    const absent = numbers.find(([id]) => get(text.paragraphs, id) === undefined)
    if (absent) return refused('T-14', { paragraph: absent[0] })
    return following(
      [byPen(act, text), ...numbers.flatMap(([, number]) => numberChecks(number)), freeNumber(text, numbers)],
      () => [eventOf(act, 'texts.renumbered', { text: text.id, numbers })],
    )
  })

/** T-41. Footnotes are the pen's; they are no place for a dispute. */
export const footnote = (act: TextsActOf<'texts.footnote'>, state: UpToTexts): Answer =>
  onOpenText(act, state, text => {
    const { mark, content } = act.body.footnote
    return following(
      [byPen(act, text), ...numberChecks(mark), ...contentChecks(content), ...wordingChecks(plain(content))],
      () => [eventOf(act, 'texts.footnoted', { text: text.id, footnote: act.body.footnote })],
    )
  })

/** T-50. Instructions are a delegation's own: kept apart from the text, and read by nobody else. */
export const instruct = (act: TextsActOf<'texts.instruct'>, state: UpToTexts): Answer =>
  onText(act, state, text => {
    return following(
      [
        [
          'T-50',
          act.as.kind === 'delegate' && act.as.member === act.body.member,
          () => ({ member: act.body.member }),
        ],
        [
          'T-14',
          get(text.paragraphs, act.body.paragraph) !== undefined,
          () => ({ paragraph: act.body.paragraph }),
        ],
        ...noteChecks(act.body.redLine, act.body.preferred, act.body.fallback, act.body.note),
      ],
      () => [eventOf(act, 'texts.instructed', act.body)],
    )
  })

/** T-54. Comments are a delegation's own as its instructions are: said by its delegates to each other, each once. */
export const comment = (act: TextsActOf<'texts.comment'>, state: UpToTexts): Answer =>
  onText(act, state, text => {
    const { member, paragraph, comment: id, wording } = act.body
    return following(
      [
        ['T-54', act.as.kind === 'delegate' && act.as.member === member, () => ({ member })],
        ['T-14', get(text.paragraphs, paragraph) !== undefined, () => ({ paragraph })],
        [
          'T-54',
          !commentsOf(state.texts, member, text.id, paragraph).some(one => one.comment === id),
          () => ({ comment: id, taken: true }),
        ],
        ...noteChecks(wording),
      ],
      () => [eventOf(act, 'texts.commented', act.body)],
    )
  })

/** T-7, T-51. What a decision does to a text: it stands still, moves again, or is adopted, once, without brackets. */
export const byDecision = (
  act: TextsActOf<'texts.freeze' | 'texts.unfreeze' | 'texts.recordAdoption'>,
  state: UpToTexts,
): Answer =>
  onText(act, state, text => {
    const early = first([['T-6', text.stage === 'open', () => ({ text: text.id, stage: text.stage })]])
    if (early) return early
    switch (act.type) {
      case 'texts.freeze':
        return accepted([eventOf(act, 'texts.frozen', { text: text.id, reason: act.body.reason })])
      case 'texts.unfreeze':
        return accepted([eventOf(act, 'texts.unfrozen', { text: text.id })])
      case 'texts.recordAdoption':
        return following(
          [['T-51', text.disputed === 0, () => ({ text: text.id, disputed: text.disputed })]],
          () => [eventOf(act, 'texts.adopted', { text: text.id, decision: act.body.decision })],
        )
    }
  })
