import { describe, expect, test } from 'vitest'
import { after, at, chair, delegate, given } from '../testing/index.ts'
import { compilationOf } from './index.ts'
import { plain } from './reading.ts'
import {
  instead,
  on,
  onSentence,
  opened,
  para,
  paragraphFrom,
  plainWords,
  proposes,
  sentence,
  textIn,
} from './testing/drafts.ts'

const wordsOf = (state: ReturnType<typeof after>, id = 'p') => plain(paragraphFrom(state, id).content)

describe('proposing words', () => {
  test('what stood there and what is proposed become the options of a bracket', () => {
    given(onSentence())
      .when(proposes('AAA', 1, instead('should')))
      .then({
        type: 'texts.changeProposed',
        at: at('10:00'),
        by: 'aaa',
        text: 't',
        paragraph: 'p',
        member: 'AAA',
        change: instead('should'),
        content: [{ kind: 'words', text: 'should' }],
        into: null,
        bracket: 'b1',
        option: 'o1',
        retained: 'r1',
      })
    expect(wordsOf(after(onSentence(), proposes('AAA', 1, instead('should'))))).toBe(
      'Members [shall / should] share information.',
    )
  })

  test('an insertion and a deletion are brackets of words or none', () => {
    const inserted = after(
      onSentence(),
      proposes('AAA', 1, { at: sentence.length - 1, length: 0, wording: ' freely' }),
    )
    const printed = compilationOf(textIn(inserted)).paragraphs[0]!.content.find(
      ({ kind }) => kind === 'bracket',
    )
    expect(printed).toMatchObject({ options: [{ attributions: [{ verb: 'proposes', text: 'AAA' }] }] })
    const deleted = after(onSentence(), proposes('BBB', 1, { at: 19, length: 12, wording: '' }))
    expect(compilationOf(textIn(deleted)).paragraphs[0]!.content[1]).toMatchObject({
      options: [{ attributions: [{ verb: 'deletes', text: 'BBB delete' }] }],
    })
  })

  test('[T-16] a range that is a bracket gains an option, a range in an option nests, words and bracket together too', () => {
    const one = [...onSentence(), proposes('AAA', 1, instead('should'))]
    const added = after(one, proposes('BBB', 2, { at: 8, length: 1, wording: 'may' }, 2))
    expect(wordsOf(added)).toBe('Members [shall / should / may] share information.')
    const nested = after(one, proposes('BBB', 2, { at: 0, length: 6, wording: 'ought to', within: 'o1' }, 2))
    expect(wordsOf(nested)).toBe('Members [shall / [should / ought to]] share information.')
    const round = after(one, proposes('BBB', 2, { at: 0, length: 9, wording: 'Members will' }, 2))
    expect(wordsOf(round)).toBe('[Members [shall / should] / Members will] share information.')
  })

  test('[T-16] a range outside the words, through a character or through a bracket is refused with the way out', () => {
    given(onSentence())
      .when(proposes('AAA', 1, { at: 30, length: 5, wording: 'x' }))
      .refused('T-16', { at: 30, length: 5, units: 32, current: sentence })
    given(onSentence())
      .when(proposes('AAA', 1, { at: 0, length: 1, wording: 'x', within: 'none' }))
      .refused('T-16', { within: 'none', known: false })
    given(opened(para('p', '1', 'a\u{1F600}b')))
      .when(proposes('AAA', 1, { at: 2, length: 1, wording: 'x' }))
      .refused('T-16')
    const spanning = opened(
      para('p', '1', [plainWords('Before '), { kind: 'spanOpen', bracket: 's' }, plainWords('inside')]),
      para('q', '2', [plainWords('inside'), { kind: 'spanClose', bracket: 's' }, plainWords(' after')]),
    )
    given(spanning)
      .when(proposes('AAA', 1, { at: 5, length: 5, wording: 'x' }))
      .refused('T-16', {
        at: 5,
        length: 5,
        units: 14,
        current: 'Before [inside',
        wayOut: 'proposeAlternative',
      })
  })

  test('[T-17] a proposal changes something', () => {
    given(onSentence())
      .when(proposes('AAA', 1, instead('shall')))
      .refused('T-17', { current: 'shall' })
    given(onSentence())
      .when(proposes('AAA', 1, { at: 3, length: 0, wording: '' }))
      .refused('T-17', { current: '' })
    given(onSentence(), proposes('AAA', 1, instead('should')))
      .when(proposes('BBB', 2, { at: 8, length: 1, wording: ' should ' }, 2))
      .refused('T-17', { option: 'o1', current: 'should' })
  })

  test('[T-18] what has climbed is closed to proposals', () =>
    given(onSentence(), on(chair(), 'texts.advance', { paragraph: 'p', to: 'agreedAdRef' }))
      .when(proposes('AAA', 1, instead('should')))
      .refused('T-18', { paragraph: 'p', rung: 'agreedAdRef', yours: instead('should') }))

  test('[T-14] a paragraph that is gone says how it went', () =>
    given(
      onSentence(),
      on(delegate('AAA'), 'texts.proposeDeletion', { paragraph: 'p', base: 1 }),
      on(chair(), 'texts.settleDeletion', { paragraph: 'p', deleted: true }),
    )
      .when(proposes('AAA', 1, instead('should')))
      .refused('T-14', { paragraph: 'p', how: 'deleted', number: '1', at: at('10:00') }))
})

