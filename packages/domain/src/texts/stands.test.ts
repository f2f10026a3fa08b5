import { describe, expect, test } from 'vitest'
import { after, chair, delegate, given } from '../testing/index.ts'
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
  proposes,
  sentence,
  stands,
  textIn,
} from './testing/drafts.ts'

const wordsOf = (state: ReturnType<typeof after>, id = 'p') => plain(paragraphFrom(state, id).content)
const numbersOf = (state: ReturnType<typeof after>) =>
  [...paragraphsOf(textIn(state))].map(({ number }) => number)

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
