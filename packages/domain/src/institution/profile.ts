import type { BodyId } from '@gavel/kernel'
import { type ActId, type Instant, id, type MemberId, type PersonId } from '@gavel/kernel'
import type { InstitutionAct, LocalName, Office, ParameterValue } from './acts.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import {
  fault,
  field,
  isObject,
  items,
  maybe,
  moment,
  oneOf,
  type Place,
  type ProfileFault,
  source,
  text,
  textOrNull,
  texts,
} from './profileReading.ts'
import { type InstitutionState, initial } from './state.ts'

/**
 * An organisation as data, read into the acts that found it. The files of `organisations/<name>/` are named below;
 * what they hold besides is kept as data for later chapters and is only asked for its sources.
 */
export interface Profile {
  /** In the order in which they have to be done, by the institution itself. Empty when there is any fault. */
  readonly acts: readonly InstitutionAct[]
  readonly faults: readonly ProfileFault[]
  /** How many of each were read, for a person who checks the files. */
  readonly counts: { readonly [what: string]: number }
}

/** The body of an act together with the place it was read from, so that a refusal can be shown there. */
interface Drafted {
  readonly place: Place
  readonly type: InstitutionAct['type']
  readonly body: object
}

const draft = <Type extends InstitutionAct['type']>(
  place: Place,
  type: Type,
  body: Extract<InstitutionAct, { type: Type }>['body'],
): Drafted => ({ place, type, body })

const name = (parent: Place): LocalName => {
  const place = field(parent, 'name')
  return isObject(place)
    ? { en: text(field(place, 'en')), ...maybe(place, 'ru'), ...maybe(place, 'ar') }
    : { en: '' }
}

/** A note, with the precision of the date where it is not plain from the date itself. */
const noteOf = (place: Place): { readonly note?: string } => {
  const { note } = maybe(place, 'note')
  const { precision } = maybe(place, 'precision')
  const rough = precision !== undefined && !['day', 'month', 'year'].includes(precision)
  const parts = [note, rough ? `Precision of the date: ${precision}.` : undefined].filter(
    part => part !== undefined,
  )
  return parts.length === 0 ? {} : { note: parts.join(' ') }
}

const organisation = (place: Place): readonly Drafted[] =>
  isObject(place)
    ? [
        draft(place, 'institution.found', {
          organisation: text(field(place, 'organisation')),
          name: name(place),
          shortName: text(field(place, 'shortName')),
          languages: texts(field(place, 'languages')),
          source: source(place),
        }),
      ]
    : []

/** A party, with one claim for each source that speaks of it. */
const party = (place: Place): readonly Drafted[] => {
  if (!isObject(place)) return []
  const who = { party: id<MemberId>(text(field(place, 'party'))), name: name(place) }
  const claims = items(field(place, 'claims'))
  if (claims.length === 0) fault(field(place, 'claims'), 'at least one claim is wanted')
  return claims.filter(isObject).map(claim =>
    draft(claim, 'institution.recordParty', {
      ...who,
      standing: oneOf(field(claim, 'standing'), [
        'member',
        'observerState',
        'observerOrganisation',
        'partner',
      ]),
      status: oneOf(field(claim, 'status'), ['active', 'suspended', 'left']),
      from: textOrNull(field(claim, 'from')),
      ...maybe(claim, 'until'),
      ...maybe(claim, 'instrument'),
      source: source(claim),
      ...noteOf(claim),
    }),
  )
}

const body = (place: Place): readonly Drafted[] =>
  isObject(place)
    ? [
        draft(place, 'institution.recordBody', {
          body: id<BodyId>(text(field(place, 'body'))),
          name: name(place),
          reportsTo: textOrNull(field(place, 'reportsTo')) as BodyId | null,
          kind: oneOf(field(place, 'kind'), ['governing', 'subsidiary', 'advisory', 'administrative']),
          code: text(field(place, 'code')),
          ...maybe(place, 'rhythm'),
          source: source(place),
        }),
      ]
    : []

const term = (place: Place, office: Office): Drafted =>
  draft(place, 'institution.recordTerm', {
    office,
    holder: id<MemberId>(text(field(place, 'holder'))),
    from: text(field(place, 'from')),
    ...maybe(place, 'until'),
    source: source(place),
    ...noteOf(place),
  })

/** One term of a chair is a term in each of the bodies it names. */
const chairs = (place: Place): readonly Drafted[] =>
  isObject(place)
    ? texts(field(place, 'bodies')).map(of => term(place, { kind: 'chair', body: id<BodyId>(of) }))
    : []

const area = (place: Place, dimension: string, dimensionName: LocalName): readonly Drafted[] => {
  if (!isObject(place)) return []
  const key = text(field(place, 'area'))
  const coordinators = items(field(place, 'coordinators')).filter(isObject)
  return [
    draft(place, 'institution.recordArea', {
      area: key,
      dimension,
      dimensionName,
      name: name(place),
      source: source(place),
    }),
    ...coordinators.map(one =>
      term(one, { kind: oneOf(field(one, 'office'), ['coordinator', 'coCoordinator']), area: key }),
    ),
  ]
}

