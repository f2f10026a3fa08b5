import type { BodyId, MemberId, PersonId } from '@gavel/kernel'
import { Type } from 'typebox'
import { Capacity, Right } from './people.ts'
import {
  At,
  idOf,
  Language,
  Line,
  LocalName,
  limits,
  Name,
  Note,
  PartialDate,
  record,
  Source,
} from './shapes.ts'

const Office = Type.Union([
  record({ kind: Type.Literal('chair'), body: idOf<BodyId>() }),
  record({ kind: Type.Literal('coordinator'), area: Name }),
  record({ kind: Type.Literal('coCoordinator'), area: Name }),
  record({ kind: Type.Literal('secretaryGeneral') }),
])

/** A change of a credential: which, and why. */
const CredentialChange = record({ credential: Name, reason: Note })

/** Bodies of the acts of the first chapter. */
export const institution = {
  'institution.found': record({
    organisation: Name,
    name: LocalName,
    shortName: Line,
    languages: Type.Array(Language, { minItems: 1, maxItems: 30 }),
    source: Source,
  }),
  'institution.recordParty': record({
    party: idOf<MemberId>(),
    standing: Type.Union([
      Type.Literal('member'),
      Type.Literal('observerState'),
      Type.Literal('observerOrganisation'),
      Type.Literal('partner'),
    ]),
    name: LocalName,
    status: Type.Union([Type.Literal('active'), Type.Literal('suspended'), Type.Literal('left')]),
    from: Type.Union([PartialDate, Type.Null()]),
    until: Type.Optional(PartialDate),
    instrument: Type.Optional(Line),
    source: Source,
    note: Type.Optional(Note),
  }),
  'institution.recordBody': record({
    body: idOf<BodyId>(),
    name: LocalName,
    reportsTo: Type.Union([idOf<BodyId>(), Type.Null()]),
    kind: Type.Union([
      Type.Literal('governing'),
      Type.Literal('subsidiary'),
      Type.Literal('advisory'),
      Type.Literal('administrative'),
    ]),
    code: Line,
    rhythm: Type.Optional(Line),
    source: Source,
  }),
  'institution.recordArea': record({
    area: Name,
    dimension: Name,
    dimensionName: Type.Optional(LocalName),
    name: LocalName,
    source: Source,
  }),
  'institution.recordTerm': record({
    office: Office,
    holder: Type.Union([idOf<MemberId>(), idOf<PersonId>()]),
    from: PartialDate,
    until: Type.Optional(PartialDate),
    source: Source,
    note: Type.Optional(Note),
  }),
  'institution.setParameter': record({
    name: Type.String({ pattern: '^[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)*$', maxLength: limits.id }),
    value: Type.Union([
      Type.String({ maxLength: limits.note }),
      Type.Number(),
      Type.Boolean(),
      Type.Array(Type.String({ maxLength: limits.line }), { maxItems: 500 }),
    ]),
    since: At,
    body: Type.Optional(idOf<BodyId>()),
    source: Source,
  }),
  'institution.accredit': record({
    credential: Name,
    person: idOf<PersonId>(),
    name: Line,
    capacity: Capacity,
    rights: Type.Array(Right, { maxItems: 6, uniqueItems: true }),
    from: At,
    until: Type.Optional(At),
    instrument: Type.Optional(Line),
  }),
  'institution.revokeCredential': CredentialChange,
  'institution.suspendCredential': CredentialChange,
  'institution.restoreCredential': CredentialChange,
} as const
