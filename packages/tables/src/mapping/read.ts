import { readdirSync, readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { checkMapping, type MappingFault } from './check.ts'
import type { Mapping } from './format.ts'

/** A mapping that cannot be used, with every fault and its place. */
export class BadMapping extends Error {
  override readonly name = 'BadMapping'
  readonly faults: readonly MappingFault[]

  constructor(faults: readonly MappingFault[]) {
    super(faults.map(({ path, why }) => (path === '' ? why : `${path} ${why}`)).join('\n'))
    this.faults = faults
  }
}

/** The longest mapping that is read, in characters. */
const longest = 1 << 20

/** Reads a mapping from YAML, of which JSON is a part. Throws BadMapping. */
export const readMapping = (text: string): Mapping => {
  if (text.length > longest) throw new BadMapping([{ path: '', why: `is longer than ${longest} characters` }])
  const document = parseDocument(text, { uniqueKeys: true, schema: 'core' })
  const [error] = document.errors
  if (error !== undefined) {
    const line = error.linePos?.[0].line
    throw new BadMapping([
      { path: line === undefined ? '' : `line ${line}`, why: error.message.split('\n')[0]! },
    ])
  }
  // A few aliases may stand for very much: as many as a mapping can need, and no more.
  const data = ((): unknown => {
    try {
      return document.toJS({ maxAliasCount: 200 })
    } catch (problem) {
      throw new BadMapping([{ path: '', why: (problem as Error).message }])
    }
  })()
  return mappingOf(data)
}

/** The mapping some data is. Throws BadMapping. */
export const mappingOf = (data: unknown): Mapping => {
  const found = checkMapping(data)
  if ('faults' in found) throw new BadMapping(found.faults)
  return found.mapping
}

const folder = new URL('../../mappings/', import.meta.url)

/** The names of the mappings that come with Gavel. */
export const readyMappings = (): readonly string[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.slice(0, -'.yaml'.length))
    .sort()

/** A mapping that comes with Gavel; undefined when there is none of the name. */
export const readyMapping = (name: string): Mapping | undefined =>
  readyMappings().includes(name)
    ? readMapping(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'))
    : undefined
