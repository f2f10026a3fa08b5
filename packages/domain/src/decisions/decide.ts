import { type Outcome, refused } from '@gavel/kernel'
import { unknownAct } from '../event.ts'
import type { DecisionsAct } from './acts.ts'
import { isLegible } from './checks.ts'
import type { DecisionsEvent } from './events.ts'
import { type Ground, groundOf } from './ground.ts'
import {
  decideApplyProvisionally,
  decideDenounce,
  decideDeposit,
  decideEndProvisional,
  decideOpenInstrument,
  decideSign,
  decideWithdrawConsent,
} from './instruments.ts'
import { decidePublish } from './numbering.ts'
import {
  decideAdopted,
  decideNoConsensus,
  decideObject,
  decidePut,
  decideWithdrawObjection,
  decideWithdrawPut,
} from './put.ts'
import { decideBreak, decideOpen, decidePropose } from './silence.ts'
import {
  decideAskExtension,
  decideExtend,
  decideResume,
  decideSuspend,
  decideWithdrawSilence,
} from './silenceClock.ts'
import { decideAfterBroken, decideConfirm, decideNotice } from './silenceEnd.ts'
import type { DecisionsState, UpToDecisions } from './state.ts'
import { decideAttach, decideWithdrawStatement } from './statements.ts'

/** What an act of this chapter leads to, on the ground the chapters before it give. */
export const decideOn = (act: DecisionsAct, own: DecisionsState, ground: Ground): Outcome<DecisionsEvent> => {
  switch (act.type) {
    case 'decisions.put':
      return decidePut(act, own, ground)
    case 'decisions.object':
      return decideObject(act, own, ground)
    case 'decisions.withdrawObjection':
      return decideWithdrawObjection(act, own, ground)
    case 'decisions.declareAdopted':
      return decideAdopted(act, own, ground)
    case 'decisions.declareNoConsensus':
      return decideNoConsensus(act, own, ground)
    case 'decisions.withdrawPut':
      return decideWithdrawPut(act, own)
    case 'decisions.proposeSilence':
      return decidePropose(act, own, ground)
    case 'decisions.openSilence':
      return decideOpen(act, own, ground)
    case 'decisions.breakSilence':
      return decideBreak(act, own, ground)
    case 'decisions.askExtension':
      return decideAskExtension(act, own, ground)
    case 'decisions.extendSilence':
      return decideExtend(act, own, ground)
    case 'decisions.suspendSilence':
      return decideSuspend(act, own)
    case 'decisions.resumeSilence':
      return decideResume(act, own)
    case 'decisions.withdrawSilence':
      return decideWithdrawSilence(act, own)
    case 'decisions.giveNotice':
      return decideNotice(act, own, ground)
    case 'decisions.confirmSilence':
      return decideConfirm(act, own, ground)
    case 'decisions.afterBroken':
      return decideAfterBroken(act, own)
    case 'decisions.publish':
      return decidePublish(act, own)
    case 'decisions.attachStatement':
      return decideAttach(act, own, ground)
    case 'decisions.withdrawStatement':
      return decideWithdrawStatement(act, own)
    default:
      return decideOnInstrument(act, own, ground)
  }
}

type InstrumentAct = Extract<DecisionsAct, { readonly body: { readonly instrument: unknown } }>

const decideOnInstrument = (
  act: InstrumentAct,
  own: DecisionsState,
  ground: Ground,
): Outcome<DecisionsEvent> => {
  switch (act.type) {
    case 'decisions.openInstrument':
      return decideOpenInstrument(act, own)
    case 'decisions.signInstrument':
      return decideSign(act, own, ground)
    case 'decisions.depositInstrument':
      return decideDeposit(act, own, ground)
    case 'decisions.withdrawConsent':
      return decideWithdrawConsent(act, own, ground)
    case 'decisions.applyProvisionally':
      return decideApplyProvisionally(act, own)
    case 'decisions.endProvisional':
      return decideEndProvisional(act, own)
    case 'decisions.denounceInstrument':
      return decideDenounce(act, own, ground)
    default:
      return unknownAct(act)
  }
}

/** The chapter's part in the law: first that the words can be read (D-60), then the rules of the act. */
export const decide = (act: DecisionsAct, state: UpToDecisions): Outcome<DecisionsEvent> => {
  const [rule, holds, facts] = isLegible(act.body)
  return holds ? decideOn(act, state.decisions, groundOf(state)) : refused(rule, facts?.())
}
