import { type ActId, type Instant, id, type PersonId } from '@gavel/kernel'
import type { LocalName } from '../institution/acts.ts'
import {
  fault,
  field,
  isObject,
  items,
  maybe,
  type Place,
  type ProfileFault,
  source,
  text,
  textOrNull,
} from '../institution/profileReading.ts'
import type { CommitmentsAct } from './acts.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { initial, type UpToCommitments } from './state.ts'

/** The catalogue of an organisation, read from its files into the acts that open its editions. */
export interface CatalogueRead {
  readonly acts: readonly CommitmentsAct[]
  readonly faults: readonly ProfileFault[]
  readonly counts: { readonly editions: number; readonly measures: number }
}

interface Drafted {
  readonly place: Place
  readonly type: 'commitments.openCatalogue' | 'commitments.recordMeasure'
  readonly body: object
}

const localName = (parent: Place, key: string): LocalName => {
  const place = field(parent, key)
  return isObject(place)
    ? { en: text(field(place, 'en')), ...maybe(place, 'ru'), ...maybe(place, 'ar') }
    : { en: '' }
}

const measure = (catalogue: string, place: Place): readonly Drafted[] =>
  isObject(place)
    ? [
        {
          place,
          type: 'commitments.recordMeasure',
          body: {
            catalogue,
            measure: text(field(place, 'measure')),
            area: text(field(place, 'area')),
            name: localName(place, 'name'),
            ...maybe(place, 'number'),
            source: source(place),
          },
        },
      ]
    : []

const edition = (place: Place): readonly Drafted[] => {
  if (!isObject(place)) return []
  const catalogue = text(field(place, 'catalogue'))
  const opened: Drafted = {
    place,
    type: 'commitments.openCatalogue',
    body: {
      catalogue,
      title: localName(place, 'title'),
      adopted: textOrNull(field(place, 'adopted')),
      source: source(place),
    },
  }
  return [opened, ...items(field(place, 'measures')).flatMap(one => measure(catalogue, one))]
}

/** The acts tried one after the other on an organisation as founded: what a rule refuses is a fault at its place. */
const tried = (
  drafted: readonly Drafted[],
  founded: UpToCommitments,
  at: Instant,
): readonly CommitmentsAct[] => {
  let own = initial
  return drafted.map(({ place, type, body }) => {
    const act = {
      id: id<ActId>(`founding:${place.file}:${place.path}:${type}`),
      type,
      by: id<PersonId>('system'),
      as: { kind: 'system' },
      at,
      body,
    } as CommitmentsAct
    const outcome = decide(act, { ...founded, commitments: own })
    if (outcome.kind === 'accepted') own = outcome.events.reduce(evolve, own)
    else fault(place, `${outcome.refusal.rule}: ${JSON.stringify(outcome.refusal.facts)}`)
    return act
  })
}

/**
 * Reads the catalogue of an organisation (`catalogue.json`: editions with their measures) into acts of the institution
 * itself. `founded` is the organisation as founded, whose areas the measures stand under. No catalogue: no acts. With a
 * fault there are no acts, and all faults are told at once.
 */
export const readCatalogue = (given: unknown, founded: UpToCommitments, at: Instant): CatalogueRead => {
  const none = { editions: 0, measures: 0 }
  if (given === undefined) return { acts: [], faults: [], counts: none }
  const faults: ProfileFault[] = []
  const place: Place = {
    file: 'catalogue.json',
    path: '',
    value: given,
    report: found => faults.push(found),
  }
  const drafted = isObject(place) ? items(field(place, 'editions')).flatMap(edition) : []
  const acts = faults.length === 0 ? tried(drafted, founded, at) : []
  if (faults.length > 0) return { acts: [], faults, counts: none }
  const editions = acts.filter(({ type }) => type === 'commitments.openCatalogue').length
  return { acts, faults, counts: { editions, measures: acts.length - editions } }
}
