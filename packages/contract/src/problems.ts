import { type Static, Type } from 'typebox'
import { record } from './shapes.ts'

/** One fault of a malformed message: where (JSON pointer, RFC 6901) and what. */
export const Fault = record({ pointer: Type.String(), message: Type.String() })
export type FaultShape = Static<typeof Fault>

/**
 * Problem details (RFC 9457) as every refusal and error answers. `type` is `/rules/D-5` for a refusal by a rule and
 * `/problems/…` for everything else; `rule` and `facts` come with refusals, `faults` with malformed messages.
 */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String()),
    rule: Type.Optional(Type.String()),
    facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    faults: Type.Optional(Type.Array(Fault)),
    /** Which act of a list was refused, counted from 0. */
    act: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
)
export type ProblemShape = Static<typeof Problem>

/** The problems that are no rule of procedure, by the last part of their `type`. */
export const problems = {
  malformed: { status: 400, title: 'The message is malformed.' },
  unauthenticated: { status: 401, title: 'Sign in to do this.' },
  forbidden: { status: 403, title: 'This sign-in may not do this.' },
  'sign-in-again': { status: 403, title: 'Sign in again to do this: only a fresh sign-in adds a way in.' },
  'cross-site': { status: 403, title: 'The request comes from another site.' },
  'not-found': { status: 404, title: 'There is nothing here for you to read.' },
  'not-acceptable': { status: 406, title: 'No form of this is available that the request accepts.' },
  'not-clean': { status: 409, title: 'The text is not clean yet: something in it is in brackets.' },
  conflict: { status: 409, title: 'The act id was already used for another act.' },
  'last-way-in': { status: 409, title: 'This is your last way in by yourself.' },
  'too-large': { status: 413, title: 'The message is larger than is accepted here.' },
  'wrong-media-type': { status: 415, title: 'The message is in a format that is not accepted here.' },
  unprocessable: { status: 422, title: 'The message is well-formed but cannot be carried out.' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait and try again.' },
  'headers-too-large': { status: 431, title: 'The header of the request is too large.' },
  'provider-unreachable': {
    status: 502,
    title: 'The provider of sign-ins does not answer; try again later.',
  },
  internal: { status: 500, title: 'The server failed; nothing was recorded unless a receipt says so.' },
  unavailable: { status: 503, title: 'The server cannot record at present.' },
} as const

export type ProblemName = keyof typeof problems

/** What an accepted act answers: its place on the record, and the size of the record right after it. */
export const Receipt = record({
  id: Type.String(),
  index: Type.Integer({ minimum: 0 }),
  at: Type.String(),
  size: Type.Integer({ minimum: 1 }),
})
export type ReceiptShape = Static<typeof Receipt>

export const Receipts = record({ receipts: Type.Array(Receipt) })
