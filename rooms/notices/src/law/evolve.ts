import { emptyTable, get, has, put, remove, type Table, update } from '@gavel/kernel'
import type { NoticesEvent, NoticesEventOf } from './acts.ts'
import type { Acknowledgement, Contact, Notice, NoticesState } from './state.ts'

/** What happened in the room, folded into its state. It knows every event and never refuses. */

type Of<T extends NoticesEvent['type']> = NoticesEventOf<T>

const listed = <T extends string>(table: Table<readonly T[]>, key: string, id: T): Table<readonly T[]> =>
  put(table, key, [...(get(table, key) ?? []), id])

const changed = (state: NoticesState, id: string, change: (notice: Notice) => Notice): NoticesState => ({
  ...state,
  notices: update(state.notices, id, change),
})

const withContact = (
  state: NoticesState,
  id: string,
  change: (contact: Contact) => Contact,
): NoticesState => ({
  ...state,
  contacts: update(state.contacts, id, change),
})

const defined = (state: NoticesState, event: Of<'notices.typeDefined'>): NoticesState => {
  const { type: _, at, by: __, ...told } = event
  const { edition, ...shape } = told
  const known = has(state.types, told.noticeType)
  return {
    ...state,
    types: put(state.types, told.noticeType, { ...told, definedAt: at }),
    editions: put(state.editions, `${told.noticeType}#${edition}`, shape),
    typeOrder: known ? state.typeOrder : [...state.typeOrder, told.noticeType],
  }
}

const retired = (
  state: NoticesState,
  { noticeType, at, reason }: Of<'notices.typeRetired'>,
): NoticesState => ({
  ...state,
  types: update(state.types, noticeType, type => ({ ...type, retired: { at, reason } })),
})

const sent = (state: NoticesState, event: Of<'notices.sent'>): NoticesState => {
  const { type: _, at, by, notice: id, ...told } = event
  const notice: Notice = {
    ...told,
    id,
    sentAt: at,
    sentBy: by,
    corrections: [],
    acknowledged: emptyTable(),
    answered: [],
  }
  return {
    ...state,
    notices: put(state.notices, id, notice),
    sent: listed(state.sent, told.from, id),
    received: told.to.reduce((table, member) => listed(table, member, id), state.received),
  }
}

const acknowledged = (state: NoticesState, event: Of<'notices.acknowledged'>): NoticesState =>
  changed(state, event.notice, notice => {
    const { member, givenAt, at, by, note, received } = event
    const given: Acknowledgement = {
      at: givenAt,
      recordedAt: at,
      by,
      ...(note === undefined ? {} : { note }),
      ...(received === undefined ? {} : { received }),
    }
    return { ...notice, acknowledged: put(notice.acknowledged, member, given) }
  })

/** N-11. Who answers has acknowledged. */
const answered = (state: NoticesState, event: Of<'notices.answered'>): NoticesState =>
  changed(state, event.notice, notice => {
    const { member, words, choice, givenAt, at, by, received } = event
    const given = { at: givenAt, recordedAt: at, by, ...(received === undefined ? {} : { received }) }
    const answer = { ...given, member, words, ...(choice === undefined ? {} : { choice }) }
    return {
      ...notice,
      answered: [...notice.answered, answer],
      acknowledged: has(notice.acknowledged, member)
        ? notice.acknowledged
        : put(notice.acknowledged, member, { ...given, byAnswer: true as const }),
    }
  })

const nominated = (state: NoticesState, event: Of<'notices.contactNominated'>): NoticesState => {
  const { type: _, at, by: __, contact: id, ...told } = event
  const contact: Contact = { ...told, id, nominatedAt: at, pings: [] }
  const next = {
    ...state,
    contacts: put(state.contacts, id, contact),
    contactsOf: listed(state.contactsOf, told.member, id),
  }
  return told.replaces === undefined
    ? next
    : withContact(next, told.replaces, before => ({ ...before, replacedBy: { contact: id, at } }))
}

const pinged = (state: NoticesState, event: Of<'notices.pinged'>): NoticesState => {
  const { ping: id, at, by, contacts, replyBy } = event
  const called = contacts.reduce(
    (next, contact) => withContact(next, contact, each => ({ ...each, pings: [...each.pings, id] })),
    state,
  )
  return {
    ...called,
    pings: put(state.pings, id, { id, at, by, replyBy, contacts, answers: emptyTable() }),
    pingOrder: [...state.pingOrder, id],
  }
}

const pingAnswered = (state: NoticesState, event: Of<'notices.pingAnswered'>): NoticesState => {
  const { ping: id, contact, givenAt, at, received } = event
  const given = { at: givenAt, recordedAt: at, ...(received === undefined ? {} : { received }) }
  return {
    ...state,
    pings: update(state.pings, id, ping => ({ ...ping, answers: put(ping.answers, contact, given) })),
  }
}

const corrected = (state: NoticesState, event: Of<'notices.corrected'>): NoticesState =>
  changed(state, event.notice, notice => {
    const { kind, at, by, values, note } = event
    return {
      ...notice,
      values: { ...notice.values, ...values },
      corrections: [...notice.corrections, { kind, at, by, values, note }],
    }
  })

const ofContacts = (state: NoticesState, event: NoticesEvent): NoticesState => {
  switch (event.type) {
    case 'notices.contactNominated':
      return nominated(state, event)
    case 'notices.contactVerified':
      return withContact(state, event.contact, contact => ({ ...contact, verifiedAt: event.at }))
    case 'notices.contactConfirmed':
      return withContact(state, event.contact, contact => ({ ...contact, confirmedAt: event.at }))
    case 'notices.contactWithdrawn':
      return withContact(state, event.contact, contact => ({ ...contact, withdrawnAt: event.at }))
    case 'notices.contactTermsSet': {
      const { at: since, staleDays, source } = event
      return { ...state, contactTerms: [...state.contactTerms, { since, staleDays, source }] }
    }
    case 'notices.pinged':
      return pinged(state, event)
    case 'notices.pingAnswered':
      return pingAnswered(state, event)
    case 'notices.hookSet': {
      const { hook: id, member, url, at: setAt } = event
      return { ...state, hooks: put(state.hooks, id, { id, member, url, setAt }) }
    }
    case 'notices.hookRemoved':
      return { ...state, hooks: remove(state.hooks, event.hook) }
    default:
      throw new TypeError(`unknown event: ${event.type}`)
  }
}

export const evolve = (state: NoticesState, event: NoticesEvent): NoticesState => {
  switch (event.type) {
    case 'notices.typeDefined':
      return defined(state, event)
    case 'notices.typeRetired':
      return retired(state, event)
    case 'notices.sent':
      return sent(state, event)
    case 'notices.corrected':
      return corrected(state, event)
    case 'notices.acknowledged':
      return acknowledged(state, event)
    case 'notices.answered':
      return answered(state, event)
    case 'notices.withdrawn':
      return changed(state, event.notice, notice => ({
        ...notice,
        withdrawn: { at: event.at, reason: event.reason },
      }))
    case 'notices.closed':
      return changed(state, event.notice, notice => ({
        ...notice,
        closed: { at: event.at, ...(event.note === undefined ? {} : { note: event.note }) },
      }))
    default:
      return ofContacts(state, event)
  }
}
