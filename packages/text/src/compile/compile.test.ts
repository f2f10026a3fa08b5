import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeBracket } from '../content.ts'
import { printContent } from '../notation/print.ts'
import { type BaseParagraph, baseOf } from './base.ts'
import { textProposedBy, wordsChosenBy } from './choose.ts'
import { type Compilation, compilationOf, compile } from './compile.ts'
import type { Submission } from './proposals.ts'
import { startCompilation, withoutSubmission, withSubmission } from './state.ts'
import { readLines } from './version.ts'

const river = 'The Parties shall cooperate in the equitable use of the waters of the river.'
const data = 'Each Party shall publish its hydrological data once a year, in an open format.'
const council = 'The Council meets at least twice a year and adopts its own rules of procedure.'
const base: BaseParagraph[] = [
  { id: 'p1', number: '1', text: river },
  { id: 'p2', number: '2', text: data },
  { id: 'p3', number: '3', text: council },
]
const version = (delegation: string, ...texts: string[]): Submission => ({
  delegation,
  paragraphs: texts.map(text => ({ text })),
})
const printed = (compilation: Compilation): string[] =>
  compilation.draft.paragraphs.map(paragraph => printContent(paragraph.content))

const word = fc.constantFrom(
  'the',
  'Parties',
  'shall',
  'may',
  'on',
  'water,',
  '.',
  ' ',
  '',
  '条約',
  'Сторона',
  '(a)',
)
const text = fc.array(word, { maxLength: 9 }).map(parts => parts.join(' '))
const names = ['A', 'B', 'C', 'D', 'E']
/** Versions made from the base by dropping, repeating, moving and editing its paragraphs and writing new ones. */
const versionOf = (paragraphs: readonly BaseParagraph[]) =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom('take', 'edit', 'edit', 'new'), text, fc.nat({ max: 9 })), {
      maxLength: 8,
    })
    .map(picks =>
      picks.map(([at, how, fresh, cut]) => {
        const source = paragraphs[at % Math.max(1, paragraphs.length)]
        if (source === undefined || how === 'new') return { text: fresh }
        if (how === 'take') return { text: source.text }
        const parts = source.text.split(' ')
        return { text: parts.toSpliced(cut, 2, ...fresh.split(' ').slice(0, 2)).join(' ') }
      }),
    )
const negotiation = fc
  .array(text, { maxLength: 6 })
  .map(texts => texts.map((each, at) => (at % 3 === 2 ? { text: each } : { id: `p${at}`, text: each })))
  .chain(paragraphs =>
    fc.tuple(
      fc.constant(paragraphs),
      fc
        .tuple(...names.map(() => versionOf(paragraphs)))
        .map(versions =>
          versions.map((each, at): Submission => ({ delegation: names[at]!, paragraphs: each })),
        ),
    ),
  )
const textsOf = (submission: Submission): string[] =>
  'paragraphs' in submission ? submission.paragraphs.map(each => each.text) : []

