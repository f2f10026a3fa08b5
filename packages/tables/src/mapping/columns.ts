import { plainName } from '../columns.ts'
import type { Condition, Expression, Mapping } from './format.ts'

/** What stands in braces in a template. */
export const namesInTemplate = (template: string): readonly string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].map(found => plainName(found[1]!))

/** Names a template knows that are no columns. */
export const ownNames = new Set(['row', 'print'])

const columnsOf = (template: string): readonly string[] =>
  namesInTemplate(template).filter(name => !ownNames.has(name))

/** Every column an expression reads, in the order in which it names them. */
export const columnsIn = (expression: Expression): readonly string[] => {
  if (typeof expression !== 'object' || expression === null) return []
  if (Array.isArray(expression)) return expression.flatMap(columnsIn)
  if ('column' in expression && typeof expression.column === 'string')
    return [
      plainName(expression.column),
      ...('default' in expression ? columnsIn(expression.default as Expression) : []),
    ]
  if ('template' in expression && typeof expression.template === 'string')
    return columnsOf(expression.template)
  return Object.values(expression).flatMap(one => columnsIn(one as Expression))
}

export const columnsInCondition = (condition: Condition): readonly string[] => {
  if ('column' in condition) return [plainName(condition.column)]
  if ('first' in condition) return condition.first.map(plainName)
  if ('again' in condition) return condition.again.map(plainName)
  if ('all' in condition) return condition.all.flatMap(columnsInCondition)
  if ('any' in condition) return condition.any.flatMap(columnsInCondition)
  return columnsInCondition(condition.not)
}

/** Every column a mapping reads, each once. */
export const columnsOfMapping = ({ acts, refuse, order, source }: Mapping): readonly string[] => [
  ...new Set([
    ...order.map(plainName),
    ...refuse.flatMap(({ when }) => columnsInCondition(when)),
    ...acts.flatMap(({ when, body }) => [
      ...(when === undefined ? [] : columnsInCondition(when)),
      ...columnsIn(body),
    ]),
    ...columnsOf(source),
  ]),
]
