import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { accounts, publicUrlFault } from '@gavel/api'
import { type Clock, domainLaw, openRecord, type RecordStore } from '@gavel/application'
import { dayMs, fromEpochMs, get, type Instant, later, type PersonId } from '@gavel/kernel'
import { CannotStart, sayingWhy, withoutSecrets } from './cannot-start.ts'
import { owner } from './founding.ts'
import { openSaved } from './saved.ts'

export interface InviteOptions {
  /** The data folder, or the address of a PostgreSQL database. */
  readonly where: string
  /** Whom; the owner of the record, which is its secretariat, unless told. */
  readonly person?: string
  /** The address people reach the server under. */
  readonly publicUrl: string
  readonly clock?: Clock
}

export interface Invited {
  readonly person: string
  readonly name: string
  readonly link: string
  readonly until: Instant
}

/** The name under which a person is accredited on the record; undefined when she is not, or was revoked. */
const accreditedAs = async (
  store: RecordStore,
  person: PersonId,
  clock: Clock,
): Promise<string | undefined> => {
  const keeper = await openRecord({ store, law: domainLaw, folds: {}, clock, snapshotEvery: 0 })
  const { credentials, credentialsOf } = keeper.state().institution
  const theirs = (get(credentialsOf, person) ?? []).flatMap(id => {
    const credential = get(credentials, id)
    return credential === undefined || credential.status === 'revoked' ? [] : [credential.name]
  })
  return theirs.at(-1)
}

/**
 * A single-use sign-in link, made on the machine itself: for whoever has lost every way in. A server may be running
 * on the same record meanwhile. Throws CannotStart when there is no record, or nobody of that name is accredited.
 */
export const invitePerson = async (options: InviteOptions): Promise<Invited> => {
  const { where, publicUrl, clock = Date } = options
  const person = (options.person ?? owner) as PersonId
  const fault = publicUrlFault(publicUrl)
  if (fault !== undefined) throw new CannotStart(`--public-url ${withoutSecrets(publicUrl)} ${fault}`)
  // Opening makes what is missing, and a mistyped folder must not become a new record.
  if (!where.startsWith('postgres') && !existsSync(join(where, 'record.sqlite')))
    throw new CannotStart(`there is no record in ${where}`)
  const { store } = await sayingWhy(`the record at ${withoutSecrets(where)}`, () => openSaved(where))
  try {
    const name = await accreditedAs(store, person, clock)
    if (name === undefined)
      throw new CannotStart(
        `nobody is accredited as ${person.slice(0, 80)} on the record at ${withoutSecrets(where)}`,
      )
    const now = () => fromEpochMs(clock.now())
    const token = await accounts(store, now).invite(person, 'the operator')
    const link = `${new URL(publicUrl).origin}/sign-in/${token}`
    return { person, name, link, until: later(now(), 7 * dayMs) }
  } finally {
    await store.close()
  }
}
