/** A bracketed draft read and printed back: once, ten times and a hundred times the Paris draft of 23 October 2015. */
import { readFileSync } from 'node:fs'
import { type Draft, decodeUtf8, parseDraft, printNotation } from '@gavel/text'
import { interleaved, type Options, type Report, ratio, row, within } from './measure.ts'

const paris = '../shared/samples/unfccc-paris-draft-2015-10-23.txt'

/** The draft itself where it lies beside the repository; else a generated one of its length and kind of brackets. */
const source = (): { readonly text: string; readonly what: string } => {
  try {
    const decoded = decodeUtf8(readFileSync(paris))
    if (decoded.kind === 'text') return { text: decoded.text, what: 'the Paris draft of 23 October 2015' }
  } catch {}
  return { text: generated(120_000), what: 'a generated draft (../shared/samples is not there)' }
}

const openings = ['Each member', 'The secretariat', 'All members', 'A member that so wishes']
const verbs = ['[shall][should][other]', '[will] [may]', 'is invited to', '[shall [regularly] / should]']
const rests = [
  'report on the use of the corridor [, including [its costs] and delays,] every [two][three] years',
  'share data with the others [in accordance with national law - A; B delete] and keep them for [X] years',
  'support those [in need][that ask for it] with [new [and additional]] means',
]

/** Headings, options over paragraphs, nested lists and brackets, in the proportions of the real draft. */
const generated = (length: number): string => {
  const out: string[] = []
  let size = 0
  for (let n = 0; size < length; n++) {
    const words = `${openings[n % 4]} ${verbs[(n >> 1) % 4]} ${rests[n % 3]}, as set out in paragraph ${n % 20} above.`
    const shapes = [
      `## Article ${n / 8}bis *(purpose)*`,
      `${n % 8}. [${words}]`,
      `    **Option ${n % 3}:** ${words}`,
    ]
    const text = n % 8 === 0 ? shapes[0]! : n % 3 === 0 ? shapes[2]! : shapes[1]!
    out.push(text)
    size += text.length + 2
  }
  return out.join('\n\n')
}

const white = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const run = async ({ runs, small, say }: Options): Promise<Report> => {
  const { text, what } = source()
  const times = small ? [1, 10] : [1, 10, 100]
  say(`reading and printing ${what}`)
  const sources = times.map(count => Array.from({ length: count }, () => text).join('\n\n'))
  const there = (from: string): { draft: Draft; printed: string } => {
    const { draft } = parseDraft(from)
    return { draft, printed: printNotation(draft) }
  }
  for (const from of sources.slice(0, 2))
    if (white(there(from).printed) !== white(from)) throw new Error('what was read did not print back')
  const timed = await interleaved(
    times.map((count, at) => ({ name: `${count}×`, run: () => printedLength(there(sources[at]!)) })),
    runs,
  )
  const rows = timed.map((each, at) => row(each, { characters: sources[at]!.length }))
  const perCharacter = rows.map(({ median }, at) => median / sources[at]!.length)
  const [, tenth = 0, hundredth = tenth] = perCharacter
  const claim = `cost of a character at ${times.at(-2)}× against ${times.at(-1)}× (1 is linear)`
  const linear = ratio(claim, (times.length > 2 ? tenth : perCharacter[0]!) / hundredth, 0.5)
  return {
    title: 'Reading a bracketed draft and printing it back',
    work: `${what}, ${text.length} characters, to the model with every defect's place, and back to the notation`,
    rows,
    ratios: small ? [linear] : [within(rows.at(-1)!, 2_000), linear],
    notes: ['One process, one thread of JavaScript; no peer reads this notation.'],
  }
}

/** Only what must be kept of a run: the rest is free to go before the next. */
const printedLength = ({ printed }: { readonly printed: string }): number => printed.length
