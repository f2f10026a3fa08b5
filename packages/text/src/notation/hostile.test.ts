import { describe, expect, it } from 'vitest'
import { checkText } from '../check.ts'
import { draftFormats, printDraft } from '../formats/print.ts'
import { normal } from '../testing/drafts.ts'
import { parseDraft } from './parse.ts'
import { printNotation } from './print.ts'

const many = 60_000

/** Sources nobody drafts, long enough that a step which looks back over them would never end. */
const hostile: Readonly<Record<string, string>> = {
  'opening brackets': '['.repeat(many),
  'closing brackets': ']'.repeat(many),
  'empty brackets': '[]'.repeat(many),
  'brackets nested sixty deep': `${'[a '.repeat(60)}${']'.repeat(60)}`.repeat(many / 240),
  'opened braces': '{'.repeat(many),
  'stars in words': 'a*'.repeat(many),
  'opened emphasis across brackets': '*['.repeat(many / 2),
  'options on lines of their own': `[Option 1: a${'\nOption 2: b'.repeat(many / 10)}`,
  'options on one line': `[${'Option 1: a '.repeat(many / 10)}]`,
  slashes: `[${'a / '.repeat(many / 4)}b]`,
  attributions: `[x - ${'A, B; '.repeat(many / 6)}]`,
  dashes: `[${'a - B '.repeat(many / 6)}]`,
  numbers: '1. '.repeat(many),
  'numbered lines, all alike': '1. a\n'.repeat(many),
  'Latin tails': `1${' bis'.repeat(many)}`,
  'links without end': '[a](https://x'.repeat(many / 10),
  'footnote marks without footnotes': '[^1]'.repeat(many),
  'brackets over paragraphs': `${'[a\n\n'.repeat(many / 20)}${'b]\n\n'.repeat(many / 20)}`,
  'page numbers': 'Page 1 of 2\n'.repeat(many / 10),
  'line ends': '\r\n\f\t'.repeat(many / 4),
  'half characters': '\ud800'.repeat(many),
  overrides: '\u202e['.repeat(many / 2),
  'one long word': `${'a'.repeat(many)}- b`,
}

describe('hostile sources', () => {
  it.each(Object.entries(hostile))('%s: kept, reported, printed in every format', (_, source) => {
    const { draft } = parseDraft(source)
    expect(normal(printNotation(draft)) === normal(source)).toBe(true)
    for (const format of draftFormats) printDraft(draft, format)
    expect(checkText(source).plainCount.open).toBe(source.split('[').length - 1)
  })
})
