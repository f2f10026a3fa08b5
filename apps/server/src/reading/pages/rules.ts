import { notFound } from '@gavel/api'
import { actRules, gate, refusals } from '@gavel/contract'
import { readRulebook } from '../../rulebook.ts'
import type { Finder } from '../visit.ts'

export const rulesFound: Finder = async ({ context: { keeper } }) => {
  const chapters = await readRulebook()
  return {
    basis: [keeper.state().institution, chapters],
    page: () => ({ kind: 'rules', props: { chapters } }),
  }
}

/** Acts a rule may stand in the way of; none where it stands before them all. */
const actsUnder = (id: string): readonly string[] =>
  gate.includes(id)
    ? []
    : Object.entries(actRules)
        .filter(([, rules]) => rules.includes(id))
        .map(([type]) => type)

/** A rule by its id, as a program is told. */
export const ruleData = (id: string): { readonly id: string; readonly sentence: string } => {
  if (!Object.hasOwn(refusals, id)) throw notFound()
  return { id, sentence: refusals[id]! }
}

export const ruleFound: Finder = async ({ context: { keeper }, params }) => {
  const { id } = ruleData(params['id']!)
  const chapters = await readRulebook()
  const told = chapters.flatMap(({ rules }) => rules).find(rule => rule.id === id)
  const rule = told ?? { id, heading: '', source: '', parameters: [] }
  return {
    basis: [keeper.state().institution, chapters],
    page: () => ({ kind: 'rule', props: { rule, acts: actsUnder(id) } }),
  }
}
