import { emptyTable, get, type PersonId, put, tableOf } from '@gavel/kernel'
import type {
  Acknowledgement,
  CallAnswer,
  Contact,
  ContactShown,
  HooksAnswer,
  Notice,
  NoticeAnswer,
  NoticesState,
  NoticeType,
  Ping,
  PingId,
  Receipt,
  TypesAnswer,
} from '@gavel/notices/browser'
import { initial } from '@gavel/notices/browser'

/**
 * What the views answered, as the state the room's law looks at, so that a button says here what the server would say. It
 * knows what the viewer knows: what others gave and she is not told is not in it, and no rule about her own acts asks for it.
 */

/** What the rules about a notice look at. */
type Known = Pick<
  NoticeAnswer,
  'id' | 'noticeType' | 'from' | 'to' | 'sentAt' | 'status' | 'acknowledgeBy' | 'answerBy'
> & { readonly receipts: readonly Receipt[]; readonly secretariat: boolean } & Partial<
    Pick<NoticeAnswer, 'fields' | 'withdrawn' | 'closed'>
  >

const acknowledgedBy = ({ receipts }: Known) =>
  receipts.reduce(
    (table, { member, acknowledged }) =>
      acknowledged === null
        ? table
        : put(table, member, {
            ...acknowledged,
            note: '',
            by: acknowledged.by as PersonId,
          } as Acknowledgement),
    emptyTable<Acknowledgement>(),
  )

const noticeOf = (known: Known): Notice =>
  ({
    ...known,
    agreement: null,
    edition: 1,
    title: '',
    values: Object.fromEntries(
      (known.fields ?? []).flatMap(({ field, value }) => (value === null ? [] : [[field, value]])),
    ),
    restricted: false,
    receipts: 'sender',
    answers: 'sender',
    due: null,
    sentBy: '',
    corrections: [],
    acknowledged: acknowledgedBy(known),
    answered: [],
    withdrawn:
      known.status === 'withdrawn' ? (known.withdrawn ?? { at: known.sentAt, reason: '' }) : undefined,
    closed: known.status === 'closed' ? (known.closed ?? { at: known.sentAt }) : undefined,
  }) as unknown as Notice

/** With one notice. */
export const withNotice = (known: Known, state: NoticesState = initial): NoticesState => ({
  ...state,
  notices: put(state.notices, known.id, noticeOf(known)),
  editions: put(state.editions, `${known.noticeType}#1`, {
    fields: (known.fields ?? []).map(({ value: _, ...field }) => field),
  } as unknown as NoticeType),
})

/** With the types of notice there are. */
export const withTypes = ({ types }: TypesAnswer, state: NoticesState = initial): NoticesState => ({
  ...state,
  types: tableOf(types.map(type => [type.noticeType, type as unknown as NoticeType] as const)),
})

const contactOf = ({ status: _, calls: __, lastCall, ...told }: ContactShown): Contact =>
  ({ ...told, pings: lastCall === null ? [] : [lastCall.ping] }) as unknown as Contact

/** The last call to a contact, as far as its standing hangs on it. */
const callOf = ({ id, lastCall }: ContactShown, before: Ping | undefined): Ping | undefined => {
  if (lastCall === null) return undefined
  const { ping, at, reply } = lastCall
  const replyBy = reply.kind === 'awaited' ? reply.replyBy : reply.kind === 'noReply' ? reply.since : at
  const contacts = [...(before?.contacts ?? []), id]
  const answers = before?.answers ?? emptyTable()
  const answered = reply.kind === 'acknowledged' || reply.kind === 'late'
  return {
    id: ping as PingId,
    at,
    by: '' as PersonId,
    replyBy,
    contacts,
    answers: answered ? put(answers, id, { at: reply.at, recordedAt: reply.at }) : answers,
  }
}

/** With the directory. */
export const withContacts = (contacts: readonly ContactShown[]): NoticesState => {
  let { pings } = initial
  for (const contact of contacts) {
    const id = contact.lastCall?.ping
    const ping = id === undefined ? undefined : callOf(contact, get(pings, id))
    if (ping !== undefined) pings = put(pings, ping.id, ping)
  }
  return {
    ...initial,
    contacts: tableOf(contacts.map(contact => [contact.id, contactOf(contact)] as const)),
    pings,
  }
}

/** With one test call, and whoever was called. */
export const withCall = (
  { id, at, replyBy, replies }: CallAnswer,
  contacts: readonly ContactShown[],
): NoticesState => {
  const called: Ping = {
    id: id as PingId,
    at,
    by: '' as PersonId,
    replyBy,
    contacts: replies.map(({ contact }) => contact),
    answers: replies.reduce(
      (table, { contact, reply }) =>
        reply.kind === 'acknowledged' || reply.kind === 'late'
          ? put(table, contact, { at: reply.at, recordedAt: reply.at })
          : table,
      emptyTable<{ at: typeof at; recordedAt: typeof at }>(),
    ),
  }
  const state = withContacts(contacts)
  return { ...state, pings: put(state.pings, id, called) }
}

/** With the servers of the viewer's delegation. */
export const withHooks = ({ hooks }: HooksAnswer): NoticesState => ({
  ...initial,
  hooks: tableOf(hooks.map(hook => [hook.id, hook] as const)) as unknown as NoticesState['hooks'],
})
