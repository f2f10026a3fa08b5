import type { Capacity, DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import type { Speech } from '../words/speaking.ts'

/** The name of a member, observer or partner in the language spoken; its code when it is not on the register. */
export const partyName = (state: DomainState | undefined, speech: Speech, id: string): string =>
  state === undefined ? id : speech.name(get(state.institution.parties, id)?.name, id)

export const bodyName = (state: DomainState | undefined, speech: Speech, id: string): string =>
  state === undefined ? id : speech.name(get(state.institution.bodies, id)?.name, id)

/** A capacity in words: `Delegate of Kazakhstan`. */
export const capacityWords = (state: DomainState | undefined, speech: Speech, as: Capacity): string => {
  switch (as.kind) {
    case 'delegate':
      return speech.t('app.capacity.delegate', { member: partyName(state, speech, as.member) })
    case 'chair':
      return speech.t('app.capacity.chair', { body: bodyName(state, speech, as.body) })
    case 'coordinator':
      return speech.t('app.capacity.coordinator', { area: as.area })
    case 'observer':
      return speech.t('app.capacity.observer', { observer: partyName(state, speech, as.observer) })
    default:
      return speech.t(`app.capacity.${as.kind}`)
  }
}

/** What an act does, in words; its bare type where it belongs to something this edition has no words for. */
export const actWords = (speech: Speech, type: string): string => {
  const key = `act.${type}`
  return speech.knows(key) ? speech.t(key) : type
}
