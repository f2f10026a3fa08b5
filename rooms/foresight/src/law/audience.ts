import { type Audience, type DomainState, isAmong, texts } from '@gavel/domain'
import type { Refusal } from '@gavel/kernel'
import type { ForesightAct } from './acts.ts'
import { mediatorsOf, unknown } from './checks.ts'

/**
 * Who may read an act of the room. F-2: a sounding is read by those who mediate on the text. F-4: what a delegation tells, by
 * them and by itself. F-6: a package, by whoever reads the text.
 */
export const audienceOf = (act: ForesightAct, house: DomainState): Audience => {
  switch (act.type) {
    case 'foresight.sound':
      return mediatorsOf(act.body.text)
    case 'foresight.tell':
      return mediatorsOf(act.body.text, act.body.member)
    case 'foresight.release':
    case 'foresight.withdrawRelease':
      return texts.audienceOfText(house, act.body.text)!
    case 'foresight.setReaders':
      return { kind: 'members' }
  }
}

/** F-1, I-34. A text that is not there, or that the author may not read. */
export const unseen = (act: ForesightAct, house: DomainState): Refusal | null => {
  if (act.type === 'foresight.setReaders') return null
  const audience = texts.audienceOfText(house, act.body.text)
  return audience !== undefined && isAmong(audience, act.as, house, act.at)
    ? null
    : unknown('text', act.body.text)
}
