import type { DomainState } from '@gavel/domain'
import { texts } from '@gavel/domain'
import { entries, get, type OptionId, type ParagraphId, type TextId } from '@gavel/kernel'
import { type IssueSeen, type StandWord, said, type TableSeen } from '../brain/table.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** Where delegations stand in the state of a record: their places by the names of their members. */
export const placesOf = (scenario: Scenario): ReadonlyMap<string, number> =>
  new Map(scenario.delegations.map(({ member }, at) => [member, at]))

const codeOf = (stand: string): number => said[stand as StandWord] ?? said.none

const fill = (
  into: Uint8Array,
  option: number,
  support: { readonly stands: Parameters<typeof entries>[0] },
  places: ReadonlyMap<string, number>,
): void => {
  for (const [member, taken] of entries(support.stands)) {
    const at = places.get(member)
    if (at !== undefined)
      into[option * places.size + at] = codeOf((taken as { readonly stand: string }).stand)
  }
}

/** What is said of having no words there follows from what is said of the words. */
const withoutWords = (stands: Uint8Array, members: number): void => {
  for (let m = 0; m < members; m++) {
    const words = stands[m]!
    stands[members + m] =
      words === said.objects ? said.backs : words === said.backs ? said.none : said.canLiveWith
  }
}

/** The table as everybody sees it, from the state of a record. `settled` and `offers` are what the chair's side has said so far. */
export const seenIn = (
  state: DomainState,
  text: TextId,
  scenario: Scenario,
  places: ReadonlyMap<string, number>,
  now: {
    readonly stage: TableSeen['stage']
    readonly time: number
    readonly round: number
    readonly settled: readonly (number | null)[]
    readonly offers: readonly {
      readonly paragraph: string
      readonly issues: readonly number[]
      readonly options: readonly number[]
    }[]
  },
): TableSeen => {
  const members = places.size
  const own = texts.textOf(state.texts, text)!
  const issues = scenario.issues.map((issue, at): IssueSeen => {
    const stands = new Uint8Array(issue.options.length * members)
    const paragraph = get(own.paragraphs, issue.paragraph)
    for (const [option, id] of issue.optionIds.entries()) {
      const support = paragraph && get(paragraph.options, id as OptionId)
      if (support) fill(stands, option, support, places)
    }
    if (issue.without) withoutWords(stands, members)
    return { settled: now.settled[at]!, options: issue.options.length, without: issue.without, stands }
  })
  const offers = now.offers.map(({ paragraph, issues: of, options }) => {
    const stands = new Uint8Array(members)
    const offer = get(own.paragraphs, paragraph as ParagraphId)?.offer
    if (offer) fill(stands, 0, offer, places)
    return { issues: of, options, stands }
  })
  return { members, stage: now.stage, time: now.time, round: now.round, issues, offers }
}
