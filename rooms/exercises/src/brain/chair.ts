import { closable, countOf, type IssueSeen, said, type TableSeen } from './table.ts'

/** How near an option is to what all can live with: who wants it, who can live with it, who stands in the way. */
const nearness = (issue: IssueSeen, option: number, members: number): number =>
  countOf(issue, option, said.backs, members) +
  0.6 * countOf(issue, option, said.canLiveWith, members) +
  0.1 * countOf(issue, option, said.reserves, members) -
  1.5 * countOf(issue, option, said.objects, members)

const best = (options: readonly number[], worth: (option: number) => number): number | undefined => {
  let found: number | undefined
  for (const option of options) if (found === undefined || worth(option) > worth(found) + 1e-9) found = option
  return found
}

const optionsOf = (issue: IssueSeen): readonly number[] => Array.from({ length: issue.options }, (_, k) => k)

/** The brackets that can be settled now, and on what: over nobody's objection (T-30), leaving out nothing anybody maintains (T-31). */
export const settling = (table: TableSeen): readonly { readonly issue: number; readonly option: number }[] =>
  table.issues.flatMap((seen, issue) => {
    const spoken = seen.stands.some(stand => stand !== said.none)
    if (seen.settled !== null || !spoken) return []
    const option = best(
      optionsOf(seen).filter(each => closable(seen, each, table.members)),
      each => nearness(seen, each, table.members),
    )
    return option === undefined ? [] : [{ issue, option }]
  })

/**
 * The chair's text: for every open bracket the option nearest to what all can live with. `refused` are options that a
 * delegation would not have in an earlier text; they are offered again only when nothing else is left.
 */
export const chairsOffer = (table: TableSeen, refused: ReadonlySet<string>): readonly (number | null)[] =>
  table.issues.map((seen, issue) => {
    if (seen.settled !== null) return null
    const fresh = optionsOf(seen).filter(option => !refused.has(`${issue}/${option}`))
    return best(fresh.length > 0 ? fresh : optionsOf(seen), option => nearness(seen, option, table.members))!
  })
