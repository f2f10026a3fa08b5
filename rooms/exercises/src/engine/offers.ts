import { texts } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import type { Move } from '../brain/move.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { paragraphNow } from './decision.ts'
import { wordingWith } from './drafting.ts'
import { chairOf, delegateOf } from './stages.ts'
import type { ExerciseRecord, Said } from './teller.ts'

/** The text an exercise is about; there is one in its record. */
export const text = 'draft' as TextId

/** What is said beside a stand, for all to read; instructions themselves are never said. */
const noteOf = (scenario: Scenario, { why }: Move): string | undefined => {
  const other = why.other === undefined ? undefined : scenario.issues[why.other]!.about
  switch (why.name) {
    case 'awaitsInstructions':
      return 'Awaiting instructions.'
    case 'wantsInReturn':
      return `There may be room here, once this is settled: ${other}`
    case 'trade':
      return `As part of a whole, with this: ${other}`
    default:
      return undefined
  }
}

/** What the chair's text offers for one paragraph: its open brackets, and the option taken in each. */
export interface Offered {
  readonly paragraph: string
  readonly issues: readonly number[]
  readonly options: readonly number[]
}

/** A stand as an act of its delegation. */
export const standAct = (
  scenario: Scenario,
  member: number,
  move: Move,
  offers: readonly Offered[],
): Said => {
  const note = noteOf(scenario, move)
  const about =
    move.kind === 'onOffer'
      ? { paragraph: offers[move.offer]!.paragraph, on: 'chairsText' }
      : {
          paragraph: scenario.issues[move.issue]!.paragraph,
          option: scenario.issues[move.issue]!.optionIds[move.option],
        }
  const said = { text, ...about, stand: move.stand, ...(note === undefined ? {} : { note }) }
  return { as: delegateOf(scenario, member), type: 'texts.takeStand', body: said }
}

/** The open brackets by the paragraph they stand in, with the options chosen for them. */
export const offersOf = (scenario: Scenario, options: readonly (number | null)[]): readonly Offered[] => {
  const found = new Map<string, { issues: number[]; options: number[] }>()
  for (const [issue, option] of options.entries()) {
    if (option === null) continue
    const { paragraph } = scenario.issues[issue]!
    const own = found.get(paragraph) ?? { issues: [], options: [] }
    own.issues.push(issue)
    own.options.push(option)
    found.set(paragraph, own)
  }
  return [...found].map(([paragraph, own]) => ({ paragraph, ...own }))
}

const reasonLeftOut = 'Fewer delegations could live with it than with what stands here.'

/** The chair's text for these paragraphs: the words with the options chosen, and an account of those left out. */
export const offerAct = (scenario: Scenario, record: ExerciseRecord, offers: readonly Offered[]): Said => {
  const state = record.state()
  const paragraphs = offers.map(({ paragraph, issues, options }) => {
    const taken = new Map(
      issues.map((issue, at) => [
        scenario.issues[issue]!.bracket,
        scenario.issues[issue]!.optionIds[options[at]!] ?? null,
      ]),
    )
    return {
      paragraph,
      wording: wordingWith(
        paragraphNow(state, text, paragraph).content,
        bracket => taken.get(bracket) ?? null,
      ),
    }
  })
  const leavesOut = offers.flatMap(({ issues, options }) =>
    issues.flatMap((issue, at) =>
      scenario.issues[issue]!.optionIds.flatMap((option, k) =>
        k === options[at] ? [] : [{ option, reason: reasonLeftOut }],
      ),
    ),
  )
  const base = texts.textOf(state.texts, text)!.revision
  return {
    as: chairOf(scenario, 'workingGroup'),
    type: 'texts.offerChairsText',
    body: { text, base, paragraphs, leavesOut },
  }
}

/** What an offer settles, bracket by bracket. */
export const placesIn = ({ issues, options }: Offered) =>
  issues.map((issue, at) => ({ issue, option: options[at]! }))

/** The chair takes what nobody objects to, and withdraws the rest. */
export const takingActs = (scenario: Scenario, free: readonly Offered[], rest: boolean): readonly Said[] => {
  const as = chairOf(scenario, 'workingGroup')
  const paragraphs = free.map(({ paragraph }) => paragraph)
  return [
    ...(free.length > 0 ? [{ as, type: 'texts.acceptChairsText', body: { text, paragraphs } } as const] : []),
    ...(rest ? [{ as, type: 'texts.withdrawChairsText', body: { text } } as const] : []),
  ]
}

/** Brackets that nothing stands in the way of any more, closed by the chair of the working group. */
export const closingActs = (
  scenario: Scenario,
  settling: readonly { readonly issue: number; readonly option: number }[],
): readonly Said[] =>
  settling.map(({ issue, option }) => {
    const { paragraph, bracket, optionIds } = scenario.issues[issue]!
    return {
      as: chairOf(scenario, 'workingGroup'),
      type: 'texts.closeBracket',
      body: { text, paragraph, bracket, option: optionIds[option] ?? null },
    }
  })
