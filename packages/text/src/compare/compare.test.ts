import { type BracketId, id, type OptionId, type ParagraphId } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Content, Draft } from '../model.ts'
import { applied, compareTexts, reversed } from './compare.ts'
import { edited, editsBetween, fragmentsBetween, textAfter, textBefore } from './fragments.ts'
import { type PlainParagraph, paragraphsOf } from './paragraph.ts'
import { unitsOf } from './words.ts'

const words = [
  'the',
  'Parties',
  'shall',
  'should',
  'may',
  'co-operate',
  'on',
  'water',
  'Сторона',
  '条約',
  'المادة',
  '1.5',
  '.',
  ',',
  '  ',
  '\u00a0',
  'e\u0301',
  '🌊',
  'the',
]
const text = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme' })), { maxLength: 14 })
  .map(parts => parts.join(' '))
const paragraph: fc.Arbitrary<PlainParagraph> = fc.record(
  { id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), number: fc.constantFrom('1', '2 bis'), text },
  { requiredKeys: ['text'] },
)
const version = fc.array(paragraph, { maxLength: 12 })
/** A later version made from an earlier one: paragraphs dropped, repeated, moved, edited, newly written. */
const versions = fc
  .tuple(
    version,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('take', 'edit', 'new'), paragraph), { maxLength: 14 }),
  )
  .map(([before, picks]) => {
    const after = picks.map(([at, how, fresh]) => {
      const source = before[at % Math.max(1, before.length)]
      if (source === undefined || how === 'new') return fresh
      return how === 'take' ? source : { ...source, text: `${source.text} ${fresh.text}` }
    })
    return [before, after] as const
  })

const plainly = (...texts: string[]): PlainParagraph[] => texts.map(each => ({ text: each }))
const kinds = (before: PlainParagraph[], after: PlainParagraph[]): string[] =>
  compareTexts(before, after).changes.map(change => change.kind)

const river = 'The Parties shall cooperate in the equitable use of the waters of the river.'
const data = 'Each Party shall publish its hydrological data once a year, in an open format.'
const council = 'The Council meets at least twice a year and adopts its own rules of procedure.'

