import type { PrintedText } from '@gavel/text'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../docx-in/read.ts'
import { writeDocx } from '../docx-out/write.ts'
import { withPart } from '../testing/edit.ts'
import { del, ins, moveFrom, moveTo, run, struck } from '../testing/file.ts'
import { fiveParagraphs as text } from '../testing/five.ts'
import { placeDocument } from './place.ts'

const original = (words: string): string => run(words)
/** The file with one stretch of its XML changed, as an editor left it. */
const changed = (...changes: readonly (readonly [from: string, to: string])[]) =>
  readDocument(
    withPart(writeDocx(text), 'word/document.xml', xml =>
      changes.reduce((out, [from, to]) => {
        expect(out).toContain(from)
        return out.replace(from, to)
      }, xml),
    ),
  )
const placed = (...changes: readonly (readonly [from: string, to: string])[]) => {
  const { edits, unplaced } = placeDocument(changed(...changes), text)
  return {
    edits: edits.map(({ source: _, ...edit }) => edit),
    unplaced: unplaced.map(({ source, ...rest }) => ({ ...rest, said: source.deleted ?? source.inserted })),
  }
}
const only = (edit: object) => ({ edits: [edit], unplaced: [] })
const meet = original('Members meet every year.')

describe('a tracked change of a copy', () => {
  it('of plain words is that change, grown to whole words', () => {
    expect(
      placed([
        meet,
        run('Members meet every ') + del('M', struck('year')) + ins('M', run('month')) + run('.'),
      ]),
    ).toEqual(only({ kind: 'change', paragraph: 'p2', at: 19, length: 4, wording: 'month' }))
    expect(placed([meet, run('Member') + del('M', struck('s')) + run(' meet every year.')])).toEqual(
      only({ kind: 'change', paragraph: 'p2', at: 0, length: 7, wording: 'Member' }),
    )
    expect(placed([meet, run('Members meet every year') + ins('M', run(' in spring')) + run('.')])).toEqual(
      only({ kind: 'change', paragraph: 'p2', at: 23, length: 0, wording: ' in spring' }),
    )
    expect(placed([meet, ins('M', run('All ')) + meet])).toEqual(
      only({ kind: 'change', paragraph: 'p2', at: 0, length: 0, wording: 'All ' }),
    )
  })

  it('in place of what somebody proposes is one more option of that bracket', () => {
    expect(
      placed([
        original('recommends strongly'),
        del('M', struck('recommends strongly')) +
          `</w:ins>${ins('M', run('invites'))}<w:ins w:id="77" w:author="Atlantis" w:date="2026-11-20T10:00:00Z">`,
      ]),
    ).toEqual(only({ kind: 'change', paragraph: 'p3', at: 12, length: 1, wording: 'invites' }))
  })

  it('inside what somebody proposes is a change of that option', () => {
    expect(
      placed([
        original('recommends strongly'),
        `${original('recommends strongly')}</w:ins>${ins('M', run(' again'))}<w:ins w:id="77" w:author="Atlantis" w:date="2026-11-20T10:00:00Z">`,
      ]),
    ).toMatchObject({
      edits: [{ kind: 'change', paragraph: 'p3', at: 13, length: 0, wording: ' again' }],
    })
    expect(
      placed([
        original('recommends strongly'),
        `${run('recom')}</w:ins>${ins('M', run('X'))}<w:ins w:id="77" w:author="Atlantis" w:date="2026-11-20T10:00:00Z">${run('mends strongly')}`,
      ]),
    ).toEqual(
      only({ kind: 'change', paragraph: 'p3', within: 'own', at: 0, length: 10, wording: 'recomXmends' }),
    )
  })

  it('of one of the draft’s options is one more option; of a part of it, a change within it', () => {
    const [open, shall, between, should, close] = ['[', 'shall', '][', 'should', ']'].map(original)
    const whole = open! + shall! + between! + should! + close!
    expect(placed([should!, del('M', struck('should')) + ins('M', run('will'))])).toEqual(
      only({ kind: 'change', paragraph: 'p4', at: 8, length: 1, wording: 'will' }),
    )
    expect(placed([whole, del('M', struck('[shall][should]')) + ins('M', run('may'))])).toEqual(
      only({ kind: 'change', paragraph: 'p4', at: 8, length: 1, wording: 'may' }),
    )
    expect(placed([should!, del('M', struck('should'))])).toMatchObject({
      edits: [],
      unplaced: [{ why: 'objection', paragraph: 'p4', option: expect.stringMatching(/^o/), said: 'should' }],
    })
    const across = run('sh') + del('M', struck('all][sho')) + run('uld')
    expect(placed([shall! + between! + should!, across])).toMatchObject({
      edits: [],
      unplaced: [{ why: 'crossesBracket', said: 'all][sho' }],
    })
    expect(placed([open!, del('M', struck('['))])).toMatchObject({
      edits: [],
      unplaced: [{ why: 'printedSign', said: '[' }],
    })
  })

  it('of a number is told as a sign that is printed', () => {
    const number = '<w:r><w:t xml:space="preserve">1.</w:t><w:tab/></w:r>'
    const other = `${del('M', struck('1.')) + ins('M', run('7.'))}<w:r><w:tab/></w:r>`
    expect(placed([number, other])).toMatchObject({
      edits: [],
      unplaced: [{ why: 'printedSign', said: '1.' }],
    })
  })

  it('of the whole paragraph is its deletion, or another wording beside it', () => {
    expect(placed([meet, del('M', struck('Members meet every year.'))])).toEqual(
      only({ kind: 'deletion', paragraph: 'p2' }),
    )
    expect(
      placed([meet, del('M', struck('Members meet every year.')) + ins('M', run('There are no meetings.'))]),
    ).toEqual(only({ kind: 'alternative', paragraph: 'p2', wording: 'There are no meetings.' }))
  })

  it('that brings a paragraph says behind which, with its number and its kind', () => {
    const force = original('This text enters into force.')
    const added = `<w:p><w:pPr><w:rPr>${'<w:ins w:id="5" w:author="M" w:date="2026-11-22T09:00:00Z"/>'}</w:rPr></w:pPr>${ins('M', run('3 bis. Members rest.'))}</w:p>`
    const document = withPart(writeDocx(text), 'word/document.xml', xml => {
      const at = xml.lastIndexOf('<w:p>', xml.indexOf(force))
      return xml.slice(0, at) + added + xml.slice(at)
    })
    const { edits, unplaced } = placeDocument(readDocument(document), text)
    expect(unplaced).toEqual([])
    expect(edits).toMatchObject([
      {
        kind: 'newParagraph',
        after: 'p4',
        number: '3 bis',
        level: 0,
        paragraphKind: 'operative',
        wording: 'Members rest.',
      },
    ])
  })

  it('that moves a paragraph is a move, told by its name or by its words', () => {
    const goes = (wrap: (words: string) => string) => [meet, wrap('Members meet every year.')] as const
    const comes = (wrap: (words: string) => string) => {
      const force = original('This text enters into force.')
      return [
        `${force}`,
        `${force}<w:bookmarkEnd w:id="0"/></w:p><w:p><w:pPr/>${wrap('Members meet every year.')}`,
      ] as const
    }
    const move = only({ kind: 'move', paragraph: 'p2', after: 'p5' })
    expect(
      placed(
        goes(words => del('M', struck(words))),
        comes(words => ins('M', run(words))),
      ),
    ).toEqual(move)
    expect(
      placed(
        goes(words => moveFrom('M', run(words))),
        comes(words => moveTo('M', run(words))),
      ),
    ).toEqual(move)
  })

  it('that parts or joins paragraphs is told', () => {
    const parted = '<w:p><w:pPr><w:rPr><w:ins w:id="5" w:author="M"/></w:rPr></w:pPr>'
    const document = withPart(writeDocx(text), 'word/document.xml', xml => {
      const at = xml.lastIndexOf('<w:p>', xml.indexOf(meet))
      const own = xml
        .slice(at)
        .replace(/<w:p><w:pPr>.*?<\/w:pPr>/, parted)
        .replace(meet, `${run('Members meet ')}</w:p><w:p>${run('every year.')}`)
      return xml.slice(0, at) + own
    })
    expect(placeDocument(readDocument(document), text)).toMatchObject({
      edits: [],
      unplaced: [{ why: 'split', paragraph: 'p2', source: { author: 'M' } }],
    })
  })
})

