import type { institution } from '@gavel/domain'
import { type Instant, later } from '@gavel/kernel'
import { expiringMs } from '../due/needs.ts'

export type Standing = 'valid' | 'ending' | 'suspended' | 'coming' | 'ended' | 'revoked'

/** I-4, I-5. How a credential stands at an instant: what was done to it, and what the clock has done. */
export const standingOf = (credential: institution.Credential, now: Instant): Standing => {
  const { status, from, until } = credential
  if (status === 'revoked') return 'revoked'
  if (until !== undefined && until <= now) return 'ended'
  if (status === 'suspended') return 'suspended'
  if (from > now) return 'coming'
  return until !== undefined && until <= later(now, expiringMs) ? 'ending' : 'valid'
}

/** Whether a credential may still give something, now or later. */
export const isPast = (credential: institution.Credential, now: Instant): boolean =>
  ['ended', 'revoked'].includes(standingOf(credential, now))

export const standingTones = {
  valid: 'good',
  ending: 'wait',
  suspended: 'bad',
  coming: 'plain',
  ended: 'plain',
  revoked: 'bad',
} as const satisfies { readonly [standing in Standing]: string }

/** A word by which somebody may be known, made of her name: what a person would type herself. */
export const knownBy = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)

/** The first instant after a calendar day somebody chose, where she is: a credential until that day holds on it. */
export const untilEndOf = (day: string): string | undefined => {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  if (match === null) return undefined
  return new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + 1).toISOString()
}

/** Whether somebody heads her delegation by this credential: she may accredit. */
export const isHead = ({ capacity, rights }: institution.Credential): boolean =>
  capacity.kind === 'delegate' && rights.includes('accredit')
