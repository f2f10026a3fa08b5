import type { Instant, PersonId } from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import type { EventOf } from '../event.ts'
import type { Right } from './acts.ts'
import type { Area, Body, Claim, DatedValue, Organisation, Party, Term } from './state.ts'

export type InstitutionEvent =
  | EventOf<'institution.founded', { organisation: Organisation }>
  | EventOf<
      'institution.partyRecorded',
      { party: Party['id']; name: Party['name']; claim: Omit<Claim, 'recordedAt'> }
    >
  | EventOf<'institution.bodyRecorded', { body: Body }>
  | EventOf<'institution.areaRecorded', { area: Area }>
  | EventOf<'institution.termRecorded', { term: Term }>
  | EventOf<'institution.parameterSet', { name: string; value: DatedValue }>
  | EventOf<
      'institution.accredited',
      {
        credential: string
        person: PersonId
        name: string
        capacity: Capacity
        rights: readonly Right[]
        from: Instant
        until?: Instant
        instrument?: string
      }
    >
  | EventOf<'institution.credentialRevoked', { credential: string; reason: string }>
  | EventOf<'institution.credentialSuspended', { credential: string; reason: string; side: string }>
  | EventOf<'institution.credentialRestored', { credential: string; reason: string }>
