import { type BracketId, id, type OptionId } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addOption,
  bracketsIn,
  changeWithin,
  closeBracket,
  contentLength,
  findOption,
  isBoundary,
  plainWords,
  removeOption,
  sliceContent,
  spliceContent,
  tidyContent,
  words,
  wordsOf,
  wrapRange,
} from './content.ts'
import type { Bracket, Content, Inline, Option } from './model.ts'

const option = (name: string, ...content: Inline[]): Option => ({
  id: id<OptionId>(name),
  content,
  attributions: [],
})
const bracket = (name: string, ...options: Option[]): Bracket => ({
  kind: 'bracket',
  id: id<BracketId>(name),
  options,
})

const inner = bracket('b2', option('o3', words('foreign')))
const sample: Content = [
  words('We welcome '),
  bracket('b1', option('o1', words('all '), inner, words(' visitors')), option('o2', words('guests'))),
  words(', and thank them.'),
]

describe('positions', () => {
  it('count a unit per code unit of words and one per any other inline', () => {
    expect(contentLength(sample)).toBe(11 + 1 + 17)
  })

  it('cut words, never a bracket', () => {
    expect(sliceContent(sample, 3, 12)).toEqual([words('welcome '.slice(0)), sample[1]])
    expect(() => sliceContent(sample, 5, 30)).toThrow(RangeError)
  })

  it('do not cut a surrogate pair in two', () => {
    expect([0, 1, 2, 3, 4].map(at => isBoundary([words('a😀')], at))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ])
  })

  it('put a content back together from any two slices', () => {
    fc.assert(
      fc.property(fc.nat({ max: 29 }), at => {
        const again = spliceContent(sliceContent(sample, 0, at), at, 0, sliceContent(sample, at))
        expect(again).toEqual(tidyContent(sample))
      }),
    )
  })

  it('wrap a range, or nothing, into a bracket', () => {
    const wrapped = wrapRange([words('we shall meet')], 3, 5, held => bracket('b9', option('o9', ...held)))
    expect(wrapped).toEqual([words('we '), bracket('b9', option('o9', words('shall'))), words(' meet')])
    const inserted = wrapRange([words('we meet')], 2, 0, () => bracket('b9', option('o9', words(' often'))))
    expect(inserted).toEqual([words('we'), bracket('b9', option('o9', words(' often'))), words(' meet')])
  })
})

describe('brackets', () => {
  it('are found with their depth, the outer first', () => {
    expect(bracketsIn(sample).map(({ bracket: { id }, depth, inside }) => [id, depth, inside?.id])).toEqual([
      ['b1', 1, undefined],
      ['b2', 2, 'o1'],
    ])
    expect(findOption(sample, id('o3'))?.bracket.id).toBe('b2')
  })

  it('take a further option, and lose one', () => {
    const more = addOption(sample, id('b2'), option('o4', words('distant')))
    expect(findOption(more, id('o4'))?.option.join).toBe('adjacent')
    expect(removeOption(more, id('o4'))).toEqual(sample)
    expect(plainWords(removeOption(sample, id('o3')))).toBe('We welcome all visitors guests, and thank them.')
  })

  it('close on an option, and mend the seams', () => {
    expect(closeBracket(sample, id('b1'), id('o2'))).toEqual([words('We welcome guests, and thank them.')])
    expect(closeBracket(sample, id('b1'), null)).toEqual([words('We welcome, and thank them.')])
    expect(plainWords(closeBracket(sample, id('b2'), null))).toBe(
      'We welcome all visitors guests, and thank them.',
    )
    expect(closeBracket(sample, id('none'), null)).toBe(sample)
    expect(() => closeBracket(sample, id('b1'), id('o3'))).toThrow(RangeError)
  })

  it('share what does not change', () => {
    const changed = changeWithin(sample, id('o3'), () => [words('other')])
    expect(changed[0]).toBe(sample[0])
    expect(changed[2]).toBe(sample[2])
    expect(plainWords(changed)).toContain('all other visitors')
  })
})

describe('words', () => {
  it('are counted without markup, in any script', () => {
    expect(wordsOf(sample)).toEqual([
      'We',
      'welcome',
      'all',
      'foreign',
      'visitors',
      'guests',
      'and',
      'thank',
      'them',
    ])
    expect(wordsOf([words("r*eaffirming* climate-resilient paths, Parties' 1.5 °C")])).toHaveLength(6)
    expect(wordsOf([words('подчёркивая необходимость')])).toHaveLength(2)
    expect(wordsOf([words('إذ تُدرك الحاجة')])).toHaveLength(3)
    expect(wordsOf([words('各方同意 A')])).toHaveLength(5)
  })
})
