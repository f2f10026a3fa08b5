import type { MemberId } from '@gavel/kernel'
import type { InstrumentTerms } from './acts.ts'
import { addDays, addMonths, firstOfMonthFrom, laterOf } from './calendar.ts'
import type { Consent } from './state.ts'

/** What the counting of a treaty needs to know of one consent to be bound. */
export type CountedConsent = Pick<Consent, 'party' | 'on' | 'counts' | 'withdrawnOn' | 'denounced'>
type EntryTerms = InstrumentTerms['entryIntoForce']

/** A period of the final clauses: months first, then days, then (where the treaty says so) the first of the next month. */
const after = (day: string, months: number, days: number, onFirstOfMonth: boolean): string => {
  const end = addDays(addMonths(day, months), days)
  return onFirstOfMonth ? firstOfMonthFrom(addDays(end, 1)) : end
}

const generalAfter = (day: string, terms: EntryTerms): string =>
  after(day, terms.delayMonths ?? 0, terms.delayDays, terms.onFirstOfMonth ?? false)

/** In the order of deposit; two of one day in the order of their recording. */
const inOrder = (consents: readonly CountedConsent[]): readonly CountedConsent[] =>
  consents
    .map((consent, at) => ({ consent, at }))
    .sort((a, b) => (a.consent.on < b.consent.on ? -1 : a.consent.on > b.consent.on ? 1 : a.at - b.at))
    .map(({ consent }) => consent)

/** D-55. Whether an instrument still stands on a day: taken back on that day or before, it is not counted. */
const standsOn = (consent: CountedConsent, day: string): boolean =>
  consent.on <= day && (consent.withdrawnOn === undefined || consent.withdrawnOn > day)

/** Where the count stands: how many it takes, how many there are, and the days that follow from it. */
export interface EntryIntoForce {
  readonly needed: number
  /** Instruments that count and stand. */
  readonly deposited: number
  readonly missing: number
  /** The day of the deposit that completed the number; null while it is not complete. */
  readonly completedOn: string | null
  /** The day of entry into force; null while the number is not complete. */
  readonly inForceOn: string | null
}

/**
 * D-53. The treaty enters into force the stated period after the deposit that completes the stated number.
 * D-52. The instrument of a regional organisation is not counted beside those of its members.
 * D-55. An instrument taken back before entry into force is not counted: if the number falls short again before that
 * day, the count goes on until another deposit completes it.
 *
 * Pure: consents in the order of their recording, all days as text. A deposit and a withdrawal of one day: the
 * withdrawal first.
 */
export const entryIntoForce = (terms: EntryTerms, consents: readonly CountedConsent[]): EntryIntoForce => {
  const counting = inOrder(consents.filter(consent => consent.counts))
  for (const [at, candidate] of counting.entries()) {
    if (candidate.withdrawnOn === candidate.on) continue
    const standing = counting.slice(0, at + 1).filter(consent => standsOn(consent, candidate.on))
    if (standing.length < terms.instruments) continue
    const inForceOn = generalAfter(candidate.on, terms)
    if (!holdsUntil(terms.instruments, counting, candidate.on, inForceOn)) continue
    return answer(terms, counting, candidate.on, inForceOn)
  }
  return answer(terms, counting, null, null)
}

const answer = (
  terms: EntryTerms,
  counting: readonly CountedConsent[],
  completedOn: string | null,
  inForceOn: string | null,
): EntryIntoForce => {
  const before = (day: string | undefined) => day !== undefined && (inForceOn === null || day < inForceOn)
  const deposited = counting.filter(consent => !before(consent.withdrawnOn)).length
  return {
    needed: terms.instruments,
    deposited,
    missing: Math.max(0, terms.instruments - deposited),
    completedOn,
    inForceOn,
  }
}

/** Whether the number is never short between its completion and the day of entry, whoever takes back meanwhile. */
const holdsUntil = (
  needed: number,
  counting: readonly CountedConsent[],
  from: string,
  until: string,
): boolean =>
  counting
    .flatMap(({ withdrawnOn }) =>
      withdrawnOn !== undefined && withdrawnOn > from && withdrawnOn < until ? [withdrawnOn] : [],
    )
    .every(day => counting.filter(consent => standsOn(consent, day)).length >= needed)

/**
 * D-54. For a party that deposits after the number is complete, the treaty enters into force the later period after
 * its own deposit, and never before the treaty itself. Null while the treaty has no day of entry, or for a consent
 * that was taken back before its own.
 */
export const inForceForParty = (
  terms: EntryTerms,
  consents: readonly CountedConsent[],
  party: MemberId,
): string | null => {
  const { completedOn, inForceOn } = entryIntoForce(terms, consents)
  const consent = consents.findLast(one => one.party === party)
  if (inForceOn === null || completedOn === null || consent === undefined) return null
  const own = isLater(consents, consent, completedOn, terms)
    ? laterOf(
        inForceOn,
        after(consent.on, terms.laterPartyMonths ?? 0, terms.laterPartyDays, terms.onFirstOfMonth ?? false),
      )
    : inForceOn
  return consent.withdrawnOn !== undefined && consent.withdrawnOn < own ? null : own
}

/** Whether a consent came after the deposit that completed the number: on a later day, or later on that day. */
const isLater = (
  consents: readonly CountedConsent[],
  consent: CountedConsent,
  completedOn: string,
  terms: EntryTerms,
): boolean => {
  if (consent.on !== completedOn) return consent.on > completedOn
  const upTo = consents.slice(0, consents.indexOf(consent))
  const counted = upTo.filter(one => one.counts && standsOn(one, completedOn)).length
  return counted >= terms.instruments
}

/** D-57. Whether a party is bound on a day: in force for it, and its denunciation has not taken effect. */
export const isBoundOn = (
  terms: EntryTerms,
  consents: readonly CountedConsent[],
  party: MemberId,
  day: string,
): boolean => {
  const from = inForceForParty(terms, consents, party)
  const consent = consents.findLast(one => one.party === party)
  const end = consent?.denounced?.effectiveOn
  return from !== null && from <= day && (end === undefined || day < end)
}

/** D-57. The day a denunciation takes effect: the stated period after its receipt, or a later day it names itself. */
export const denunciationEffectiveOn = (
  terms: InstrumentTerms,
  receivedOn: string,
  named: string | undefined,
): string => {
  const end = addDays(addMonths(receivedOn, terms.denunciationMonths ?? 0), terms.denunciationDays)
  return named === undefined ? end : laterOf(end, named)
}
