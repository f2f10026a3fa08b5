import { type DomainState, eventOf, type Needs } from '@gavel/domain'
import { following, type Outcome } from '@gavel/kernel'
import type { NoticesActType } from '../shapes.ts'
import type { NoticesAct, NoticesEvent } from './acts.ts'
import { readable } from './checks.ts'
import * as contacts from './contacts.ts'
import * as hooks from './hooks.ts'
import * as receiving from './receiving.ts'
import * as sending from './sending.ts'
import type { NoticesState } from './state.ts'

const secretariat: Needs = { capacities: ['secretariat', 'system'], right: null }
const sends: Needs = { capacities: ['delegate'], right: 'propose' }
const accredits: Needs = { capacities: ['delegate'], right: 'accredit' }
/** A delegation for itself; the secretariat for one that told it by telephone or letter (N-15). */
const gives: Needs = { capacities: ['delegate', 'secretariat'], right: 'speak' }

/** Who may do what, for the gate. */
export const needs: { readonly [type in NoticesActType]: Needs } = {
  'notices.defineType': secretariat,
  'notices.retireType': secretariat,
  'notices.send': sends,
  'notices.correct': sends,
  'notices.acknowledge': gives,
  'notices.answer': gives,
  'notices.withdraw': sends,
  'notices.close': sends,
  'notices.nominateContact': accredits,
  'notices.verifyContact': secretariat,
  'notices.confirmContact': { capacities: ['delegate'], right: 'speak' },
  'notices.withdrawContact': accredits,
  'notices.setContactTerms': secretariat,
  'notices.ping': secretariat,
  'notices.answerPing': gives,
  'notices.setHook': accredits,
  'notices.removeHook': accredits,
}

export const decide = (act: NoticesAct, state: NoticesState, house: DomainState): Outcome<NoticesEvent> => {
  switch (act.type) {
    case 'notices.defineType':
      return sending.defineType(act, state, house)
    case 'notices.retireType':
      return sending.retireType(act, state)
    case 'notices.send':
      return sending.send(act, state, house)
    case 'notices.correct':
      return sending.correct(act, state, house)
    case 'notices.acknowledge':
      return receiving.acknowledge(act, state)
    case 'notices.answer':
      return receiving.answer(act, state)
    case 'notices.withdraw':
      return sending.withdraw(act, state)
    case 'notices.close':
      return sending.close(act, state)
    case 'notices.nominateContact':
      return contacts.nominate(act, state)
    case 'notices.verifyContact':
      return contacts.verify(act, state)
    case 'notices.confirmContact':
      return contacts.confirm(act, state)
    case 'notices.withdrawContact':
      return contacts.withdrawContact(act, state)
    case 'notices.setContactTerms':
      return following([readable('source', act.body.source)], () => [
        eventOf(act, 'notices.contactTermsSet', act.body),
      ])
    case 'notices.ping':
      return contacts.ping(act, state)
    case 'notices.answerPing':
      return contacts.answerPing(act, state)
    case 'notices.setHook':
      return hooks.setHook(act, state)
    case 'notices.removeHook':
      return hooks.removeHook(act)
  }
}
