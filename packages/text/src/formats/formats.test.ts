import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../model.ts'
import { parseDraft } from '../notation/parse.ts'
import { drafts, sources } from '../testing/drafts.ts'
import * as styles from '../testing/fixtures/styles.ts'
import { readDraftJson, validateDraft } from './json.ts'
import { draftFormats, printDraft } from './print.ts'

describe('JSON', () => {
  it('reads back as an equal draft, whatever was parsed', () => {
    const same = (draft: Draft): void => {
      expect(readDraftJson(printDraft(draft, 'json'))).toEqual({ kind: 'draft', draft })
    }
    for (const source of Object.values(styles)) same(parseDraft(source).draft)
    fc.assert(fc.property(drafts, same), { numRuns: 100 })
    fc.assert(
      fc.property(
        sources.filter(source => !/\p{Surrogate}/u.test(source)),
        source => same(parseDraft(source).draft),
      ),
      { numRuns: 300 },
    )
  })

  it('that is not a draft is refused with the path', () => {
    const base = printDraft(parseDraft('1. Members [shall][should] meet.').draft, 'json')
    const broken = (from: string, to: string) => {
      expect(base).toContain(from)
      return readDraftJson(base.replace(from, to))
    }
    expect(broken('"level": 0', '"level": -1')).toMatchObject({ path: 'paragraphs[0].level' })
    expect(broken('"text": "Members "', '"text": 7')).toMatchObject({
      path: 'paragraphs[0].content[0].text',
      problem: 'not text',
    })
    expect(broken('"kind": "words",', '"kind": "words", "extra": 1,')).toMatchObject({
      path: 'paragraphs[0].content[0].extra',
      problem: 'unknown member',
    })
    expect(broken('"kind": "words",', '"kind": "toString",')).toMatchObject({
      problem: 'not a kind of inline',
    })
    expect(broken('"id": "o1.2"', '"id": "o1.1"')).toMatchObject({ problem: 'id o1.1 stands twice' })
    expect(broken('"kind": "operative"', '"kind": "other"')).toMatchObject({ path: 'paragraphs[0].kind' })
    expect(broken('"text": "Members "', '"text": "\\ud800"')).toMatchObject({
      problem: 'holds half of a surrogate pair',
    })
    expect(broken('"join": "adjacent"', '"join": "glued"')).toMatchObject({
      path: 'paragraphs[0].content[1].options[1].join',
    })
  })

  it('that pairs no span, has no option, or is no JSON is refused', () => {
    const of = (content: readonly unknown[]) =>
      validateDraft({
        paragraphs: [{ id: 'p1', number: '', level: 0, kind: 'operative', content }],
        footnotes: [],
      })
    expect(of([{ kind: 'spanOpen', bracket: 'b1' }])).toMatchObject({ problem: 'span b1 never closes' })
    expect(of([{ kind: 'spanClose', bracket: 'b1' }])).toMatchObject({
      problem: 'span b1 has no such edge here',
    })
    expect(of([{ kind: 'bracket', id: 'b1', options: [] }])).toMatchObject({
      path: 'paragraphs[0].content[0].options',
    })
    expect(readDraftJson('{')).toMatchObject({ problem: 'not JSON' })
    expect(readDraftJson('['.repeat(1_000_000))).toMatchObject({ kind: 'invalid' })
    expect(readDraftJson('null')).toMatchObject({ problem: 'not an object' })
  })

  it('refuses brackets nested deeper than the notation allows', () => {
    const nest = (depth: number): unknown =>
      depth === 0
        ? { kind: 'words', text: 'x' }
        : {
            kind: 'bracket',
            id: `b${depth}`,
            options: [{ id: `o${depth}`, attributions: [], content: [nest(depth - 1)] }],
          }
    const draft = (depth: number) => ({
      paragraphs: [{ id: 'p1', number: '', level: 0, kind: 'operative', content: [nest(depth)] }],
      footnotes: [],
    })
    expect(validateDraft(draft(64)).kind).toBe('draft')
    expect(validateDraft(draft(66))).toMatchObject({ problem: 'brackets nested deeper than 64' })
  })
})

describe('HTML', () => {
  it('nests brackets with words for a screen reader', () => {
    const html = printDraft(
      parseDraft('## Title\n\n1. Members [shall [always]][should] meet. [Agreed]').draft,
      'html',
    )
    expect(html).toContain('<h2 id="p1" class="heading" dir="auto">Title</h2>')
    expect(html).toContain('role="group" aria-label="2 options"')
    expect(html).toContain('aria-label="disputed words"')
    expect(html).toContain('<span class="status" data-rung="agreed">[Agreed]</span>')
  })

  it('carries no markup, script or override out of the text', () => {
    const source = '1. <script>alert("x")</script> & [<img src=x onerror=y>][\u202eback] "q" \u0000 [^"><b>]'
    const html = printDraft(parseDraft(source).draft, 'html')
    expect(html).not.toMatch(/<script|<img|<b>|\u202e|\0/)
    expect(html).toContain('U+202E')
    expect(html).toContain('&lt;script&gt;')
  })

  it('opens and closes every element, whatever was parsed', () => {
    fc.assert(
      fc.property(sources, source => {
        const html = printDraft(parseDraft(source).draft, 'html')
        const stack: string[] = []
        for (const [, closing, name] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
          if (name === 'br') continue
          if (closing === '') stack.push(name!)
          else expect(stack.pop()).toBe(name)
        }
        expect(stack).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

describe('plain text', () => {
  it('takes Markdown away and leaves the notation', () => {
    const source =
      '## Article 2bis *(general)*\n\n*[Taking* note] r*eaffirm*s **Option 1:** [NDMC*][INDC][^1] and [NDMC*].'
    expect(printDraft(parseDraft(source).draft, 'text')).toBe(
      'Article 2bis (general)\n\n[Taking note] reaffirms Option 1: [NDMC*][INDC][1] and [NDMC*].\n',
    )
  })

  it('every format prints every style', () => {
    for (const source of Object.values(styles))
      for (const format of draftFormats)
        expect(printDraft(parseDraft(source).draft, format).length).toBeGreaterThan(150)
  })
})
