import { trailOf } from '@gavel/application'
import { texts } from '@gavel/domain'
import { entries, get, type ParagraphId } from '@gavel/kernel'
import {
  bracketsIn,
  type Draft,
  type PrintedParagraph,
  type PrintedText,
  type Said,
  type TextForm,
  type WhoSays,
} from '@gavel/text'
import type { Context } from '../context.ts'
import { problemError } from '../http/problem.ts'
import { viewedBy } from '../live/shown.ts'
import type { Reading } from '../views/reading.ts'
import { namesIn, whyNotClean } from '../views/texts.ts'

/** A text as it goes onto paper, with who says what of it, as far as the reader may know. */

/** When something was proposed, by its id: `option:o7`, `paragraph:p3`, `deletion:p3`, `move:p3`. */
type Dates = ReadonlyMap<string, string>

type Named = Readonly<Record<string, unknown>>

/** What an event of the third chapter dates. */
const datedBy = (event: Named): string | undefined => {
  const target = event['target'] as Named | undefined
  switch (event['type']) {
    case 'texts.changeProposed':
      return `option:${event['option']}`
    case 'texts.alternativeProposed':
      return `paragraph:${event['alternative']}`
    case 'texts.paragraphProposed':
      return `paragraph:${event['paragraph']}`
    case 'texts.deletionProposed':
      return `deletion:${event['paragraph']}`
    case 'texts.moveProposed':
      return `move:${event['paragraph']}`
    case 'texts.takenOver':
      return target?.['option'] !== undefined
        ? `option:${target['option']}`
        : `${target?.['on'] ?? 'paragraph'}:${event['paragraph']}`
    default:
      return undefined
  }
}

const isProposed = ({ options, whole, deletion, move }: texts.NegotiatedParagraph): boolean =>
  whole.proposer !== null ||
  deletion !== null ||
  move !== null ||
  [...entries(options)].some(([, { origin }]) => origin === 'proposed')

/** Entries read from the store at one time. */
const atOnce = 64

/** When what is proposed of a text was proposed, from the record's entries about its paragraphs. */
const proposalDates = async (context: Context, { viewer }: Reading, text: texts.Text): Promise<Dates> => {
  const { trail } = context.keeper.views()
  const indexes = [
    ...new Set(
      [...texts.paragraphsOf(text)]
        .filter(isProposed)
        .flatMap(({ id, alternativeOf }) => [
          ...trailOf(trail, `texts/${text.id}/${id}`),
          ...(alternativeOf === null ? [] : trailOf(trail, `texts/${text.id}/${alternativeOf}`)),
        ]),
    ),
  ].sort((a, b) => a - b)
  const dates = new Map<string, string>()
  for (let from = 0; from < indexes.length; from += atOnce) {
    const read = await Promise.all(
      indexes.slice(from, from + atOnce).map(index => viewedBy(context.keeper, viewer, index, index + 1)),
    )
    for (const entry of read.flat())
      for (const event of (entry.content?.events ?? []) as unknown as readonly Named[]) {
        const key = datedBy(event)
        if (key !== undefined) dates.set(key, String(event['at']))
      }
  }
  return dates
}

interface Telling {
  readonly nameOf: texts.NameOf
  readonly dates: Dates
}

const stands = ['backs', 'canLiveWith', 'reserves', 'objects'] as const

const saidOf = ({ nameOf }: Telling, support: texts.Support): readonly Said[] =>
  stands.flatMap((stand): readonly Said[] => {
    const members = texts.whoSaid(support, stand)
    if (members.length === 0) return []
    const notes = members.flatMap(member => {
      const note = get(support.stands, member)?.note
      return note === undefined ? [] : [{ who: nameOf(member), note }]
    })
    return [{ stand, who: members.map(nameOf), ...(notes.length === 0 ? {} : { notes }) }]
  })

/** Words nobody proposes any more stand under the names of those who still back them. */
const proposerOf = ({ nameOf }: Telling, support: texts.Support): string =>
  support.proposer === null
    ? texts.whoSaid(support, 'backs').map(nameOf).join(', ') || '—'
    : nameOf(support.proposer)

const proposed = (telling: Telling, support: texts.Support, key: string): WhoSays => {
  const at = telling.dates.get(key)
  return {
    from: { author: proposerOf(telling, support), ...(at === undefined ? {} : { at }) },
    said: saidOf(telling, support),
  }
}

const optionsOf = (telling: Telling, text: texts.Text): ReadonlyMap<string, WhoSays> => {
  const options = new Map<string, WhoSays>()
  for (const { content, options: known } of texts.paragraphsOf(text))
    for (const { bracket } of bracketsIn(content))
      for (const { id } of bracket.options) {
        const support = get(known, id)
        if (support === undefined) continue
        if (support.origin === 'proposed') options.set(id, proposed(telling, support, `option:${id}`))
        else options.set(id, { from: support.origin, said: saidOf(telling, support) })
      }
  return options
}

