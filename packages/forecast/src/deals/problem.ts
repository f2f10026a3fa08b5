/**
 * Package deals: one option on each issue, so that nobody is asked for what they cannot give. What members said of their
 * flexibility is sealed from each other; these are functions of all of it, for a mediator's eyes.
 */
export interface Flexibility {
  /** Worth of each option, by issue: what it adds for the member, at least 0. */
  readonly worth: readonly (readonly number[])[]
  /** Options the member cannot accept, by issue. */
  readonly cannot: readonly (readonly boolean[])[]
  /** The least total worth at which the member still agrees. */
  readonly reserve: number
}

/** One option per issue, and what the package is worth to each member. */
export interface Deal {
  readonly options: readonly number[]
  readonly worth: readonly number[]
}

/** What cannot be searched: which member, which issue, and why. */
export class UnreadableFlexibility extends Error {}

/** The problem laid out: per issue the options nobody refuses, with their worth to each member. */
export interface Table {
  readonly members: number
  readonly issues: number
  readonly reserve: Float64Array
  /** Options left per issue. */
  readonly left: readonly (readonly number[])[]
  /** Worth to all members of an option that is left: `worth[issue][place of the option in left]`. */
  readonly worth: readonly (readonly Float64Array[])[]
}

const check = (members: readonly Flexibility[]): number => {
  const shape = members[0]?.worth.map(options => options.length) ?? []
  if (shape.length === 0) throw new UnreadableFlexibility('there is no member, or no issue')
  for (const [m, { worth, cannot }] of members.entries())
    for (const [issue, count] of shape.entries()) {
      if (count === 0 || worth[issue]?.length !== count || cannot[issue]?.length !== count)
        throw new UnreadableFlexibility(`member ${m}, issue ${issue}: not as many options as others see`)
      if (worth[issue]!.some(each => !(each >= 0 && each < Number.POSITIVE_INFINITY)))
        throw new UnreadableFlexibility(`member ${m}, issue ${issue}: worth is a number from 0`)
    }
  return shape.length
}

/** Lays the problem out; options that somebody cannot accept are gone. Throws UnreadableFlexibility. */
export const tableOf = (members: readonly Flexibility[]): Table => {
  const issues = check(members)
  const left = Array.from({ length: issues }, (_, issue) =>
    [...members[0]!.worth[issue]!.keys()].filter(
      option => !members.some(each => each.cannot[issue]![option]),
    ),
  )
  return {
    members: members.length,
    issues,
    reserve: Float64Array.from(members, each => each.reserve),
    left,
    worth: left.map((options, issue) =>
      options.map(option => Float64Array.from(members, each => each.worth[issue]![option]!)),
    ),
  }
}

/** Issues on which every option is refused by somebody, with who refuses what: there is no package until one gives way. */
export const blockedIssues = (
  members: readonly Flexibility[],
): readonly { readonly issue: number; readonly refusals: readonly (readonly number[])[] }[] => {
  const { left } = tableOf(members)
  return left.flatMap((options, issue) =>
    options.length > 0
      ? []
      : [
          {
            issue,
            refusals: members[0]!.cannot[issue]!.map((_, option) =>
              [...members.keys()].filter(m => members[m]!.cannot[issue]![option]),
            ),
          },
        ],
  )
}
