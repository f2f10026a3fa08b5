import { instant } from '@gavel/kernel'

/** Something wrong in an organisation's files: the file, the place in it (`[3].claims[0].from`), and why. */
export interface ProfileFault {
  readonly file: string
  readonly path: string
  readonly why: string
}

/** A place in a file while it is read. `report` notes a fault at it; reading goes on, so that all are found at once. */
export interface Place {
  readonly file: string
  readonly path: string
  readonly value: unknown
  readonly report: (fault: ProfileFault) => void
}

export const fault = (place: Place, why: string): void =>
  place.report({ file: place.file, path: place.path === '' ? '(whole file)' : place.path, why })

const kindOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : value === undefined
        ? 'nothing'
        : `a ${typeof value}`

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The place of a member of the object here; its value is undefined when it is not there. */
export const field = (place: Place, key: string): Place => ({
  ...place,
  path: place.path === '' ? key : `${place.path}.${key}`,
  value: isRecord(place.value) && Object.hasOwn(place.value, key) ? place.value[key] : undefined,
})

/** The places of the items of the list here; none, with a fault, when there is no list. */
export const items = (place: Place): readonly Place[] => {
  if (Array.isArray(place.value))
    return place.value.map((value: unknown, at) => ({ ...place, path: `${place.path}[${at}]`, value }))
  fault(place, `a list is wanted, ${kindOf(place.value)} found`)
  return []
}

export const isObject = (place: Place): boolean => {
  if (isRecord(place.value)) return true
  fault(place, `an object is wanted, ${kindOf(place.value)} found`)
  return false
}

/** The text here; the empty text, with a fault, when there is none. */
export const text = (place: Place): string => {
  if (typeof place.value === 'string' && place.value.trim() !== '') return place.value
  fault(
    place,
    typeof place.value === 'string' ? 'the text is blank' : `a text is wanted, ${kindOf(place.value)} found`,
  )
  return ''
}

/** The text here as an optional member of an object: `{}` when it is not there. */
export const maybe = <Key extends string>(parent: Place, key: Key): { readonly [key in Key]?: string } => {
  const place = field(parent, key)
  return (place.value === undefined ? {} : { [key]: text(place) }) as { readonly [key in Key]?: string }
}

export const textOrNull = (place: Place): string | null => (place.value === null ? null : text(place))

export const texts = (place: Place): readonly string[] => items(place).map(text)

export const oneOf = <Choice extends string>(place: Place, choices: readonly Choice[]): Choice => {
  const found = choices.find(choice => choice === place.value)
  if (found === undefined)
    fault(place, `one of ${choices.join(', ')} is wanted, found ${JSON.stringify(place.value)}`)
  return found ?? choices[0]!
}

export const moment = (place: Place): ReturnType<typeof instant> => {
  const written = text(place)
  try {
    return instant(written)
  } catch {
    if (written !== '')
      fault(place, `an instant (YYYY-MM-DDTHH:mm:ss.sssZ) is wanted, found ${written.slice(0, 40)}`)
    return instant('1970-01-01T00:00:00.000Z')
  }
}

/** A source is an address, the name of a document, or says of itself that there is none. */
export const source = (parent: Place): string => {
  const place = field(parent, 'source')
  if (typeof place.value === 'string' && place.value.trim() !== '') return place.value
  fault(place, 'every fact names its source: an address, a document, `assumed` or `unverified`')
  return ''
}
