import type { Submitted } from '@gavel/application'
import { gate, type ProblemName, type ProblemShape, type ReceiptShape } from '@gavel/contract'
import type { Catalogue } from '../catalogue.ts'
import { problemOf } from '../http/problem.ts'

/** The institution's rules at the gate: who may act at all. What they refuse is forbidden, not in conflict. */
const forbidden = new Set(gate.filter(rule => rule.startsWith('I-')))

/** Where a rule of the gate stands on the status line, and every other rule. */
export const statusOfRule = (rule: string): number => (forbidden.has(rule) ? 403 : 409)

const conflicts: { readonly [name: string]: ProblemName } = {
  actIdTaken: 'conflict',
  actIdUnfit: 'malformed',
  entryTooLarge: 'too-large',
  notCanonical: 'malformed',
  listEmpty: 'malformed',
  listTooLong: 'too-large',
  recordClosed: 'unavailable',
}

/** A refusal or a conflict as problem details. `list`: the act stood in a list, and its place is told. */
export const problemFor = (
  answer: Exclude<Submitted, { kind: 'recorded' }>,
  list: boolean,
  { sentenceOf }: Pick<Catalogue, 'sentenceOf'>,
): ProblemShape => {
  const place = list ? { act: answer.act } : {}
  if (answer.kind === 'conflict')
    return {
      ...problemOf(conflicts[answer.conflict.name] ?? 'unprocessable', { detail: answer.conflict.sentence }),
      ...place,
    }
  const { rule, facts } = answer.refusal
  return {
    type: `/rules/${rule}`,
    title: sentenceOf(rule),
    status: statusOfRule(rule),
    rule,
    facts: { ...facts },
    ...place,
  }
}

/** The receipt of the act with that id, recorded under that index (reactions may stand between acts of a list). */
export const receiptFor = (
  id: string,
  index: number,
  { receipt }: Extract<Submitted, { kind: 'recorded' }>,
): ReceiptShape => ({ id, index, at: receipt.at, size: receipt.size })
