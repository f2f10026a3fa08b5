import {
  type Check,
  following,
  get,
  has,
  type Instant,
  type MemberId,
  type Outcome,
  refused,
} from '@gavel/kernel'
import { eventOf } from '../event.ts'
import type { InstrumentTerms } from './acts.ts'
import { isDay } from './calendar.ts'
import { byChairOrSecretariat, onDecision } from './checks.ts'
import { adoptedAt } from './decisionStatus.ts'
import { denunciationEffectiveOn, entryIntoForce, inForceForParty, isBoundOn } from './entryIntoForce.ts'
import type { DecisionsEvent } from './events.ts'
import type { Ground } from './ground.ts'
import { dayAt } from './numbering.ts'
import type { Consent, DecisionsActOf, DecisionsState, Instrument } from './state.ts'

type Answer = Outcome<DecisionsEvent>

const onInstrument = (own: DecisionsState, id: string, judge: (instrument: Instrument) => Answer): Answer => {
  const instrument = get(own.instruments, id)
  return instrument ? judge(instrument) : refused('D-46', { instrument: id, found: false })
}

/** D-47. The final clauses can be counted: days there are, in their order, whole periods, at least one instrument. */
const faultsIn = (terms: InstrumentTerms): readonly string[] => {
  const { signature, accessionFrom, entryIntoForce: entry } = terms
  const whole = [entry.delayDays, entry.delayMonths ?? 0, entry.laterPartyDays, entry.laterPartyMonths ?? 0]
  const periods = [...whole, terms.denunciationDays, terms.denunciationMonths ?? 0]
  const faults: readonly (readonly [string, boolean])[] = [
    ['signature.from', isDay(signature.from)],
    [
      'signature.until',
      signature.until === null || (isDay(signature.until) && signature.until >= signature.from),
    ],
    ['accessionFrom', isDay(accessionFrom) && accessionFrom >= signature.from],
    ['instruments', Number.isSafeInteger(entry.instruments) && entry.instruments >= 1],
    ['periods', periods.every(count => Number.isSafeInteger(count) && count >= 0 && count <= 40_000)],
    ['languages', terms.languages.length > 0],
    ['source', terms.source.trim() !== ''],
  ]
  return faults.filter(([, holds]) => !holds).map(([name]) => name)
}

/** D-46. An instrument is opened once, by a decision that is adopted. */
export const decideOpenInstrument = (
  act: DecisionsActOf<'decisions.openInstrument'>,
  own: DecisionsState,
): Answer =>
  onDecision(own, act.body.decision, decision => {
    const faults = faultsIn(act.body.terms)
    return following(
      [
        byChairOrSecretariat(act, decision.body),
        [
          'D-46',
          adoptedAt(decision, act.at) !== undefined &&
            !has(own.instrumentOf, decision.id) &&
            !has(own.instruments, act.body.instrument),
          () => ({
            decision: decision.id,
            adopted: adoptedAt(decision, act.at) !== undefined,
            instrument: get(own.instrumentOf, decision.id) ?? null,
          }),
        ],
        ['D-47', faults.length === 0, () => ({ faults })],
      ],
      () => [eventOf(act, 'decisions.instrumentOpened', act.body)],
    )
  })

/** D-48. What is recorded bears a day there is, and none later than the day of recording. */
const onRealDay = (day: string, ground: Ground, at: Instant): Check => {
  const today = dayAt(at, ground.parameter('calendar.utcOffset', at))
  return ['D-48', isDay(day) && day <= today, () => ({ day, today })]
}

/** D-58. A party to an instrument is in the register of parties. */
const isKnown = (party: MemberId, ground: Ground, at: Instant): Check => [
  'D-58',
  ground.standing(party, at) !== undefined,
  () => ({ party }),
]

