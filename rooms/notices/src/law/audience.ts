import { type Audience, type DomainState, delegationsNamed, institution } from '@gavel/domain'
import { get, type Instant, type MemberId, type Refusal } from '@gavel/kernel'
import type { NoticesAct } from './acts.ts'
import { memberOf, noticeFor, partiesOf, unknown } from './checks.ts'
import { contactOf, type Notice, type NoticesState, noticeOf, pingOf } from './state.ts'

const members: Audience = { kind: 'members' }

/** N-17. Who acknowledged is told to the sender, or to all the notice went to, as its type says; so are answers. */
export const tellers = (notice: Notice, member: MemberId, of: 'receipts' | 'answers'): Audience =>
  notice[of] === 'all' ? partiesOf(notice) : delegationsNamed([notice.from, member], notice.secretariat)

/** N-29. The directory is for members: their delegations at the time, and the secretariat; no observer reads it. */
export const directoryReaders = (house: DomainState, at: Instant): Audience =>
  delegationsNamed(institution.activeMembers(house.institution, at), true)

/** Who may read an act of the room and what came of it. */
export const audienceOf = (act: NoticesAct, state: NoticesState, house: DomainState): Audience => {
  switch (act.type) {
    case 'notices.defineType':
    case 'notices.retireType':
    case 'notices.setContactTerms':
      return members
    case 'notices.acknowledge':
      return tellers(noticeOf(state, act.body.notice)!, act.body.member, 'receipts')
    case 'notices.answer':
      return tellers(noticeOf(state, act.body.notice)!, act.body.member, 'answers')
    case 'notices.send':
    case 'notices.correct':
    case 'notices.withdraw':
    case 'notices.close':
      return partiesOf(noticeOf(state, act.body.notice)!)
    case 'notices.setHook':
    case 'notices.removeHook':
      return { kind: 'delegation', member: act.body.member }
    default:
      return directoryReaders(house, act.at)
  }
}

const unseenNotice = (
  act: NoticesAct,
  id: string,
  state: NoticesState,
  house: DomainState,
): Refusal | null =>
  noticeFor(state, id, act.as, house, act.at) === undefined ? unknown('notice', id) : null

/** N-1, I-34. What an act names and its author may not read is answered as what is not there. */
export const unseen = (act: NoticesAct, state: NoticesState, house: DomainState): Refusal | null => {
  switch (act.type) {
    case 'notices.send':
      return act.body.about === undefined ? null : unseenNotice(act, act.body.about, state, house)
    case 'notices.correct':
    case 'notices.withdraw':
    case 'notices.close':
    case 'notices.acknowledge':
    case 'notices.answer':
      return unseenNotice(act, act.body.notice, state, house)
    case 'notices.verifyContact':
    case 'notices.confirmContact':
    case 'notices.withdrawContact':
      return contactOf(state, act.body.contact) === undefined ? unknown('contact', act.body.contact) : null
    case 'notices.answerPing':
      if (pingOf(state, act.body.ping) === undefined) return unknown('ping', act.body.ping)
      return contactOf(state, act.body.contact) === undefined ? unknown('contact', act.body.contact) : null
    case 'notices.removeHook':
      return get(state.hooks, act.body.hook)?.member === memberOf(act.as)
        ? null
        : unknown('hook', act.body.hook)
    default:
      return null
  }
}
