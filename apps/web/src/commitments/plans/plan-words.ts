import type { Capacity, DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { bodyName, capacityWords, partyName } from '../../names/names.ts'
import type { Speech } from '../../words/speaking.ts'

/** Days from a first to a last, as short as they can be said: `10–12 May 2027`. */
export const periodWords = ({ tag }: Pick<Speech, 'tag'>, from: string, until: string): string =>
  new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(new Date(`${from}T12:00:00Z`), new Date(`${until}T12:00:00Z`))

/** Who did something, from the name the record keeps of a capacity (`delegate:KAZ`): a delegation by its member. */
export const actorWords = (state: DomainState, speech: Speech, named: string): string => {
  const [kind = '', id = ''] = named.split(':')
  if (kind === 'delegate') return partyName(state, speech, id)
  if (kind === 'chair') return speech.t('app.capacity.chair', { body: bodyName(state, speech, id) })
  if (kind === 'coordinator')
    return speech.t('app.capacity.coordinator', { area: areaName(state, speech, id) })
  return kind === 'secretariat' ? capacityWords(state, speech, { kind } satisfies Capacity) : named
}

export const areaName = (state: DomainState, speech: Speech, id: string): string =>
  speech.name(get(state.institution.areas, id)?.name, id)
