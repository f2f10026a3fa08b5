import { type DomainState, eventOf, institution } from '@gavel/domain'
import {
  type Check,
  following,
  hourMs,
  type Instant,
  later,
  type MemberId,
  type Outcome,
} from '@gavel/kernel'
import type { AgreementShape } from '../shapes.ts'
import type { NoticesActOf, NoticesEvent } from './acts.ts'
import { isNewOf, memberOf, readable } from './checks.ts'
import { dueBy, valuesFit, wellMade } from './fields.ts'
import { type Notice, type NoticesState, type NoticeType, noticeOf, typeBehind, typeOf } from './state.ts'

type Answer = Outcome<NoticesEvent>

/** N-3. The secretariat defines a type, as often as it changes; notices already sent stay as they were. */
export const defineType = (
  act: NoticesActOf<'notices.defineType'>,
  state: NoticesState,
  house: DomainState,
): Answer =>
  following([wellMade(act.body, house)], () => {
    const edition = (typeOf(state, act.body.noticeType)?.edition ?? 0) + 1
    return [eventOf(act, 'notices.typeDefined', { ...act.body, edition })]
  })

/** N-4. A type out of use is not used; one that is in use can be taken out of it. */
const inUse = (id: string, type: NoticeType | undefined): Check => [
  'N-4',
  type !== undefined && type.retired === undefined,
  () => ({ noticeType: id, known: type !== undefined, retired: type?.retired?.at ?? null }),
]

export const retireType = (act: NoticesActOf<'notices.retireType'>, state: NoticesState): Answer => {
  const { noticeType, reason } = act.body
  return following([inUse(noticeType, typeOf(state, noticeType)), readable('reason', reason)], () => [
    eventOf(act, 'notices.typeRetired', act.body),
  ])
}

/** N-5. A notice is sent under an agreement of its type that binds the sender; where the type needs one, not without. */
const boundBy = (
  type: NoticeType,
  id: string | undefined,
  agreement: AgreementShape | undefined,
  from: MemberId,
): Check => [
  'N-5',
  id === undefined
    ? type.to !== 'agreement'
    : agreement !== undefined && (agreement.members.length === 0 || agreement.members.includes(from)),
  () => ({ noticeType: type.noticeType, agreement: id ?? null, known: agreement !== undefined, from }),
]

/** To whom a notice goes: all others, the others of the agreement, or those named. */
const addressees = (
  type: NoticeType,
  agreement: AgreementShape | undefined,
  named: readonly MemberId[] | undefined,
  from: MemberId,
  active: readonly MemberId[],
): readonly MemberId[] => {
  if (type.to === 'named') return named ?? []
  const bound = type.to === 'agreement' ? (agreement?.members ?? []) : []
  return active.filter(member => member !== from && (bound.length === 0 || bound.includes(member)))
}

/** N-7. A notice goes to active members other than its sender, each once; the sender names them only where the type lets her. */
const rightlyAddressed = (
  type: NoticeType,
  named: readonly MemberId[] | undefined,
  to: readonly MemberId[],
  from: MemberId,
  active: readonly MemberId[],
): Check => {
  const wrong = to.find(
    (member, at) => member === from || !active.includes(member) || to.indexOf(member) !== at,
  )
  return [
    'N-7',
    to.length > 0 && wrong === undefined && (named === undefined || type.to === 'named'),
    () => ({ noticeType: type.noticeType, goesTo: type.to, named: named?.length ?? 0, wrong: wrong ?? null }),
  ]
}

/** N-8. Whether a notice is restricted is as its type says; where the sender chooses, as she says, and restricted if she does not. */
const isRestricted = (type: NoticeType, said: boolean | undefined): boolean =>
  type.restricted === 'may' ? (said ?? true) : type.restricted === 'always'

const saidRightly = (type: NoticeType, said: boolean | undefined): Check => [
  'N-8',
  said === undefined || type.restricted === 'may' || said === (type.restricted === 'always'),
  () => ({ noticeType: type.noticeType, restricted: type.restricted }),
]

