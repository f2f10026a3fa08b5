import { emptyTable, get, type ParagraphId, put, update } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import { copyOfTexts } from './copy.ts'
import type { TextsEvent, TextsEventOf } from './events.ts'
import { evolveProposal } from './evolve-proposals.ts'
import { evolveSettling } from './evolve-settling.ts'
import { inserted, numbered, withParagraph } from './order.ts'
import { newParagraph, reworded } from './paragraph.ts'
import { keptComments, type Pen, paragraphIn, type Support, type Text, type TextsState } from './state.ts'
import { proposedBy } from './support.ts'

const introduced = (state: TextsState, event: TextsEventOf<'texts.introduced'>): TextsState => {
  const { text: id, title, body, audience, language, kind, document, fictional, sponsor } = event
  const text: Text = {
    id,
    title,
    body,
    audience,
    audiencesBefore: [],
    language,
    kind,
    ...(document === undefined ? {} : { document }),
    fictional,
    introducedBy: event.by,
    sponsor,
    introducedAt: event.at,
    stage: 'laying',
    frozen: null,
    symbol: null,
    versions: [],
    revision: 0,
    first: null,
    last: null,
    paragraphs: emptyTable(),
    gone: emptyTable(),
    homes: emptyTable(),
    numbers: emptyTable(),
    footnotes: emptyTable(),
    footnoteOrder: [],
    pen: { holder: null, epoch: 0 },
    penEpoch: 0,
    spans: emptyTable(),
    offered: [],
    disputed: 0,
    rungs: { open: 0, agreedInInformals: 0, agreedAdRef: 0, agreed: 0 },
  }
  return { ...state, texts: put(state.texts, id, text), order: [...state.order, id] }
}

const laid = (before: Text, event: TextsEventOf<'texts.laid'>): Text => {
  let text: Text = { ...before, revision: before.revision + 1 }
  for (const paragraph of event.paragraphs) {
    const made = newParagraph(paragraph, text.revision)
    text = withIds(inserted(text, made, text.last), made)
  }
  for (const footnote of event.footnotes) text = footnoted(text, footnote, freeKey(text, footnote.mark))
  return text
}

/** Remembers where the ids of a laid paragraph's options and brackets are at home, and where spans open and close. */
const withIds = (text: Text, { id, content, options }: ReturnType<typeof newParagraph>): Text => {
  let { homes, spans } = text
  const walk = (list: typeof content): void => {
    for (const inline of list)
      if (inline.kind === 'bracket') {
        homes = put(homes, inline.id, id)
        for (const option of inline.options) {
          homes = put(homes, option.id, id)
          walk(option.content)
        }
      } else if (inline.kind === 'spanOpen') {
        homes = put(homes, inline.bracket, id)
        spans = put(spans, inline.bracket, { open: id, close: id })
      } else if (inline.kind === 'spanClose' && get(spans, inline.bracket) !== undefined)
        spans = update(spans, inline.bracket, span => ({ ...span, close: id }))
  }
  walk(content)
  return options.size === 0 && spans === text.spans ? text : { ...text, homes, spans }
}

/** A draft may bring one mark twice, for two notes; neither is lost. */
const freeKey = (text: Text, mark: string): string => {
  let key = mark
  for (let n = 2; get(text.footnotes, key) !== undefined; n++) key = `${mark} ${n}`
  return key
}

const footnoted = (
  text: Text,
  footnote: TextsEventOf<'texts.footnoted'>['footnote'],
  key: string = footnote.mark,
): Text => ({
  ...text,
  footnotes: put(text.footnotes, key, footnote),
  footnoteOrder: get(text.footnotes, key) === undefined ? [...text.footnoteOrder, key] : text.footnoteOrder,
})

const penGiven = (text: Text, { paragraphs, to }: TextsEventOf<'texts.penGiven'>): Text => {
  const pen: Pen = { holder: to, epoch: text.penEpoch + 1 }
  const next: Text = { ...text, penEpoch: pen.epoch }
  if (paragraphs === 'all') return { ...next, pen }
  return paragraphs.reduce((all, id) => withParagraph(all, { ...paragraphIn(all, id), pen }), next)
}

const edited = (before: Text, event: TextsEventOf<'texts.edited'>): Text => {
  const text: Text = { ...before, revision: before.revision + 1 }
  const paragraph = reworded(paragraphIn(text, event.paragraph), event.content, text.revision)
  return numbered(withParagraph(text, paragraph), event.paragraph, event.number)
}

const offered = (text: Text, event: TextsEventOf<'texts.chairsTextOffered'>): Text => {
  const cleared = withdrawnOffer(text)
  const ids = event.paragraphs.map(({ paragraph }) => paragraph)
  return event.paragraphs.reduce<Text>(
    (all, { paragraph, wording, accounted }) =>
      withParagraph(all, {
        ...paragraphIn(all, paragraph),
        offer: { ...supportBefore(text, paragraph, wording), wording, accounted, at: event.at },
      }),
    { ...cleared, offered: ids },
  )
}

/** The same words offered again keep what was said of them: an objection is not shaken off by asking twice. */
const supportBefore = (text: Text, paragraph: ParagraphId, wording: string): Support => {
  const before = paragraphIn(text, paragraph).offer
  return before !== null && before.wording === wording ? before : proposedBy(null)
}

