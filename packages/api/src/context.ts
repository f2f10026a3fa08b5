import type { PersonId } from '@gavel/kernel'
import type { FastifyRequest } from 'fastify'
import type { Accounts, Caller } from './access/accounts.ts'
import type { Links } from './access/links.ts'
import type { OidcSignIn } from './access/oidc.ts'
import type { Passkeys } from './access/passkeys.ts'
import type { Site } from './access/site.ts'
import type { Trails } from './access/trail.ts'
import { type Viewer, viewerOf } from './access/viewer.ts'
import type { Ways } from './access/ways.ts'
import type { Catalogue } from './catalogue.ts'
import type { Subscriptions } from './digests/subscription.ts'
import type { Calendars } from './feeds/keys.ts'
import type { ProblemError } from './http/problem.ts'
import type { LiveHub } from './live/hub.ts'
import type { FeedFormats, FileFormats, Keeper, Mailer, Rows, TextFormats } from './ports.ts'

/** What every part of the API is given. */
export interface Context {
  readonly keeper: Keeper
  readonly rows: Rows
  /** Every act this server takes, its rooms' among them. */
  readonly catalogue: Catalogue
  readonly accounts: Accounts
  readonly ways: Ways
  readonly passkeys: Passkeys
  readonly links: Links
  readonly oidc: OidcSignIn
  readonly trails: Trails
  /** The address people reach this server under. */
  readonly site: () => Site
  /** Throws a 429 when there were too many attempts in a person's name. */
  readonly takeTurn: (person: PersonId) => void
  /** Whether anybody may take a seat. */
  readonly demonstration: boolean
  readonly hub: LiveHub
  readonly formats: TextFormats
  readonly files: FileFormats
  readonly feeds: FeedFormats
  readonly calendars: Calendars
  /** The letters persons are reminded by, and who carries them: undefined where no mail server is configured. */
  readonly digests: Subscriptions
  readonly mailer: Mailer | undefined
  /** The verifier key of the record's signer, one line; undefined for a record that is not signed. */
  readonly vkey: string | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null for the public. */
    caller: Caller | null
    /** Why the request is turned away before its body is read; null when it is not. */
    barred: ProblemError | null
  }
}

/** The viewer behind a request, with the rights she has now. */
export const viewerBehind = ({ keeper }: Context, request: FastifyRequest): Viewer =>
  viewerOf(keeper.state(), request.caller?.person ?? null, keeper.now())
