import { commitments } from './sentences/commitments.ts'
import { decisions } from './sentences/decisions.ts'
import { institution } from './sentences/institution.ts'
import { meetings } from './sentences/meetings.ts'
import { texts } from './sentences/texts.ts'

/**
 * The catalogue of refusals: for each rule of the rulebook the sentence a person is shown. The sentences are those of
 * `rulebook/`, word for word; a test compares them and, with `REWRITE=1`, writes them anew, a file for each chapter.
 * Other languages come with the screens.
 */
export const refusals: { readonly [rule: string]: string } = {
  ...institution,
  ...meetings,
  ...texts,
  ...decisions,
  ...commitments,
}

/** The sentence of a rule; its id where the catalogue does not know it. */
export const sentenceOf = (rule: string): string =>
  Object.hasOwn(refusals, rule) ? refusals[rule]! : `Rule ${rule} does not allow this.`
