import type { FaultShape } from '@gavel/contract'

/** What a schema is made of, as far as faults are looked for in it. */
interface Shape {
  readonly $ref?: string
  readonly anyOf?: readonly Shape[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
}

/** A fault as the schema library tells it. */
interface RawFault {
  readonly keyword: string
  readonly instancePath: string
  readonly message: string
}

/** The schema library, as far as it is asked here. */
export interface Library {
  /** Every fault it finds in a value, by one schema. */
  readonly faults: (schema: object, value: unknown) => Iterable<RawFault>
  /** Whether a value fits, by a check compiled once per schema: long lists are passed over by it. */
  readonly fits: (schema: object, value: unknown) => boolean
}

/** The library reports an unknown member twice; the one that names its place is kept and worded. */
const worded = (fault: RawFault): FaultShape | undefined => {
  if (fault.keyword === 'additionalProperties') return undefined
  if (fault.keyword === 'boolean') return { pointer: fault.instancePath, message: 'is not known here' }
  return { pointer: fault.instancePath, message: fault.message }
}

/** The words a schema takes, when it takes nothing but certain words. */
const wordsOf = ({ const: word, anyOf }: Shape): readonly string[] | undefined => {
  if (typeof word === 'string') return [word]
  const words = anyOf?.map(wordsOf)
  return words?.every(each => each !== undefined) ? words.flat() : undefined
}

/** The branches of a choice between objects that each name their `kind`; undefined for any other choice. */
const kindsOf = (branches: readonly Shape[]) => {
  const kinds = branches.map(branch => ({ branch, words: wordsOf(branch.properties?.['kind'] ?? {}) }))
  return kinds.every((each): each is { branch: Shape; words: readonly string[] } => each.words !== undefined)
    ? kinds
    : undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const oneOf = (words: readonly string[]): string =>
  `must be one of ${words.map(word => `"${word}"`).join(', ')}`

/**
 * The faults of a value as somebody can mend them, one after the other: of a choice between kinds only those of the
 * kind the value names, of a choice between words the words. `named`: the schemas that others refer to by name.
 */
export const faultsIn = (
  named: Readonly<Record<string, object>>,
  library: Library,
  schema: object,
  value: unknown,
): Generator<FaultShape> => {
  const own = function* (shape: Shape, inner: unknown, pointer: string): Generator<FaultShape> {
    for (const each of library.faults(shape, inner)) {
      const fault = worded(each)
      if (fault) yield { ...fault, pointer: `${pointer}${fault.pointer}` }
    }
  }
  const chosen = function* (
    kinds: NonNullable<ReturnType<typeof kindsOf>>,
    inner: unknown,
    pointer: string,
  ): Generator<FaultShape> {
    if (!isObject(inner)) return yield { pointer, message: 'must be object' }
    const found = kinds.find(({ words }) => words.includes(inner['kind'] as string))
    if (found === undefined)
      return yield { pointer: `${pointer}/kind`, message: oneOf(kinds.flatMap(({ words }) => words)) }
    yield* walk(found.branch, inner, pointer)
  }
  const walk = function* (shape: Shape, inner: unknown, pointer: string): Generator<FaultShape> {
    const { $ref, anyOf, properties, items } = shape
    if ($ref !== undefined) return yield* walk(named[$ref] as Shape, inner, pointer)
    const words = wordsOf(shape)
    if (words !== undefined) {
      if (!words.includes(inner as string)) yield { pointer, message: oneOf(words) }
      return
    }
    const kinds = anyOf && kindsOf(anyOf)
    if (kinds) return yield* chosen(kinds, inner, pointer)
    if (properties !== undefined && isObject(inner)) {
      // The object by itself, whatever its members hold; then each member by its own schema.
      const open = Object.fromEntries(Object.keys(properties).map(name => [name, {}]))
      yield* own({ ...shape, properties: open }, inner, pointer)
      for (const [name, member] of Object.entries(properties))
        if (Object.hasOwn(inner, name)) yield* walk(member, inner[name], `${pointer}/${name}`)
      return
    }
    if (items !== undefined && Array.isArray(inner)) {
      yield* own({ ...shape, items: {} }, inner, pointer)
      for (const [at, item] of inner.entries())
        if (!library.fits(items, item)) yield* walk(items, item, `${pointer}/${at}`)
      return
    }
    yield* own(shape, inner, pointer)
  }
  return walk(schema as Shape, value, '')
}
