import { put, type TextId } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { act, after, assembly, at, chair, delegate, given, secretariat, system } from '../testing/index.ts'
import { nextSymbol } from './index.ts'
import {
  bracket,
  laid,
  on,
  onSentence,
  opened,
  para,
  paragraphFrom,
  proposes,
  textIn,
} from './testing/drafts.ts'

const introduced = (more: object = {}) =>
  on(secretariat(), 'texts.introduce', {
    title: 'Draft',
    body: 'soc',
    audience: { kind: 'members' },
    language: 'en',
    kind: 'draft',
    ...more,
  })

describe('introducing, laying and opening a draft', () => {
  test('[T-1] an act on a text that was never introduced is refused', () =>
    given(assembly('AAA'))
      .when(on(secretariat(), 'texts.lay', { paragraphs: [] }))
      .refused('T-1', { text: 't' }))

  test('[T-2] a text is introduced once, for a body on record, under a title', () => {
    given(assembly('AAA'))
      .when(introduced())
      .then({
        type: 'texts.introduced',
        at: at('10:00'),
        by: 'registry',
        text: 't',
        title: 'Draft',
        body: 'soc',
        audience: { kind: 'members' },
        language: 'en',
        kind: 'draft',
        fictional: false,
        sponsor: null,
      })
    given(assembly('AAA'), introduced()).when(introduced()).refused('T-2', { text: 't', taken: true })
    given(assembly('AAA'))
      .when(introduced({ body: 'none' }))
      .refused('T-2', { body: 'none', known: false })
    given(assembly('AAA'))
      .when(introduced({ title: ' ' }))
      .refused('T-2')
  })

  test('[T-2] a delegation introduces a draft of its own', () => {
    const paper = { ...introduced({ kind: 'nonPaper' }), by: 'aaa', as: delegate('AAA').as } as never
    expect(textIn(given(assembly('AAA')).when(paper).accepted()).sponsor).toBe('AAA')
  })

  test('[T-3] a draft is laid by its introducer or the pen, before it is opened, in small portions', () => {
    const portion = (words: string) => on(secretariat(), 'texts.lay', { paragraphs: [para('p', '1', words)] })
    given(assembly('AAA'), introduced()).when(portion('One.')).accepted()
    given(onSentence())
      .when(on(secretariat(), 'texts.lay', { paragraphs: [para('z', '9', 'Late.')] }))
      .refused('T-3', { text: 't', stage: 'open' })
    const big = Array.from({ length: 4 }, (_, n) => para(`p${n}`, `${n}`, 'word '.repeat(3_900)))
    given(assembly('AAA'), introduced())
      .when(on(secretariat(), 'texts.lay', { paragraphs: big }))
      .refused('T-3')
    given(assembly('AAA'), introduced())
      .when(on(delegate('AAA'), 'texts.lay', { paragraphs: [] }))
      .refused('T-41')
    given(assembly('AAA'), introduced())
      .when(on(chair(), 'texts.open', {}))
      .refused('T-3', { text: 't', paragraphs: 0 })
  })

  test('[T-4] an id is used once in a text', () => {
    const twice = [para('p', '1', 'a'), para('p', '2', 'b')]
    given(assembly('AAA'), introduced())
      .when(on(secretariat(), 'texts.lay', { paragraphs: twice }))
      .refused('T-4', { id: 'p' })
    const options = [para('p', '1', [bracket('x', ['o', 'a'], ['o', 'b'])])]
    given(assembly('AAA'), introduced())
      .when(on(secretariat(), 'texts.lay', { paragraphs: options }))
      .refused('T-4', { id: 'o' })
    given(onSentence(), proposes('AAA', 1, { at: 0, length: 7, wording: 'States' }))
      .when(proposes('BBB', 1, { at: 2, length: 5, wording: 'may' }, 2))
      .refused('T-4', { id: 'b1' })
  })

  test('[T-5] symbols come from the pattern in force, without gap or duplicate', () => {
    const pattern = act(
      system(),
      'institution.setParameter',
      {
        name: 'text.symbolPattern',
        value: 'X/{body}/{year}/L.{number}{revision}',
        since: '2020-01-01T00:00:00.000Z',
        source: 'test',
      },
      at('08:30'),
    )
    const start = [...assembly('AAA'), pattern, ...laid(para('p', '1', 'One.'))]
    const open = on(chair(), 'texts.open', {})
    const state = given(start).when(open).accepted()
    expect(textIn(state).symbol).toBe('X/SOC/2026/L.1')
    expect(nextSymbol(state, textIn(state), at('10:00')).symbol).toBe('X/SOC/2026/L.2')
    given(start)
      .when(on(chair(), 'texts.open', { symbol: 'X/SOC/2026/L.7' }))
      .refused('T-5', { symbol: 'X/SOC/2026/L.7', next: 'X/SOC/2026/L.1' })
    const issued = on(chair(), 'texts.issueVersion', { document: 'a'.repeat(64) })
    const second = given(start, open, issued)
      .when({ ...issued, id: 'again' as never })
      .accepted()
    expect(textIn(second).versions.map(({ symbol }) => symbol)).toEqual([
      'X/SOC/2026/L.1/Rev.1',
      'X/SOC/2026/L.1/Rev.2',
    ])
  })

  test('[T-5] a symbol that two patterns in turn would spell is passed over', () => {
    const state = after(opened(para('p', '1', 'One.')))
    const text = textIn(state)
    const next = nextSymbol(state, text, at('10:00'))
    const taken = {
      ...state,
      texts: { ...state.texts, symbols: put(state.texts.symbols, next.symbol, 'u' as TextId) },
    }
    expect(nextSymbol(taken, text, at('10:00')).number).toBe(next.number + 1)
  })

  test('[T-6] nothing is negotiated before the text is opened, nor after it is adopted', () => {
    given(assembly('AAA'), laid(para('p', '1', 'One.')))
      .when(proposes('AAA', 1, { at: 0, length: 3, wording: 'Two' }))
      .refused('T-6', { text: 't', stage: 'laying' })
    given(onSentence(), on(system(), 'texts.recordAdoption', { decision: 'd' }))
      .when(proposes('AAA', 1, { at: 0, length: 3, wording: 'Two' }))
      .refused('T-6', { text: 't', stage: 'adopted' })
  })

  test('[T-7] a text that is put stands still until it is released', () => {
    const frozen = on(system(), 'texts.freeze', { reason: 'silence d' })
    const change = proposes('AAA', 1, { at: 0, length: 7, wording: 'States' })
    given(onSentence(), frozen).when(change).refused('T-7', { text: 't', reason: 'silence d' })
    given(onSentence(), frozen, on(system(), 'texts.unfreeze', {}))
      .when(change)
      .accepted()
  })

  test('[T-8] delegations of the body take part, as far as the text is open to them', () => {
    const composition = act(
      system(),
      'institution.setParameter',
      {
        name: 'body.composition',
        value: ['BBB', 'CCC'],
        since: '2020-01-01T00:00:00.000Z',
        body: 'soc',
        source: 'test',
      },
      at('08:30'),
    )
    given(
      assembly('AAA', 'BBB', 'CCC'),
      composition,
      laid(para('p', '1', 'One.')),
      on(chair(), 'texts.open', {}),
    )
      .when(proposes('AAA', 1, { at: 0, length: 3, wording: 'Two' }))
      .refused('T-8', { text: 't', body: 'soc', audience: 'members' })
    given(assembly('AAA', 'BBB', 'CCC'), composition)
      .when({ ...introduced(), by: 'aaa', as: delegate('AAA').as } as never)
      .refused('T-8')
  })
})