/** N-9. A notice that follows another goes to nobody who does not know that one. */
const followsKnown = (about: Notice | undefined, to: readonly MemberId[]): Check => {
  const knowing = about === undefined ? [] : [about.from, ...about.to]
  const stranger = about === undefined ? undefined : to.find(member => !knowing.includes(member))
  return ['N-9', stranger === undefined, () => ({ about: about!.id, stranger: stranger! })]
}

const by = (hours: number | undefined, at: Instant): Instant | null =>
  hours === undefined ? null : later(at, hours * hourMs)

export const send = (act: NoticesActOf<'notices.send'>, state: NoticesState, house: DomainState): Answer => {
  const { at, body } = act
  const { notice, noticeType, title, values, about } = body
  const from = memberOf(act.as)!
  const type = typeOf(state, noticeType)
  const known = following(
    [isNewOf(from, 'notice', notice, noticeOf(state, notice)), inUse(noticeType, type)],
    () => [],
  )
  if (known.kind === 'refused') return known
  const agreement = type!.agreements.find(each => each.agreement === body.agreement)
  const active = institution.activeMembers(house.institution, at)
  const to = addressees(type!, agreement, body.to, from, active)
  return following(
    [
      readable('title', title, 300),
      boundBy(type!, body.agreement, agreement, from),
      valuesFit(type!, values, house),
      rightlyAddressed(type!, body.to, to, from, active),
      saidRightly(type!, body.restricted),
      followsKnown(about === undefined ? undefined : noticeOf(state, about), to),
    ],
    () => [
      eventOf(act, 'notices.sent', {
        notice,
        noticeType,
        title,
        values,
        ...(about === undefined ? {} : { about }),
        edition: type!.edition,
        agreement: body.agreement ?? null,
        from,
        to: [...to].sort(),
        restricted: isRestricted(type!, body.restricted),
        secretariat: type!.secretariat,
        receipts: type!.receipts,
        answers: type!.answers,
        due: dueBy(type!.timing, agreement, values, at, house),
        acknowledgeBy: by(agreement?.acknowledgeHours ?? type!.acknowledgeHours, at),
        answerBy: by(agreement?.answerHours ?? type!.answerHours, at),
      }),
    ],
  )
}

/** N-10. A notice is its sender's delegation's: nobody else corrects it, withdraws it or closes it. */
const itsSender = (act: { readonly as: NoticesActOf<'notices.send'>['as'] }, { id, from }: Notice): Check => [
  'N-10',
  memberOf(act.as) === from,
  () => ({ notice: id }),
]

/** N-13. After a notice is withdrawn nothing more is done to it; one that is closed is neither corrected nor withdrawn. */
export const stillOpen = ({ id, withdrawn, closed }: Notice): Check => [
  'N-13',
  withdrawn === undefined && closed === undefined,
  () => ({ notice: id, withdrawn: withdrawn?.at ?? null, closed: closed?.at ?? null }),
]

/** N-14. A correction or supplement changes what is said, and no deadline. */
export const correct = (
  act: NoticesActOf<'notices.correct'>,
  state: NoticesState,
  house: DomainState,
): Answer => {
  const notice = noticeOf(state, act.body.notice)!
  return following(
    [
      itsSender(act, notice),
      stillOpen(notice),
      readable('note', act.body.note),
      valuesFit(typeBehind(state, notice), { ...notice.values, ...act.body.values }, house),
    ],
    () => [eventOf(act, 'notices.corrected', act.body)],
  )
}

export const withdraw = (act: NoticesActOf<'notices.withdraw'>, state: NoticesState): Answer => {
  const notice = noticeOf(state, act.body.notice)!
  return following([itsSender(act, notice), stillOpen(notice), readable('reason', act.body.reason)], () => [
    eventOf(act, 'notices.withdrawn', act.body),
  ])
}

export const close = (act: NoticesActOf<'notices.close'>, state: NoticesState): Answer => {
  const notice = noticeOf(state, act.body.notice)!
  return following([itsSender(act, notice), stillOpen(notice), readable('note', act.body.note)], () => [
    eventOf(act, 'notices.closed', act.body),
  ])
}
