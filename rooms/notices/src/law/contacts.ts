import { eventOf } from '@gavel/domain'
import { type Check, following, get, has, hourMs, instant, later, type Outcome, values } from '@gavel/kernel'
import type { NoticesActOf, NoticesEvent } from './acts.ts'
import { isNew, readable, receivedRightly } from './checks.ts'
import { type Contact, contactOf, type NoticesState, pingOf } from './state.ts'
import { contactStatus, isOver } from './status.ts'

type Answer = Outcome<NoticesEvent>

const isDay = (text: string): boolean => {
  try {
    return instant(`${text}T00:00:00.000Z`) !== null
  } catch {
    return false
  }
}

/** N-20. A delegation nominates its own contacts: with a way to reach them, and for a period whose days there are. */
const reachable = ({
  email,
  telephone,
  from,
  until,
}: NoticesActOf<'notices.nominateContact'>['body']): Check => [
  'N-20',
  (email !== undefined || telephone !== undefined) &&
    isDay(from) &&
    (until === undefined || (isDay(until) && until >= from)),
  () => ({ email: email !== undefined, telephone: telephone !== undefined, from, until: until ?? null }),
]

/** N-22. A contact that was withdrawn or replaced, or whose period has ended, is over: it is not verified, confirmed or called. */
const goesOn = (contact: Contact, now: Parameters<typeof isOver>[1]): Check => [
  'N-22',
  !isOver(contact, now),
  () => ({
    contact: contact.id,
    until: contact.until ?? null,
    replacedBy: contact.replacedBy?.contact ?? null,
  }),
]

/** N-23. Who takes a contact's place is of the same member and kind; from then on the other is over. */
const rightfulSuccessor = (
  { body, at }: NoticesActOf<'notices.nominateContact'>,
  state: NoticesState,
): Check => {
  const before = body.replaces === undefined ? undefined : contactOf(state, body.replaces)
  return [
    'N-23',
    body.replaces === undefined ||
      (before !== undefined &&
        before.member === body.member &&
        before.kind === body.kind &&
        !isOver(before, at)),
    () => ({ contact: body.contact, replaces: body.replaces ?? null }),
  ]
}

export const nominate = (act: NoticesActOf<'notices.nominateContact'>, state: NoticesState): Answer => {
  const { body } = act
  return following(
    [
      isNew('contact', body.contact, contactOf(state, body.contact)),
      readable('name', body.name, 300),
      readable('office', body.office, 300),
      readable('hours', body.hours, 300),
      reachable(body),
      rightfulSuccessor(act, state),
    ],
    () => [eventOf(act, 'notices.contactNominated', body)],
  )
}

/** N-21. The secretariat verifies a nomination once: that the person is who was named, and is reached. */
export const verify = (act: NoticesActOf<'notices.verifyContact'>, state: NoticesState): Answer => {
  const contact = contactOf(state, act.body.contact)!
  return following(
    [
      goesOn(contact, act.at),
      [
        'N-21',
        contact.verifiedAt === undefined,
        () => ({ contact: contact.id, verifiedAt: contact.verifiedAt! }),
      ],
      readable('note', act.body.note),
    ],
    () => [eventOf(act, 'notices.contactVerified', act.body)],
  )
}

/** N-28. A contact is confirmed, and withdrawn, by the delegation it stands for. */
const itsOwn = (contact: Contact, member: string): Check => [
  'N-28',
  contact.member === member,
  () => ({ contact: contact.id, of: contact.member }),
]

export const confirm = (act: NoticesActOf<'notices.confirmContact'>, state: NoticesState): Answer => {
  const contact = contactOf(state, act.body.contact)!
  return following([itsOwn(contact, act.body.member), goesOn(contact, act.at)], () => [
    eventOf(act, 'notices.contactConfirmed', act.body),
  ])
}

export const withdrawContact = (
  act: NoticesActOf<'notices.withdrawContact'>,
  state: NoticesState,
): Answer => {
  const contact = contactOf(state, act.body.contact)!
  return following([itsOwn(contact, act.body.member), goesOn(contact, act.at)], () => [
    eventOf(act, 'notices.contactWithdrawn', act.body),
  ])
}

/** N-25. A test call goes to the verified contacts of the kinds and members named that are not over, and there is one. */
export const ping = (act: NoticesActOf<'notices.ping'>, state: NoticesState): Answer => {
  const { ping: id, kinds, members, replyHours } = act.body
  const called = [...values(state.contacts)]
    .filter(({ kind, member }) => kinds.includes(kind) && (members === undefined || members.includes(member)))
    .filter(each => ['active', 'stale'].includes(contactStatus(state, each, act.at).kind))
    .map(each => each.id)
    .sort()
  return following(
    [
      isNew('ping', id, pingOf(state, id)),
      ['N-25', called.length > 0, () => ({ kinds, members: members?.length ?? 'all' })],
    ],
    () => [
      eventOf(act, 'notices.pinged', {
        ping: id,
        contacts: called,
        replyBy: later(act.at, replyHours * hourMs),
      }),
    ],
  )
}

/** N-26. Whoever was called answers a test call once, through her delegation; an answer after its time is late and counts. */
export const answerPing = (act: NoticesActOf<'notices.answerPing'>, state: NoticesState): Answer => {
  const { contact: id, member, received } = act.body
  const called = pingOf(state, act.body.ping)!
  const contact = contactOf(state, id)!
  return following(
    [
      itsOwn(contact, member),
      [
        'N-26',
        called.contacts.includes(id) && !has(called.answers, id),
        () => ({ ping: called.id, contact: id, answeredAt: get(called.answers, id)?.at ?? null }),
      ],
      receivedRightly(act.as, received, called.at, act.at),
    ],
    () => [eventOf(act, 'notices.pingAnswered', { ...act.body, givenAt: received?.at ?? act.at })],
  )
}
