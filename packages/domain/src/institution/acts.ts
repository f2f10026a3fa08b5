import type { BodyId, Instant, MemberId, PersonId } from '@gavel/kernel'
import type { ActOf, Capacity } from '../act.ts'

/** Where a fact comes from: an address, `assumed`, or `unverified` when a source names it without proof. */
export type Source = string

export interface LocalName {
  readonly en: string
  readonly ru?: string
  readonly ar?: string
}

/** What a credential lets its holder do. A person without `object` may speak and propose but not stop a decision. */
export type Right = 'read' | 'speak' | 'propose' | 'object' | 'join' | 'accredit'

export type Office =
  | { readonly kind: 'chair'; readonly body: BodyId }
  | { readonly kind: 'coordinator'; readonly area: string }
  | { readonly kind: 'coCoordinator'; readonly area: string }
  | { readonly kind: 'secretaryGeneral' }

export type ParameterValue = string | number | boolean | readonly string[]

export type InstitutionAct =
  | ActOf<
      'institution.found',
      {
        organisation: string
        name: LocalName
        shortName: string
        languages: readonly string[]
        source: Source
      }
    >
  | ActOf<
      'institution.recordParty',
      {
        party: MemberId
        standing: 'member' | 'observerState' | 'observerOrganisation' | 'partner'
        name: LocalName
        status: 'active' | 'suspended' | 'left'
        /** Whole or partial ISO date, as precise as the source: `2004`, `2004-10`, `2004-10-22`; null when unknown. */
        from: string | null
        until?: string
        instrument?: string
        source: Source
        note?: string
      }
    >
  | ActOf<
      'institution.recordBody',
      {
        body: BodyId
        name: LocalName
        reportsTo: BodyId | null
        kind: 'governing' | 'subsidiary' | 'advisory' | 'administrative'
        code: string
        rhythm?: string
        source: Source
      }
    >
  | ActOf<
      'institution.recordArea',
      { area: string; dimension: string; dimensionName?: LocalName; name: LocalName; source: Source }
    >
  | ActOf<
      'institution.recordTerm',
      {
        office: Office
        holder: MemberId | PersonId
        from: string
        until?: string
        source: Source
        note?: string
      }
    >
  /** A dated parameter of the rules. The value in force at an instant is the one with the latest `since` not after it. */
  | ActOf<
      'institution.setParameter',
      { name: string; value: ParameterValue; since: Instant; body?: BodyId; source: Source }
    >
  | ActOf<
      'institution.accredit',
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
  | ActOf<'institution.revokeCredential', { credential: string; reason: string }>
  | ActOf<'institution.suspendCredential', { credential: string; reason: string }>
  | ActOf<'institution.restoreCredential', { credential: string; reason: string }>
