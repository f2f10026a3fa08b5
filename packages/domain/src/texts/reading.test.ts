import { parseDraft, printNotation } from '@gavel/text'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { domain } from '../domain.ts'
import type { DomainState } from '../state.ts'
import { after, chair, decided, delegate } from '../testing/index.ts'
import {
  audienceOfText,
  chairsTextOf,
  changesToward,
  cleanText,
  compilationOf,
  convergenceOf,
  editable,
  inlineSign,
  openPoints,
  optionsTaken,
  paragraphHistory,
  type TextsEvent,
  whatSeparates,
  whereStands,
} from './index.ts'
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

const AAA = 'AAA' as never
const CCC = 'CCC' as never

const disputed = [
  ...onSentence(),
  proposes('AAA', 1, instead('should')),
  stands('BBB', 'backs', { option: 'o1' }),
  stands('CCC', 'objects', { option: 'o1', note: 'too weak' }),
  on(delegate('BBB'), 'texts.proposeDeletion', { paragraph: 'q', base: 1 }),
  on(delegate('CCC'), 'texts.proposeParagraph', {
    paragraph: 'n',
    place: { after: 'p' },
    level: 0,
    kind: 'operative',
    wording: 'New.',
  }),
]

describe('what delegations read', () => {
  const text = textIn(after(disputed))

  test('the compilation prints who says what, with the names the caller gives', () => {
    const draft = compilationOf(text, member => `Member ${member[0]}`)
    const printed = printNotation(draft)
    expect(printed).toContain('[shall / should - Member A')
    expect(printed).toContain('Member C delete')
    expect(printed).toContain('1 bis')
    expect(cleanText(text)).toBeNull()
    expect(parseDraft(printed).draft.paragraphs).toHaveLength(3)
  })

  test('where a delegation stands, and what separates it', () => {
    expect(
      whereStands(text, CCC).map(({ position, option, paragraph }) => [position, option ?? paragraph]),
    ).toEqual([
      ['objects', 'o1'],
      ['proposes', 'n'],
    ])
    expect(whatSeparates(text, AAA)).toEqual([
      {
        paragraph: 'p',
        number: '1',
        option: 'o1',
        wording: 'should',
        position: 'proposes',
        against: ['CCC'],
      },
    ])
    expect(whatSeparates(text, CCC)[0]).toMatchObject({ position: 'objects', against: ['AAA', 'BBB'] })
  })

  test('rivals of an option stand apart until they can live with it', () => {
    const rival = [...disputed, proposes('CCC', 2, { at: 8, length: 1, wording: 'may' }, 2)]
    expect(whatSeparates(textIn(after(rival)), CCC).find(({ option }) => option === 'o2')?.against).toEqual([
      'AAA',
      'BBB',
    ])
    const joined = after(
      rival,
      stands('AAA', 'canLiveWith', { option: 'o2' }),
      stands('BBB', 'canLiveWith', { option: 'o2' }),
    )
    expect(whatSeparates(textIn(joined), CCC).find(({ option }) => option === 'o2')).toBeUndefined()
  })

  test('what is open, and how far the text has come', () => {
    expect(openPoints(text).map(({ what, paragraph }) => [what, paragraph])).toEqual([
      ['bracket', 'p'],
      ['newParagraph', 'n'],
      ['deletion', 'q'],
    ])
    expect(openPoints(text)[0]).toMatchObject({
      bracket: 'b1',
      options: [
        { id: 'r1', wording: 'shall', maintainedBy: [], objectedBy: [] },
        { id: 'o1', wording: 'should', maintainedBy: ['AAA', 'BBB'], objectedBy: ['CCC'] },
      ],
    })
    const far = convergenceOf(text)
    expect(far.disputed).toBe(3)
    expect(far.paragraphs[0]).toMatchObject({ brackets: 1, wordsInDispute: 2, rung: 'open' })
    expect(far.delegations).toEqual([
      { member: 'AAA', maintains: 1, objects: 0, reserves: 0 },
      { member: 'BBB', maintains: 2, objects: 0, reserves: 0 },
      { member: 'CCC', maintains: 1, objects: 1, reserves: 0 },
    ])
  })

  test('a bracket over several paragraphs is open too, once, with its words', () => {
    const spanning = opened(
      para('p', '1', [plainWords('Before '), { kind: 'spanOpen', bracket: 'b1' }, plainWords('one')]),
      para('m', '2', 'between'),
      para('q', '3', [plainWords('two'), { kind: 'spanClose', bracket: 'b1' }, plainWords(' after')]),
    )
    expect(openPoints(textIn(after(spanning)))).toMatchObject([
      { paragraph: 'p', bracket: 'b1', options: [{ id: 'b1', wording: 'one\nbetween\ntwo' }] },
    ])
  })

  test('a clean text, the text with the chair’s words, a paragraph’s history', () => {
    const offered = after(
      onSentence(),
      on(chair(), 'texts.offerChairsText', {
        base: 1,
        paragraphs: [{ paragraph: 'p', wording: 'Better.' }],
        leavesOut: [],
      }),
    )
    expect(plain(chairsTextOf(textIn(offered)).paragraphs[0]!.content)).toBe('Better.')
    expect(plain(cleanText(textIn(offered))!.paragraphs[0]!.content)).toBe(sentence)
    const events: TextsEvent[] = []
    let state: DomainState = after(onSentence())
    for (const act of [
      proposes('AAA', 1, instead('should')),
      on(delegate('AAA'), 'texts.instruct', { paragraph: 'p', member: 'AAA', note: 'secret' }),
      on(chair(), 'texts.closeBracket', { paragraph: 'p', bracket: 'b1', option: 'o1' }),
    ]) {
      const outcome = decided(act, state)
      if (outcome.kind === 'refused') throw new Error(outcome.refusal.rule)
      events.push(...(outcome.events as readonly TextsEvent[]))
      state = outcome.events.reduce(domain.evolve, state)
    }
    expect(paragraphHistory(events, 't' as never, 'p' as never).map(({ type }) => type)).toEqual([
      'texts.changeProposed',
      'texts.bracketClosed',
    ])
    expect(audienceOfText(state, 't' as never)).toEqual({ kind: 'members' })
  })
})

