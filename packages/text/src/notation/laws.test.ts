import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drafts, normal, sources } from '../testing/drafts.ts'
import { parseDraft } from './parse.ts'
import { printNotation } from './print.ts'

const runs = 300

/** Both laws, for one source. */
const holds = (source: string): void => {
  const { draft } = parseDraft(source)
  const printed = printNotation(draft)
  expect(normal(printed)).toBe(normal(source))
  expect(parseDraft(printed).draft).toEqual(draft)
}

describe('the laws of the notation', () => {
  it('what parses prints back letter for letter, white space apart: sources made of the signs of drafting', () => {
    fc.assert(fc.property(sources, holds), { numRuns: 4 * runs })
  })

  it('… any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), holds), { numRuns: runs })
    fc.assert(fc.property(fc.string({ maxLength: 60 }), holds), { numRuns: runs })
  })

  it('what is printed parses back to an equal draft', () => {
    fc.assert(
      fc.property(drafts, draft => {
        const read = parseDraft(printNotation(draft)).draft
        const kindless = read.paragraphs.map(paragraph => ({ ...paragraph, kind: 'operative' }))
        expect({ ...read, paragraphs: kindless }).toEqual(draft)
      }),
      { numRuns: runs },
    )
  })

  it('… also after a few characters were struck out or put in', () => {
    const mutated = fc
      .tuple(drafts, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), sources), { maxLength: 4 }))
      .map(([draft, changes]) => {
        let text = printNotation(draft)
        for (const [place, length, insert] of changes) {
          const at = place % (text.length + 1)
          text = text.slice(0, at) + insert + text.slice(at + length)
        }
        return text
      })
    fc.assert(fc.property(mutated, holds), { numRuns: 2 * runs })
  })

  it('ids are the same for the same source, and carry the prefix they are given', () => {
    fc.assert(
      fc.property(sources, source => {
        expect(parseDraft(source)).toEqual(parseDraft(source))
        const { draft } = parseDraft(source, { idPrefix: 'x-' })
        for (const { id } of draft.paragraphs) expect(id).toMatch(/^x-p\d+$/)
      }),
      { numRuns: runs / 3 },
    )
  })
})
