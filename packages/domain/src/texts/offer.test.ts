import { describe, expect, test } from 'vitest'
import { after, at, chair, delegate, given } from '../testing/index.ts'
import { cleanText, leftOutBy, paragraphsOf } from './index.ts'
import { plain } from './reading.ts'
import { instead, on, onSentence, paragraphFrom, proposes, stands, textIn } from './testing/drafts.ts'

const wordsOf = (state: ReturnType<typeof after>, id = 'p') => plain(paragraphFrom(state, id).content)
const numbersOf = (state: ReturnType<typeof after>) =>
  [...paragraphsOf(textIn(state))].map(({ number }) => number)
const one = [...onSentence(), proposes('AAA', 1, instead('should'))]

describe("the chair's text", () => {
  const offers = (wording: string, leavesOut: readonly string[] = [], more: object = {}, actor = chair()) =>
    on(actor, 'texts.offerChairsText', {
      base: 9,
      paragraphs: [{ paragraph: 'p', wording }],
      leavesOut: leavesOut.map(option => ({ option, reason: 'bridging' })),
      ...more,
    } as never)
  const accepts = (when = at('2026-11-24 10:00')) =>
    on(chair(), 'texts.acceptChairsText', { paragraphs: 'all' }, when)
  // One change so far: the text is at its second revision.
  const base = { base: 2 }

  test('[T-40] an offer is for paragraphs, once each', () => {
    given(one)
      .when(offers('x', [], { paragraphs: [], ...base }))
      .refused('T-40')
    given(one)
      .when(offers('x', [], { ...base, paragraphs: [{ paragraph: 'none', wording: 'x' }] }))
      .refused('T-14')
    given(one)
      .when(offers(' ', [], base))
      .refused('T-19')
    given(one)
      .when(offers('x', [], base, chair('mc')))
      .refused('T-28')
    given(
      one,
      on(delegate('AAA'), 'texts.proposeAlternative', {
        paragraph: 'q',
        base: 1,
        alternative: 'y',
        wording: 'Y.',
      }),
    )
      .when(offers('x', [], { base: 3, paragraphs: [{ paragraph: 'y', wording: 'x' }] }))
      .refused('T-33')
  })

  test('[T-44] it answers the words as they stand', () =>
    given(one)
      .when(offers('x', [], { base: 1 }))
      .refused('T-44'))

  test('[T-45] it accounts for every option it leaves out', () => {
    expect(
      leftOutBy(textIn(after(one)), {
        paragraphs: [{ paragraph: 'p' as never, wording: 'Members should share information.' }],
      }).map(({ id }) => id),
    ).toEqual(['r1'])
    given(one)
      .when(offers('Members should share information.', [], base))
      .refused('T-45', {
        unaccounted: [{ paragraph: 'p', id: 'r1', kind: 'option', wording: 'shall', maintainedBy: [] }],
      })
    given(one)
      .when(offers('Members should share information.', ['r1'], base))
      .accepted()
    given(one)
      .when(offers('Something else.', ['r1'], base))
      .refused('T-45')
    const late = proposes('BBB', 2, { at: 0, length: 7, wording: 'States' }, 2)
    given(one, offers('Members should share information.', ['r1'], base), late)
      .when(accepts())
      .refused('T-45')
  })

  test('[T-45] alternatives of the paragraph are accounted for too', () => {
    const two = [
      ...onSentence(),
      on(delegate('AAA'), 'texts.proposeAlternative', {
        paragraph: 'p',
        base: 1,
        alternative: 'x',
        wording: 'Members may.',
      }),
    ]
    given(two)
      .when(offers('Members will.', [], base))
      .refused('T-45')
    const whole = { ...base, leavesOutParagraphs: [{ paragraph: 'x', reason: 'narrower' }] }
    const state = after(two, offers('Members will.', [], whole), accepts())
    expect([numbersOf(state), wordsOf(state)]).toEqual([['1', '2'], 'Members will.'])
    given(two)
      .when(offers('Members may.', [], base))
      .accepted()
  })

  test('[T-46] it is accepted where nobody objects; reservations are kept', () => {
    const offer = offers('Members should share information.', ['r1'], base)
    given(one, offer, stands('BBB', 'objects', { on: 'chairsText' }))
      .when(accepts())
      .refused('T-46', {
        objections: [{ paragraph: 'p', objecting: ['BBB'] }],
      })
    given(one, offer, stands('BBB', 'objects', { on: 'chairsText' }), { ...offer, id: 'again' as never })
      .when(accepts())
      .refused('T-46')
    const state = given(one, offer, stands('CCC', 'reserves', { on: 'chairsText' }))
      .when(accepts())
      .accepted()
    expect(wordsOf(state)).toBe('Members should share information.')
    expect(cleanText(textIn(state))).not.toBeNull()
    given(one, offer, stands('CCC', 'reserves', { on: 'chairsText' }), accepts())
      .when(on(chair(), 'texts.advance', { paragraph: 'p', to: 'agreed' }, at('2026-11-25 10:00')))
      .refused('T-36', { reserving: ['CCC'] })
  })

  test('[T-39] it is accepted after all could be heard', () =>
    given(one, offers('Members should share information.', ['r1'], base))
      .when(accepts(at('11:00')))
      .refused('T-39'))

  test('[T-47] it is accepted or withdrawn while it stands', () => {
    const offer = offers('Members should share information.', ['r1'], base)
    given(one).when(accepts()).refused('T-47')
    const withdrawal = on(chair(), 'texts.withdrawChairsText', {})
    given(one).when(withdrawal).refused('T-47')
    const state = given(one, offer).when(withdrawal).accepted()
    expect(paragraphFrom(state).offer).toBeNull()
    given(one, offer, withdrawal).when(accepts()).refused('T-47')
  })
})
