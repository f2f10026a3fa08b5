import { describe, expect, test } from 'vitest'
import {
  act,
  after,
  assembly,
  at,
  chair,
  delegate,
  facilitator,
  given,
  secretariat,
  system,
} from '../testing/index.ts'
import { paragraphOf, paragraphsOf } from './index.ts'
import { plain } from './reading.ts'
import {
  bracket,
  instead,
  laid,
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
const one = [...onSentence(), proposes('AAA', 1, instead('should'))]
const closes = (option: string | null, actor = chair(), more: object = {}) =>
  on(actor, 'texts.closeBracket', { paragraph: 'p', bracket: 'b1', option, ...more })

describe('closing a bracket', () => {
  test('[T-28] the chair of the body, or the pen, settles', () => {
    given(one)
      .when(closes('o1', chair('mc')))
      .refused('T-28', { chairOf: 'soc', pen: 'secretariat', as: 'chair:mc' })
    given(one).when(closes('o1', secretariat())).accepted()
    const pen = on(chair(), 'texts.givePen', { paragraphs: ['p'], to: 'facilitator-t' })
    const credential = act(
      system(),
      'institution.accredit',
      {
        credential: 'c-f',
        person: 'facilitator-t',
        name: 'Facilitator',
        capacity: { kind: 'facilitator', text: 't' },
        rights: ['read'],
        from: '2020-01-01T00:00:00.000Z',
      },
      at('08:30'),
    )
    given(one, credential)
      .when(closes('o1', facilitator('t')))
      .refused('T-28')
    given(one, credential, pen)
      .when(closes('o1', facilitator('t')))
      .accepted()
    given(one, pen).when(closes('o1', secretariat())).refused('T-28')
  })

  test('[T-29] a bracket closes once, on an option of its own; who comes second is told', () => {
    given(one, closes('o1'))
      .when(closes('r1'))
      .refused('T-29', {
        bracket: 'b1',
        how: 'closed',
        option: 'o1',
        revision: 3,
        at: at('10:00'),
        current: 'Members should share information.',
      })
    given(one)
      .when(closes('o7'))
      .refused('T-29', { bracket: 'b1', option: 'o7', options: ['r1', 'o1'] })
  })

  test('[T-15] a close made against other words is refused', () =>
    given(one, proposes('BBB', 2, { at: 0, length: 7, wording: 'States' }, 2))
      .when(closes('o1', chair(), { base: 2 }))
      .refused('T-15'))

  test('[T-30] never over an objection to what is chosen', () => {
    given(one, stands('BBB', 'objects', { option: 'o1' }), stands('CCC', 'objects', { option: 'o1' }))
      .when(closes('o1'))
      .refused('T-30', { objecting: ['BBB', 'CCC'] })
    given(one, stands('BBB', 'objects', { option: 'o1' }), stands('BBB', 'canLiveWith', { option: 'o1' }))
      .when(closes('o1'))
      .accepted()
  })

  test('[T-31] never while somebody maintains what is left out, unless it can live with what is chosen', () => {
    given(one)
      .when(closes('r1'))
      .refused('T-31', { maintaining: ['AAA'] })
    given(one, stands('BBB', 'backs', { option: 'o1' }))
      .when(closes('r1'))
      .refused('T-31', { maintaining: ['AAA', 'BBB'] })
    given(one, stands('AAA', 'canLiveWith', { option: 'r1' }))
      .when(closes('r1'))
      .accepted()
    const nested = [...one, proposes('CCC', 2, { ...instead('ought', 'o1'), length: 6 }, 2)]
    given(nested, stands('AAA', 'backs', { option: 'r1' }))
      .when(closes('r1'))
      .refused('T-31', { maintaining: ['CCC'] })
  })

  test('closing on an option with brackets inside keeps them open; what is left out is told', () => {
    const nested = [...one, proposes('CCC', 2, { ...instead('ought', 'o1'), length: 6 }, 2)]
    given(nested)
      .when(closes('o1'))
      .then({
        type: 'texts.bracketClosed',
        at: at('10:00'),
        by: 'chair-soc',
        text: 't',
        paragraph: 'p',
        bracket: 'b1',
        option: 'o1',
        leftOut: [{ option: 'r1', wording: 'shall' }],
        reservations: [],
      })
    expect(wordsOf(after(nested, closes('o1')))).toBe('Members [should / ought] share information.')
  })

  test('a bracket closes on none of its options where nobody maintains one', () => {
    const draft = opened(
      para('p', '1', [plainWords('Members '), bracket('b1', ['o1', 'gladly']), plainWords(' share.')]),
    )
    expect(wordsOf(after(draft, closes(null)))).toBe('Members share.')
    const inserted = [...onSentence(), proposes('AAA', 1, { at: 31, length: 0, wording: ' freely' })]
    expect(
      wordsOf(
        after(
          inserted,
          on(delegate('AAA'), 'texts.takeStand', { paragraph: 'p', option: 'r1', stand: 'canLiveWith' }),
          closes(null),
        ),
      ),
    ).toBe(sentence)
  })

  test('[T-32] a bracket that spans paragraphs closes on its words', () => {
    const draft = opened(
      para('p', '1', [plainWords('Before '), { kind: 'spanOpen', bracket: 'b1' }, plainWords('one')]),
      para('m', '2', 'between'),
      para('q', '3', [plainWords('two'), { kind: 'spanClose', bracket: 'b1' }]),
    )
    expect(textIn(after(draft)).disputed).toBe(1)
    given(draft)
      .when(closes(null))
      .refused('T-32', { bracket: 'b1', option: 'b1', from: 'p', to: 'q', wayOut: 'proposeDeletion' })
    given(draft, stands('AAA', 'objects', { option: 'b1' }))
      .when(closes('b1'))
      .refused('T-30', { objecting: ['AAA'] })
    given(draft)
      .when(on(chair(), 'texts.advance', { paragraph: 'm', to: 'agreed' }))
      .refused('T-35', { paragraph: 'm', span: 'b1' })
    const state = after(draft, closes('b1'))
    expect([wordsOf(state), wordsOf(state, 'q'), textIn(state).disputed]).toEqual(['Before one', 'two', 0])
    given(assembly('AAA'), laid(para('a', '1', 'A.')))
      .when(
        on(secretariat(), 'texts.lay', {
          paragraphs: [para('z', '2', [{ kind: 'spanClose', bracket: 'zz' }])],
        }),
      )
      .refused('T-32', { bracket: 'zz', opens: false })
    given(draft, closes('b1'))
      .when(on(chair(), 'texts.advance', { paragraph: 'm', to: 'agreed' }))
      .accepted()
    given(draft, on(delegate('AAA'), 'texts.proposeDeletion', { paragraph: 'p', base: 1 }))
      .when(on(chair(), 'texts.settleDeletion', { paragraph: 'p', deleted: true }))
      .refused('T-33')
  })
})

describe('whole paragraphs are settled by the same measure', () => {
  const alternative = on(delegate('AAA'), 'texts.proposeAlternative', {
    paragraph: 'p',
    base: 1,
    alternative: 'x',
    wording: 'Members may share.',
  })
  const chooses = (chosen: string) => on(chair(), 'texts.closeAlternatives', { paragraph: 'p', chosen })

  test('[T-29, T-31] alternatives close on one of them', () => {
    const two = [...onSentence(), alternative]
    given(two)
      .when(chooses('p'))
      .refused('T-31', { maintaining: ['AAA'] })
    given(onSentence()).when(chooses('p')).refused('T-29', { paragraph: 'p', chosen: 'p', alternatives: [] })
    const state = given(two).when(chooses('x')).accepted()
    expect(numbersOf(state)).toEqual(['1', '2'])
    expect(paragraphFrom(state, 'x')).toMatchObject({ number: '1', alternativeOf: null })
    expect(textIn(state).disputed).toBe(0)
    const kept = after(two, stands('AAA', 'canLiveWith', {}), chooses('p'))
    expect(numbersOf(kept)).toEqual(['1', '2'])
    expect(paragraphOf(textIn(kept), 'x' as never)).toBeUndefined()
  })

  test('[T-33] alternatives come first: their paragraph neither leaves nor moves before they are settled', () =>
    given(
      onSentence(),
      alternative,
      on(delegate('BBB'), 'texts.proposeDeletion', { paragraph: 'p', base: 1 }),
    )
      .when(on(chair(), 'texts.settleDeletion', { paragraph: 'p', deleted: true }))
      .refused('T-33', { paragraph: 'p', alternatives: ['x'], alternativeOf: null }))

  test('[T-30, T-31] a deletion is settled, or not', () => {
    const deletion = on(delegate('AAA'), 'texts.proposeDeletion', { paragraph: 'p', base: 1 })
    const settles = (deleted: boolean) => on(chair(), 'texts.settleDeletion', { paragraph: 'p', deleted })
    given(onSentence()).when(settles(true)).refused('T-29')
    given(onSentence(), deletion, stands('BBB', 'objects', { on: 'deletion' }))
      .when(settles(true))
      .refused('T-30', { objecting: ['BBB'] })
    given(onSentence(), deletion, stands('BBB', 'backs', {}))
      .when(settles(true))
      .refused('T-31', { maintaining: ['BBB'] })
    given(onSentence(), deletion)
      .when(settles(false))
      .refused('T-31', { maintaining: ['AAA'] })
    expect(numbersOf(after(onSentence(), deletion, settles(true)))).toEqual(['2'])
    const kept = after(onSentence(), deletion, stands('AAA', 'canLiveWith', {}), settles(false))
    expect(textIn(kept).disputed).toBe(0)
  })

  test('[T-30] a move is settled, or not', () => {
    const move = on(delegate('AAA'), 'texts.proposeMove', { paragraph: 'p', base: 1, place: { at: 'end' } })
    const settles = (moved: boolean) => on(chair(), 'texts.settleMove', { paragraph: 'p', moved })
    given(onSentence()).when(settles(true)).refused('T-29')
    given(onSentence(), move, stands('BBB', 'objects', { on: 'move' }))
      .when(settles(true))
      .refused('T-30')
    given(onSentence(), move)
      .when(settles(false))
      .refused('T-31', { maintaining: ['AAA'] })
  })

  test('[T-29] a paragraph proposed anew, or under an option of the draft, is kept or leaves', () => {
    const anew = on(delegate('AAA'), 'texts.proposeParagraph', {
      paragraph: 'x',
      place: { after: 'p' },
      level: 0,
      kind: 'operative',
      wording: 'New.',
    })
    const settles = (paragraph: string, kept: boolean) =>
      on(chair(), 'texts.settleParagraph', { paragraph, kept })
    given(onSentence()).when(settles('p', true)).refused('T-29')
    given(onSentence(), anew, stands('BBB', 'objects', { paragraph: 'x' }))
      .when(settles('x', true))
      .refused('T-30')
    given(onSentence(), anew)
      .when(settles('x', false))
      .refused('T-31', { maintaining: ['AAA'] })
    const state = after(onSentence(), anew, settles('x', true))
    expect([numbersOf(state), textIn(state).disputed]).toEqual([['1', '1 bis', '2'], 0])
    const optional = opened(
      para('p', '1', 'A.', { alternatives: [{ group: 'g', label: 'Option 1' }] as never }),
    )
    expect(textIn(after(optional)).disputed).toBe(1)
    expect(numbersOf(after(optional, settles('p', false)))).toEqual([])
  })
})
