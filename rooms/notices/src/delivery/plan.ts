import type { WholeEntry } from '@gavel/application'
import { get, type Instant, type MemberId, values } from '@gavel/kernel'
import type { NoticesEvent } from '../law/acts.ts'
import { contactOf, type NoticesState, noticeOf } from '../law/state.ts'
import { contactStatus } from '../law/status.ts'

/** What happened that somebody is to be told. */
export type Told = 'sent' | 'corrected' | 'withdrawn' | 'acknowledged' | 'answered' | 'pinged'

/** One message to one place. It names things and holds nothing of them: what is said is made when it goes. */
export interface Delivery {
  /** Unique, and the same however often it is planned: entry, event, way, place. */
  readonly key: string
  /** `notices/AAA:1`, `pings/p1`. */
  readonly about: string
  readonly what: Told
  readonly member: MemberId
  readonly channel: 'email' | 'hook'
  /** The contact or the hook. */
  readonly to: string
  readonly at: Instant
}

const ways = { email: 'email', hook: 'hook' } as const

/** The contacts of a member who are written to: verified, not over, with an address. */
const written = (state: NoticesState, member: MemberId, now: Instant): readonly string[] =>
  (get(state.contactsOf, member) ?? [])
    .map(id => contactOf(state, id)!)
    .filter(contact => contact.email !== undefined)
    .filter(contact => ['active', 'stale'].includes(contactStatus(state, contact, now).kind))
    .map(({ id }) => id)

const hooked = (state: NoticesState, member: MemberId): readonly string[] =>
  [...values(state.hooks)].filter(hook => hook.member === member).map(({ id }) => id)

interface Telling {
  readonly what: Told
  readonly about: string
  readonly members: readonly MemberId[]
  readonly channels: readonly Delivery['channel'][]
  /** The contacts called, for a test call; all that are written to otherwise. */
  readonly contacts?: readonly string[]
}

const both = [ways.email, ways.hook]

const ofNotice = (state: NoticesState, event: NoticesEvent): Telling | undefined => {
  const notice = 'notice' in event ? noticeOf(state, event.notice) : undefined
  if (notice === undefined) return undefined
  const about = `notices/${notice.id}`
  switch (event.type) {
    case 'notices.sent':
      return { what: 'sent', about, members: notice.to, channels: both }
    case 'notices.corrected':
      return { what: 'corrected', about, members: notice.to, channels: both }
    case 'notices.withdrawn':
      return { what: 'withdrawn', about, members: notice.to, channels: both }
    case 'notices.answered':
      return { what: 'answered', about, members: [notice.from], channels: both }
    // A mail for each of twenty-seven acknowledgements would be read by nobody.
    case 'notices.acknowledged':
      return { what: 'acknowledged', about, members: [notice.from], channels: [ways.hook] }
    default:
      return undefined
  }
}

const tellingOf = (state: NoticesState, event: NoticesEvent): Telling | undefined => {
  if (event.type !== 'notices.pinged') return ofNotice(state, event)
  const called = event.contacts.map(id => contactOf(state, id)!)
  const members = [...new Set(called.map(({ member }) => member))]
  return { what: 'pinged', about: `pings/${event.ping}`, members, channels: both, contacts: event.contacts }
}

/** Everything an entry asks to be told, to whom and by which way. An entry of anything else asks nothing. */
export const deliveriesOf = (
  { index, content }: Pick<WholeEntry, 'index' | 'content'>,
  state: NoticesState,
  now: Instant,
): readonly Delivery[] =>
  (content?.events ?? []).flatMap((event, place) => {
    const telling = event.type.startsWith('notices.') ? tellingOf(state, event as NoticesEvent) : undefined
    if (telling === undefined) return []
    const { what, about, members, channels, contacts } = telling
    return members.flatMap(member =>
      channels.flatMap(channel => {
        const reached = channel === 'email' ? written(state, member, now) : hooked(state, member)
        const wanted =
          channel === 'email' && contacts !== undefined
            ? reached.filter(id => contacts.includes(id))
            : reached
        return wanted.map(to => ({
          key: `${String(index).padStart(12, '0')}-${place}-${channel}-${to}`,
          about,
          what,
          member,
          channel,
          to,
          at: content!.act.at,
        }))
      }),
    )
  })
