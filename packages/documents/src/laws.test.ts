import type { PrintedText, WhoSays } from '@gavel/text'
import { type Content, printContent, printPlain } from '@gavel/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftFromDocument } from './changes/draft.ts'
import { changesIn } from './changes/list.ts'
import { linesIn } from './changes/views.ts'
import { readDocument } from './docx-in/read.ts'
import { writeDocx } from './docx-out/write.ts'
import { DocumentFault } from './fault.ts'
import { placeDocument } from './placing/place.ts'
import { edit, type TrackedEdit, unescaped, withPart } from './testing/edit.ts'
import { plainTexts, texts } from './testing/texts.ts'

const normal = (text: string): string => text.replace(/\s+/g, ' ').trim()

const edits: fc.Arbitrary<readonly TrackedEdit[]> = fc.array(
  fc.record({
    run: fc.nat({ max: 60 }),
    at: fc.nat({ max: 30 }),
    length: fc.nat({ max: 12 }),
    put: fc.constantFrom('', ' quickly', 'never ', 'x', 'слово', 'سلام '),
  }),
  { minLength: 1, maxLength: 4 },
)

/** What would stand if nothing had been proposed, or if every proposal were taken: the law of the representation. */
const viewOf = (content: Content, options: PrintedText['options'], view: 'before' | 'after'): string =>
  content
    .map(inline => {
      if (inline.kind !== 'bracket') return printContent([inline])
      const from = (id: string): WhoSays['from'] => options.get(id)?.from ?? 'laid'
      const proposed = inline.options.filter(
        ({ id, content: own }) => typeof from(id) !== 'string' && own.length > 0,
      )
      const base = inline.options.find(({ id }) => from(id) === 'base')
      if (base !== undefined) {
        if (view === 'before') return viewOf(base.content, options, view)
        const wordings = proposed.map(option => viewOf(option.content, options, view))
        return wordings.length === 1 ? wordings[0]! : wordings.map(words => `[${words}]`).join('')
      }
      const shown = view === 'after' ? inline.options : inline.options.filter(({ id }) => from(id) === 'laid')
      if (shown.length === 0) return ''
      const joins = { adjacent: '][', spaced: '] [', slash: ' / ', labelled: ' ' }
      return `[${shown.map((option, at) => (at === 0 ? '' : joins[option.join ?? 'adjacent']) + viewOf(option.content, options, view)).join('')}]`
    })
    .join('')

