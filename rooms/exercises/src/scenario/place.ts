import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { ScenarioFault } from './scenario.ts'

/** A place in a YAML file while it is read. Faults are gathered, so that all of a folder are told at once. */
export interface Place {
  readonly file: string
  /** What is here, in words an author knows: `positions.quorum.weight`. */
  readonly what: string
  readonly line: number
  readonly node: Node | null
  readonly lines: LineCounter
  readonly report: (fault: ScenarioFault) => void
}

export const fault = ({ file, line, what, report }: Place, why: string): void =>
  report({ file, line, what, why })

const nodeLine = (node: Node | null | undefined, lines: LineCounter, otherwise: number): number =>
  node?.range == null ? otherwise : lines.linePos(node.range[0]).line

/** Reads a YAML file. Syntax faults are reported with their lines; the place is of the whole file then too. */
export const yamlPlace = (file: string, source: string, report: Place['report']): Place => {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  for (const error of document.errors)
    report({ file, line: lines.linePos(error.pos[0]).line, what: 'YAML', why: error.message })
  const node = document.contents as Node | null
  return { file, what: '(whole file)', line: nodeLine(node, lines, 0), node, lines, report }
}

const at = (place: Place, what: string, node: Node | null): Place => ({
  ...place,
  what: place.what === '(whole file)' ? what : `${place.what}.${what}`,
  node,
  line: nodeLine(node, place.lines, place.line),
})

/** The entries of the mapping here, in their order; none, with a fault, where there is no mapping. */
export const fields = (place: Place): readonly (readonly [string, Place])[] => {
  if (place.node === null) return []
  if (isMap(place.node))
    return place.node.items.map(({ key, value }) => [
      String(key),
      at(place, String(key), value as Node | null),
    ])
  fault(place, 'a mapping (name: value) is wanted')
  return []
}

/** The place under a name; an empty one at the same line where there is none. */
export const field = (place: Place, key: string): Place => {
  const found = isMap(place.node) ? place.node.items.find(each => String(each.key) === key) : undefined
  return { ...at(place, key, (found?.value as Node | null | undefined) ?? null), report: place.report }
}

export const isThere = ({ node }: Place): boolean => node !== null && !(isScalar(node) && node.value === null)

/** Says what is not known here, so that a mistyped word is no silence. */
export const only = (place: Place, known: readonly string[]): void => {
  for (const [name, each] of fields(place))
    if (!known.includes(name)) fault(each, `not known here; known are ${known.join(', ')}`)
}

export const items = (place: Place): readonly Place[] => {
  if (!isThere(place)) return []
  if (isSeq(place.node))
    return place.node.items.map((node, k) => at(place, String(k + 1), node as Node | null))
  fault(place, 'a list is wanted')
  return []
}

const scalar = ({ node }: Place): unknown => (isScalar(node) ? node.value : undefined)

/** The words here; empty, with a fault, when there are none. */
export const words = (place: Place): string => {
  const value = scalar(place)
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  fault(place, isThere(place) ? 'words are wanted' : 'is missing: words are wanted')
  return ''
}

/** A number between two; the least, with a fault, when it is none. */
export const number = (place: Place, least: number, most: number, otherwise?: number): number => {
  const value = scalar(place)
  if (!isThere(place) && otherwise !== undefined) return otherwise
  if (typeof value === 'number' && value >= least && value <= most) return value
  fault(place, `${isThere(place) ? '' : 'is missing: '}a number from ${least} to ${most} is wanted`)
  return otherwise ?? least
}

/** One number or a list of them. */
export const numbers = (place: Place): readonly number[] => {
  if (!isThere(place)) return []
  const each = isSeq(place.node) ? items(place) : [place]
  return each.flatMap(one => {
    const value = scalar(one)
    if (typeof value === 'number' && Number.isInteger(value)) return [value]
    fault(one, 'the number of an option is wanted')
    return []
  })
}

export const isTrue = (place: Place): boolean => scalar(place) === true
