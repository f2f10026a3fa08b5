import type { Capacity, DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import type { Speech } from '../words/speaking.ts'

/** The name of a member, observer or partner in the language spoken; its code when it is not on the register. */
export const partyName = (state: DomainState | undefined, speech: Speech, id: string): string =>
  state === undefined ? id : speech.name(get(state.institution.parties, id)?.name, id)

/**
 * A dimension by its name, as an area of it was recorded with; where none was, by the name of its only area; else by its
 * code.
 */
export const dimensionName = ({ institution }: DomainState, speech: Speech, dimension: string): string => {
  const own = institution.areaOrder
    .map(id => get(institution.areas, id)!)
    .filter(area => area.dimension === dimension)
  const named = own.find(area => area.dimensionName !== undefined)?.dimensionName
  return speech.name(named ?? (own.length === 1 ? own[0]!.name : undefined), dimension)
}

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
      return speech.t('app.capacity.coordinator', {
        area: speech.name(
          state === undefined ? undefined : get(state.institution.areas, as.area)?.name,
          as.area,
        ),
      })
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