describe('compilation: laws', () => {
  it('gives every submission back, and the base, by choosing its options', () => {
    fc.assert(
      fc.property(negotiation, ([paragraphs, submissions]) => {
        const { draft } = compile(paragraphs, submissions)
        for (const each of submissions) expect(textProposedBy(draft, each.delegation)).toEqual(textsOf(each))
        expect(textProposedBy(draft, 'nobody')).toEqual(paragraphs.map(each => each.text))
      }),
      { numRuns: 250 },
    )
  })
  it('closing bracket after bracket by `closeBracket` gives the same words', () => {
    fc.assert(
      fc.property(negotiation, ([paragraphs, submissions]) => {
        for (const { content } of compile(paragraphs, submissions).draft.paragraphs)
          for (const { id, options } of content.filter(inline => inline.kind === 'bracket'))
            for (const option of options) {
              const one = content.filter(inline => inline.kind !== 'bracket' || inline.id === id)
              const name = option.attributions.find(each => each.verb === 'proposes')?.parties[0]
              if (name === undefined || option.content.some(inline => inline.kind === 'bracket')) continue
              expect(wordsChosenBy(one, name)).toBe(printContent(closeBracket(one, id, option.id)))
            }
      }),
    )
  })
  it('one by one is the same as all at once, and taking one out the same as never having had it', () => {
    fc.assert(
      fc.property(negotiation, fc.nat({ max: 4 }), ([paragraphs, submissions], at) => {
        let state = startCompilation(paragraphs)
        for (const each of submissions) {
          state = withSubmission(state, each)
          compilationOf(state)
        }
        expect(compilationOf(state)).toEqual(compile(paragraphs, submissions))
        const without = compilationOf(withoutSubmission(state, names[at]!))
        expect(without).toEqual(compile(paragraphs, submissions.toSpliced(at, 1)))
      }),
      { numRuns: 100 },
    )
  })
  it('a version read beside the base is the same as one cut at every line end', () => {
    const line = fc.constantFrom('', 'a', 'b', 'a\u00a0b', 'c c', '[Reserved]', 'd', 'e\nf')
    const lines = fc.array(line, { maxLength: 50 })
    fc.assert(
      fc.property(lines, lines, fc.constantFrom('', '\n'), fc.nat(), (before, other, last, cut) => {
        const base = baseOf(before.map(text => ({ text })))
        const near = before.toSpliced(cut % (before.length + 1), 2, ...other.slice(0, 3))
        for (const version of [before, other, near, before.slice(cut % 9)]) {
          const text = version.join('\n') + last
          const cuts = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
          expect(readLines(base, text)).toEqual(text === '' ? [] : cuts.map(each => ({ text: each })))
        }
      }),
      { numRuns: 300 },
    )
    const text = [river, council].join('\n')
    expect(compile(base, [{ delegation: 'A', text }])).toEqual(compile(base, [version('A', river, council)]))
  })
  it('no two paragraphs, brackets or options have one id', () => {
    fc.assert(
      fc.property(negotiation, ([paragraphs, submissions]) => {
        const { draft } = compile(paragraphs, submissions)
        const ids = JSON.stringify(draft).match(/"id":"[^"]*"/g) ?? []
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
  it('a second submission of a delegation takes the place of its first', () => {
    const first = version('A', river, data)
    const second = version('A', river, data.replace('once', 'twice'), council)
    const state = withSubmission(withSubmission(startCompilation(base), first), second)
    expect(compilationOf(state)).toEqual(compile(base, [second]))
    expect(withoutSubmission(state, 'nobody')).toBe(state)
  })
})

describe('small changes', () => {
  it('stand in brackets round the words, with their proposers; identical ones are joined', () => {
    const compilation = compile(base, [
      version('A', river.replace('shall', 'should'), data, council),
      version(
        'B',
        river.replace('shall', 'should').replace('equitable', 'equitable and reasonable'),
        data,
        council,
      ),
      version('C', river.replace('shall', 'may'), data.replace(' once a year,', ''), council),
    ])
    expect(printed(compilation)).toEqual([
      'The Parties [shall][should - A, B][may - C] cooperate in the equitable [and reasonable - B] use of the waters of the river.',
      'Each Party shall publish its hydrological data [once a year, - C delete] in an open format.',
      council,
    ])
    expect(compilation.paragraphs[0]?.wordings.map(each => each.by)).toEqual([['A'], ['B'], ['C']])
  })
  it('that overlap share a bracket', () => {
    const [line] = printed(
      compile(base, [
        version('A', river.replace('equitable use', 'fair use'), data, council),
        version('B', river.replace('equitable use', 'just sharing'), data, council),
      ]),
    )
    expect(line).toBe(
      'The Parties shall cooperate in the [equitable use][fair use - A][just sharing - B] of the waters of the river.',
    )
  })
  it('that overlap in half of the paragraph stand as whole wordings', () => {
    const mine = 'The Parties undertake to share all waters of the river.'
    const theirs =
      'The Parties shall cooperate without prejudice to sovereignty over any of the waters of the river.'
    const compilation = compile(base, [
      { delegation: 'A', changes: [{ kind: 'reword', paragraph: 'p1', text: mine }] },
      { delegation: 'B', changes: [{ kind: 'reword', paragraph: 'p1', text: theirs }] },
    ])
    expect(printed(compilation)[0]).toBe(`[${river}][${mine} - A][${theirs} - B]`)
  })
})

describe('whole paragraphs', () => {
  it('inserted, deleted and moved are told with their proposers', () => {
    const fresh = 'An annex lists the gauging stations.'
    const compilation = compile(base, [
      version('A', river, data, fresh, council),
      version('B', river, data, fresh, council),
      version('C', river, data),
      version('D', data, council, river),
    ])
    expect(printed(compilation)).toEqual([
      `[${river} - D request moving it after 3]`,
      data,
      `[${fresh} - A, B]`,
      `[${council} - C delete]`,
      `[${river} - D]`,
    ])
    expect(compilation.paragraphs[0]?.moves).toEqual([{ after: 'p3', by: ['D'] }])
    expect(compilation.paragraphs[1]?.insertedAfter).toEqual([
      { paragraphs: [{ text: fresh }], by: ['A', 'B'] },
    ])
    expect(compilation.paragraphs[2]?.deletedBy).toEqual(['C'])
  })
  it('deltas say the same as whole versions', () => {
    const fresh = 'An annex lists the gauging stations.'
    const whole: Submission = {
      delegation: 'A',
      paragraphs: [
        { id: 'p2', text: data },
        { text: fresh },
        { id: 'p3', text: council },
        { id: 'p1', number: '1', text: `${river} Always.` },
      ],
    }
    const deltas: Submission = {
      delegation: 'A',
      changes: [
        { kind: 'insert', after: 'p2', paragraphs: [{ text: fresh }] },
        { kind: 'move', paragraph: 'p1', after: 'p3', text: `${river} Always.` },
        { kind: 'delete', paragraph: 'p4' },
      ],
    }
    const four = [...base, { id: 'p4', text: 'This article needs no ratification.' }]
    expect(compile(four, [deltas])).toEqual(compile(four, [whole]))
  })
  it('a change to a paragraph the base does not have is an error of the caller', () => {
    const stray: Submission = { delegation: 'A', changes: [{ kind: 'delete', paragraph: 'p9' }] }
    expect(() => compile(base, [stray])).toThrow(RangeError)
  })
})
