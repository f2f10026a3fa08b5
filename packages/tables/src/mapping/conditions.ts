import { plainName } from '../columns.ts'
import type { Condition } from './format.ts'

type CellOf = (column: string) => string

/** What a condition may look at: the cells of the row, and what earlier rows held. */
export interface Asked {
  readonly cell: CellOf
  /** What the columns held in rows that made acts before. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>
}

/** How rows of the same content in some columns are known by. */
export const groupKey = (columns: readonly string[]): string => columns.map(plainName).join('\u001F')
export const groupValue = (columns: readonly string[], cell: CellOf): string =>
  columns.map(name => cell(plainName(name))).join('\u001F')

const isSeen = (columns: readonly string[], { cell, seen }: Asked): boolean =>
  seen.get(groupKey(columns))?.has(groupValue(columns, cell)) ?? false

export const holds = (condition: Condition, asked: Asked): boolean => {
  if ('is' in condition) {
    const value = asked.cell(plainName(condition.column))
    return typeof condition.is === 'string' ? condition.is === value : condition.is.includes(value)
  }
  if ('filled' in condition) return (asked.cell(plainName(condition.column)) !== '') === condition.filled
  if ('first' in condition) return !isSeen(condition.first, asked)
  if ('again' in condition) return isSeen(condition.again, asked)
  if ('all' in condition) return condition.all.every(one => holds(one, asked))
  if ('any' in condition) return condition.any.some(one => holds(one, asked))
  return !holds(condition.not, asked)
}

/** The groups of columns a condition keeps count of. */
export const groupsIn = (condition: Condition): readonly (readonly string[])[] => {
  if ('first' in condition) return [condition.first]
  if ('again' in condition) return [condition.again]
  if ('all' in condition) return condition.all.flatMap(groupsIn)
  if ('any' in condition) return condition.any.flatMap(groupsIn)
  return 'not' in condition ? groupsIn(condition.not) : []
}
