import type { Instant } from '@gavel/kernel'
import { readCatalogue } from './commitments/index.ts'
import { decideAsSystem, domain } from './domain.ts'
import { type Profile, readProfile } from './institution/index.ts'
import type { ProfileFault } from './institution/profileReading.ts'
import { type Act, type DomainState, initial } from './state.ts'

/** An organisation as data, read into everything that founds it. */
export interface Organisation {
  /** In the order in which they have to be done, by the institution itself. Empty when there is any fault. */
  readonly acts: readonly Act[]
  readonly faults: readonly ProfileFault[]
  /** How many of each were read, for a person who checks the files. */
  readonly counts: Profile['counts']
}

const founded = (acts: readonly Act[]): DomainState =>
  acts.reduce<DomainState>((state, act) => {
    const outcome = decideAsSystem(act, state)
    return outcome.kind === 'accepted' ? outcome.events.reduce(domain.evolve, state) : state
  }, initial)

/**
 * Reads an organisation's files (file name to parsed JSON) into its founding acts: the institution, and the catalogue
 * of measures it has. With a fault anywhere there are no acts, and all faults of a file are told at once.
 */
export const readOrganisation = (given: { readonly [file: string]: unknown }, at?: Instant): Organisation => {
  const profile = readProfile(given, at)
  const first = profile.acts[0]
  if (first === undefined) return profile
  const catalogue = readCatalogue(given['catalogue.json'], founded(profile.acts), first.at)
  const { faults, counts } = catalogue
  if (faults.length > 0) return { acts: [], faults, counts: {} }
  const acts = [...profile.acts, ...catalogue.acts]
  return { acts, faults, counts: { ...profile.counts, ...counts, acts: acts.length } }
}
