import { unknownAct } from '../event.ts'
import type { TextsAct } from './acts.ts'
import * as drafting from './decide-drafting.ts'
import * as ladder from './decide-ladder.ts'
import * as offer from './decide-offer.ts'
import * as proposals from './decide-proposals.ts'
import * as settling from './decide-settling.ts'
import * as stands from './decide-stands.ts'
import * as steering from './decide-steering.ts'
import type { Answer, TextsActOf } from './gate.ts'
import type { UpToTexts } from './state.ts'

/** What an act of this chapter leads to: events, or the refusal with its rule and the facts to act on. */
export const decide = (act: TextsAct, state: UpToTexts): Answer => {
  switch (act.type) {
    case 'texts.introduce':
      return drafting.introduce(act, state)
    case 'texts.lay':
      return drafting.lay(act, state)
    case 'texts.open':
      return steering.open(act, state)
    case 'texts.propose':
      return proposals.propose(act, state)
    case 'texts.proposeAlternative':
      return proposals.proposeAlternative(act, state)
    case 'texts.proposeParagraph':
      return proposals.proposeParagraph(act, state)
    case 'texts.proposeDeletion':
      return proposals.proposeDeletion(act, state)
    case 'texts.proposeMove':
      return proposals.proposeMove(act, state)
    case 'texts.takeStand':
      return stands.takeStand(act, state)
    case 'texts.withdraw':
      return stands.withdraw(act, state)
    case 'texts.takeOver':
      return stands.takeOver(act, state)
    case 'texts.closeBracket':
      return settling.closeBracket(act, state)
    case 'texts.closeAlternatives':
      return settling.closeAlternatives(act, state)
    case 'texts.settleDeletion':
      return settling.settleDeletion(act, state)
    case 'texts.settleMove':
      return settling.settleMove(act, state)
    case 'texts.settleParagraph':
      return settling.settleParagraph(act, state)
    case 'texts.advance':
      return ladder.advance(act, state)
    case 'texts.askToReopen':
      return ladder.askToReopen(act, state)
    case 'texts.opposeReopening':
      return ladder.opposeReopening(act, state)
    case 'texts.reopen':
      return ladder.reopen(act, state)
    default:
      return decideTheRest(act, state)
  }
}

type Remaining = TextsActOf<
  | 'texts.givePen'
  | 'texts.edit'
  | 'texts.renumber'
  | 'texts.footnote'
  | 'texts.offerChairsText'
  | 'texts.acceptChairsText'
  | 'texts.withdrawChairsText'
  | 'texts.issueVersion'
  | 'texts.changeAudience'
  | 'texts.instruct'
  | 'texts.comment'
  | 'texts.freeze'
  | 'texts.unfreeze'
  | 'texts.recordAdoption'
>

/** The pen, the chair's text, versions, readers, instructions and comments, and what decisions do to a text. */
const decideTheRest = (act: Remaining, state: UpToTexts): Answer => {
  switch (act.type) {
    case 'texts.givePen':
      return steering.givePen(act, state)
    case 'texts.edit':
      return drafting.edit(act, state)
    case 'texts.renumber':
      return drafting.renumber(act, state)
    case 'texts.footnote':
      return drafting.footnote(act, state)
    case 'texts.offerChairsText':
      return offer.offerChairsText(act, state)
    case 'texts.acceptChairsText':
      return offer.acceptChairsText(act, state)
    case 'texts.withdrawChairsText':
      return offer.withdrawChairsText(act, state)
    case 'texts.issueVersion':
      return steering.issueVersion(act, state)
    case 'texts.changeAudience':
      return steering.changeAudience(act, state)
    case 'texts.instruct':
      return drafting.instruct(act, state)
    case 'texts.comment':
      return drafting.comment(act, state)
    case 'texts.freeze':
    case 'texts.unfreeze':
    case 'texts.recordAdoption':
      return drafting.byDecision(act, state)
    default:
      return unknownAct(act)
  }
}