describe('a text as DOCX', () => {
  it('in which nothing is proposed reads back as the same wording', () => {
    fc.assert(
      fc.property(plainTexts, text => {
        const document = readDocument(writeDocx(text))
        const draft = {
          paragraphs: text.paragraphs.map(({ paragraph }) => paragraph),
          footnotes: text.footnotes,
        }
        const read = draftFromDocument(document, () => undefined)
        expect(normal(printPlain(read.draft))).toBe(normal(printPlain(draft)))
        expect(changesIn(document)).toEqual([])
        expect(placeDocument(document, text)).toMatchObject({ edits: [], unplaced: [] })
      }),
      { numRuns: 60 },
    )
  })

  it('is the text before proposals when everything is rejected, the proposals when everything is accepted', () => {
    fc.assert(
      fc.property(texts, text => {
        const { body } = readDocument(writeDocx(text))
        const lines = (view: 'before' | 'after') => linesIn(body.paragraphs, view).slice(1).map(normal)
        const expected = (view: 'before' | 'after') =>
          text.paragraphs
            .filter(({ whole, deletion }) =>
              view === 'before' ? whole === undefined : deletion === undefined,
            )
            .map(({ paragraph: { number, content, status } }) => ({
              words: viewOf(content, text.options, view),
              number,
              status: status === undefined ? '' : ` [${status.text}]`,
            }))
        const strip = (line: string): string => line.replace(/\s/g, '')
        const wanted = expected('before')
        expect(lines('before').length).toBe(wanted.length)
        for (const view of ['before', 'after'] as const)
          for (const [at, { words, status }] of expected(view).entries())
            expect(strip(lines(view)[at]!).endsWith(strip(words + status))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same bytes for the same text', () => {
    fc.assert(
      fc.property(texts, text => Buffer.from(writeDocx(text)).equals(Buffer.from(writeDocx(text)))),
      { numRuns: 30 },
    )
  })

  it('that comes back untouched asks for nothing', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(placeDocument(readDocument(writeDocx(text)), text)).toMatchObject({ edits: [], unplaced: [] })
      }),
      { numRuns: 60 },
    )
  })

  it('that comes back with tracked changes loses none of their words', () => {
    fc.assert(
      fc.property(texts, edits, (text, made) => {
        const { file, struck, put } = edit(writeDocx(text), made)
        const placed = placeDocument(readDocument(file), text)
        const told = [...placed.edits, ...placed.unplaced].map(({ source }) => source)
        const letters = (list: readonly (string | undefined)[]): string =>
          [...list.map(words => words ?? '').join('')].sort().join('')
        expect(letters(told.map(({ deleted }) => deleted))).toBe(letters([struck]))
        expect(letters(told.map(({ inserted }) => inserted))).toBe(letters([put]))
        expect(told.every(({ author, tracked }) => author === 'Maria' && tracked)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('that comes back with one change of plain words asks for exactly that change', () => {
    fc.assert(
      fc.property(plainTexts, edits, (text, [made]) => {
        const plain: PrintedText = {
          ...text,
          paragraphs: text.paragraphs.map(one => ({
            ...one,
            paragraph: {
              ...one.paragraph,
              content: one.paragraph.content.filter(({ kind }) => kind === 'words'),
            },
          })),
        }
        const document = readDocument(edit(writeDocx(plain), [made!]).file)
        const { edits: asked } = placeDocument(document, plain)
        const after = linesIn(document.body.paragraphs, 'after').slice(1).map(normal)
        for (const one of asked) {
          if (one.kind !== 'change') continue
          const at = plain.paragraphs.findIndex(({ paragraph }) => paragraph.id === one.paragraph)
          const before = printContent(plain.paragraphs[at]!.paragraph.content)
          const done = before.slice(0, one.at) + one.wording + before.slice(one.at + one.length)
          expect(after[at]).toContain(normal(done))
        }
      }),
      { numRuns: 80 },
    )
  })
})

/** The document, or undefined for a file that is refused as it should be; any other error is passed on. */
const documentOrFault = (bytes: Uint8Array) => {
  try {
    return readDocument(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(DocumentFault)
    return undefined
  }
}

/** Elements and attributes a mutation may turn one into: containers, revisions, and what no reader knows. */
const names = ['w:ins', 'w:del', 'w:r', 'w:p', 'w:t', 'w:tbl', 'w:sdt', 'w:fldChar', 'w:unheardOf', 'm:oMath']

describe('the reader', () => {
  const files = fc.oneof(texts, plainTexts).map(text => writeDocx(text))

  it('answers any damaged archive with a document or a fault, never with a crash', () => {
    fc.assert(
      fc.property(
        files,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }),
        (file, hits) => {
          const bytes = Uint8Array.from(file)
          for (const [at, value] of hits) bytes[at % bytes.length] = value
          try {
            readDocument(bytes)
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentFault)
          }
        },
      ),
      { numRuns: 80 },
    )
  })

  it('answers any mutation of the words’ own part with all its words or a fault', () => {
    const mutations = fc.array(fc.tuple(fc.nat({ max: 400 }), fc.constantFrom(...names)), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(files, mutations, (file, list) => {
        let words = ''
        const mutated = withPart(file, 'word/document.xml', xml => {
          let out = xml.replace('<w:document ', '<w:document xmlns:m="urn:m" ')
          for (const [at, name] of list) {
            const tags = [...out.matchAll(/<(w:[a-zA-Z]+)([ >])/g)].slice(3)
            const from = tags[at % tags.length]!
            out = `${out.slice(0, from.index)}<${name}${from[2]}${out.slice(from.index + from[0].length)}`
            const close = out.indexOf(`</${from[1]}>`, from.index)
            if (close >= 0) out = `${out.slice(0, close)}</${name}>${out.slice(close + from[1]!.length + 3)}`
          }
          words = [...out.matchAll(/<w:(?:t|delText)[^>]*>([^<]*)</g)].map(found => found[1]!).join('')
          return out
        })
        const document = documentOrFault(mutated)
        if (document === undefined) return
        const paragraphs = [document.body, ...document.stories.values()].flatMap(story => story.paragraphs)
        const read = paragraphs.flatMap(({ segments }) =>
          segments.map(segment => (segment.kind === 'words' ? segment.text : '')),
        )
        // Margins and notes are other parts; blanks and the bars of a table are layout.
        const letters = (text: string): string => unescaped(text).replace(/\s|[|]/g, '')
        expect(letters(read.join('')).startsWith(letters(words)), words).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
