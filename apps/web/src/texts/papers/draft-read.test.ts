import { parseDraft } from '@gavel/text'
import { describe, expect, test } from 'vitest'
import { mediaTypeOf, textIdFor, titleFor } from './draft-read.ts'

const title = (source: string, name = ''): string => titleFor({ draft: parseDraft(source).draft }, name)

describe('a draft that is brought in', () => {
  test('is called by its first heading, its short first line, or its file', () => {
    expect(title('# The Charter\n\n1. A [b] c.\n')).toBe('The Charter')
    expect(title('Draft Charter\n\n1. A [b] c.\n', 'x.txt')).toBe('Draft Charter')
    expect(title('1. A [b] c.\n', 'draft_charter-rev.2.txt')).toBe('draft charter rev.2')
    expect(title(`${'long '.repeat(60)}\n`)).toBe('')
  })

  test('has an id that can be read, in letters every address takes', () => {
    expect(textIdFor('Draft Charter, Rév. 2!', 'abc')).toBe('draft-charter-rev-2-abc')
    expect(textIdFor('Проект устава', 'abc')).toBe('text-abc')
    expect(textIdFor(`${'a'.repeat(39)} b`, 'abc')).toBe(`${'a'.repeat(39)}-abc`)
  })

  test('is sent as what its name says, and not at all when that is no draft', () => {
    expect(mediaTypeOf('A.TXT')).toBe('text/plain')
    expect(mediaTypeOf('README')).toBe('text/plain')
    expect(mediaTypeOf('a.md')).toBe('text/markdown')
    expect(mediaTypeOf('a.docx')).toMatch(/wordprocessingml/)
    expect(mediaTypeOf('a.pdf')).toBeUndefined()
    expect(mediaTypeOf('a.doc')).toBeUndefined()
  })
})
