/**
 * An entry of the record in words for a person: when, who in which capacity, and what happened. It reads any entry,
 * also of chapters this edition does not know, and never fails on one it cannot read.
 */
export const describeEntry = (entry: unknown): readonly string[] => {
  if (!isObject(entry)) return ['  (an entry this edition cannot read)']
  const act = isObject(entry['act']) ? entry['act'] : {}
  const events = Array.isArray(entry['events']) ? entry['events'].filter(isObject) : []
  const head = `  ${part(act['at'])}  ${capacity(act['as'])}: ${part(act['type'])}`
  return [head, ...events.map(event => `    ${part(event['type'])}${facts(event)}`)]
}

type Members = { readonly [name: string]: unknown }

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const part = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '?' : JSON.stringify(value)

const capacity = (as: unknown): string => {
  if (!isObject(as)) return 'somebody'
  const { kind, ...rest } = as
  return [part(kind), ...Object.values(rest).map(part)].join(' ')
}

/** What an event says besides its type and time, shortened so that a line stays a line. */
const facts = (event: Members): string => {
  const shown = Object.entries(event).filter(([name]) => name !== 'type' && name !== 'at')
  const line = shown.map(([name, value]) => `${name} ${part(value)}`).join(', ')
  return line === '' ? '' : ` (${line.length > 400 ? `${line.slice(0, 400)}…` : line})`
}
