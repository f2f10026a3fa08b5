import { describe, expect, it } from 'vitest'
import { readSource } from './source.ts'

describe('a source, taken apart', () => {
  it.each([
    ['assumed', { doubt: 'assumed', words: '', address: null }],
    ['assumed, 2026-11-23', { doubt: 'assumed', words: '2026-11-23', address: null }],
    ['unverified: a reading of 2004', { doubt: 'unverified', words: 'a reading of 2004', address: null }],
    ['Note 1/2026', { doubt: null, words: 'Note 1/2026', address: null }],
    [
      'https://www.s-cica.org/page/chairmanship/ (the sitting chair may go on)',
      {
        doubt: null,
        words: '(the sitting chair may go on)',
        address: 'https://www.s-cica.org/page/chairmanship/',
        host: 'www.s-cica.org',
      },
    ],
    ['http://[broken', { doubt: null, words: 'http://[broken', address: null }],
    ['javascript:alert(1)', { doubt: null, words: 'javascript:alert(1)', address: null }],
  ])('%s', (source, read) => expect(readSource(source)).toMatchObject(read))
})
