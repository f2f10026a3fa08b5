import { domainFolds, domainLaw, openRecord, type RecordStore, type SentAct } from '@gavel/application'
import type { Act } from '@gavel/domain'
import { fromEpochMs } from '@gavel/kernel'
import { act, assembly, chair, delegate, rule } from '../../packages/domain/src/testing/builders.ts'

export const members = ['AAA', 'BBB', 'CCC', 'DDD'] as const

/** The acts that found a small organisation in which a silence may be as short as one likes. */
export const founding = (): readonly SentAct<Act>[] =>
  [...assembly(...members), rule('silence.minimumHours', 0)].map((sent, at) => {
    const { at: _, ...rest } = { ...sent, id: `founding-${at}` }
    return rest as SentAct<Act>
  })

const sent = (id: string, made: Act): SentAct<Act> => {
  const { at: _, ...rest } = made
  return { ...rest, id } as SentAct<Act>
}

/** A silence procedure on some words, expiring `ms` after `now`. */
export const openSilence = (id: string, decision: string, now: number, ms: number): SentAct<Act> =>
  sent(
    id,
    act(chair('soc'), 'decisions.openSilence', {
      decision,
      body: 'soc',
      title: decision,
      subject: { kind: 'wording', wording: `The Committee takes note of ${decision}.` },
      expiresAt: fromEpochMs(now + ms),
      timeZone: 'UTC',
      announcedAs: 'in a moment',
    }),
  )

/** A delegation breaks a silence in writing. */
export const breakSilence = (id: string, decision: string, member: string): SentAct<Act> =>
  sent(
    id,
    act(delegate(member), 'decisions.breakSilence', {
      decision,
      member,
      by: {
        kind: 'objection',
        reason: 'Instructions have not been received, and the words go further than those heard.',
      },
    }),
  )

/** The application as a server runs it, but for the key. */
export const openOrganisation = (store: RecordStore, snapshotEvery = 3000) =>
  openRecord({ store, law: domainLaw, folds: domainFolds, clock: { now: () => Date.now() }, snapshotEvery })

export type Organisation = Awaited<ReturnType<typeof openOrganisation>>
