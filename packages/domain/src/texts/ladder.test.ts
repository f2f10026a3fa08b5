import { describe, expect, test } from 'vitest'
import { after, at, chair, delegate, given } from '../testing/index.ts'
import { cleanText } from './index.ts'
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
  stands,
  textIn,
} from './testing/drafts.ts'

const wordsOf = (state: ReturnType<typeof after>, id = 'p') => plain(paragraphFrom(state, id).content)
const one = [...onSentence(), proposes('AAA', 1, instead('should'))]
const closes = (option: string | null, actor = chair(), more: object = {}) =>
  on(actor, 'texts.closeBracket', { paragraph: 'p', bracket: 'b1', option, ...more })
const advances = (to: 'agreedInInformals' | 'agreedAdRef' | 'agreed', more: object = {}) =>
  on(chair(), 'texts.advance', { paragraph: 'p', to, ...more })

describe('the ladder', () => {
  test('[T-34] up only', () => {
    const state = given(onSentence()).when(advances('agreedInInformals')).accepted()
    expect(textIn(state).rungs).toEqual({ open: 1, agreedInInformals: 1, agreedAdRef: 0, agreed: 0 })
    given(onSentence(), advances('agreedAdRef'))
      .when(advances('agreedInInformals'))
      .refused('T-34', { paragraph: 'p', rung: 'agreedAdRef', to: 'agreedInInformals' })
    given(onSentence(), advances('agreed')).when(advances('agreed')).refused('T-34')
    given(onSentence())
      .when(advances('agreed', { base: 7 }))
      .refused('T-15')
  })

  test('[T-35] with nothing open', () =>
    given(one).when(advances('agreedInInformals')).refused('T-35', {
      paragraph: 'p',
      brackets: 1,
      alternatives: [],
      alternativeOf: null,
      proposed: false,
      deletion: false,
      move: false,
    }))

  test('[T-36] over no objection, and agreed over no reservation', () => {
    given(onSentence(), stands('BBB', 'objects', {}))
      .when(advances('agreedInInformals'))
      .refused('T-36', { objecting: ['BBB'] })
    const reserved = [...one, stands('BBB', 'reserves', { option: 'o1', note: 'capital' }), closes('o1')]
    expect(wordsOf(after(reserved))).toBe('Members should share information.')
    given(reserved)
      .when(advances('agreed'))
      .refused('T-36', { reserving: ['BBB'] })
    given(reserved, advances('agreedAdRef'))
      .when(advances('agreed'))
      .refused('T-36', { reserving: ['BBB'] })
    given(reserved, stands('BBB', 'none', {}))
      .when(advances('agreed'))
      .accepted()
    given(reserved, advances('agreedAdRef'), stands('BBB', 'canLiveWith', {}))
      .when(advances('agreed'))
      .accepted()
    given(onSentence(), advances('agreed'))
      .when(stands('BBB', 'objects', {}))
      .refused('T-18')
  })

  const asks = (member: string) =>
    on(delegate(member), 'texts.askToReopen', { paragraph: 'p', reason: 'New facts' })
  const opposes = (member: string) => on(delegate(member), 'texts.opposeReopening', { paragraph: 'p' })
  const reopens = (when = at('2026-11-24 10:00')) => on(chair(), 'texts.reopen', { paragraph: 'p' }, when)

  test('[T-37] a delegation asks to reopen what has climbed; another may oppose', () => {
    given(onSentence()).when(asks('AAA')).refused('T-37', { paragraph: 'p', rung: 'open' })
    given(onSentence(), advances('agreed'), asks('AAA'))
      .when(asks('BBB'))
      .refused('T-37', { paragraph: 'p', askedBy: 'AAA' })
    given(onSentence(), advances('agreed'))
      .when(opposes('BBB'))
      .refused('T-37', { paragraph: 'p', asked: false })
    given(onSentence(), advances('agreed'), asks('AAA'))
      .when(opposes('AAA'))
      .refused('T-37', { askedBy: 'AAA' })
    given(onSentence(), advances('agreed'), asks('AAA'), opposes('BBB')).when(opposes('BBB')).nothing()
    given(onSentence(), advances('agreed'), asks('AAA'), opposes('BBB')).when(asks('CCC')).accepted()
  })

  test('[T-38] reopened by the consent of all', () => {
    given(onSentence()).when(reopens()).refused('T-38')
    given(onSentence(), advances('agreed')).when(reopens()).refused('T-38', { paragraph: 'p', asked: false })
    given(onSentence(), advances('agreed'), asks('AAA'), opposes('BBB'))
      .when(reopens())
      .refused('T-38', { opposedBy: ['BBB'] })
    const state = given(onSentence(), advances('agreed'), asks('AAA')).when(reopens()).accepted()
    expect(paragraphFrom(state)).toMatchObject({ rung: 'open', reopening: null })
  })

  test('[T-39] after all could be heard', () =>
    given(onSentence(), advances('agreed'), asks('AAA'))
      .when(reopens(at('12:00')))
      .refused('T-39', {
        since: at('10:00'),
        hours: 24,
        from: at('2026-11-24 10:00'),
        source: 'assumed, 2026-11-23',
      }))

  test('a draft that names a rung keeps it where nothing is disputed', () => {
    const status = { text: 'Agreed ad ref', rung: 'agreedAdRef' } as const
    expect(paragraphFrom(after(opened(para('p', '1', 'A.', { status } as never)))).rung).toBe('agreedAdRef')
    const disputed = para('p', '1', [bracket('b1', ['o1', 'A.'])], { status } as never)
    expect(paragraphFrom(after(opened(disputed))).rung).toBe('open')
  })
})

test('a withdrawn objection opens the way: three delegations come to agreement', () => {
  const state = after(
    onSentence(),
    proposes('AAA', 1, instead('should')),
    proposes('BBB', 2, { at: 8, length: 1, wording: 'are encouraged to' }, 2),
    stands('CCC', 'objects', { option: 'o1' }),
    stands('CCC', 'backs', { option: 'o2' }),
    stands('AAA', 'canLiveWith', { option: 'o2' }),
    closes('o2'),
    advances('agreedAdRef'),
    advances('agreed'),
  )
  expect(wordsOf(state)).toBe('Members are encouraged to share information.')
  expect(cleanText(textIn(state))?.paragraphs).toHaveLength(2)
})