describe('the words a text may hold', () => {
  const change = (wording: string) => proposes('AAA', 1, { at: 0, length: 7, wording })

  test('[T-9] a wording has at most 20,000 characters', () => {
    given(onSentence())
      .when(change('x'.repeat(20_000)))
      .accepted()
    given(onSentence())
      .when(change('x'.repeat(20_001)))
      .refused('T-9', { characters: 20_001, most: 20_000 })
  })

  test('[T-10] no direction override, control character or half a character, in words or numbers', () => {
    const halved = { ...(change('half').body as object), change: { at: 0, length: 7, wording: '\uD83D' } }
    given(onSentence())
      .when(change('ab\u202Ecd'))
      .refused('T-10', { what: 'bidiControl', at: 2, code: 'U+202E' })
    given(onSentence())
      .when(change('ab\u0007'))
      .refused('T-10', { what: 'controlCharacter', at: 2, code: 'U+0007' })
    given(onSentence())
      .when({ ...change('half'), body: halved } as never)
      .refused('T-10', { what: 'loneSurrogate', at: 0, code: 'U+D83D' })
    given(onSentence()).when(change('two\nlines \u{1F600}')).accepted()
    given(assembly('AAA'), introduced())
      .when(on(secretariat(), 'texts.lay', { paragraphs: [para('p', '1\u2067', 'a')] }))
      .refused('T-10')
  })

  test('[T-11] a proposed wording brings no brackets of dispute, but may cite', () => {
    given(onSentence()).when(change('[Members][States]')).refused('T-11', { wording: '[Members][States]' })
    const state = given(onSentence()).when(change('States [A/00/1] [1] […]')).accepted()
    const cited = paragraphFrom(state).content[0]
    expect(cited?.kind === 'bracket' && cited.options[1]?.content.map(({ kind }) => kind)).toEqual([
      'words',
      'aside',
      'words',
      'noteMark',
      'words',
      'aside',
    ])
  })

  test('[T-12, T-13] brackets nest 16 deep and have 64 options, and no more', () => {
    const nested = (depth: number): ReturnType<typeof bracket> =>
      bracket(`b${depth}`, [`o${depth}`, depth === 1 ? 'core' : [nested(depth - 1)]])
    const lays = (inline: ReturnType<typeof bracket>) =>
      on(secretariat(), 'texts.lay', { paragraphs: [para('p', '1', [inline])] })
    const wide = (n: number) =>
      bracket('wide', ...Array.from({ length: n }, (_, at) => [`w${at}`, `w${at}`] as const))
    given(assembly('AAA'), introduced())
      .when(lays(nested(17)))
      .refused('T-12', { nesting: 17, most: 16 })
    given(assembly('AAA'), introduced())
      .when(lays(wide(65)))
      .refused('T-13', { options: 65, most: 64 })
    given(opened(para('p', '1', [nested(16)])))
      .when(proposes('AAA', 'n', { within: 'o1', at: 0, length: 4, wording: 'heart' }))
      .refused('T-12', { nesting: 17, most: 16 })
    given(opened(para('p', '1', [nested(15)])))
      .when(proposes('AAA', 'n', { within: 'o1', at: 0, length: 4, wording: 'heart' }))
      .accepted()
    given(opened(para('p', '1', [wide(64)])))
      .when(proposes('AAA', 'n', { at: 0, length: 1, wording: 'one more' }))
      .refused('T-13', { options: 65, most: 64 })
  })
})