/** The paragraph a place is behind; null at the start of the text. */
const afterOf = (
  text: texts.Text,
  place: NonNullable<texts.NegotiatedParagraph['move']>['place'],
): ParagraphId | null => {
  if ('after' in place) return place.after
  if ('before' in place) return texts.paragraphOf(text, place.before)?.previous ?? null
  return place.at === 'start' ? null : text.last
}

const paragraphOf = (
  telling: Telling,
  text: texts.Text,
  paragraph: texts.NegotiatedParagraph,
): PrintedParagraph => {
  const { id, number, level, kind, content, printed, whole, deletion, move, revision } = paragraph
  const status = texts.printedStatus(paragraph)
  const isOwn = paragraph.proposed || paragraph.alternativeOf !== null
  return {
    paragraph: { id, number, level, kind, content, ...printed, ...(status === undefined ? {} : { status }) },
    revision,
    whole: isOwn
      ? proposed(telling, whole, `paragraph:${id}`)
      : { from: 'laid', said: saidOf(telling, whole) },
    ...(deletion === null ? {} : { deletion: proposed(telling, deletion, `deletion:${id}`) }),
    ...(move === null
      ? {}
      : { move: { standing: proposed(telling, move, `move:${id}`), after: afterOf(text, move.place) } }),
  }
}

const plainParagraphs = (draft: Draft, remarks: ReadonlyMap<string, string>): readonly PrintedParagraph[] =>
  draft.paragraphs.map(paragraph => {
    const remark = remarks.get(paragraph.id)
    return { paragraph, ...(remark === undefined ? {} : { remark }) }
  })

const chairsRemarks = (text: texts.Text): ReadonlyMap<string, string> =>
  new Map(
    text.offered.map(id => {
      const offer = texts.paragraphOf(text, id)?.offer
      const reasons = (offer?.accounted ?? []).map(({ reason }) => reason)
      return [id as string, ["The chair's wording.", ...reasons].join(' ')]
    }),
  )

export const front = (reading: Reading, text: texts.Text, form: TextForm) => {
  const { symbol, title, language, fictional } = text
  const names: Readonly<Record<TextForm, string>> = {
    compilation: 'Compilation',
    clean: 'Clean text',
    chairs: "Chair's text",
  }
  const body = get(reading.state.institution.bodies, text.body)?.name.en
  return {
    title,
    language,
    fictional,
    about: [body, names[form]].filter(Boolean).join(' · '),
    ...(symbol === null ? {} : { symbol }),
  }
}

/** A text in one of its forms. Throws the problem of a text that is not clean, or for which the chair offers nothing. */
export const printedText = async (
  context: Context,
  reading: Reading,
  text: texts.Text,
  form: TextForm,
): Promise<PrintedText> => {
  const footnotes = text.footnoteOrder.map(mark => get(text.footnotes, mark)!)
  const shared = { ...front(reading, text, form), footnotes, options: new Map<string, WhoSays>() }
  if (form === 'clean') {
    const draft = texts.cleanText(text)
    if (draft === null) throw problemError('not-clean', { detail: whyNotClean(text) })
    return { ...shared, paragraphs: plainParagraphs(draft, new Map()) }
  }
  const telling: Telling = { nameOf: namesIn(reading), dates: await proposalDates(context, reading, text) }
  const options = optionsOf(telling, text)
  if (form === 'chairs') {
    const offered = new Map(
      texts.chairsTextOf(text).paragraphs.map(paragraph => [paragraph.id as string, paragraph]),
    )
    const remarks = chairsRemarks(text)
    const paragraphs = [...texts.paragraphsOf(text)].map((paragraph): PrintedParagraph => {
      const remark = remarks.get(paragraph.id)
      if (remark === undefined) return paragraphOf(telling, text, paragraph)
      return { paragraph: offered.get(paragraph.id)!, remark }
    })
    return { ...shared, options, paragraphs }
  }
  const asOf = [...telling.dates.values()].sort().at(-1) ?? ''
  return {
    ...shared,
    options,
    paragraphs: [...texts.paragraphsOf(text)].map(paragraph => paragraphOf(telling, text, paragraph)),
    of: { text: text.id, form, asOf },
  }
}

/** How delegations may be called in a file, in lower case, with the name they are printed by. */
export const partyAliases = ({ state }: Reading): ReadonlyMap<string, string> =>
  new Map(
    [...entries(state.institution.parties)].flatMap(([id, { name }]) =>
      [id, ...Object.values(name)].map(alias => [String(alias).trim().toLowerCase(), name.en] as const),
    ),
  )
