import { countedFor } from './ahead.ts'
import { coverage, followUp, newestMoves } from './catalogue.ts'
import { delegations, sizes } from './delegations.ts'
import type { AnalysisTable, Asked, Asking } from './table.ts'
import { kindNames, kindTable } from './tables.ts'
import type { Analysis } from './value.ts'

const special: Readonly<Record<string, (value: Analysis, asked: Asked, asking: Asking) => AnalysisTable>> = {
  coverage,
  decisions: followUp,
  delegations,
  sizes,
  moves: newestMoves,
}

/** The tables of the analysis by name, in the order in which they are answered. */
export const analysisTables: readonly string[] = [...kindNames, ...Object.keys(special)]

/**
 * One table of the analysis, as far as somebody may read what it counts; undefined for a name there is none of. Costs the
 * sums there are (members by areas by years by days), whatever they were made of.
 */
export const analysisTable = (
  name: string,
  value: Analysis,
  asked: Asked,
  asking: Asking,
): AnalysisTable | undefined => {
  const complete = countedFor(value, asking.state, Number(asking.now.slice(0, 4)))
  return (
    kindTable(name, complete, asked, asking) ??
    (Object.hasOwn(special, name) ? special[name]!(complete, asked, asking) : undefined)
  )
}
