import { notFound } from '@gavel/api'
import { actRules, gate, refusals } from '@gavel/contract'
import { rooms } from '../../rooms.ts'
import { readRulebook, roomRule } from '../../rulebook.ts'
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

/** The sentences of rooms' rules; they have no page in the list of chapters. */
const ofRooms: { readonly [rule: string]: string } = Object.assign(
  {},
  ...rooms.map(({ refusals: own }) => own),
)

const roomOf = (id: string): string | undefined =>
  rooms.find(({ refusals: own }) => Object.hasOwn(own, id))?.law.name

const actsInRooms = (id: string): readonly string[] =>
  rooms.flatMap(({ acts }) => Object.keys(acts).filter(type => acts[type]!.rules.includes(id)))

/** A rule by its id, as a program is told. */
export const ruleData = (id: string): { readonly id: string; readonly sentence: string } => {
  const sentences = Object.hasOwn(refusals, id) ? refusals : ofRooms
  if (!Object.hasOwn(sentences, id)) throw notFound()
  return { id, sentence: sentences[id]! }
}

export const ruleFound: Finder = async ({ context: { keeper }, params }) => {
  const { id, sentence } = ruleData(params['id']!)
  const chapters = await readRulebook()
  const room = roomOf(id)
  const own = room === undefined ? undefined : await roomRule(room, id)
  const told = own ?? chapters.flatMap(({ rules }) => rules).find(rule => rule.id === id)
  const rule = told ?? { id, heading: '', source: '', parameters: [] }
  return {
    basis: [keeper.state().institution, chapters],
    page: () => ({
      kind: 'rule',
      props:
        room !== undefined
          ? { rule: { ...rule, sentence }, acts: actsInRooms(id) }
          : { rule, acts: actsUnder(id) },
    }),
  }
}
