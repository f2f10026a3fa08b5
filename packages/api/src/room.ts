import type { AnyEvent, Folds, RoomLaw, WholeEntry } from '@gavel/application'
import type { Act, Audience, Capacity, DomainState } from '@gavel/domain'
import type { Instant, MemberId, PersonId } from '@gavel/kernel'
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify'
import type { TSchema } from 'typebox'
import type { Viewer } from './access/viewer.ts'
import type { FeedFormats, Mailer, Poster, Rows } from './ports.ts'

/**
 * A room as the server takes it in: its law, what its acts look like on the wire, its own routes, and what it does on
 * the side. Everything here may be missing from a house: a server that is given no rooms starts all the same, and reads
 * a record that had some.
 */
export interface Room {
  readonly law: RoomLaw
  /** Its acts, each with the shape of its body, its sentence for the document, and the rules it may be refused by. */
  readonly acts: { readonly [type: string]: RoomAct }
  /** The sentences of its page of the rulebook, by rule. */
  readonly refusals: { readonly [rule: string]: string }
  /** What its views answer, by operation, for the document. */
  readonly views: { readonly [operation: string]: TSchema }
  /** Kept live beside the state, and in its snapshot; found under `name.fold` among the record's views. */
  readonly folds?: Folds<DomainState, AnyEvent>
  /** Beginnings of the addresses under which the application has scenes of it: `notices` is `/notices` and all below. */
  readonly scenes?: readonly string[]
  /** Hangs its routes into the server. They pass the same sign-in, limits and headers as all others. */
  mount(app: FastifyInstance, tools: RoomTools): void
  /**
   * What the institution itself records for it on a record that has none yet: acts made of the organisation's files.
   * Asked at every start, so that a room can move into a house that stands already.
   */
  founding?(
    files: Readonly<Record<string, unknown>>,
    state: DomainState,
  ): readonly Pick<Act, 'id' | 'type' | 'body'>[]
  /**
   * What a demonstration shows of it: acts of members' and the secretariat's seats, in order. Fictional, and saying so.
   */
  demonstration?(
    members: readonly MemberId[],
    now: Instant,
    state: DomainState,
  ): readonly (readonly [as: Capacity, type: string, body: Readonly<Record<string, unknown>>])[]
  /** Work beside the requests, begun when the server listens. What it answers stops it. */
  work?(tools: RoomWork): { stop(): Promise<void> }
}

export interface RoomAct {
  readonly body: TSchema
  readonly summary: string
  readonly rules: readonly string[]
}

/** What a room's routes are given: the state, who asks, what she may read, and the ways to say no. */
export interface RoomTools {
  state(): DomainState
  now(): Instant
  /** Who is signed in, with every capacity in which she may read now; the public when nobody is. */
  viewer(request: FastifyRequest): Viewer
  /** The person signed in; answers 401 when nobody is. */
  person(request: FastifyRequest): PersonId
  mayRead(viewer: Viewer, audience: Audience): boolean
  /** Thrown: the one answer for what is not there and for what the caller may not read. */
  notFound(): Error
  /** The documentation of a route: its name in the document, its sentence. */
  documented(operation: string, summary: string): { readonly schema: FastifySchema }
  readonly rows: Rows
  readonly feeds: FeedFormats
  /** The address people reach this server under, without a path. */
  origin(): string
  /** What other servers check this room's messages with: `whpk_…` (Standard Webhooks). */
  readonly hookKey: string
}

/** What a room's work beside the requests is given. It acts for nobody: what it does is outside the record. */
export interface RoomWork {
  state(): DomainState
  now(): Instant
  size(): number
  /** Entries in full, whoever may read them: for telling those who may. */
  entries(from: number, to: number): Promise<readonly WholeEntry[]>
  /** To be told whenever the record has grown; returns what ends it. */
  onGrown(told: () => void): () => void
  readonly rows: Rows
  origin(): string
  /** Whether the record is a demonstration: what goes out says so. */
  readonly demonstration: boolean
  /** Undefined where no mail server is configured. */
  readonly mailer: Mailer | undefined
  readonly poster: Poster
  /** What nobody could be told: it goes to the operator's log. */
  trouble(what: string, error: unknown): void
}
