import {
  type BodyId,
  emptyTable,
  type Instant,
  type MemberId,
  type PersonId,
  type Table,
} from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import type { LocalName, Office, ParameterValue, Right, Source } from './acts.ts'

export type Standing = 'member' | 'observerState' | 'observerOrganisation' | 'partner'
export type PartyStatus = 'active' | 'suspended' | 'left'

export interface Organisation {
  readonly id: string
  readonly name: LocalName
  readonly shortName: string
  readonly languages: readonly string[]
  readonly source: Source
}

/** One source's word on a party. Two sources that differ are two claims; neither is thrown away. */
export interface Claim {
  readonly standing: Standing
  readonly status: PartyStatus
  /** As precise as the source; null when the source names no day. */
  readonly from: string | null
  readonly until?: string
  readonly instrument?: string
  readonly source: Source
  readonly note?: string
  readonly recordedAt: Instant
}

export interface Party {
  readonly id: MemberId
  readonly name: LocalName
  /** In the order they were recorded. */
  readonly claims: readonly Claim[]
}

export interface Body {
  readonly id: BodyId
  readonly name: LocalName
  readonly reportsTo: BodyId | null
  readonly kind: 'governing' | 'subsidiary' | 'advisory' | 'administrative'
  /** Short, for document symbols: `SOC`. */
  readonly code: string
  readonly rhythm?: string
  readonly source: Source
}

export interface Area {
  readonly id: string
  readonly dimension: string
  /** What its dimension is called, where whoever recorded the area said so. */
  readonly dimensionName?: LocalName
  readonly name: LocalName
  readonly source: Source
}

export interface Term {
  readonly office: Office
  readonly holder: MemberId | PersonId
  readonly from: string
  /** The last day (month, year) of the term; absent while no end is known. */
  readonly until?: string
  readonly source: Source
  readonly note?: string
}

export interface DatedValue {
  readonly value: ParameterValue
  readonly since: Instant
  readonly source: Source
  readonly body?: BodyId
}

export interface Credential {
  readonly id: string
  readonly person: PersonId
  readonly name: string
  readonly capacity: Capacity
  readonly rights: readonly Right[]
  readonly from: Instant
  /** The first instant at which it no longer holds. */
  readonly until?: Instant
  readonly instrument?: string
  readonly givenBy: PersonId
  readonly givenAt: Instant
  readonly status: 'valid' | 'suspended' | 'revoked'
  /** While it is suspended: the side that did it, `secretariat` or `delegate:KAZ`. */
  readonly suspendedBy?: string
}

export interface InstitutionState {
  readonly organisation: Organisation | null
  readonly parties: Table<Party>
  /** Parties in the order of their recording: the order of lists and roll-calls. */
  readonly partyOrder: readonly MemberId[]
  readonly bodies: Table<Body>
  readonly bodyOrder: readonly BodyId[]
  readonly areas: Table<Area>
  readonly areaOrder: readonly string[]
  /** By office (`officeKey`), each list in the order in which the terms begin. */
  readonly terms: Table<readonly Term[]>
  /** By name, each list in the order of `since`. */
  readonly parameters: Table<readonly DatedValue[]>
  readonly credentials: Table<Credential>
  /** Ids of credentials by person, and by capacity (`capacityName`), in the order they were given. */
  readonly credentialsOf: Table<readonly string[]>
  readonly credentialsIn: Table<readonly string[]>
}

/** What a rule of this chapter may look at: this chapter alone. */
export interface UpToInstitution {
  readonly institution: InstitutionState
}

export const initial: InstitutionState = {
  organisation: null,
  parties: emptyTable(),
  partyOrder: [],
  bodies: emptyTable(),
  bodyOrder: [],
  areas: emptyTable(),
  areaOrder: [],
  terms: emptyTable(),
  parameters: emptyTable(),
  credentials: emptyTable(),
  credentialsOf: emptyTable(),
  credentialsIn: emptyTable(),
}