describe('a copy whose changes were not tracked', () => {
  it('is compared with the text: the words that differ are the change', () => {
    const { edits, unplaced } = placeDocument(changed([meet, run('Members meet every month.')]), text)
    expect(unplaced).toEqual([])
    expect(edits).toMatchObject([
      {
        kind: 'change',
        paragraph: 'p2',
        at: 19,
        length: 4,
        wording: 'month',
        source: { tracked: false, author: '' },
      },
    ])
  })

  it('in which a proposal was accepted or rejected says so, and proposes nothing', () => {
    const settled = withPart(writeDocx(text), 'word/document.xml', xml =>
      xml.replace(/<w:del [^>]*>.*?<\/w:del>/, '').replace(/<w:ins [^>]*>(<w:r>.*?<\/w:r>)<\/w:ins>/, '$1'),
    )
    expect(placeDocument(readDocument(settled), text)).toMatchObject({
      edits: [],
      unplaced: [{ why: 'settledInFile', paragraph: 'p3' }],
    })
  })

  it('that lacks a paragraph says which, and that one more is not the text’s', () => {
    const document = withPart(writeDocx(text), 'word/document.xml', xml => {
      const at = xml.lastIndexOf('<w:p>', xml.indexOf(meet))
      const end = xml.indexOf('</w:p>', at) + 6
      return `${xml.slice(0, at)}<w:p>${run('A stranger.')}</w:p>${xml.slice(end)}`
    })
    expect(placeDocument(readDocument(document), text)).toMatchObject({
      edits: [],
      unplaced: [
        { why: 'unknownParagraph', source: { inserted: 'A stranger.' } },
        { why: 'missing', paragraph: 'p2' },
      ],
    })
  })
})

describe('a copy of an earlier state', () => {
  const later: PrintedText = {
    ...text,
    paragraphs: text.paragraphs.map(one =>
      one.paragraph.id === 'p2'
        ? {
            ...one,
            revision: 9,
            paragraph: { ...one.paragraph, content: [{ kind: 'words', text: 'Members meet twice.' }] },
          }
        : one,
    ),
  }

  it('proposes the whole wording its editor meant where the paragraph has changed since', () => {
    const document = changed([
      meet,
      run('Members meet every ') + del('M', struck('year')) + ins('M', run('month')) + run('.'),
    ])
    expect(placeDocument(document, later)).toMatchObject({
      edits: [{ kind: 'alternative', paragraph: 'p2', wording: 'Members meet every month.' }],
      unplaced: [],
    })
  })

  it('says nothing where nobody changed it', () => {
    expect(placeDocument(readDocument(writeDocx(text)), later)).toMatchObject({ edits: [], unplaced: [] })
  })

  it('says that a paragraph is gone', () => {
    const without = { ...text, paragraphs: text.paragraphs.filter(({ paragraph }) => paragraph.id !== 'p2') }
    const document = changed([meet, meet + ins('M', run(' Twice.'))])
    expect(placeDocument(document, without)).toMatchObject({
      edits: [],
      unplaced: [{ why: 'gone', source: { author: 'M' } }],
    })
  })
})
