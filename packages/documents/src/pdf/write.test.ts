import { inflateSync } from 'node:zlib'
import { type Paper, parseDraft } from '@gavel/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentFault } from '../fault.ts'
import { paperData } from './data.ts'
import { writePdf } from './write.ts'

const paper = (source: string, more: Partial<Paper> = {}): Paper => ({
  title: 'On calm',
  language: 'en',
  fictional: false,
  blocks: [{ kind: 'draft', draft: parseDraft(source).draft }],
  ...more,
})

/** What fonts map back to characters: the words of a PDF, as far as a test needs them. */
const charactersIn = (pdf: Uint8Array): ReadonlySet<string> => {
  const bytes = Buffer.from(pdf)
  const found = new Set<string>()
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const from = bytes[at + 6] === 0x0d ? at + 8 : at + 7
    try {
      const text = inflateSync(bytes.subarray(from)).toString('latin1')
      if (!text.includes('beginbfchar') && !text.includes('beginbfrange')) continue
      for (const [, code] of text.matchAll(/<[0-9A-Fa-f]{4}> <([0-9A-Fa-f]{4,})>/g))
        for (const [unit] of code!.matchAll(/.{4}/g))
          found.add(String.fromCharCode(Number.parseInt(unit, 16)))
    } catch {
      // No stream of its own, or the end of one.
    }
  }
  return found
}

describe('a paper as PDF', () => {
  it('is PDF/A in its language, with every script the fonts that come with us have', async () => {
    const pdf = await writePdf(
      paper('1. Members [shall][должны] meet.\n\n2. إذ تؤكد الدول الأعضاء گچپژ\n\n3. ə ş ğ ı Ӣ Қ ҳ Ελλάδα'),
    )
    const head = Buffer.from(pdf).toString('latin1')
    expect(head.startsWith('%PDF-1.7')).toBe(true)
    expect(head).toContain('/Lang (en)')
    expect(head).toContain('pdfaid:part')
    const shown = charactersIn(pdf)
    for (const sign of 'shalдолжныəşҚΕ') expect([sign, shown.has(sign)]).toEqual([sign, true])
    expect([...shown].some(sign => /\p{sc=Arabic}/u.test(sign))).toBe(true)
  })

  it('is the same bytes for the same paper', async () => {
    const one = paper('1. Members meet[^1].\n\n[^1]: Twice.')
    expect(Buffer.from(await writePdf(one)).equals(Buffer.from(await writePdf(one)))).toBe(true)
  })

  it('is refused with the characters no font shows, and prints none of them as a box', async () => {
    const told = await writePdf(paper('1. Members \u{10fffd} meet.')).catch(error => error)
    expect(told).toBeInstanceOf(DocumentFault)
    expect(told).toMatchObject({ code: 'unprintable', message: expect.stringContaining('\u{10fffd}') })
  })

  it('takes nothing in its words for a command', async () => {
    const hostile = '#panic("x") $x$ `raw` @ref <label> \\ #read("/etc/passwd") = no heading\u0007\u202e'
    const pdf = await writePdf(
      paper(`1. ${hostile}`, { title: hostile, symbol: hostile, about: hostile, fictional: true }),
    )
    expect(pdf.length).toBeGreaterThan(1_000)
    const data = paperData(paper(`1. ${hostile}`))
    expect([data.includes('\u202e'), data.includes('\u0007')]).toEqual([false, false])
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[#$@*_`<>\\[\]{}()"=+/a-z0-9 -]{0,60}$/), async words => {
        const blocks = [
          { kind: 'heading', level: 2, text: words },
          { kind: 'line', text: words },
          { kind: 'quote', text: `${words}\n${words}` },
          { kind: 'list', items: [words, ''] },
          { kind: 'facts', rows: [[words, words]] },
          { kind: 'draft', draft: parseDraft(words).draft },
        ] as const
        expect((await writePdf(paper('', { title: words, blocks }))).length).toBeGreaterThan(500)
      }),
      { numRuns: 40 },
    )
  })
})