/** D-41. Reservations and declarations follow the terms. */
const followsTerms = (
  terms: InstrumentTerms,
  said: { reservations?: readonly string[]; declarations?: readonly string[] },
): Check => [
  'D-41',
  (terms.reservations === 'permitted' || (said.reservations ?? []).length === 0) &&
    (terms.declarations || (said.declarations ?? []).length === 0),
  () => ({ reservations: terms.reservations, declarations: terms.declarations }),
]

/** D-52. An organisation's instrument is not counted beside those of its members. */
const isOrganisation = (ground: Ground, party: MemberId, at: Instant): boolean =>
  ground.standing(party, at) === 'observerOrganisation'

const signatureOf = (instrument: Instrument, party: MemberId) =>
  instrument.signatures.find(signature => signature.party === party)

/** The consent of a party that stands: its last one, unless it was taken back. */
const consentOf = (instrument: Instrument, party: MemberId): Consent | undefined =>
  instrument.consents.findLast(one => one.party === party && one.withdrawnOn === undefined)

/**
 * D-49. An instrument is signed within its window, once by each party, by somebody with full powers.
 * D-50. A definitive signature binds; it is given where the terms provide for it.
 */
export const decideSign = (
  act: DecisionsActOf<'decisions.signInstrument'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onInstrument(own, act.body.instrument, instrument => {
    const { party, on, definitive, fullPowers, declarations = [], reservations = [] } = act.body
    const { terms } = instrument
    const { from, until } = terms.signature
    return following(
      [
        isKnown(party, ground, act.at),
        onRealDay(on, ground, act.at),
        ['D-49', on >= from && (until === null || on <= until), () => ({ on, from, until })],
        ['D-49', signatureOf(instrument, party) === undefined, () => ({ party, signed: true })],
        ['D-49', fullPowers.trim() !== '', () => ({ fullPowers: '' })],
        ['D-50', !definitive || terms.definitiveSignature === true, () => ({ definitive })],
        followsTerms(terms, act.body),
      ],
      () => {
        const said = { party, on, definitive, fullPowers, declarations, reservations }
        const counts = !isOrganisation(ground, party, act.at)
        return [eventOf(act, 'decisions.instrumentSigned', { instrument: instrument.id, ...said, counts })]
      },
    )
  })

type DepositAct = DecisionsActOf<'decisions.depositInstrument'>

/**
 * D-51. Who has signed ratifies, accepts, approves or (an organisation) confirms formally; who has not accedes, from
 * the day accession opens. One consent for each party.
 */
const wayIsOpen = (act: DepositAct, instrument: Instrument, ground: Ground): boolean => {
  const { party, kind, on } = act.body
  const signed = signatureOf(instrument, party)
  if (kind === 'accession') return signed === undefined && on >= instrument.terms.accessionFrom
  if (kind === 'formalConfirmation' && !isOrganisation(ground, party, act.at)) return false
  return signed !== undefined && signed.on <= on
}

export const decideDeposit = (act: DepositAct, own: DecisionsState, ground: Ground): Answer =>
  onInstrument(own, act.body.instrument, instrument => {
    const { party, kind, on, countsForEntry, declarations = [], reservations = [] } = act.body
    const organisation = isOrganisation(ground, party, act.at)
    const { accessionFrom } = instrument.terms
    return following(
      [
        isKnown(party, ground, act.at),
        onRealDay(on, ground, act.at),
        ['D-51', consentOf(instrument, party) === undefined, () => ({ party, bound: true })],
        [
          'D-51',
          wayIsOpen(act, instrument, ground),
          () => ({ kind, signed: signatureOf(instrument, party)?.on ?? null, accessionFrom, organisation }),
        ],
        ['D-52', !organisation || !countsForEntry, () => ({ party, countsForEntry })],
        followsTerms(instrument.terms, act.body),
      ],
      () => {
        const consent = { party, kind, on, counts: countsForEntry, declarations, reservations }
        return [eventOf(act, 'decisions.consentDeposited', { instrument: instrument.id, consent })]
      },
    )
  })

/** D-55. A consent is taken back only before the treaty is in force for its party; after that it is denounced. */
export const decideWithdrawConsent = (
  act: DecisionsActOf<'decisions.withdrawConsent'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onInstrument(own, act.body.instrument, instrument => {
    const { party, on } = act.body
    const consent = consentOf(instrument, party)
    const inForce = inForceForParty(instrument.terms.entryIntoForce, instrument.consents, party)
    return following(
      [
        onRealDay(on, ground, act.at),
        [
          'D-55',
          consent !== undefined && consent.on <= on && (inForce === null || on < inForce),
          () => ({ party, consentOn: consent?.on ?? null, inForce }),
        ],
      ],
      () => [eventOf(act, 'decisions.consentWithdrawn', act.body)],
    )
  })

/**
 * D-56. Where the terms provide for it, a party that has signed or consented applies the treaty provisionally from a
 * day it names, until the treaty is in force for it or it says otherwise.
 */
export const decideApplyProvisionally = (
  act: DecisionsActOf<'decisions.applyProvisionally'>,
  own: DecisionsState,
): Answer =>
  onInstrument(own, act.body.instrument, instrument => {
    const { party, from, until } = act.body
    const { terms } = instrument
    const linked = signatureOf(instrument, party) ?? consentOf(instrument, party)
    const inForce = inForceForParty(terms.entryIntoForce, instrument.consents, party)
    return following(
      [
        ['D-56', terms.provisionalApplication, () => ({ provisionalApplication: false })],
        ['D-48', isDay(from) && (until === undefined || (isDay(until) && until >= from)), () => ({ from })],
        ['D-56', linked !== undefined && linked.on <= from, () => ({ party, linkedOn: linked?.on ?? null })],
        ['D-56', inForce === null || from < inForce, () => ({ inForce })],
        ['D-56', currentProvisional(instrument, party, from) === undefined, () => ({ party, applies: true })],
      ],
      () => [eventOf(act, 'decisions.appliedProvisionally', act.body)],
    )
  })

const currentProvisional = (instrument: Instrument, party: MemberId, day: string) =>
  instrument.provisional.find(one => one.party === party && (one.until === undefined || one.until >= day))

/** D-56. Provisional application ends with the day the party names in its notice. */
export const decideEndProvisional = (
  act: DecisionsActOf<'decisions.endProvisional'>,
  own: DecisionsState,
): Answer =>
  onInstrument(own, act.body.instrument, instrument => {
    const { party, on } = act.body
    const current = isDay(on) ? currentProvisional(instrument, party, on) : undefined
    return following(
      [
        ['D-48', isDay(on), () => ({ day: on })],
        ['D-56', current !== undefined && current.from <= on, () => ({ party, from: current?.from ?? null })],
      ],
      () => [eventOf(act, 'decisions.provisionalEnded', act.body)],
    )
  })

/** D-57. A party for which the treaty is in force denounces it; that takes effect after the stated period. */
export const decideDenounce = (
  act: DecisionsActOf<'decisions.denounceInstrument'>,
  own: DecisionsState,
  ground: Ground,
): Answer =>
  onInstrument(own, act.body.instrument, instrument => {
    const { party, receivedOn, effectiveOn } = act.body
    const { terms, consents } = instrument
    return following(
      [
        onRealDay(receivedOn, ground, act.at),
        [
          'D-48',
          effectiveOn === undefined || isDay(effectiveOn),
          () => ({ effectiveOn: effectiveOn ?? null }),
        ],
        [
          'D-57',
          isBoundOn(terms.entryIntoForce, consents, party, receivedOn) &&
            consentOf(instrument, party)?.denounced === undefined,
          () => ({ party, inForceOn: entryIntoForce(terms.entryIntoForce, consents).inForceOn }),
        ],
      ],
      () => [
        eventOf(act, 'decisions.instrumentDenounced', {
          instrument: instrument.id,
          party,
          receivedOn,
          effectiveOn: denunciationEffectiveOn(terms, receivedOn, effectiveOn),
        }),
      ],
    )
  })
