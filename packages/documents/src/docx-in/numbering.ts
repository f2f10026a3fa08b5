import type { Where } from '@gavel/text'
import { attribute, childOf, childrenOf, type Element, isOn, valOf } from '../xml/tree.ts'
import { numeral } from './numerals.ts'
import { displayedSymbol } from './symbols.ts'

/** Automatic numbers of paragraphs, as Word prints them (ECMA-376 Part 1, 17.9). */

interface Level {
  readonly start: number
  readonly format: string
  /** `%1.%2)`: numbers of levels by their place, from 1. */
  readonly text: string
  readonly restartsAfter: number | undefined
  readonly legal: boolean
  readonly bulletFont: string | undefined
}

interface List {
  /** Lists of one abstract list count on together. */
  readonly counts: string
  readonly levels: ReadonlyMap<number, Level>
  readonly overrides: ReadonlyMap<number, number>
}

const readLevel = (element: Element): readonly [number, Level] => {
  const restart = valOf(element, 'w:lvlRestart')
  const fonts = childOf(childOf(element, 'w:rPr'), 'w:rFonts')
  return [
    Number(attribute(element, 'w:ilvl') ?? 0),
    {
      start: Number(valOf(element, 'w:start') ?? 0),
      format: valOf(element, 'w:numFmt') ?? 'decimal',
      text: valOf(element, 'w:lvlText') ?? '',
      restartsAfter: restart === undefined ? undefined : Number(restart),
      legal: isOn(element, 'w:isLgl'),
      bulletFont: fonts && (attribute(fonts, 'w:ascii') ?? attribute(fonts, 'w:hAnsi')),
    },
  ]
}

/** The lists of a file by their ids. */
export const readLists = (tree: Element | undefined): ReadonlyMap<string, List> => {
  const abstracts = new Map(
    childrenOf(tree, 'w:abstractNum').map(one => [attribute(one, 'w:abstractNumId') ?? '', one]),
  )
  const byStyle = new Map<string, Element>()
  for (const one of abstracts.values()) {
    const style = valOf(one, 'w:styleLink')
    if (style !== undefined) byStyle.set(style, one)
  }
  const lists = new Map<string, List>()
  for (const element of childrenOf(tree, 'w:num')) {
    const abstractId = valOf(element, 'w:abstractNumId') ?? ''
    const named = abstracts.get(abstractId)
    const abstract = byStyle.get(valOf(named, 'w:numStyleLink') ?? '') ?? named
    const changed = childrenOf(element, 'w:lvlOverride')
    const levels = new Map([
      ...childrenOf(abstract, 'w:lvl').map(readLevel),
      ...changed.flatMap(one => childrenOf(one, 'w:lvl').map(readLevel)),
    ])
    const overrides = new Map(
      changed.flatMap(one => {
        const start = valOf(one, 'w:startOverride')
        return start === undefined ? [] : [[Number(attribute(one, 'w:ilvl') ?? 0), Number(start)] as const]
      }),
    )
    lists.set(attribute(element, 'w:numId') ?? '', { counts: abstractId, levels, overrides })
  }
  return lists
}

export interface InList {
  readonly list: string
  readonly level: number
}

/** Counts paragraphs of lists in their order, and prints the number of each. */
export const listCounter = (lists: ReadonlyMap<string, List>) => {
  const counts = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()

  const advance = (id: string, list: List, level: number): readonly (number | undefined)[] => {
    const count = counts.get(list.counts) ?? []
    counts.set(list.counts, count)
    const first = !started.has(`${id}/${level}`)
    started.add(`${id}/${level}`)
    const override = first ? list.overrides.get(level) : undefined
    const start = list.levels.get(level)?.start ?? 1
    const before = count[level]
    count[level] = override ?? (before === undefined ? start : before + 1)
    for (const [deeper, shape] of list.levels)
      if (
        deeper > level &&
        (shape.restartsAfter === undefined || (shape.restartsAfter > 0 && level < shape.restartsAfter))
      )
        count[deeper] = undefined
    return count
  }

  return ({ list: id, level }: InList, where: Where): string | undefined => {
    const list = lists.get(id)
    const shape = list?.levels.get(level)
    if (list === undefined || shape === undefined) return undefined
    const count = advance(id, list, level)
    if (shape.format === 'bullet') return displayedSymbol(shape.text, shape.bulletFont)
    return shape.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const own = list.levels.get(at)
      const format = shape.legal && own?.format !== 'none' ? 'decimal' : (own?.format ?? 'decimal')
      return numeral(count[at] ?? own?.start ?? 1, format, where)
    })
  }
}