describe('comparison of two versions: laws', () => {
  it('applied to the earlier version gives the later, exactly', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        expect(applied(before, compareTexts(before, after))).toEqual(after)
      }),
      { numRuns: 500 },
    )
  })
  it('reversed and applied to the later version gives the earlier; reversed twice is itself', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const comparison = compareTexts(before, after)
        expect(applied(after, reversed(comparison))).toEqual(before)
        expect(reversed(reversed(comparison))).toEqual(comparison)
      }),
      { numRuns: 500 },
    )
  })
  it('tells every paragraph of both versions once, each version in its order', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const { changes } = compareTexts(before, after)
        const from = changes.flatMap(c => (c.kind === 'inserted' || c.kind === 'moved' ? [] : [c.from.at]))
        const to = changes.flatMap(c => (c.kind === 'deleted' || c.kind === 'left' ? [] : [c.to.at]))
        expect(from).toEqual([...before.keys()])
        expect(to).toEqual([...after.keys()])
      }),
    )
  })
  it('keeps everything of a version compared with itself', () => {
    fc.assert(
      fc.property(version, same => {
        expect(compareTexts(same, same).changes.every(change => change.kind === 'kept')).toBe(true)
      }),
    )
  })
  it('fragments make up both texts letter for letter and no two neighbours are of one kind', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const fragments = fragmentsBetween(a, b)
        expect(textBefore(fragments)).toBe(a)
        expect(textAfter(fragments)).toBe(b)
        expect(edited(a, editsBetween(a, b))).toBe(b)
        expect(fragments.every((each, at) => each.text !== '' && each.kind !== fragments[at + 1]?.kind)).toBe(
          true,
        )
      }),
      { numRuns: 1000 },
    )
  })
  it('never breaks a word', () => {
    const wordy = fc
      .array(fc.constantFrom(...words.filter(word => word.trim() !== '')))
      .map(list => list.join(' '))
    fc.assert(
      fc.property(wordy, wordy, (a, b) => {
        const cuts = new Set(unitsOf(a).starts)
        const ends = new Set(unitsOf(a).ends)
        for (const { from, to } of editsBetween(a, b))
          for (const at of [from, to]) expect(at === a.length || cuts.has(at) || ends.has(at)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
  it('is not applied to another text', () => {
    const comparison = compareTexts(plainly(river, data), plainly(river))
    expect(applied(plainly(river, council), comparison)).toEqual({ conflict: 'comparedToOther', at: 1 })
    expect(applied(plainly(river, data, council), comparison)).toEqual({ conflict: 'comparedToOther', at: 2 })
  })
})

describe('what became of a paragraph', () => {
  it('kept, edited, deleted, inserted', () => {
    expect(kinds(plainly(river, data), plainly(river.replace('shall', 'should'), council))).toEqual([
      'edited',
      'deleted',
      'inserted',
    ])
    expect(kinds([], plainly(river))).toEqual(['inserted'])
    expect(kinds(plainly(river), [])).toEqual(['deleted'])
    expect(kinds([], [])).toEqual([])
  })
  it('moved, and moved with other words, is recognised and leaves a mark', () => {
    const filler = plainly('One short rule.', 'Another rule stands here.', 'A third one follows it.')
    expect(kinds([...plainly(river), ...filler], [...filler, ...plainly(river)])).toEqual([
      'left',
      'kept',
      'kept',
      'kept',
      'moved',
    ])
    const other = river.replace('equitable', 'equitable and reasonable')
    const { changes } = compareTexts([...plainly(river), ...filler], [...filler, ...plainly(other)])
    expect(changes.at(-1)).toMatchObject({ kind: 'moved', from: { at: 0 }, to: { at: 3 } })
    expect(changes.at(-1)).toMatchObject({
      fragments: [{ kind: 'same' }, { kind: 'inserted', text: 'and reasonable ' }, { kind: 'same' }],
    })
  })
  it('ids decide identity whatever the words', () => {
    const before = [
      { id: 'p1', text: river },
      { id: 'p2', text: data },
    ]
    expect(
      kinds(before, [
        { id: 'p1', text: council },
        { id: 'p2', text: data },
      ]),
    ).toEqual(['edited', 'kept'])
    expect(
      kinds(before, [
        { id: 'p1', text: river },
        { id: 'p9', text: data },
      ]),
    ).toEqual(['kept', 'deleted', 'inserted'])
  })
  it('a number that changed is no change of words', () => {
    const { changes } = compareTexts([{ number: '39 bis', text: river }], [{ number: '41', text: river }])
    expect(changes).toEqual([
      { kind: 'kept', from: { at: 0, number: '39 bis' }, to: { at: 0, number: '41' }, text: river },
    ])
  })
  it('a paragraph cut in two, and two made one, are told as such', () => {
    const cut = compareTexts(plainly(`${river} ${data}`, council), plainly(river, data, council))
    expect(cut.changes.find(change => change.kind === 'inserted')).toMatchObject({ splitFrom: 0 })
    const joined = compareTexts(plainly(river, data, council), plainly(`${river} ${data}`, council))
    expect(joined.changes.find(change => change.kind === 'deleted')).toMatchObject({ mergedInto: 0 })
  })
})

describe('words as units', () => {
  const changed = (a: string, b: string): string[] =>
    fragmentsBetween(a, b)
      .filter(each => each.kind !== 'same')
      .map(each => `${each.kind[0]}:${each.text.trim()}`)
  it('replaces whole words in Latin, Cyrillic, Arabic and Chinese', () => {
    expect(changed('The Party shall act.', 'The Party should act.')).toEqual(['d:shall', 'i:should'])
    expect(changed('Стороны должны сотрудничать', 'Стороны могут сотрудничать')).toEqual([
      'd:должны',
      'i:могут',
    ])
    expect(changed('تتعاون الأطراف في المياه', 'تتعاون الدول في المياه')).toEqual(['d:الأطراف', 'i:الدول'])
    expect(changed('各缔约方应当合作', '各缔约方可以合作')).toEqual(['d:应当', 'i:可以'])
    expect(changed('limit it to 1.5 degrees', 'limit it to 1.7 degrees')).toEqual(['d:1.5', 'i:1.7'])
    expect(changed('a long-term goal', 'a long-lasting goal')).toEqual(['d:long-term', 'i:long-lasting'])
  })
  it('white space alone is a change of white space alone', () => {
    expect(changed('agreed  text', 'agreed text')).toHaveLength(2)
    expect(textAfter(fragmentsBetween('agreed  text', 'agreed text'))).toBe('agreed text')
  })
})

describe('texts that have nothing in common', () => {
  it('stay bounded and exact', () => {
    const many = (seed: number, count: number): string =>
      Array.from({ length: count }, (_, at) => `w${(at * 7919 + seed * 104_729) % 65_521}`).join(' ')
    const [a, b] = [many(1, 40_000), many(2, 40_000)]
    expect(edited(a, editsBetween(a, b))).toBe(b)
    const before = Array.from({ length: 1500 }, (_, at) => ({ text: many(at, 12) }))
    const after = Array.from({ length: 1500 }, (_, at) => ({ text: many(at + 5000, 12) }))
    expect(applied(before, compareTexts(before, after))).toEqual(after)
    const same = Array.from({ length: 3000 }, (_, at) => ({ text: at % 2 === 0 ? '' : '[Reserved]' }))
    expect(applied(same, compareTexts(same, same.slice(700)))).toEqual(same.slice(700))
  })
})

describe('a draft as plain paragraphs', () => {
  it('prints words, brackets and what was said of them', () => {
    const content: Content = [
      { kind: 'words', text: 'Parties ' },
      {
        kind: 'bracket',
        id: id<BracketId>('b1'),
        options: [
          { id: id<OptionId>('o1'), content: [{ kind: 'words', text: 'shall' }], attributions: [] },
          {
            id: id<OptionId>('o2'),
            content: [{ kind: 'words', text: 'should' }],
            attributions: [{ parties: ['A'], verb: 'proposes', text: 'A' }],
          },
        ],
      },
      { kind: 'noteMark', mark: '1', text: '[^1]' },
    ]
    const draft: Draft = {
      paragraphs: [{ id: id<ParagraphId>('p1'), number: '3', level: 0, kind: 'operative', content }],
      footnotes: [],
    }
    expect(paragraphsOf(draft)).toEqual([{ id: 'p1', number: '3', text: 'Parties [shall][should - A][^1]' }])
  })
})
