import type { RoomTools, Viewer } from '@gavel/api'
import { roomState } from '@gavel/application'
import type { Audience, DomainState, meetings } from '@gavel/domain'
import { get, type Instant, type MemberId, type PersonId } from '@gavel/kernel'
import type { FastifyRequest } from 'fastify'
import { directoryReaders, tellers } from '../law/audience.ts'
import { partiesOf } from '../law/checks.ts'
import { law } from '../law/index.ts'
import { type Notice, type NoticesState, noticeOf, typeBehind } from '../law/state.ts'
import { owed, sending, silentSince, statusOf } from '../law/status.ts'

/** Somebody who reads the room: what she may see, and the delegations she is of. */
export interface Reading {
  readonly tools: RoomTools
  readonly viewer: Viewer
  readonly house: DomainState
  readonly state: NoticesState
  readonly now: Instant
  readonly own: readonly MemberId[]
  sees(audience: Audience): boolean
}

export const readingOf = (tools: RoomTools, request: FastifyRequest): Reading => {
  const house = tools.state()
  const viewer = tools.viewer(request)
  const known = new Map<string, boolean>()
  return {
    tools,
    viewer,
    house,
    state: roomState(house, law),
    now: tools.now(),
    own: viewer.capacities.flatMap(as => (as.kind === 'delegate' ? [as.member] : [])),
    sees: audience => {
      const key = JSON.stringify(audience)
      const found = known.get(key) ?? tools.mayRead(viewer, audience)
      known.set(key, found)
      return found
    },
  }
}

/** The notice, or the one answer for what is not there and for what is closed to her. */
export const noticeFor = (reading: Reading, id: string): Notice => {
  const found = noticeOf(reading.state, id)
  if (found === undefined || !reading.sees(partiesOf(found))) throw reading.tools.notFound()
  return found
}

/** N-29. Whoever is not to read the directory is told that there is none. */
export const requireDirectory = ({ sees, house, now, tools }: Reading): void => {
  if (!sees(directoryReaders(house, now))) throw tools.notFound()
}

/** The delegation a box is of: the one asked for, if she is of it; else her first. */
export const boxOf = ({ own, tools }: Reading, asked: string | undefined): MemberId => {
  const member = asked === undefined ? own[0] : own.find(each => each === asked)
  if (member === undefined) throw tools.notFound()
  return member
}

/** Who gave something, or by which way it came. */
const given = (one: {
  readonly at: Instant
  readonly recordedAt: Instant
  readonly by: PersonId
  readonly received?: { readonly how: string }
}) => ({ at: one.at, recordedAt: one.recordedAt, by: one.by, how: one.received?.how ?? 'here' })

type Clock = meetings.Timeliness

export interface ReceiptShown {
  readonly member: MemberId
  readonly acknowledgement: Clock | null
  readonly acknowledged:
    | (ReturnType<typeof given> & { readonly note: string | null; readonly byAnswer: boolean })
    | null
  readonly silentSince: Instant | null
  readonly answer: Clock | null
  readonly answers:
    | readonly (ReturnType<typeof given> & {
        readonly words: string
        readonly choice: 'accepts' | 'declines' | null
      })[]
    | null
}

/** N-16, N-17. What a member gave and owes, as far as the reader may know: unknown parts are null, never guessed. */
const receiptOf = (reading: Reading, notice: Notice, member: MemberId): ReceiptShown => {
  const { now, sees } = reading
  const knows = sees(tellers(notice, member, 'receipts'))
  const reads = sees(tellers(notice, member, 'answers'))
  const acknowledged = get(notice.acknowledged, member)
  const clocks = owed(notice, member, now)
  return {
    member,
    acknowledgement: knows ? clocks.acknowledgement : null,
    acknowledged:
      knows && acknowledged !== undefined
        ? {
            ...given(acknowledged),
            note: acknowledged.note ?? null,
            byAnswer: acknowledged.byAnswer === true,
          }
        : null,
    silentSince: knows ? silentSince(notice, member) : null,
    answer: reads ? clocks.answer : null,
    answers: reads
      ? notice.answered
          .filter(each => each.member === member)
          .map(each => ({ ...given(each), words: each.words, choice: each.choice ?? null }))
      : null,
  }
}

const isKnown = ({ acknowledgement, answer }: ReturnType<typeof receiptOf>): boolean =>
  acknowledgement !== null || answer !== null

/** A notice in a line: what it is, whose, when it was due, and what the one who reads still owes it. */
export const inLine = (reading: Reading, notice: Notice, mine?: MemberId) => {
  const { state, now, sees } = reading
  const silent = notice.to.filter(member => silentSince(notice, member) !== null)
  const all = notice.to.every(member => sees(tellers(notice, member, 'receipts')))
  return {
    id: notice.id,
    noticeType: notice.noticeType,
    typeName: typeBehind(state, notice).name,
    title: notice.title,
    from: notice.from,
    to: notice.to,
    restricted: notice.restricted,
    agreement: notice.agreement,
    about: notice.about ?? null,
    sentAt: notice.sentAt,
    status: statusOf(notice),
    sending: sending(notice, now) as Clock,
    acknowledgeBy: notice.acknowledgeBy,
    answerBy: notice.answerBy,
    corrections: notice.corrections.length,
    mine: mine === undefined || !notice.to.includes(mine) ? null : receiptOf(reading, notice, mine),
    /** How many have not acknowledged; null for whoever is not told of all of them. */
    silent: all ? silent.length : null,
  }
}

/** A notice in full, with receipts as far as each reader may know them. */
export const inFull = (reading: Reading, notice: Notice) => {
  const { fields, about } = typeBehind(reading.state, notice)
  const mine = reading.own.find(member => notice.to.includes(member))
  return {
    ...inLine(reading, notice, mine),
    typeAbout: about ?? null,
    sentBy: notice.sentBy,
    secretariat: notice.secretariat,
    receiptsFor: notice.receipts,
    answersFor: notice.answers,
    fields: fields.map(field => ({ ...field, value: notice.values[field.field] ?? null })),
    changes: notice.corrections,
    withdrawn: notice.withdrawn ?? null,
    closed: notice.closed ?? null,
    receipts: notice.to.map(member => receiptOf(reading, notice, member)).filter(isKnown),
    now: reading.now,
  }
}
