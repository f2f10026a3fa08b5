import { describe, expect, test } from 'vitest'
import { after, chair, delegate, given } from '../testing/index.ts'
import { paragraphsOf } from './index.ts'
import { on, onSentence, opened, para, paragraphFrom, sentence, textIn } from './testing/drafts.ts'

const numbersOf = (state: ReturnType<typeof after>) =>
  [...paragraphsOf(textIn(state))].map(({ number }) => number)

describe('whole paragraphs', () => {
  const alternative = (member: string, id: string, wording: string, paragraph = 'p') =>
    on(delegate(member), 'texts.proposeAlternative', { paragraph, base: 1, alternative: id, wording })
  const anew = (id: string, place: object, more: object = {}) =>
    on(delegate('AAA'), 'texts.proposeParagraph', {
      paragraph: id,
      place,
      level: 0,
      kind: 'operative',
      wording: `New ${id}.`,
      ...more,
    } as never)

  test('[T-19] an alternative stands behind its paragraph as alt, and so does the alternative of an alternative', () => {
    const state = after(
      onSentence(),
      alternative('AAA', 'x', 'Members may share.'),
      alternative('BBB', 'y', 'Members might share.', 'x'),
    )
    expect(numbersOf(state)).toEqual(['1', '1 alt', '1 alt 2', '2'])
    expect(paragraphFrom(state).alternatives).toEqual(['x', 'y'])
    given(onSentence())
      .when(alternative('AAA', 'x', ' '))
      .refused('T-19', { paragraph: 'p' })
    given(onSentence())
      .when(alternative('AAA', 'x', sentence))
      .refused('T-17')
    given(onSentence())
      .when({
        ...alternative('AAA', 'x', 'a'),
        body: { text: 't', paragraph: 'p', base: 3, alternative: 'x', wording: 'a' },
      } as never)
      .refused('T-15')
  })

  test('[T-20] new paragraphs are numbered bis, ter …, before and after others', () => {
    const draft = opened(
      para('p', '39', 'a'),
      para('i', '(a)', 'item', { level: 1, kind: 'item' }),
      para('q', '40', 'b'),
    )
    const state = after(
      draft,
      anew('x', { after: 'i' }),
      anew('y', { before: 'q' }),
      anew('z', { after: 'p' }),
    )
    expect(numbersOf(state)).toEqual(['39', '39 quater', '(a)', '39 bis', '39 ter', '40'])
    const items = after(draft, anew('x', { after: 'i' }, { level: 1, kind: 'item' }))
    expect(numbersOf(items)).toEqual(['39', '(a)', '(a) bis', '40'])
    given(draft)
      .when(anew('x', { after: 'p' }, { number: '40' }))
      .refused('T-20', { number: '40', next: '39 bis' })
    given(draft)
      .when(anew('x', { at: 'end' }, { number: '41' }))
      .accepted()
    expect(numbersOf(after(draft, anew('x', { at: 'start' }))).at(0)).toBe('')
  })

  test('[T-20] after vicies the numbers go on', () => {
    const many = Array.from({ length: 21 }, (_, n) => anew(`x${n}`, { before: 'q' }))
    expect(numbersOf(after(onSentence(), many)).slice(-4)).toEqual([
      '1 vicies',
      '1 vicies 21',
      '1 vicies 22',
      '2',
    ])
  })

  test('[T-22] a place is in the text, and another one', () => {
    given(onSentence())
      .when(anew('x', { after: 'none' }))
      .refused('T-22', { place: { after: 'none' } })
    const moves = (place: object) =>
      on(delegate('AAA'), 'texts.proposeMove', { paragraph: 'p', base: 1, place } as never)
    given(onSentence())
      .when(moves({ at: 'start' }))
      .refused('T-22')
    given(onSentence())
      .when(moves({ before: 'q' }))
      .refused('T-22')
    const settled = on(chair(), 'texts.settleMove', { paragraph: 'p', moved: true })
    expect(numbersOf(after(onSentence(), moves({ after: 'q' }), settled))).toEqual(['2', '1'])
    given(
      onSentence(),
      moves({ after: 'q' }),
      on(delegate('AAA'), 'texts.proposeDeletion', { paragraph: 'q', base: 1 }),
      on(chair(), 'texts.settleDeletion', { paragraph: 'q', deleted: true }),
    )
      .when(settled)
      .refused('T-22', { place: { after: 'q' }, previous: null })
  })

  test('[T-23] one deletion and one move at a time', () => {
    const deletes = (member: string) =>
      on(delegate(member), 'texts.proposeDeletion', { paragraph: 'p', base: 1 })
    given(onSentence(), deletes('AAA'))
      .when(deletes('BBB'))
      .refused('T-23', { paragraph: 'p', proposedBy: 'AAA' })
    const moves = (member: string) =>
      on(delegate(member), 'texts.proposeMove', { paragraph: 'p', base: 1, place: { at: 'end' } })
    given(onSentence(), moves('AAA'))
      .when(moves('BBB'))
      .refused('T-23', { paragraph: 'p', proposedBy: 'AAA' })
  })
})
