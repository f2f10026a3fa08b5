import { dayMs, fromEpochMs, type Instant, later, toEpochMs } from '@gavel/kernel'

/** Milliseconds by which clocks in a zone are ahead of UTC at an instant. */
const offsetAt = (zone: string, ms: number): number => {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms)
  const part = (type: string): number => Number(parts.find(one => one.type === type)?.value)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - Math.floor(ms / 1_000) * 1_000
}

/** The time clocks in a zone show at an instant: `2026-12-10T18:00`. */
export const wallTime = (zone: string, at: Instant): string => {
  const ms = toEpochMs(at)
  return fromEpochMs(ms + offsetAt(zone, ms)).slice(0, 16)
}

/** What a time on the clock of a zone names: an instant; one of two, when clocks go back; none, when they go forward. */
export type Named =
  | { readonly kind: 'instant'; readonly at: Instant; readonly twice: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'unreadable' }

/** The instant at which clocks in a zone show a time (`2026-12-10T18:00`); of two, the earlier. */
export const instantOf = (zone: string, wall: string): Named => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return { kind: 'unreadable' }
  const asUtc = Date.parse(`${wall}:00.000Z`)
  if (Number.isNaN(asUtc) || fromEpochMs(asUtc).slice(0, 16) !== wall) return { kind: 'unreadable' }
  // Offsets of the day before and the day after: between them lies at most one change.
  const offsets = new Set([offsetAt(zone, asUtc - dayMs), offsetAt(zone, asUtc + dayMs)])
  const fitting = [...offsets]
    .map(offset => asUtc - offset)
    .filter(ms => offsetAt(zone, ms) === asUtc - ms)
    .sort((a, b) => a - b)
  const [first] = fitting
  if (first === undefined) return { kind: 'gap' }
  return { kind: 'instant', at: fromEpochMs(first), twice: fitting.length > 1 }
}

const closes = '18:00'

/**
 * Close of business: 18:00 in the zone, on the first day from Monday to Friday on which at least `hours` have passed since
 * `now`. Holidays are not known here; the day can be changed.
 */
export const closeOfBusiness = (zone: string, now: Instant, hours: number): string => {
  const earliest = later(now, hours * 3_600_000)
  for (let day = 0; ; day++) {
    const date = wallTime(zone, later(earliest, day * dayMs)).slice(0, 10)
    const wall = `${date}T${closes}`
    const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay()
    const named = instantOf(zone, wall)
    if (weekday >= 1 && weekday <= 5 && named.kind === 'instant' && named.at >= earliest) return wall
  }
}

/** The reader's own zone, by her device. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Every zone this device knows. */
export const allZones = (): readonly string[] => Intl.supportedValuesOf('timeZone')

/** Days, hours, minutes and seconds until something, as a clock shows them: a second that has begun counts in full. */
export const clockParts = (ms: number): { readonly days: number; readonly time: string } => {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const days = Math.floor(seconds / 86_400)
  const rest = seconds % 86_400
  return {
    days,
    time: `${two(Math.floor(rest / 3_600))}:${two(Math.floor((rest % 3_600) / 60))}:${two(rest % 60)}`,
  }
}
