import { describe, expect, test } from 'vitest'
import type { Item } from './evidence.ts'
import { subjectsOf } from './title.ts'
import { comparedWords, likeness, termCounts, weighted } from './vectors.ts'

const item = (id: string, fields: Partial<Item>): Item => ({
  id,
  session: 71,
  date: '2016-12-05',
  symbol: '',
  short: '',
  description: '',
  issues: [],
  kind: 'whole',
  ...fields,
})

/** The ways in which one title stands in the files over the years. */
const ways = [
  item('a', {
    short: 'ARMS, SMALL',
    description: 'The transparency in armaments : resolution / adopted by the General Assembly',
  }),
  item('b', {
    short: 'Transparency in armaments : resolution / adopted by the General Assembly',
    description: 'A/71/251 98g - Transparency in armaments. - ARMS TRANSFERS--TRANSPARENCY',
    symbol: 'A/RES/71/44',
  }),
  item('c', { short: 'Transparency in armaments', description: 'Transparency in armaments', session: 74 }),
  item('d', {
    symbol: 'R/71/44',
    kind: 'paragraph',
    description: 'The Acting President: I now put to the vote operative paragraph 7. A',
  }),
]

describe('what an item is about', () => {
  test('is read from whichever column holds the title; a paragraph has the title of its resolution', () => {
    const subjects = subjectsOf(ways)
    for (const subject of subjects) expect(subject.title).toEqual(['transparency', 'armament'])
    expect(subjects.map(subject => subject.part)).toEqual([false, false, false, true])
  })
  test('speech that belongs to no resolution of the session is all there is', () => {
    const [subject] = subjectsOf([{ ...ways[3]!, symbol: 'R/71/999' }])
    expect(subject!.title).toContain('paragraph')
  })
  test('equal titles are alike by 1, titles without a common word by 0', () => {
    const subjects = subjectsOf([...ways.slice(0, 3), item('e', { short: 'Right to food' })])
    const vectors = weighted(termCounts(subjects.map(comparedWords), 'words and pairs'), 4)
    const like = likeness(vectors, 2, 0, 4, new Float32Array(vectors.terms))
    expect([...like].map(each => each.toFixed(5))).toEqual(['1.00000', '1.00000', '1.00000', '0.00000'])
  })
})
