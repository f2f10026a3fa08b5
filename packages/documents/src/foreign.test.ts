import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changesIn } from './changes/list.ts'
import { readDocument } from './docx-in/read.ts'
import { placeDocument } from './placing/place.ts'
import { fiveParagraphs } from './testing/five.ts'

/** Our own wording, written by us, two changes tracked in it by Maria, opened and saved by LibreOffice 7.4. */
const saved = readFileSync(new URL('./testing/fixtures/saved-by-libreoffice-7.docx', import.meta.url))

describe('a copy that went through another word processor', () => {
  it('says who changed what, and places it as if nothing had happened between', () => {
    const document = readDocument(saved)
    expect(changesIn(document).map(({ kind, author }) => [kind, author])).toEqual([
      ['replacement', 'Maria'],
      ['replacement', 'Atlantis'],
      ['newParagraph', 'Maria'],
    ])
    const { edits, unplaced, madeOf, comments } = placeDocument(document, fiveParagraphs)
    expect(edits).toMatchObject([
      { kind: 'change', paragraph: 'p2', at: 19, length: 4, wording: 'month' },
      { kind: 'newParagraph', after: 'p5', number: '5', wording: 'Members rest.' },
    ])
    expect([unplaced, madeOf, comments]).toEqual([[], 't1', []])
  })
})
