import type { BodyId, MemberId, TextId } from '@gavel/kernel'
import { type Static, Type } from 'typebox'
import { idOf, Name, record } from './shapes.ts'

/** Capacities a person may act in from outside. The institution's own, `system`, is not among them on purpose. */
export const Capacity = Type.Union([
  record({ kind: Type.Literal('delegate'), member: idOf<MemberId>() }),
  record({ kind: Type.Literal('chair'), body: idOf<BodyId>() }),
  record({ kind: Type.Literal('coordinator'), area: Name }),
  record({ kind: Type.Literal('facilitator'), text: idOf<TextId>() }),
  record({ kind: Type.Literal('secretariat') }),
  record({ kind: Type.Literal('observer'), observer: Name }),
])
export type CapacityShape = Static<typeof Capacity>

/** Who may read a text. */
export const TextAudience = Type.Union([
  record({ kind: Type.Literal('public') }),
  record({ kind: Type.Literal('members') }),
  record({ kind: Type.Literal('body'), body: idOf<BodyId>() }),
  record({ kind: Type.Literal('delegation'), member: idOf<MemberId>() }),
])

/** Who may read an entry and what came of it. */
export const Audience = Type.Union([
  ...TextAudience.anyOf,
  record({
    kind: Type.Literal('delegations'),
    members: Type.Array(idOf<MemberId>()),
    secretariat: Type.Boolean(),
  }),
  record({ kind: Type.Literal('mediators'), text: idOf<TextId>(), members: Type.Array(idOf<MemberId>()) }),
])
export type AudienceShape = Static<typeof Audience>

export const Right = Type.Union([
  Type.Literal('read'),
  Type.Literal('speak'),
  Type.Literal('propose'),
  Type.Literal('object'),
  Type.Literal('join'),
  Type.Literal('accredit'),
])
