import { id } from '@gavel/kernel'
import fc from 'fast-check'
import type { Bracket, Content, Draft, Inline, Option, Paragraph } from '../model.ts'

/** White space as the laws of the notation ignore it. */
export const normal = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words that are nothing but words: no sign of the notation, no blank at the edges. */
const plain = fc
  .array(
    fc.constantFrom(
      'members',
      'shall',
      'meet',
      'every',
      'year',
      'подчеркивая',
      'إذ',
      'à',
      '各方',
      '12',
      '(a)',
      '1.5 °C',
      'and/or',
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map(list => list.join(' '))

const sentence = plain.map(text => `W${text}`)

/** A generated content before its brackets have ids: trees of words and options. */
type Tree = string | readonly (readonly Tree[])[]

/** Contents with brackets nested at most `depth` deep. */
const treeOf = (depth: number): fc.Arbitrary<readonly Tree[]> => {
  if (depth === 0) return plain.map(text => [text])
  const bracket = fc.array(treeOf(depth - 1), { minLength: 1, maxLength: 3 })
  return fc
    .tuple(plain, fc.array(fc.tuple(bracket, plain), { maxLength: 2 }))
    .map(([first, rest]) => [first, ...rest.flatMap(([options, text]) => [options, ` ${text}`])])
}

const tree = treeOf(2)

/** Numbers brackets and options as the parser does: in the order in which they open. */
const withIds = (trees: readonly Tree[], count: { brackets: number }): Content =>
  trees.map((one): Inline => {
    if (typeof one === 'string') return { kind: 'words', text: one }
    const number = ++count.brackets
    const options = one.map(
      (content, at): Option => ({
        id: id(`o${number}.${at + 1}`),
        content: withIds(content, count),
        attributions: [],
        ...(at > 0 && { join: 'adjacent' as const }),
      }),
    )
    return { kind: 'bracket', id: id(`b${number}`), options } satisfies Bracket
  })

/** Drafts whose every paragraph is one the notation can say: numbered, at a level, with nested brackets. */
export const drafts: fc.Arbitrary<Draft> = fc
  .array(
    fc.record({
      number: fc.constantFrom('', '1', '2', '39 bis', '3.1ter', '(a)', '(b)(i)', 'Pp1', 'OP7ter'),
      level: fc.nat({ max: 4 }),
      start: sentence,
      rest: tree,
      status: fc.constantFrom(undefined, 'Agreed ad ref', 'Agreed', 'Text under consideration'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map(list => {
    const count = { brackets: 0 }
    const rungs = {
      'Agreed ad ref': 'agreedAdRef',
      Agreed: 'agreed',
      'Text under consideration': 'open',
    } as const
    const paragraphs = list.map(({ number, level, start, rest, status }, at): Paragraph => {
      const [first, ...more] = withIds(rest, count)
      const text = first?.kind === 'words' ? `${start} ${first.text}` : start
      return {
        id: id(`p${at + 1}`),
        number,
        level,
        kind: 'operative',
        content: [{ kind: 'words', text }, ...more],
        ...(status && { status: { text: status, rung: rungs[status as keyof typeof rungs] } }),
      }
    })
    return { paragraphs, footnotes: [] }
  })

/** Pieces real drafts are made of, for putting together sources nobody would write. */
export const pieces = [
  '[',
  ']',
  '[[',
  ']]',
  '][',
  '] [',
  ' / ',
  '{',
  '}',
  '*',
  '**',
  '_',
  '\\[',
  '|',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '\f',
  '\v',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '1. ',
  '2.',
  '12.',
  '(a) ',
  '(i) ',
  '39 bis. ',
  '3.1ter ',
  '[4][2]. ',
  'Pp1 ',
  'Article 3bis',
  '# ',
  '## ',
  '- ',
  '– ',
  'Option 1: ',
  'Option 2: ',
  '**Option 1:** ',
  'ALT 1 ',
  'Option (a)',
  'alt: ',
  ' - A; B delete',
  ' -Group X',
  'EU: ',
  'E: reserve',
  '[Agreed ad ref]',
  ' [Agreed]',
  '(agreed ad ref)',
  '[^1]',
  '[^1]: ',
  '[1]',
  '[1] note',
  '[a](https://a.example/b)',
  '[source]: https://a.example',
  '[x][source]',
  '[A/00/1]',
  '[URL]',
  '[Placeholder: x]',
  '[X]',
  '{note}',
  'Page 1 of 2',
  '- 3 -',
  'word',
  'Word',
  'shall',
  'r*eaffirm*',
  '*[Taking*',
  'اتفاق',
  'обяза-',
  '😀',
  '\ud83d',
  '\u202e',
  '\u0000',
  '［全］',
  '.',
  ',',
  ';',
  ':',
  '0',
  'a',
  'I. ',
  'A. ',
] as const

/** Sources made of those pieces, in any order. */
export const sources: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map(list => list.join(''))
