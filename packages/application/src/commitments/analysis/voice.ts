import { type DomainEvent, meetings, type texts } from '@gavel/domain'
import { get, put, remove } from '@gavel/kernel'
import { type Circle, narrower } from './circle.ts'
import { add, keyOf } from './tally.ts'
import type { Book } from './value.ts'

type TextsEvent = texts.TextsEvent
type Of<Type extends TextsEvent['type']> = Extract<TextsEvent, { type: Type }>

/** Under which circle and in which year something is counted. */
interface When {
  readonly circle: Circle
  readonly year: string
}

const voiced = (book: Book, { circle, year }: When, member: string, what: string, n = 1): void => {
  book.voice = add(book.voice, keyOf(circle, member, year, what), n)
}

const authored = (book: Book, when: When, key: string, member: string): void => {
  book.authors = put(book.authors, key, [when.circle, member])
}

const proposed = (book: Book, when: When, key: string, member: string): void => {
  authored(book, when, key, member)
  voiced(book, when, member, 'proposed')
}

/**
 * What became of a proposal. Whose it was is told only to those who might read both that it was made and how it ended.
 * Words of the base text, of the chair, or left by their proposer are nobody's.
 */
const ended = (book: Book, when: When, text: string, key: string, how: 'won' | 'leftOut'): void => {
  const author = get(book.authors, key)
  if (author === undefined) return
  const [circle, member] = author
  const both = narrower(circle, when.circle)
  book.authors = remove(book.authors, key)
  voiced(book, { ...when, circle: both }, member, how)
  if (how === 'leftOut') return
  const won = get(book.won, text) ?? {}
  const of = keyOf(both, member)
  book.won = put(book.won, text, { ...won, [of]: (won[of] ?? 0) + 1 })
}

/** The key of what a stand, a release or a take-over is about. */
const targetKey = (event: {
  readonly text: string
  readonly paragraph: string
  readonly target: texts.Target
}) => {
  const { text, paragraph, target } = event
  if (target.option !== undefined) return keyOf(text, target.option)
  return keyOf(text, paragraph, ...(target.on === undefined ? [] : [target.on]))
}

const adopted = (book: Book, when: When, { text }: Of<'texts.adopted'>): void => {
  for (const [of, n] of Object.entries(get(book.won, text) ?? {})) {
    const [circle, member] = of.split(' ') as [string, string]
    voiced(book, { ...when, circle: narrower(circle, when.circle) }, member, 'adopted', n)
  }
  book.won = remove(book.won, text)
}

/** Under which key something is proposed by an event; undefined for an event that proposes nothing. */
const proposalIn = (event: TextsEvent): readonly [key: string, member: string] | undefined => {
  switch (event.type) {
    case 'texts.changeProposed':
      return [keyOf(event.text, event.option), event.member]
    case 'texts.alternativeProposed':
      return [keyOf(event.text, event.alternative), event.member]
    case 'texts.paragraphProposed':
      return [keyOf(event.text, event.paragraph), event.member]
    case 'texts.deletionProposed':
      return [keyOf(event.text, event.paragraph, 'deletion'), event.member]
    case 'texts.moveProposed':
      return [keyOf(event.text, event.paragraph, 'move'), event.member]
    default:
      return undefined
  }
}

type Ends = readonly (readonly [key: string, how: 'won' | 'leftOut'])[]

const one = (key: string, won: boolean): Ends => [[key, won ? 'won' : 'leftOut']]

/** What an event settles: what stands from now on, and what is left out. */
const settledIn = (event: TextsEvent): Ends => {
  switch (event.type) {
    case 'texts.bracketClosed':
      return [
        ...(event.option === null ? [] : one(keyOf(event.text, event.option), true)),
        ...event.leftOut.flatMap(({ option }) => one(keyOf(event.text, option), false)),
      ]
    case 'texts.alternativesClosed':
      return [
        ...one(keyOf(event.text, event.chosen), true),
        ...event.leftOut.flatMap(({ paragraph }) => one(keyOf(event.text, paragraph), false)),
      ]
    case 'texts.deletionSettled':
      return one(keyOf(event.text, event.paragraph, 'deletion'), event.deleted)
    case 'texts.moveSettled':
      return one(keyOf(event.text, event.paragraph, 'move'), event.moved)
    case 'texts.paragraphSettled':
      return one(keyOf(event.text, event.paragraph), event.kept)
    default:
      return []
  }
}

const countText = (book: Book, when: When, event: TextsEvent): void => {
  const proposal = proposalIn(event)
  if (proposal !== undefined) proposed(book, when, ...proposal)
  if (event.type === 'texts.takenOver') authored(book, when, targetKey(event), event.member)
  if (event.type === 'texts.released' || event.type === 'texts.lapsed')
    book.authors = remove(book.authors, targetKey(event))
  if ('text' in event) for (const [key, how] of settledIn(event)) ended(book, when, event.text, key, how)
  if (event.type === 'texts.adopted') adopted(book, when, event)
}

/** Counts who proposes, who is heard and for how long, whose words win and whose so end in an adopted text. */
export const countVoice = (book: Book, event: DomainEvent, when: When): void => {
  if (event.type === 'meetings.floorEnded') {
    const { speaker, usedMs } = event
    const who =
      speaker.kind === 'member'
        ? speaker.member
        : speaker.kind === 'observer'
          ? speaker.observer
          : meetings.speakerName(speaker)
    voiced(book, when, who, 'floor')
    if (usedMs > 0) voiced(book, when, who, 'floorMs', usedMs)
  } else if (event.type.startsWith('texts.')) countText(book, when, event as TextsEvent)
}

/** What the voice is counted from; nothing else has to be looked at. */
export const isVoice = (event: DomainEvent): boolean =>
  event.type === 'meetings.floorEnded' || event.type.startsWith('texts.')