describe('which options a wording takes', () => {
  const content = paragraphFrom(
    after(
      opened(
        para('p', '1', [
          plainWords('Members '),
          bracket('x', ['x1', 'shall'], ['x2', [plainWords('should '), bracket('y', ['y1', 'freely '])]]),
          plainWords(' share.'),
        ]),
      ),
    ),
  ).content

  test('a reading of the paragraph, seams aside', () => {
    expect([...optionsTaken(content, 'Members shall share.')!]).toEqual(['x1'])
    expect([...optionsTaken(content, 'Members should share.')!]).toEqual(['x2'])
    expect([...optionsTaken(content, 'Members should freely share.')!].sort()).toEqual(['x2', 'y1'])
    expect(optionsTaken(content, 'Members may share.')).toBeUndefined()
  })

  test('many brackets of like options stay quick to read', () => {
    const many = Array.from({ length: 200 }, (_, n) => bracket(`b${n}`, [`a${n}`, 'a'], [`c${n}`, 'a']))
    const wide = paragraphFrom(after(opened(para('p', '1', many)))).content
    expect(optionsTaken(wide, 'a'.repeat(200))?.size).toBe(200)
    expect(optionsTaken(wide, 'a'.repeat(201))).toBeUndefined()
  })
})

describe('from an edited paragraph to proposals', () => {
  const apply = (from: string, to: string) => {
    let text = from
    for (const { at: place, length, wording } of changesToward(
      { content: [{ kind: 'words', text: from }] },
      to,
    ))
      text = text.slice(0, place) + wording + text.slice(place + length)
    return text
  }

  test('whole words, last first', () => {
    expect(
      changesToward({ content: [{ kind: 'words', text: sentence }] }, 'Members should exchange information.'),
    ).toEqual([{ at: 8, length: 11, wording: 'should exchange' }])
    expect(changesToward({ content: [{ kind: 'words', text: 'a b c d e f' }] }, 'A b c d e F')).toEqual([
      { at: 10, length: 1, wording: 'F' },
      { at: 0, length: 1, wording: 'A' },
    ])
    expect(changesToward({ content: [{ kind: 'words', text: sentence }] }, sentence)).toEqual([])
  })

  test('brackets are left alone, and none can be typed', () => {
    const { content } = paragraphFrom(after(onSentence(), proposes('AAA', 1, instead('should'))))
    expect(editable(content)).toBe(`Members ${inlineSign} share information.`)
    expect(changesToward({ content }, `All Members ${inlineSign} share ${inlineSign}data.`)).toEqual([
      { at: 16, length: 11, wording: 'data' },
      { at: 0, length: 0, wording: 'All ' },
    ])
  })

  test('proposed in their order, at the then current revision, all of them stand', () => {
    const { content } = paragraphFrom(after(onSentence()))
    const changes = changesToward({ content }, 'All Members should share all information.')
    const acts = changes.map((change, n) => proposes('AAA', n, change, n + 1))
    expect(plain(paragraphFrom(after(onSentence(), acts)).content)).toBe(
      '[ / All ]Members [shall / should] share [ / all ]information.',
    )
  })

  test('law: the changes lead from the one wording to the other', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bb', ' ', 'c, ', '. ', 'дом', '字'), { maxLength: 40 }),
        fc.array(fc.constantFrom('a', 'bb', ' ', 'c, ', '. ', 'дом', '字'), { maxLength: 40 }),
        (from, to) => {
          expect(apply(from.join(''), to.join(''))).toBe(to.join(''))
        },
      ),
      { numRuns: 500 },
    ))

  test('a paragraph rewritten from end to end is one change, soon', () => {
    const words = (front: string) => Array.from({ length: 3_000 }, (_, n) => `${front}${n}`).join(' ')
    expect(changesToward({ content: [{ kind: 'words', text: words('a') }] }, words('b'))).toHaveLength(1)
  })
})
