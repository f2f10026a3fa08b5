import { dateForms } from './dates.ts'
import type { Mapping } from './format.ts'
import { kinds } from './format.ts'

/** What is wrong with a mapping, and where: `acts/0/body/member`. */
export interface MappingFault {
  readonly path: string
  readonly why: string
}

type Found = { readonly mapping: Mapping } | { readonly faults: readonly MappingFault[] }
type Data = Readonly<Record<string, unknown>>
type Report = (path: string, why: string) => void

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText)

/** A value of a cell, or several; an empty cell is one too. */
const isChoice = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every(one => typeof one === 'string'))

/** Refuses what is not known, so that a misspelled word is not passed over. */
const only = (value: Data, known: readonly string[], path: string, report: Report): void => {
  for (const key of Object.keys(value))
    if (!known.includes(key)) report(`${path}/${key}`, `is not known here; there are ${known.join(', ')}`)
}

const deepest = 12

/** Names that would reach into the machinery of objects rather than name a member. */
const reserved = new Set(['__proto__', 'constructor', 'prototype'])

const checkTaking = (value: Data, path: string, report: Report): void => {
  const { as, dates, end, optional, cut } = value
  if (as !== undefined && !kinds.some(kind => kind === as))
    report(`${path}/as`, `is none of ${kinds.join(', ')}`)
  if (dates !== undefined && !(Array.isArray(dates) && dates.every(form => dateForms.includes(form))))
    report(`${path}/dates`, `is a list of ${dateForms.join(', ')}`)
  if (as === 'day' && dates === undefined) report(`${path}/dates`, 'says in which forms a day is written')
  if (cut !== undefined && !(Number.isSafeInteger(cut) && (cut as number) > 1))
    report(`${path}/cut`, 'is a whole number above 1')
  for (const [name, flag] of Object.entries({ end, optional }))
    if (flag !== undefined && typeof flag !== 'boolean') report(`${path}/${name}`, 'is true or false')
}

const checkColumn = (value: Data, values: Data, path: string, report: Report, depth: number): void => {
  only(value, ['column', 'as', 'values', 'dates', 'end', 'optional', 'default'], path, report)
  if (!isText(value['column'])) report(`${path}/column`, 'is the name of a column')
  checkTaking(value, path, report)
  const named = value['values']
  if (typeof named === 'string' && !(Object.hasOwn(values, named) && isObject(values[named])))
    report(`${path}/values`, `there are no values called ${named}`)
  else if (named !== undefined && typeof named !== 'string' && !isObject(named))
    report(`${path}/values`, 'is a name, or an object of what each value stands for')
  if (value['default'] !== undefined)
    checkExpression(value['default'], values, `${path}/default`, report, depth + 1)
}

const checkExpression = (value: unknown, values: Data, path: string, report: Report, depth: number): void => {
  if (depth > deepest) {
    report(path, `nests deeper than ${deepest}`)
    return
  }
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) checkExpression(one, values, `${path}/${at}`, report, depth + 1)
    return
  }
  if (!isObject(value)) {
    report(path, 'is no value')
    return
  }
  if ('column' in value) {
    checkColumn(value, values, path, report, depth)
    return
  }
  if ('template' in value) {
    only(value, ['template', 'as', 'dates', 'end', 'cut', 'optional'], path, report)
    if (!isText(value['template'])) report(`${path}/template`, 'is text with {columns} in it')
    checkTaking(value, path, report)
    return
  }
  if ('firstOf' in value) {
    only(value, ['firstOf', 'optional'], path, report)
    const list = value['firstOf']
    if (!Array.isArray(list) || list.length === 0) {
      report(`${path}/firstOf`, 'is a list')
      return
    }
    checkExpression(list, values, `${path}/firstOf`, report, depth + 1)
    return
  }
  for (const [name, one] of Object.entries(value)) {
    if (reserved.has(name)) report(`${path}/${name}`, 'is no name a member may have')
    checkExpression(one, values, `${path}/${name}`, report, depth + 1)
  }
}

const conditions = ['is', 'filled', 'first', 'again', 'all', 'any', 'not']