const dimension = (place: Place): readonly Drafted[] => {
  if (!isObject(place)) return []
  const key = text(field(place, 'dimension'))
  const called = name(place)
  source(place)
  return items(field(place, 'areas')).flatMap(one => area(one, key, called))
}

const value = (place: Place): ParameterValue => {
  if (Array.isArray(place.value)) return texts(place)
  if (typeof place.value === 'number' || typeof place.value === 'boolean') return place.value
  return text(place)
}

const dated = (place: Place): readonly Drafted[] =>
  isObject(place)
    ? [
        draft(place, 'institution.setParameter', {
          name: text(field(place, 'name')),
          value: value(field(place, 'value')),
          since: moment(field(place, 'since')),
          ...(maybe(place, 'body') as { body?: BodyId }),
          source: source(place),
        }),
      ]
    : []

const each = (read: (place: Place) => readonly Drafted[]) => (place: Place) => items(place).flatMap(read)

/** The files that found an organisation, in the order in which they build on each other. */
const files: readonly (readonly [
  file: string,
  needed: boolean,
  read: (place: Place) => readonly Drafted[],
])[] = [
  ['organisation.json', true, organisation],
  ['members.json', true, each(party)],
  ['observers.json', false, each(party)],
  ['partners.json', false, each(party)],
  ['bodies.json', true, each(body)],
  ['chairs.json', false, each(chairs)],
  ['dimensions.json', false, each(dimension)],
  ['parameters.json', false, each(dated)],
]

/** What is kept as data: every item of every list in it names its source. */
const checkData = (place: Place): void => {
  const lists = Array.isArray(place.value)
    ? [place]
    : isObject(place)
      ? Object.keys(place.value as object)
          .map(key => field(place, key))
          .filter(one => Array.isArray(one.value))
      : []
  for (const item of lists.flatMap(items)) if (isObject(item)) source(item)
}

/** The acts tried one after the other: what a rule refuses is a fault at the place it was read from. */
const tried = (drafted: readonly Drafted[], at: Instant): readonly InstitutionAct[] => {
  let own: InstitutionState = initial
  return drafted.map(({ place, type, body }) => {
    const act = {
      id: id<ActId>(`founding:${place.file}:${place.path}:${type}${officeOf(body)}`),
      type,
      by: id<PersonId>('system'),
      as: { kind: 'system' },
      at,
      body,
    } as InstitutionAct
    const outcome = decide(act, { institution: own })
    if (outcome.kind === 'accepted') own = outcome.events.reduce(evolve, own)
    else fault(place, `${outcome.refusal.rule}: ${JSON.stringify(outcome.refusal.facts)}`)
    return act
  })
}

/** One term of a chair in several bodies is read at one place: the office tells the acts apart. */
const officeOf = (body: object): string => ('office' in body ? `:${JSON.stringify(body.office)}` : '')

const count = (acts: readonly InstitutionAct[]): Profile['counts'] => {
  const parties = new Map<string, string>()
  for (const act of acts)
    if (act.type === 'institution.recordParty') parties.set(act.body.party, act.body.standing)
  const standing = (...kinds: readonly string[]): number =>
    [...parties.values()].filter(kind => kinds.includes(kind)).length
  const of = (type: InstitutionAct['type']): number => acts.filter(act => act.type === type).length
  return {
    members: standing('member'),
    observers: standing('observerState', 'observerOrganisation'),
    partners: standing('partner'),
    bodies: of('institution.recordBody'),
    areas: of('institution.recordArea'),
    terms: of('institution.recordTerm'),
    parameters: of('institution.setParameter'),
    acts: acts.length,
  }
}

/**
 * Reads an organisation's files (file name to parsed JSON) into its founding acts. Every file is read to its end
 * and every act is tried against the rules, so that all faults are told at once; with a fault there are no acts.
 * The instant of the acts is `recordedAt` in `organisation.json`, unless `at` is given.
 */
export const readProfile = (given: { readonly [file: string]: unknown }, at?: Instant): Profile => {
  const faults: ProfileFault[] = []
  const place = (file: string): Place => ({
    file,
    path: '',
    value: given[file],
    report: found => faults.push(found),
  })
  const drafted: Drafted[] = []
  for (const [file, needed, read] of files) {
    if (Object.hasOwn(given, file)) drafted.push(...read(place(file)))
    else if (needed) fault(place(file), 'the file is missing')
  }
  const known = new Set(files.map(([file]) => file))
  for (const file of Object.keys(given)) if (!known.has(file)) checkData(place(file))
  const when = at ?? moment(field(place('organisation.json'), 'recordedAt'))
  if (faults.length > 0) return { acts: [], faults, counts: {} }
  const acts = tried(drafted, when)
  return faults.length > 0 ? { acts: [], faults, counts: {} } : { acts, faults, counts: count(acts) }
}
