import type { Capacity } from '@gavel/domain'
import type { CurrentSignIn } from '../live/room.ts'
import type { NameInLanguages } from '../words/speaking.ts'

/** What the API answers about ways in (packages/contract/src/access.ts). Instants are text in UTC. */

export interface Methods {
  readonly passkey: { readonly available: boolean; readonly rpId: string | null; readonly origin: string }
  readonly oidc: readonly {
    readonly id: string
    readonly label: NameInLanguages
    readonly member: string | null
  }[]
  readonly demonstration: boolean
}

export interface Device {
  readonly browser: string | null
  readonly system: string | null
}

export interface Passkey {
  readonly id: string
  readonly name: string
  readonly since: string
  readonly used: string | null
  readonly synced: { readonly may: boolean; readonly is: boolean }
  readonly copied: string | null
}

export interface SignInRow {
  readonly id: string
  readonly way: CurrentSignIn['way']
  readonly since: string
  readonly until: string
  readonly seen: string
  readonly device: Device | null
  readonly network: string | null
  readonly by: string | null
  readonly current: boolean
}

export interface TrailRow {
  readonly at: string
  readonly what:
    | 'signedIn'
    | 'signedOut'
    | 'signInRevoked'
    | 'othersRevoked'
    | 'linkMade'
    | 'invited'
    | 'passkeyAdded'
    | 'passkeyRenamed'
    | 'passkeyRemoved'
    | 'passkeyCopied'
    | 'accountLinked'
    | 'accountRemoved'
  readonly way?: CurrentSignIn['way']
  readonly device: Device
  readonly network: string | null
  readonly name?: string
}

export interface LinkedAccount {
  readonly id: string
  readonly provider: string
  readonly label: NameInLanguages | null
  readonly shown: string | null
  readonly since: string
}

export interface MadeLink {
  readonly id: string
  readonly url: string
  readonly until: string
}

export interface LinkState {
  readonly id: string
  readonly state: 'waiting' | 'asked' | 'approved'
  readonly code: string | null
  readonly device: Device | null
  readonly network: string | null
}

export interface Seat {
  readonly as: Capacity
  readonly person: string
  readonly name: string
  readonly of: NameInLanguages | null
  readonly sitting: number
  readonly mine: boolean
}
