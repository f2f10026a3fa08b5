import {
  type BodyId,
  following,
  fromEpochMs,
  get,
  has,
  type Instant,
  type Outcome,
  toEpochMs,
} from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { byChairOrSecretariat, onDecision } from './checks.ts'
import type { DecisionsEvent } from './events.ts'
import type { Ground } from './ground.ts'
import type { DecisionNumber, DecisionsActOf, DecisionsState } from './state.ts'

const offsetShape = /^([+-])(\d\d):([0-5]\d)$/

/** An offset from UTC (`+05:00`, `-03:30`) in milliseconds. Throws RangeError for any other text. */
export const offsetMs = (offset: string): number => {
  const match = offsetShape.exec(offset)
  if (!match) throw new RangeError(`not an offset from UTC: ${offset}`)
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}

/** D-44. The calendar day of an instant (`YYYY-MM-DD`) where the organisation has its seat. */
export const dayAt = (at: Instant, offset: string): string =>
  fromEpochMs(toEpochMs(at) + offsetMs(offset)).slice(0, 10)

/** `{number:3}` pads to three digits; a pattern that forgot the number gets it at its end, so that none is given twice. */
const symbolOf = (pattern: string, parts: { org: string; body: string; year: string }, n: number): string => {
  const whole = /\{number(:\d)?\}/.test(pattern) ? pattern : `${pattern}/{number}`
  return whole
    .replaceAll('{org}', parts.org)
    .replaceAll('{body}', parts.body)
    .replaceAll('{year}', parts.year)
    .replace(/\{number(?::(\d))?\}/g, (_, width: string | undefined) =>
      String(n).padStart(Number(width ?? 1), '0'),
    )
}

/**
 * D-43. The next number of the body: the one after the last in its series (of the year, or of all years), printed
 * under the pattern in force. A symbol that was ever given is passed over: no number is given twice.
 */
export const nextNumber = (
  own: DecisionsState,
  ground: Ground,
  body: BodyId,
  at: Instant,
): DecisionNumber => {
  const year = dayAt(at, ground.parameter('calendar.utcOffset', at, body)).slice(0, 4)
  const yearly = ground.parameter('decision.numbersRestartYearly', at, body)
  const pattern = ground.parameter('decision.symbolPattern', at, body)
  const series = yearly ? `${body} ${year}` : body
  const parts = { org: ground.organisation, body: ground.codeOf(body) ?? body, year }
  let n = (get(own.series, series) ?? 0) + 1
  while (has(own.bySymbol, symbolOf(pattern, parts, n))) n++
  return { symbol: symbolOf(pattern, parts, n), series, n }
}

/**
 * D-45. The numbered text is published once, with the statements that stand at that moment. By the chair of the body
 * or the secretariat.
 */
export const decidePublish = (
  act: DecisionsActOf<'decisions.publish'>,
  own: DecisionsState,
): Outcome<DecisionsEvent> =>
  onDecision(own, act.body.decision, decision =>
    following(
      [
        byChairOrSecretariat(act, decision.body),
        [
          'D-45',
          decision.number !== undefined && decision.publishedAt === undefined,
          () => ({ number: decision.number?.symbol ?? null, publishedAt: decision.publishedAt ?? null }),
        ],
      ],
      () => [
        eventOf(act, 'decisions.decisionPublished', {
          decision: decision.id,
          statements: decision.statements.filter(one => one.withdrawnAt === undefined).map(({ id }) => id),
        }),
      ],
    ),
  )