const withdrawnOffer = (text: Text): Text =>
  text.offered.reduce<Text>((all, id) => withParagraph(all, { ...paragraphIn(all, id), offer: null }), {
    ...text,
    offered: [],
  })

/** Numbers change all at once, so that two paragraphs can exchange theirs. */
const renumbered = (text: Text, { numbers }: TextsEventOf<'texts.renumbered'>): Text =>
  numbers.reduce((all, [id, number]) => numbered(all, id, number), { ...text, revision: text.revision + 1 })

const issued = (text: Text, { symbol, document, at }: TextsEventOf<'texts.versionIssued'>): Text => ({
  ...text,
  versions: [...text.versions, { symbol, document, at, revision: text.revision }],
})

const instructed = (state: TextsState, event: TextsEventOf<'texts.instructed'>): TextsState => {
  const { member, text, paragraph, redLine, preferred, fallback, note, at } = event
  const own = get(state.instructions, member) ?? emptyTable()
  const instruction = {
    ...(redLine === undefined ? {} : { redLine }),
    ...(preferred === undefined ? {} : { preferred }),
    ...(fallback === undefined ? {} : { fallback }),
    ...(note === undefined ? {} : { note }),
    at,
  }
  const key = instructionKey(text, paragraph)
  return { ...state, instructions: put(state.instructions, member, put(own, key, instruction)) }
}

/** Said again it changes nothing; of a long thread the state keeps the end, the record all of it. */
const commented = (state: TextsState, event: TextsEventOf<'texts.commented'>): TextsState => {
  const { member, text, paragraph, comment, wording, at, by } = event
  const own = get(state.comments, member) ?? emptyTable()
  const key = instructionKey(text, paragraph)
  const thread = get(own, key) ?? []
  if (thread.some(one => one.comment === comment)) return state
  const longer = [...thread, { comment, by, at, wording }].slice(-keptComments)
  return { ...state, comments: put(state.comments, member, put(own, key, longer)) }
}

/** The key of a paragraph's instructions and comments in a delegation's table; a blank stands in no id. */
export const instructionKey = (text: string, paragraph: string): string => `${text} ${paragraph}`

const opened = (state: TextsState, event: TextsEventOf<'texts.opened'>): TextsState => ({
  ...state,
  texts: update(state.texts, event.text, text => ({ ...text, stage: 'open', symbol: event.symbol })),
  series: put(state.series, event.series, event.number),
  symbols: put(state.symbols, event.symbol, event.text),
})

/** One event on the text it names. */
const evolveText = (text: Text, event: TextsEvent): Text => {
  switch (event.type) {
    case 'texts.laid':
      return laid(text, event)
    case 'texts.penGiven':
      return penGiven(text, event)
    case 'texts.edited':
      return edited(text, event)
    case 'texts.renumbered':
      return renumbered(text, event)
    case 'texts.footnoted':
      return { ...footnoted(text, event.footnote), revision: text.revision + 1 }
    case 'texts.chairsTextOffered':
      return offered(text, event)
    case 'texts.chairsTextWithdrawn':
      return withdrawnOffer(text)
    case 'texts.audienceChanged':
      return {
        ...text,
        audience: event.audience,
        audiencesBefore: [...text.audiencesBefore, { audience: text.audience, until: event.at }],
      }
    case 'texts.frozen':
      return { ...text, frozen: event.reason }
    case 'texts.unfrozen':
      return { ...text, frozen: null }
    case 'texts.adopted':
      return { ...text, stage: 'adopted', frozen: null, decision: event.decision }
    case 'texts.changeProposed':
    case 'texts.alternativeProposed':
    case 'texts.paragraphProposed':
    case 'texts.deletionProposed':
    case 'texts.moveProposed':
    case 'texts.standTaken':
    case 'texts.released':
    case 'texts.lapsed':
    case 'texts.takenOver':
      return evolveProposal(text, event)
    case 'texts.bracketClosed':
    case 'texts.alternativesClosed':
    case 'texts.deletionSettled':
    case 'texts.moveSettled':
    case 'texts.paragraphSettled':
    case 'texts.advanced':
    case 'texts.reopeningAsked':
    case 'texts.reopeningOpposed':
    case 'texts.reopened':
    case 'texts.chairsTextAccepted':
      return evolveSettling(text, event)
    case 'texts.introduced':
    case 'texts.opened':
    case 'texts.instructed':
    case 'texts.commented':
    case 'texts.versionIssued':
      return text
    default:
      return unknownEvent(event)
  }
}

const withText = (state: TextsState, event: TextsEvent): TextsState => {
  const next = copyOfTexts(state)
  next.texts = update(state.texts, event.text, text => evolveText(text, event))
  return next
}

/** Folds an event in. Every event of the chapter has its place; none is refused. */
export const evolve = (state: TextsState, event: TextsEvent): TextsState => {
  switch (event.type) {
    case 'texts.introduced':
      return introduced(state, event)
    case 'texts.opened':
      return opened(state, event)
    case 'texts.instructed':
      return instructed(state, event)
    case 'texts.commented':
      return commented(state, event)
    case 'texts.versionIssued':
      return {
        ...state,
        texts: update(state.texts, event.text, text => issued(text, event)),
        symbols: put(state.symbols, event.symbol, event.text),
      }
    default:
      return withText(state, event)
  }
}
