import { get, type Instant } from '@gavel/kernel'
import type { Inline, Paragraph } from '@gavel/text'
import type { Act, DomainState } from '../../state.ts'
import { type Actor, act, assembly, at, delegate, type Plain, secretariat } from '../../testing/index.ts'
import type { NegotiatedParagraph, Text, TextsAct } from '../index.ts'
import { paragraphIn } from '../state.ts'

/** Drafts for the tests of the chapter, of our own wording. */

export const plainWords = (text: string): Plain<Inline> => ({ kind: 'words', text })

/** A top-level operative paragraph of plain words, or of the content given. */
export const para = (
  id: string,
  number: string,
  content: string | readonly Plain<Inline>[],
  more: Partial<Plain<Paragraph>> = {},
): Plain<Paragraph> => ({
  id,
  number,
  level: 0,
  kind: 'operative',
  content: typeof content === 'string' ? [plainWords(content)] : content,
  ...more,
})

/** A bracket as a draft brings it: options by id and words. */
export const bracket = (
  id: string,
  ...options: readonly (readonly [string, string | readonly Plain<Inline>[]])[]
): Plain<Inline> => ({
  kind: 'bracket',
  id,
  options: options.map(([option, content]) => ({
    id: option,
    content: typeof content === 'string' ? [plainWords(content)] : content,
    attributions: [],
  })),
})

type BodyOf<Type extends TextsAct['type']> = Extract<TextsAct, { type: Type }>['body']

/** An act on the text `t`. */
export const on = <Type extends TextsAct['type']>(
  actor: Actor,
  type: Type,
  body: Omit<Plain<BodyOf<Type>>, 'text'>,
  when: Instant = at('10:00'),
): Act => act(actor, type as never, { text: 't', ...(body as object) } as never, when) as Act

/** The text `t` of the body `soc`, introduced and laid with these paragraphs. */
export const laid = (...paragraphs: readonly Plain<Paragraph>[]): readonly Act[] => [
  on(
    secretariat(),
    'texts.introduce',
    { title: 'Draft', body: 'soc', audience: { kind: 'members' }, language: 'en', kind: 'draft' },
    at('09:00'),
  ),
  on(secretariat(), 'texts.lay', { paragraphs: paragraphs as never }, at('09:01')),
]

/** As `laid`, opened, before an assembly of AAA, BBB and CCC. */
export const opened = (...paragraphs: readonly Plain<Paragraph>[]): readonly Act[] => [
  ...assembly('AAA', 'BBB', 'CCC'),
  ...laid(...paragraphs),
  on(secretariat(), 'texts.open', {}, at('09:02')),
]

/** A paragraph `p` numbered 1, opened for negotiation. */
export const sentence = 'Members shall share information.'
export const onSentence = (): readonly Act[] => opened(para('p', '1', sentence), para('q', '2', 'Second.'))

/** A proposal on `p`: the words from `from` on, as long as `instead`, are to read otherwise. Ids end in `n`. */
export const proposes = (
  member: string,
  n: string | number,
  change: { at: number; length: number; wording: string; within?: string },
  base = 1,
  more: object = {},
): Act =>
  on(delegate(member), 'texts.propose', {
    paragraph: 'p',
    base,
    change,
    bracket: `b${n}`,
    option: `o${n}`,
    retained: `r${n}`,
    ...more,
  } as never)

/** `shall` in the sentence becomes another word. */
export const instead = (wording: string, within?: string) => ({
  at: within === undefined ? sentence.indexOf('shall') : 0,
  length: 'shall'.length,
  wording,
  ...(within === undefined ? {} : { within }),
})

export const stands = (
  member: string,
  stand: 'backs' | 'canLiveWith' | 'reserves' | 'objects' | 'none',
  target: { option?: string; on?: 'deletion' | 'move' | 'chairsText'; note?: string; paragraph?: string },
  when: Instant = at('10:00'),
): Act => on(delegate(member), 'texts.takeStand', { paragraph: 'p', stand, ...target } as never, when)

export const textIn = (state: DomainState): Text => get(state.texts.texts, 't')!

export const paragraphFrom = (state: DomainState, id = 'p'): NegotiatedParagraph =>
  paragraphIn(textIn(state), id as never)
