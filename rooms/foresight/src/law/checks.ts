import { type Audience, type Capacity, type DomainState, institution, type texts } from '@gavel/domain'
import type { Check, Instant, Json, MemberId, Refusal, RuleId, TextId } from '@gavel/kernel'
import type { ChoiceShape, PointToldShape } from '../shapes.ts'
import { type Point, pointsOf } from './points.ts'

/** What several rules of the room ask. */

export const refusal = (rule: string, facts: { readonly [name: string]: Json }): Refusal => ({
  rule: rule as RuleId,
  facts,
})

/** F-1. What an act names is there for the one who names it; what is closed to her is answered in the same words. */
export const unknown = (what: string, id: string): Refusal => refusal('F-1', { [what]: id })

/** Those who mediate on a text: the chair of its body and its facilitators; with them the delegations named. */
export const mediatorsOf = (text: TextId, ...members: readonly MemberId[]): Audience => ({
  kind: 'mediators',
  text,
  members,
})

/** Whether a capacity mediates on a text. */
export const mediates = (as: Capacity, { id, body }: texts.Text): boolean =>
  (as.kind === 'chair' && as.body === body) || (as.kind === 'facilitator' && as.text === id)

/** F-2. Soundings and packages are the business of those who mediate on the very text. */
export const mediating = (as: Capacity, text: texts.Text): Check => [
  'F-2',
  mediates(as, text),
  () => ({ text: text.id, body: text.body, as: institutionName(as) }),
]

const institutionName = (as: Capacity): string =>
  as.kind === 'chair' ? `chair:${as.body}` : as.kind === 'facilitator' ? `facilitator:${as.text}` : as.kind

/** F-3. A text is before a body while it is negotiated: what is said of it is said of what is open. */
export const isOpen = (text: texts.Text): Check => [
  'F-3',
  text.stage === 'open',
  () => ({ text: text.id, stage: text.stage }),
]

/** F-3. Who is sounded, or tells, sits in the body of the text. */
export const sits = (house: DomainState, member: MemberId, text: texts.Text, at: Instant): Check => [
  'F-3',
  institution.sitsIn(house.institution, member, text.body, at),
  () => ({ member, body: text.body }),
]

const twice = (ids: readonly string[]): string | undefined => ids.find((id, at) => ids.indexOf(id) !== at)

const optionsOf = (points: readonly Point[], point: string): readonly string[] | undefined =>
  points.find(each => each.point === point)?.options.map(({ option }) => option)

/** F-4. What is told is of points that are open, each once, and of their options, each once. */
export const toldRightly = (points: readonly PointToldShape[], text: texts.Text): readonly Check[] => {
  const open = pointsOf(text)
  const double = twice(points.map(({ point }) => point))
  const closed = points.find(({ point }) => optionsOf(open, point) === undefined)
  const odd = points.find(({ point, options }) => {
    const known = optionsOf(open, point) ?? []
    const named = options.map(({ option }) => option)
    return twice(named) !== undefined || named.some(option => !known.includes(option))
  })
  return [
    ['F-4', double === undefined, () => ({ point: double!, twice: true })],
    [
      'F-4',
      closed === undefined,
      () => ({ point: closed!.point, open: open.map(({ point }) => point).slice(0, 50) }),
    ],
    ['F-4', odd === undefined, () => ({ point: odd!.point, options: optionsOf(open, odd!.point) ?? [] })],
  ]
}

/** F-6. A package takes one option on each of its points, and all of them are open. */
export const chosenRightly = (choices: readonly ChoiceShape[], text: texts.Text): readonly Check[] => {
  const open = pointsOf(text)
  const double = twice(choices.map(({ point }) => point))
  const odd = choices.find(({ point, option }) => !(optionsOf(open, point) ?? []).includes(option))
  return [
    ['F-6', double === undefined, () => ({ point: double!, twice: true })],
    ['F-6', odd === undefined, () => ({ point: odd!.point, options: optionsOf(open, odd!.point) ?? [] })],
  ]
}

/** I-12. What people read hides nothing. */
export const readable = (name: string, words: string | undefined, longest = 4_000): Check => {
  const fault = words === undefined ? null : institution.wordsFault(words, longest)
  return ['I-12', fault === null, () => ({ name, fault })]
}
