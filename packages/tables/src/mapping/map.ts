import { hash } from 'node:crypto'
import type { Json } from '@gavel/kernel'
import { plainName } from '../columns.ts'
import { TableFault } from '../fault.ts'
import { batchRows, type Row, type RowFault, type Table } from '../row.ts'
import { columnsIn, columnsInCondition, columnsOfMapping } from './columns.ts'
import { groupKey, groupsIn, groupValue, holds } from './conditions.ts'
import { compile, type Evaluate, type FindMember, type Surroundings } from './evaluate.ts'
import type { ActRule, Expression, Mapping } from './format.ts'

/** An act a row makes, without who does it and under which id. */
export interface MappedAct {
  readonly type: string
  readonly body: { readonly [name: string]: Json }
}

/** A row with the acts it makes, or what is wrong with it. */
export interface MappedRow {
  readonly number: number
  readonly cells: readonly string[]
  readonly acts: readonly MappedAct[]
  readonly faults: readonly RowFault[]
}

/** The rows of a table as acts, in the order in which they are to be done. */
export interface MappedTable {
  readonly columns: readonly string[]
  /** Columns nothing is made of. */
  readonly unused: readonly string[]
  readonly batches: () => AsyncIterable<readonly MappedRow[]>
  /** The column a member of an act's body is made of: `acts[2]`, `/terms/title`; null where it is made of none. */
  readonly columnAt: (act: string, pointer: string) => string | null
}

const placesOf = (columns: readonly string[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  for (const [place, name] of columns.entries()) if (!places.has(name)) places.set(name, place)
  return places
}

/** Throws TableFault when a column the mapping reads is not there, or there twice. */
const requireColumns = (columns: readonly string[], wanted: readonly string[]): void => {
  const absent = wanted.filter(name => !columns.includes(name))
  if (absent.length > 0)
    throw new TableFault(
      'columns',
      `There is no column ${absent.map(name => `“${name}”`).join(', ')}; there are ${columns
        .slice(0, 60)
        .map(name => `“${name}”`)
        .join(', ')}.`,
    )
  const twice = wanted.filter(name => columns.indexOf(name) !== columns.lastIndexOf(name))
  if (twice.length > 0)
    throw new TableFault(
      'columns',
      `${twice.map(name => `“${name}”`).join(', ')} names more than one column; which is meant cannot be told.`,
    )
}

/** 16 hexadecimal digits of the SHA-256 over the cells of a row. */
const printOf = (cells: readonly string[]): string => hash('sha256', cells.join('\u001F'), 'hex').slice(0, 16)

interface CompiledAct {
  readonly rule: ActRule
  readonly make: Evaluate
}

/** Judges rows one after the other; it remembers what earlier ones held. */
const judge = (mapping: Mapping, around: Surroundings) => {
  const acts: readonly CompiledAct[] = mapping.acts.map(rule => ({ rule, make: compile(rule.body, around) }))
  const conditions = [...mapping.acts.flatMap(({ when }) => when ?? []), ...mapping.refuse.map(r => r.when)]
  const groups = [...new Map(conditions.flatMap(groupsIn).map(g => [groupKey(g), g])).values()]
  const asking = [...new Set(conditions.flatMap(columnsInCondition))]
  const seen = new Map<string, Set<string>>(groups.map(group => [groupKey(group), new Set()]))
  const prints = new Map<string, number>()

  return (row: Row): MappedRow => {
    const { number, cells } = row
    const faults: RowFault[] = [...(row.faults ?? [])]
    const made: MappedAct[] = []
    const cell = (column: string): string => (cells[around.places.get(column)!] ?? '').trim()
    const refuse = (fault: RowFault): void => {
      faults.push(fault)
    }
    const print = printOf(cells)
    const twin = prints.get(print)
    if (twin === undefined) prints.set(print, number)
    else
      refuse({ column: null, code: 'duplicate', value: String(twin), message: `is the same as row ${twin}` })
    const asked = { cell, seen }
    for (const { when, because } of mapping.refuse)
      if (faults.length === 0 && holds(when, asked))
        refuse({
          column: columnsInCondition(when)[0] ?? null,
          code: 'notMeant',
          value: cell(columnsInCondition(when)[0] ?? ''),
          message: because,
        })
    if (faults.length === 0)
      for (const { rule, make } of acts) {
        if (rule.when !== undefined && !holds(rule.when, asked)) continue
        made.push({ type: rule.act, body: make({ row, print, fault: refuse }) as MappedAct['body'] })
      }
    if (faults.length === 0 && made.length === 0)
      refuse({
        column: asking[0] ?? null,
        code: 'noAct',
        value: asking.map(name => `${name}: ${cell(name)}`).join('; '),
        message: 'is taken by no act of the mapping',
      })
    if (faults.length > 0) return { number, cells, acts: [], faults }
    for (const group of groups) seen.get(groupKey(group))!.add(groupValue(group, cell))
    return { number, cells, acts: made, faults }
  }
}

const collator = new Intl.Collator('en', { numeric: true })

/** Rows in the order of some columns; empty cells last, rows that are equal there as they stand. */
const inOrder = async (table: Table, order: readonly string[]): Promise<readonly Row[]> => {
  const places = order.map(name => table.columns.indexOf(plainName(name)))
  const rows: Row[] = []
  for await (const batch of table.batches()) rows.push(...batch)
  return rows.sort((a, b) => {
    for (const place of places) {
      const [left = '', right = ''] = [a.cells[place]?.trim(), b.cells[place]?.trim()]
      if (left === right) continue
      if (left === '' || right === '') return left === '' ? 1 : -1
      const compared = collator.compare(left, right)
      if (compared !== 0) return compared
    }
    return a.number - b.number
  })
}

async function* batchesOf(table: Table, { order }: Mapping): AsyncGenerator<readonly Row[]> {
  if (order.length === 0) {
    yield* table.batches()
    return
  }
  const rows = await inOrder(table, order)
  for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows)
}

/** What an expression has at a pointer; the nearest thing above it where it has nothing there. */
const expressionAt = (expression: Expression, pointer: string): Expression => {
  let at: Expression = expression
  for (const name of pointer.split('/').filter(part => part !== '')) {
    if (typeof at !== 'object' || at === null || 'column' in at || 'template' in at || 'firstOf' in at) break
    const next: Expression | undefined = (at as Readonly<Record<string, Expression>>)[name]
    if (next === undefined) break
    at = next
  }
  return at
}

/**
 * Lays a mapping over a table. A row that equals an earlier one is a fault, for it would be recorded twice; a row of
 * which no act is made is one too, for nothing may be dropped in silence. Throws TableFault when columns are missing.
 */
export const mapTable = (table: Table, mapping: Mapping, member: FindMember): MappedTable => {
  const wanted = columnsOfMapping(mapping)
  requireColumns(table.columns, wanted)
  const around: Surroundings = { mapping, places: placesOf(table.columns), member }
  return {
    columns: table.columns,
    unused: table.columns.filter(name => name !== '' && !wanted.includes(name)),
    batches: async function* () {
      const of = judge(mapping, around)
      for await (const batch of batchesOf(table, mapping)) yield batch.map(of)
    },
    columnAt: (act, pointer) => {
      const rules = mapping.acts.filter(rule => rule.act === act)
      for (const { body } of rules) {
        const [column] = columnsIn(expressionAt(body, pointer))
        if (column !== undefined) return column
      }
      return null
    },
  }
}
