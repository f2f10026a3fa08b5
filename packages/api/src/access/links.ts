import { randomInt } from 'node:crypto'
import { type Instant, minuteMs, msBetween, type PersonId } from '@gavel/kernel'
import type { Rows } from '../ports.ts'
import type { Device } from './device.ts'
import { digest, type Found, type Kept, newSecret, vault } from './vault.ts'

interface Link extends Kept {
  /** The sign-in that vouches, and until when it lasts: what it opens ends no later. */
  readonly by: string
  readonly byUntil: Instant
  readonly state: 'waiting' | 'asked' | 'approved'
  readonly code?: string
  readonly device?: Device
  readonly network?: string | null
}

export interface LinkRow {
  readonly id: string
  readonly state: Link['state']
  readonly until: Instant
  readonly code: string | null
  readonly device: Device | null
  readonly network: string | null
}

/** How long a link can be opened and approved. */
const linkMs = 10 * minuteMs

/** Letters and digits that are not mistaken for one another, read aloud or from a screen (Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const newCode = (): string => {
  const eight = Array.from({ length: 8 }, () => signs[randomInt(signs.length)]!).join('')
  return `${eight.slice(0, 4)}-${eight.slice(4)}`
}

/** A code as somebody typed it, as it is kept. */
const asKept = (typed: string): string => {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return `${plain.slice(0, 4)}-${plain.slice(4)}`
}

/**
 * Links by which a signed-in person lets herself in on another device. The device that opens the link is shown a
 * check code; only after the first device has sent the same code is it let in. So whoever photographs the link gets
 * nowhere, and nobody is let in as somebody else without noticing.
 */
export const links = (rows: Rows, now: () => Instant) => {
  const kept = vault<Link>(rows, now, 'link')
  return { ...ownLinks(kept), ...otherDevice(kept, now) }
}

type LinkVault = ReturnType<typeof vault<Link>>

/** What the person who makes a link does with it, on the device she is signed in on. */
const ownLinks = (kept: LinkVault) => {
  const rowOf = ({ id, kept: { state, until, code, device, network } }: Found<Link>): LinkRow => ({
    id,
    state,
    until,
    code: code ?? null,
    device: device ?? null,
    network: network ?? null,
  })
  const own = async (person: PersonId, id: string): Promise<Found<Link> | undefined> => {
    const found = await kept.at(id)
    return found?.kept.person === person ? found : undefined
  }

  return {
    async make(person: PersonId, by: string, byUntil: Instant) {
      const {
        id,
        token,
        kept: row,
      } = await kept.put('gvl', person, linkMs, {
        by,
        byUntil,
        state: 'waiting',
      })
      return { id, token, until: row.until }
    },

    /** How far a link of the person is. */
    async look(person: PersonId, id: string): Promise<LinkRow | undefined> {
      const found = await own(person, id)
      return found === undefined ? undefined : rowOf(found)
    },

    /** Lets the device in that shows the code; `other` when the code is another one, which voids the link. */
    async approve(person: PersonId, id: string, code: string): Promise<'approved' | 'other' | undefined> {
      const found = await own(person, id)
      if (found === undefined || found.kept.state !== 'asked') return undefined
      if (found.kept.code !== asKept(code)) {
        await kept.swap(found, null)
        return 'other'
      }
      return (await kept.swap(found, { ...found.kept, state: 'approved' })) ? 'approved' : undefined
    },

    /** Takes a link back. */
    async withdraw(person: PersonId, id: string): Promise<boolean> {
      const found = await own(person, id)
      return found !== undefined && kept.swap(found, null)
    },
  }
}

/** What the device that is to be let in does with a link. */
const otherDevice = (kept: LinkVault, now: () => Instant) => ({
  /** Spends the link for the device that opens it: the claim it keeps, and the code it shows. */
  async open(token: string, device: Device, network: string | null) {
    const found = await kept.behind('gvl', token)
    if (found === undefined || found.kept.state !== 'waiting') return undefined
    const [secret, code] = [newSecret(), newCode()]
    const next: Link = { ...found.kept, hash: digest(secret), state: 'asked', code, device, network }
    if (!(await kept.swap(found, next))) return undefined
    return { claim: `gvc_${found.id}_${secret}`, code, until: next.until }
  },

  /**
   * What has become of a claim: not approved yet, or approved and hereby used up, for `lasts` milliseconds at most;
   * undefined for what is void. `holds`: whether the sign-in that vouched still does.
   */
  async finish(claim: string, holds: (signIn: string) => Promise<boolean>) {
    const found = await kept.behind('gvc', claim)
    if (found === undefined || !(await holds(found.kept.by))) return undefined
    const { state, person, byUntil } = found.kept
    if (state !== 'approved') return { state: 'waiting' } as const
    if (!(await kept.swap(found, null))) return undefined
    return { state: 'in', person, lasts: msBetween(now(), byUntil) } as const
  },
})

export type Links = ReturnType<typeof links>
