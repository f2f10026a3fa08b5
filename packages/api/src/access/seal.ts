import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { type Instant, later, msBetween } from '@gavel/kernel'
import type { Rows } from '../ports.ts'

/** What a sealed value is for: one made for one purpose opens for no other. */
type Purpose = 'passkey-registration' | 'passkey-sign-in' | 'oidc'

const kind = 'spent'
const sweepEveryMs = 60_000

/**
 * Values the server hands out and believes when they come back: challenges, and what it has to remember while
 * somebody is at her ministry. AES-256-GCM under a key of this server, with the purpose as associated data and the
 * instant it runs out inside. Nothing is kept for who only asks; what was used is remembered until it runs out.
 */
export const sealing = (key: Uint8Array, rows: Rows, now: () => Instant) => {
  let swept: Instant | undefined

  /** Forgets the used ones that have run out, now and then, when another is used. */
  const sweep = async (): Promise<void> => {
    if (swept !== undefined && msBetween(swept, now()) < sweepEveryMs) return
    swept = now()
    for (const [name, until] of await rows.rows(kind))
      if (until <= now()) await rows.swapRow(kind, name, until, null)
  }

  return {
    /** Seals a value for `lasts` milliseconds; base64url, at most a few hundred characters for small values. */
    seal(purpose: Purpose, value: object, lasts: number): string {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
      const plain = JSON.stringify({ value, until: later(now(), lasts) })
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },

    /** What was sealed; undefined when it is not ours, is for another purpose, or has run out. */
    open(purpose: Purpose, sealed: string): unknown {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < 29 || bytes.toString('base64url') !== sealed) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(12, 28))
      try {
        const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
        const { value, until } = JSON.parse(plain.toString('utf8')) as { value: unknown; until: Instant }
        return now() < until ? value : undefined
      } catch {
        return undefined
      }
    },

    /** Uses a sealed value up; true for the first who does. `lasts`: as long as it could still be opened. */
    async spend(sealed: string, lasts: number): Promise<boolean> {
      await sweep()
      const name = createHash('sha256').update(sealed).digest('hex')
      return rows.swapRow(kind, name, null, later(now(), lasts))
    },
  }
}

export type Sealing = ReturnType<typeof sealing>
