import { put } from '@gavel/kernel'
import type { ForesightEvent } from './acts.ts'
import { type ForesightState, type Release, releasesOn, type Sounding, soundingsOn, toldOn } from './state.ts'

/** What happened in the room, folded into its state. It knows every event and never refuses. */
export const evolve = (state: ForesightState, event: ForesightEvent): ForesightState => {
  switch (event.type) {
    case 'foresight.sounded': {
      const { type: _, text, sounded, ...said } = event
      const sounding: Sounding = { ...said, member: sounded }
      return { ...state, soundings: put(state.soundings, text, [...soundingsOn(state, text), sounding]) }
    }
    case 'foresight.told': {
      // F-5. What is told anew stands in the place of what was told before.
      const { text, member, points, at } = event
      return {
        ...state,
        told: put(state.told, text, put(toldOn(state, text), member, { member, points, at })),
      }
    }
    case 'foresight.released': {
      const { type: _, release: id, ...told } = event
      const release: Release = { ...told, id }
      return {
        ...state,
        releases: put(state.releases, event.text, [...releasesOn(state, event.text), release]),
      }
    }
    case 'foresight.releaseWithdrawn': {
      const { at, reason } = event
      const changed = releasesOn(state, event.text).map(one =>
        one.id === event.release ? { ...one, withdrawn: { at, reason } } : one,
      )
      return { ...state, releases: put(state.releases, event.text, changed) }
    }
    case 'foresight.readersSet':
      return { ...state, readers: event.readers, readersSet: { source: event.source, at: event.at } }
  }
}
