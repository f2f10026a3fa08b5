import { type ForesightState, initial, type Release } from '@gavel/foresight/browser'
import { put } from '@gavel/kernel'

/** The state the room's law looks at, with the packages the views told of: F-7 asks whether an id is taken or withdrawn. */
export const withReleases = (
  text: string,
  releases: readonly (Omit<Release, 'by' | 'id' | 'text'> & { readonly id: string; readonly text: string })[],
): ForesightState => ({ ...initial, releases: put(initial.releases, text, releases as readonly Release[]) })