describe('a stale base', () => {
  const first = proposes('AAA', 1, instead('should'))

  test('[T-15] is refused with the current words, and the author keeps hers', () =>
    given(onSentence(), first)
      .when(proposes('BBB', 2, { at: 14, length: 5, wording: 'exchange' }))
      .refused('T-15', {
        base: 1,
        yours: { at: 14, length: 5, wording: 'exchange' },
        paragraph: 'p',
        number: '1',
        revision: 2,
        current: 'Members [shall / should] share information.',
      }))

  test('[T-15] or becomes a visible alternative with all the author meant', () => {
    const state = after(
      onSentence(),
      first,
      proposes('BBB', 2, { at: 14, length: 5, wording: 'exchange' }, 1, { onStale: 'alternative' }),
    )
    expect(wordsOf(state)).toBe('Members [shall / should] share information.')
    expect(wordsOf(state, 'o2~alt')).toBe('Members shall exchange information.')
    expect(paragraphFrom(state, 'o2~alt')).toMatchObject({
      number: '1 alt',
      alternativeOf: 'p',
      whole: { proposer: 'BBB' },
    })
  })

  test('[T-15] brackets of the old words are copied under new ids, with nobody behind them', () => {
    const state = after(
      onSentence(),
      first,
      proposes('BBB', 2, { at: 0, length: 7, wording: 'States' }, 2),
      proposes('CCC', 3, { at: 10, length: 5, wording: 'exchange' }, 2, { onStale: 'alternative' }),
    )
    expect(wordsOf(state, 'o3~alt')).toBe('Members [shall / should] exchange information.')
    const copy = paragraphFrom(state, 'o3~alt')
    expect(copy.brackets).toBe(1)
    expect([...copy.content][1]).toMatchObject({ id: 'b1~o3' })
  })

  test('[T-15] a base too old to be kept needs the whole wording from the author', () => {
    const many = Array.from({ length: 10 }, (_, n) =>
      proposes('AAA', n, n === 0 ? instead('w0') : { at: 8, length: 1, wording: `w${n}` }, n + 1),
    )
    const late = (more: object) =>
      proposes('BBB', 'x', { at: 14, length: 5, wording: 'exchange' }, 1, { onStale: 'alternative', ...more })
    given(onSentence(), many).when(late({})).refused('T-15')
    const state = given(onSentence(), many)
      .when(late({ meant: 'Members shall exchange information.', alternative: 'alt' }))
      .accepted()
    expect(wordsOf(state, 'alt')).toBe('Members shall exchange information.')
  })
})
