import { get, type Instant } from '@gavel/kernel'
import { parameter } from '../rules.ts'
import type { Text, UpToTexts } from './state.ts'

/** Symbols of documents: made from the organisation's dated pattern and the body's code; the code knows no names. */
export interface Allocated {
  readonly symbol: string
  /** The pattern with everything filled in but the number: what is counted. */
  readonly series: string
  readonly number: number
}

const filled = (state: UpToTexts, text: Text, at: Instant): string => {
  const { institution } = state
  const pattern = parameter(institution, 'text.symbolPattern', at, text.body).value
  const values: Readonly<Record<string, string>> = {
    org: institution.organisation?.shortName ?? '',
    body: get(institution.bodies, text.body)?.code ?? text.body,
    year: at.slice(0, 4),
  }
  const whole = pattern.includes('{revision}') ? pattern : `${pattern}{revision}`
  return whole.replace(/\{(org|body|year)\}/g, (_, name: string) => values[name]!)
}

/** The symbol a text would be given now: the next number of its series, without a gap. */
export const nextSymbol = (state: UpToTexts, text: Text, at: Instant): Allocated => {
  const series = filled(state, text, at).replace('{revision}', '')
  const named = (number: number): string =>
    series.includes('{number}') ? series.replace('{number}', String(number)) : `${series}/${number}`
  let number = (get(state.texts.series, series) ?? 0) + 1
  // Two patterns in turn may spell one symbol: a symbol once given is passed over.
  while (get(state.texts.symbols, named(number)) !== undefined) number++
  return { symbol: named(number), series, number }
}

/** The symbol of the next version of a text: its own, and the number of the revision. */
export const nextRevision = (text: Text): string => `${text.symbol}/Rev.${text.versions.length + 1}`
