import type { Json } from '@gavel/kernel'
import { plainName } from '../columns.ts'
import type { Row, RowFault } from '../row.ts'
import { ownNames } from './columns.ts'
import { dayIn } from './dates.ts'
import type { Expression, FromColumn, Kind, Mapping, Template } from './format.ts'

/** What an expression is given: the row with its fingerprint, and where its faults go. */
export interface Given {
  readonly row: Row
  /** 16 hexadecimal digits that are the same for rows whose cells are the same. */
  readonly print: string
  readonly fault: (fault: RowFault) => void
}

/** What an expression gives: a value, or nothing. */
export type Value = Json | undefined
export type Evaluate = (given: Given) => Value

/** Finds who is meant by a name in a table: an id, or a name on the register. */
export type FindMember = (name: string) => string | undefined

export interface Surroundings {
  readonly mapping: Mapping
  /** The place of each column. */
  readonly places: ReadonlyMap<string, number>
  readonly member: FindMember
}

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text)

/** Shortened to so many UTF-16 code units, never through the middle of a character. */
const cutTo = (text: string, most: number): string => {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

interface Taking {
  readonly as?: Kind
  readonly dates?: FromColumn['dates']
  readonly end?: boolean
}

/** Whom the mapping says is meant by a name; the name itself where it says nothing. */
const calledOtherwise = (name: string, { members }: Mapping): string =>
  Object.hasOwn(members, name) ? members[name]! : name

/** A text taken as what it is to be; undefined and a fault where it cannot be. */
const taken = (
  text: string,
  how: Taking,
  column: string | null,
  around: Surroundings,
  given: Given,
): Value => {
  const refuse = (code: string, message: string): undefined => {
    given.fault({ column, code, value: short(text), message })
    return undefined
  }
  switch (how.as ?? 'words') {
    case 'words':
      return text
    case 'line':
      return text.replace(/\s+/g, ' ')
    case 'id': {
      const id = text.replace(/[^A-Za-z0-9._:-]+/g, '-').replace(/^[^A-Za-z0-9]+|-+$/g, '')
      return id === '' ? refuse('id', 'holds nothing that can be a name') : id
    }
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : refuse('integer', 'is not a whole number')
    case 'day':
      return (
        dayIn(text, how.dates ?? [], how.end ?? false) ??
        refuse('day', `is no day written as ${(how.dates ?? []).join(', ')}`)
      )
    case 'member':
      return (
        around.member(calledOtherwise(text, around.mapping)) ??
        refuse('unknownMember', 'is nobody on the register')
      )
  }
}

const translationOf = ({ values }: FromColumn, { mapping }: Surroundings) =>
  typeof values === 'string' ? mapping.values[values] : values

const missing = (column: string, given: Given): undefined => {
  given.fault({ column, code: 'empty', value: '', message: 'is empty' })
  return undefined
}

const fromColumn = (from: FromColumn, around: Surroundings): Evaluate => {
  const column = plainName(from.column)
  const place = around.places.get(column)!
  const translation = translationOf(from, around)
  const fallback = from.default === undefined ? undefined : compile(from.default, around)
  const nothing = (given: Given): Value => {
    if (fallback !== undefined) return fallback(given)
    return from.optional === true ? undefined : missing(column, given)
  }
  return given => {
    const text = (given.row.cells[place] ?? '').trim()
    if (translation !== undefined && Object.hasOwn(translation, text)) {
      const value = translation[text]!
      return value === null ? nothing(given) : value
    }
    if (text === '') return nothing(given)
    if (translation !== undefined && from.as === undefined) {
      given.fault({
        column,
        code: 'unknownValue',
        value: short(text),
        message: 'is a value without a translation',
      })
      return undefined
    }
    return taken(text, from, column, around, given)
  }
}

/** The pieces of a template: what stands, and the columns between. */
const piecesOf = (template: string, around: Surroundings): readonly ((given: Given) => string)[] =>
  template.split(/(\{[^{}]+\})/).map(piece => {
    const name = /^\{([^{}]+)\}$/.exec(piece)?.[1]
    if (name === undefined) return () => piece
    if (ownNames.has(name))
      return name === 'row' ? ({ row }: Given) => String(row.number) : ({ print }: Given) => print
    const place = around.places.get(plainName(name))!
    return ({ row }: Given) => (row.cells[place] ?? '').trim()
  })

const fromTemplate = (from: Template, around: Surroundings): Evaluate => {
  const pieces = piecesOf(from.template, around)
  return given => {
    const text = pieces
      .map(piece => piece(given))
      .join('')
      .trim()
    if (text === '') {
      if (from.optional !== true)
        given.fault({
          column: null,
          code: 'empty',
          value: '',
          message: `“${from.template}” comes to nothing`,
        })
      return undefined
    }
    const value = taken(text, from, null, around, given)
    return typeof value === 'string' && from.cut !== undefined ? cutTo(value, from.cut) : value
  }
}

/** The first that gives something. Only what is empty leads on to the next; what cannot be read is a fault. */
const fromFirst = (list: readonly Expression[], optional: boolean, around: Surroundings): Evaluate => {
  const each = list.map(one => compile(one, around))
  return given => {
    let faults: RowFault[] = []
    for (const one of each) {
      faults = []
      const value = one({ ...given, fault: fault => faults.push(fault) })
      if (value !== undefined && faults.length === 0) return value
      if (faults.some(({ code }) => code !== 'empty')) break
    }
    for (const fault of faults) if (!optional || fault.code !== 'empty') given.fault(fault)
    return undefined
  }
}

const fromMembers = (members: Readonly<Record<string, Expression>>, around: Surroundings): Evaluate => {
  const each = Object.entries(members).map(([name, one]) => [name, compile(one, around)] as const)
  return given => {
    const made: Record<string, Json> = {}
    for (const [name, one] of each) {
      const value = one(given)
      if (value !== undefined) made[name] = value
    }
    return made
  }
}

/** An expression ready to be asked, row after row. */
export const compile = (expression: Expression, around: Surroundings): Evaluate => {
  if (expression === '$source') return fromTemplate({ template: around.mapping.source }, around)
  if (typeof expression !== 'object' || expression === null) return () => expression
  if (Array.isArray(expression)) {
    const each = (expression as readonly Expression[]).map(one => compile(one, around))
    return given => each.map(one => one(given)).filter(value => value !== undefined)
  }
  if ('column' in expression && typeof expression.column === 'string')
    return fromColumn(expression as FromColumn, around)
  if ('template' in expression && typeof expression.template === 'string')
    return fromTemplate(expression as Template, around)
  if ('firstOf' in expression && Array.isArray(expression.firstOf))
    return fromFirst(expression.firstOf, expression['optional'] === true, around)
  return fromMembers(expression as Readonly<Record<string, Expression>>, around)
}