const checkCondition = (value: unknown, path: string, report: Report, depth = 0): void => {
  if (depth > deepest || !isObject(value)) {
    report(path, 'is no condition')
    return
  }
  const [key] = Object.keys(value).filter(name => name !== 'column')
  if (key === undefined || !conditions.includes(key)) {
    report(path, `is one of ${conditions.join(', ')}`)
    return
  }
  only(value, key === 'is' || key === 'filled' ? ['column', key] : [key], path, report)
  const inner = value[key]
  const list = (each: (one: unknown, at: number) => void): void => {
    if (!Array.isArray(inner) || inner.length === 0) report(`${path}/${key}`, 'is a list')
    else inner.forEach(each)
  }
  switch (key) {
    case 'is':
    case 'filled':
      if (!isText(value['column'])) report(`${path}/column`, 'is the name of a column')
      if (key === 'filled' ? typeof inner !== 'boolean' : !isChoice(inner))
        report(`${path}/${key}`, key === 'filled' ? 'is true or false' : 'is a value, or a list of values')
      return
    case 'first':
    case 'again':
      if (!isTexts(inner)) report(`${path}/${key}`, 'is a list of columns')
      return
    case 'all':
    case 'any':
      list((one, at) => checkCondition(one, `${path}/${key}/${at}`, report, depth + 1))
      return
    default:
      checkCondition(inner, `${path}/not`, report, depth + 1)
      return
  }
}

const checkActs = (value: unknown, values: Data, report: Report): void => {
  if (!Array.isArray(value) || value.length === 0) {
    report('acts', 'is a list of at least one act')
    return
  }
  for (const [at, rule] of value.entries()) {
    const path = `acts/${at}`
    if (!isObject(rule)) {
      report(path, 'is an object')
      continue
    }
    only(rule, ['act', 'when', 'body'], path, report)
    if (!/^[a-z]+\.[a-zA-Z]+$/.test(String(rule['act']))) report(`${path}/act`, 'is the name of an act')
    if (rule['when'] !== undefined) checkCondition(rule['when'], `${path}/when`, report)
    if (isObject(rule['body'])) checkExpression(rule['body'], values, `${path}/body`, report, 0)
    else report(`${path}/body`, 'is an object')
  }
}

const checkRefuse = (value: unknown, report: Report): void => {
  if (!Array.isArray(value)) {
    report('refuse', 'is a list')
    return
  }
  for (const [at, rule] of value.entries()) {
    const path = `refuse/${at}`
    if (!isObject(rule)) {
      report(path, 'is an object')
      continue
    }
    only(rule, ['when', 'because'], path, report)
    if (!isText(rule['because'])) report(`${path}/because`, 'is a sentence')
    checkCondition(rule['when'], `${path}/when`, report)
  }
}

const checkTexts = (value: unknown, path: string, report: Report): void => {
  if (!isObject(value)) {
    report(path, 'is an object')
    return
  }
  for (const [name, text] of Object.entries(value)) if (!isText(text)) report(`${path}/${name}`, 'is text')
}

const members = ['name', 'title', 'source', 'order', 'values', 'members', 'refuse', 'acts']

/**
 * Checks that data is a mapping; every fault is told at once, with its place. Whether its acts are acts there are, and
 * its columns columns there are, is looked at when it meets a table.
 */
export const checkMapping = (data: unknown): Found => {
  const faults: MappingFault[] = []
  const report: Report = (path, why) => {
    if (faults.length < 50) faults.push({ path, why })
  }
  if (!isObject(data)) return { faults: [{ path: '', why: 'is no mapping: not an object' }] }
  only(data, members, '', report)
  const { name, title, source, order = [], values = {} } = data
  const { members: aliases = {}, refuse = [], acts } = data
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(String(name)))
    report('name', 'is 1 to 40 small letters, digits and dashes')
  if (!isText(title)) report('title', 'is a line')
  if (!isText(source)) report('source', 'says where the table comes from')
  if (!Array.isArray(order) || !order.every(isText)) report('order', 'is a list of columns')
  const translations = isObject(values) ? values : {}
  if (!isObject(values)) report('values', 'is an object')
  for (const [key, table] of Object.entries(translations))
    if (!isObject(table)) report(`values/${key}`, 'is an object of what each value stands for')
  checkTexts(aliases, 'members', report)
  checkRefuse(refuse, report)
  checkActs(acts, translations, report)
  if (faults.length > 0) return { faults }
  const mapping = { name, title, source, order, values, members: aliases, refuse, acts }
  return { mapping: mapping as unknown as Mapping }
}
