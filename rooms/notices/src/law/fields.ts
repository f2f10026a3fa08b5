import { type DomainState, institution, meetings, parameter } from '@gavel/domain'
import { type Check, has, type Instant, instant, type Json } from '@gavel/kernel'
import type { AgreementShape, FieldShape, NoticeTypeShape, TimingShape } from '../shapes.ts'
import type { Values } from './state.ts'

/** The fields of a notice: whether a type is well made, whether values fit it, and when a notice is due by them. */

const isInstant = (text: string): boolean => {
  try {
    return instant(text) === text
  } catch {
    return false
  }
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && isInstant(`${text}T00:00:00.000Z`)

const fits = ({ kind, choices = [] }: FieldShape, value: Json, house: DomainState): boolean => {
  if (kind === 'number') return typeof value === 'number'
  if (kind === 'place')
    return typeof value === 'object' && institution.nameFault((value as { name: string }).name) === null
  if (typeof value !== 'string') return false
  switch (kind) {
    case 'text':
      return institution.wordsFault(value, 20_000) === null
    case 'date':
      return isDay(value)
    case 'instant':
      return isInstant(value)
    case 'choice':
      return choices.some(({ choice }) => choice === value)
    case 'member':
      return has(house.institution.parties, value)
  }
}

/**
 * N-6. Every required field is given, none that the type does not have, and each is of its kind: a number, a day or an
 * instant there is, one of the choices, a party on the register, a place with a name, words that hide nothing.
 */
export const valuesFit = (
  { fields }: Pick<NoticeTypeShape, 'fields'>,
  values: Values,
  house: DomainState,
): Check => {
  const missing = fields.find(({ field, required }) => required && !Object.hasOwn(values, field))
  const strange = Object.keys(values).find(name => !fields.some(({ field }) => field === name))
  const unfit = fields.find(
    each => Object.hasOwn(values, each.field) && !fits(each, values[each.field] as Json, house),
  )
  const wrong = missing ?? unfit
  return [
    'N-6',
    wrong === undefined && strange === undefined,
    () => ({
      field: wrong?.field ?? strange!,
      fault: missing !== undefined ? 'missing' : unfit !== undefined ? `not a ${unfit.kind}` : 'unknown',
    }),
  ]
}

const named = (
  fields: readonly FieldShape[],
  name: string,
  ...kinds: readonly FieldShape['kind'][]
): boolean => fields.some(({ field, kind }) => field === name && kinds.includes(kind))

const timingFault = (fields: readonly FieldShape[], timing: TimingShape): string | null => {
  if (timing.kind === 'yearly') return isDay(`2028-${timing.day}`) ? null : `no such day: ${timing.day}`
  if (timing.kind === 'none') return null
  return named(fields, timing.field, 'date', 'instant') ? null : `no date or instant: ${timing.field}`
}

const agreementFault = (
  fields: readonly FieldShape[],
  { thresholds, timing, members }: AgreementShape,
  house: DomainState,
): string | null => {
  const threshold = thresholds.find(({ field }) => !named(fields, field, 'number'))
  if (threshold !== undefined) return `a threshold on no number: ${threshold.field}`
  const stranger = members.find(member => !has(house.institution.parties, member))
  if (stranger !== undefined) return `no party: ${stranger}`
  return timingFault(fields, timing)
}

const twice = (names: readonly string[]): string | undefined =>
  names.find((name, at) => names.indexOf(name) !== at)

/** What is wrong with the definition of a type, for people; null when nothing is. */
const typeFault = (type: NoticeTypeShape, house: DomainState): string | null => {
  const { fields, agreements, timing, to } = type
  const double =
    twice(fields.map(({ field }) => field)) ?? twice(agreements.map(({ agreement }) => agreement))
  if (double !== undefined) return `named twice: ${double}`
  const open = fields.find(({ kind, choices = [] }) => (kind === 'choice') !== choices.length > 0)
  if (open !== undefined) return `choices are for a choice, and a choice has some: ${open.field}`
  const doubled = fields.find(({ choices = [] }) => twice(choices.map(({ choice }) => choice)) !== undefined)
  if (doubled !== undefined) return `a choice stands twice: ${doubled.field}`
  const measured = fields.find(({ kind, unit }) => unit !== undefined && kind !== 'number')
  if (measured !== undefined) return `only a number has a unit: ${measured.field}`
  if (to === 'agreement' && agreements.length === 0)
    return 'it goes to those bound by an agreement, and has none'
  const hidden = [type.name, ...fields.map(({ name }) => name), ...agreements.map(({ name }) => name)]
    .flatMap(name => [name.en, name.ru, name.ar])
    .find(name => name !== undefined && institution.nameFault(name) !== null)
  if (hidden !== undefined) return 'a name that hides something'
  return (
    timingFault(fields, timing) ??
    agreements.map(each => agreementFault(fields, each, house)).find(fault => fault !== null) ??
    null
  )
}

/** N-3. A type of notice is well made: no name twice, choices that are some, numbers to be measured, days to be counted from. */
export const wellMade = (type: NoticeTypeShape, house: DomainState): Check => {
  const fault = typeFault(type, house)
  return ['N-3', fault === null, () => ({ noticeType: type.noticeType, fault })]
}

/** The instant a value of a date or instant stands for: of a date, its first. */
const instantIn = (values: Values, field: string, utcOffset: string): Instant | undefined => {
  const value = values[field]
  if (typeof value !== 'string') return undefined
  return isDay(value) ? meetings.dayBegins(value, utcOffset) : (value as Instant)
}

/** The yearly day of the year in which the notice is sent. */
const yearly = (day: string, sentAt: Instant, utcOffset: string): Instant =>
  meetings.dueAt({ kind: 'yearly', year: Number(sentAt.slice(0, 4)), day, utcOffset })

const isReached = ({ thresholds }: AgreementShape, values: Values): boolean =>
  thresholds.length === 0 ||
  thresholds.some(({ field, atLeast }) => {
    const value = values[field]
    return typeof value === 'number' && value >= atLeast
  })

/**
 * N-14. When a notice was due: by the agreement it is sent under, else by its type (M-61 to M-63). Below every threshold of
 * the agreement nothing is due, and what is told all the same is told freely.
 */
export const dueBy = (
  timing: TimingShape,
  agreement: AgreementShape | undefined,
  values: Values,
  sentAt: Instant,
  house: DomainState,
): Instant | null => {
  if (agreement !== undefined && !isReached(agreement, values)) return null
  const utcOffset = parameter(house.institution, 'calendar.utcOffset', sentAt).value
  const rule = agreement?.timing ?? timing
  if (rule.kind === 'none') return null
  if (rule.kind === 'yearly') return yearly(rule.day, sentAt, utcOffset)
  const from = instantIn(values, rule.field, utcOffset)
  if (from === undefined) return null
  return meetings.dueAt(
    rule.kind === 'before'
      ? { kind: 'before', from, days: rule.days }
      : { kind: 'after', from, hours: rule.hours },
  )
}
