import { type InstrumentId, put, update } from '@gavel/kernel'
import type { DecisionsEventOf } from './events.ts'
import type { Consent, DecisionsState, Instrument, Signature } from './state.ts'

type InstrumentMoved = DecisionsEventOf<
  | 'decisions.instrumentOpened'
  | 'decisions.instrumentSigned'
  | 'decisions.consentDeposited'
  | 'decisions.consentWithdrawn'
  | 'decisions.appliedProvisionally'
  | 'decisions.provisionalEnded'
  | 'decisions.instrumentDenounced'
>

const change = (
  own: DecisionsState,
  id: InstrumentId,
  how: (instrument: Instrument) => Partial<Instrument>,
): DecisionsState => ({
  ...own,
  instruments: update(own.instruments, id, instrument => ({ ...instrument, ...how(instrument) })),
})

const opened = (
  own: DecisionsState,
  event: DecisionsEventOf<'decisions.instrumentOpened'>,
): DecisionsState => {
  const { instrument: id, decision, name, terms } = event
  const instrument: Instrument = { id, decision, name, terms, signatures: [], consents: [], provisional: [] }
  return {
    ...own,
    instruments: put(own.instruments, id, instrument),
    instrumentOf: put(own.instrumentOf, decision, id),
  }
}

/** A definitive signature is consent to be bound as well. */
const signed = (instrument: Instrument, event: DecisionsEventOf<'decisions.instrumentSigned'>) => {
  const { party, on, definitive, counts, fullPowers, declarations, reservations } = event
  const signature: Signature = { party, on, definitive, fullPowers, declarations, reservations }
  const consent: Consent = { party, kind: 'definitiveSignature', on, counts, declarations, reservations }
  return {
    signatures: [...instrument.signatures, signature],
    consents: definitive ? [...instrument.consents, consent] : instrument.consents,
  }
}

/** The consents with the standing one of a party changed. */
const withConsent = (instrument: Instrument, party: string, how: (consent: Consent) => Consent) => ({
  consents: instrument.consents.map(one =>
    one.party === party && one.withdrawnOn === undefined ? how(one) : one,
  ),
})

/** Folds what happened to an instrument. */
export const evolveInstruments = (own: DecisionsState, event: InstrumentMoved): DecisionsState => {
  switch (event.type) {
    case 'decisions.instrumentOpened':
      return opened(own, event)
    case 'decisions.instrumentSigned':
      return change(own, event.instrument, instrument => signed(instrument, event))
    case 'decisions.consentDeposited':
      return change(own, event.instrument, instrument => ({
        consents: [...instrument.consents, event.consent],
      }))
    case 'decisions.consentWithdrawn':
      return change(own, event.instrument, instrument =>
        withConsent(instrument, event.party, consent => ({ ...consent, withdrawnOn: event.on })),
      )
    case 'decisions.appliedProvisionally': {
      const { party, from, until } = event
      const applied = { party, from, ...(until === undefined ? {} : { until }) }
      return change(own, event.instrument, instrument => ({
        provisional: [...instrument.provisional, applied],
      }))
    }
    case 'decisions.provisionalEnded':
      return change(own, event.instrument, instrument => ({
        provisional: instrument.provisional.map(one =>
          one.party === event.party && (one.until === undefined || one.until > event.on)
            ? { ...one, until: event.on }
            : one,
        ),
      }))
    case 'decisions.instrumentDenounced': {
      const { receivedOn, effectiveOn } = event
      return change(own, event.instrument, instrument =>
        withConsent(instrument, event.party, one => ({ ...one, denounced: { receivedOn, effectiveOn } })),
      )
    }
  }
}
