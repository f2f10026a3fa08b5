import type { InstrumentId, MemberId } from '@gavel/kernel'
import { laterOf } from './calendar.ts'
import { type EntryIntoForce, entryIntoForce, inForceForParty } from './entryIntoForce.ts'
import type { Consent, Instrument } from './state.ts'

/** A line of the depositary's list: what one party has done, and what follows for it on the day asked for. */
export interface PartyRow {
  readonly party: MemberId
  readonly signedOn: string | null
  readonly consent: Consent['kind'] | null
  readonly consentOn: string | null
  readonly counts: boolean
  readonly inForceOn: string | null
  readonly bound: boolean
  readonly appliesProvisionally: boolean
  readonly denunciationEffectiveOn: string | null
  readonly declarations: readonly string[]
  readonly reservations: readonly string[]
}

export interface DepositaryList extends EntryIntoForce {
  readonly instrument: InstrumentId
  readonly name: string
  readonly on: string
  readonly inForce: boolean
  readonly openForSignature: boolean
  readonly openForAccession: boolean
  readonly parties: readonly PartyRow[]
}

/** D-56. Provisional application ends at the latest on the day the treaty enters into force for the party. */
const appliesProvisionally = (
  instrument: Instrument,
  party: MemberId,
  day: string,
  inForceOn: string | null,
) =>
  (inForceOn === null || day < inForceOn) &&
  instrument.provisional.some(
    one => one.party === party && one.from <= day && (one.until === undefined || day <= one.until),
  )

const rowOf = (instrument: Instrument, party: MemberId, day: string): PartyRow => {
  const signature = instrument.signatures.find(one => one.party === party)
  const consent = instrument.consents.findLast(one => one.party === party && one.withdrawnOn === undefined)
  const inForceOn = inForceForParty(instrument.terms.entryIntoForce, instrument.consents, party)
  const endsOn = consent?.denounced?.effectiveOn ?? null
  return {
    party,
    signedOn: signature?.on ?? null,
    consent: consent?.kind ?? null,
    consentOn: consent?.on ?? null,
    counts: consent?.counts ?? false,
    inForceOn,
    bound: inForceOn !== null && inForceOn <= day && (endsOn === null || day < endsOn),
    appliesProvisionally: appliesProvisionally(instrument, party, day, inForceOn),
    denunciationEffectiveOn: endsOn,
    declarations: consent?.declarations ?? signature?.declarations ?? [],
    reservations: consent?.reservations ?? signature?.reservations ?? [],
  }
}

/**
 * The depositary's list on a day: the counter (`missing` 1 is "one ratification short"), the day of entry into
 * force, and a line for each party that has done anything, in the order in which they first did.
 */
export const depositaryList = (instrument: Instrument, day: string): DepositaryList => {
  const { terms } = instrument
  const counted = entryIntoForce(terms.entryIntoForce, instrument.consents)
  const parties = new Set(
    [...instrument.signatures, ...instrument.consents]
      .map(({ party, on }, at) => ({ party, on, at }))
      .sort((a, b) => (a.on === b.on ? a.at - b.at : a.on < b.on ? -1 : 1))
      .map(({ party }) => party),
  )
  return {
    ...counted,
    instrument: instrument.id,
    name: instrument.name,
    on: day,
    inForce: counted.inForceOn !== null && counted.inForceOn <= day,
    openForSignature:
      day >= terms.signature.from && (terms.signature.until === null || day <= terms.signature.until),
    openForAccession: day >= laterOf(terms.accessionFrom, terms.signature.from),
    parties: [...parties].map(party => rowOf(instrument, party, day)),
  }
}
