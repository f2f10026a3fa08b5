import { describe, expect, test } from 'vitest'
import { after, at, chair, delegate, given } from '../testing/index.ts'
import { compilationOf, paragraphsOf } from './index.ts'
import { plain } from './reading.ts'
import {
  bracket,
  instead,
  on,
  onSentence,
  opened,
  para,
  paragraphFrom,
  plainWords,
  proposes,
  sentence,
  stands,
  textIn,
} from './testing/drafts.ts'

const wordsOf = (state: ReturnType<typeof after>, id = 'p') => plain(paragraphFrom(state, id).content)
const numbersOf = (state: ReturnType<typeof after>) =>
  [...paragraphsOf(textIn(state))].map(({ number }) => number)

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

describe('stands, withdrawal, take-over', () => {
  const one = [...onSentence(), proposes('AAA', 1, instead('should'))]

  test('[T-24] a stand is taken on what is there', () => {
    given(one)
      .when(stands('BBB', 'backs', { option: 'o9' }))
      .refused('T-24', { paragraph: 'p', option: 'o9', revision: 2, known: false })
    given(one)
      .when(stands('BBB', 'backs', { on: 'deletion' }))
      .refused('T-24')
    given(one, on(delegate('AAA'), 'texts.withdraw', { paragraph: 'p', option: 'o1' }))
      .when(stands('BBB', 'backs', { option: 'o1' }))
      .refused('T-24', { paragraph: 'p', option: 'o1', revision: 3, wasIn: 'p' })
  })

  test('[T-25] a delegation has one stand on a thing; its proposal is one', () => {
    given(one)
      .when(stands('AAA', 'objects', { option: 'o1' }))
      .refused('T-25', { proposes: 'AAA', wayOut: 'withdraw' })
    given(one)
      .when(stands('BBB', 'none', { option: 'o1' }))
      .refused('T-25', { member: 'BBB', stand: 'none' })
    const state = after(
      one,
      stands('BBB', 'backs', { option: 'o1' }),
      stands('BBB', 'objects', { option: 'o1' }),
    )
    const option = compilationOf(textIn(state)).paragraphs[0]!.content[1]
    expect(option).toMatchObject({
      options: [{}, { attributions: [{ text: 'AAA' }, { text: 'BBB delete', verb: 'deletes' }] }],
    })
  })

  test('[T-26] only its proposer withdraws; nobody behind it, the option lapses and the words stand again', () => {
    const leaves = (member: string) =>
      on(delegate(member), 'texts.withdraw', { paragraph: 'p', option: 'o1' })
    given(one).when(leaves('BBB')).refused('T-26', { proposer: 'AAA', by: 'BBB' })
    const state = given(one).when(leaves('AAA')).accepted()
    expect(wordsOf(state)).toBe(sentence)
    expect(textIn(state).disputed).toBe(0)
    const backed = after(one, stands('BBB', 'backs', { option: 'o1' }), leaves('AAA'))
    expect(wordsOf(backed)).toContain('[shall / should]')
    expect(
      wordsOf(
        after(
          one,
          stands('BBB', 'backs', { option: 'o1' }),
          leaves('AAA'),
          stands('BBB', 'none', { option: 'o1' }),
        ),
      ),
    ).toBe(sentence)
    const amended = after(
      one,
      proposes('CCC', 2, { at: 0, length: 6, wording: 'ought', within: 'o1' }, 2),
      leaves('AAA'),
    )
    expect(wordsOf(amended)).toContain('[shall / [should / ought]]')
  })

  test('[T-26] a withdrawn alternative, new paragraph, deletion and move leave the text', () => {
    const all = [
      ...onSentence(),
      on(delegate('AAA'), 'texts.proposeAlternative', {
        paragraph: 'p',
        base: 1,
        alternative: 'x',
        wording: 'Other.',
      }),
      on(delegate('AAA'), 'texts.proposeParagraph', {
        paragraph: 'y',
        place: { at: 'end' },
        level: 0,
        kind: 'operative',
        wording: 'New.',
      }),
      on(delegate('AAA'), 'texts.proposeDeletion', { paragraph: 'q', base: 1 }),
      on(delegate('AAA'), 'texts.proposeMove', { paragraph: 'q', base: 1, place: { at: 'start' } }),
    ]
    expect(textIn(after(all)).disputed).toBe(4)
    const state = after(
      all,
      on(delegate('AAA'), 'texts.withdraw', { paragraph: 'x' }),
      on(delegate('AAA'), 'texts.withdraw', { paragraph: 'y' }),
      on(delegate('AAA'), 'texts.withdraw', { paragraph: 'q', on: 'deletion' }),
      on(delegate('AAA'), 'texts.withdraw', { paragraph: 'q', on: 'move' }),
    )
    expect(textIn(state).disputed).toBe(0)
    expect(numbersOf(state)).toEqual(['1', '2'])
  })

  test('[T-26] a chosen alternative that had been released is part of the text, and lapses no more', () => {
    const chosen = [
      ...onSentence(),
      on(delegate('AAA'), 'texts.proposeAlternative', {
        paragraph: 'p',
        base: 1,
        alternative: 'x',
        wording: 'Other.',
      }),
      stands('BBB', 'backs', { paragraph: 'x' }),
      on(delegate('AAA'), 'texts.withdraw', { paragraph: 'x' }),
      on(chair(), 'texts.closeAlternatives', { paragraph: 'p', chosen: 'x' }),
    ]
    given(chosen)
      .when(on(delegate('CCC'), 'texts.takeOver', { paragraph: 'x' }))
      .refused('T-27', { proposer: null })
    expect(numbersOf(after(chosen, stands('BBB', 'none', { paragraph: 'x' })))).toEqual(['1', '2'])
  })

  test('[T-27] what nobody proposes any longer, or the draft brought, may be taken over', () => {
    const takes = (member: string, option = 'o1') =>
      on(delegate(member), 'texts.takeOver', { paragraph: 'p', option })
    given(one).when(takes('BBB')).refused('T-27', { proposer: 'AAA' })
    given(one).when(takes('BBB', 'r1')).refused('T-27', { proposer: null })
    const state = after(
      one,
      stands('BBB', 'backs', { option: 'o1' }),
      on(delegate('AAA'), 'texts.withdraw', { paragraph: 'p', option: 'o1' }),
      takes('CCC'),
    )
    expect(compilationOf(textIn(state)).paragraphs[0]!.content[1]).toMatchObject({
      options: [
        {},
        {
          attributions: [
            { text: 'CCC', verb: 'proposes' },
            { text: 'BBB', verb: 'backs' },
          ],
        },
      ],
    })
    const draft = opened(para('p', '1', [bracket('x', ['a', 'shall'], ['b', 'should'])]))
    const left = after(
      draft,
      takes('AAA', 'a'),
      on(delegate('AAA'), 'texts.withdraw', { paragraph: 'p', option: 'a' }),
    )
    expect(wordsOf(left)).toBe('[shall / should]')
  })
})
