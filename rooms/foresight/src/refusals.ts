/** The sentences of `rulebook/foresight.md`, word for word; a test compares them and, with `REWRITE=1`, writes them anew. */
export const refusals: { readonly [rule: string]: string } = {
  'F-1':
    'What an act names is there for the one who names it. What is closed to her is answered in the same words as what is not there.',
  'F-2':
    'On a text mediate the chair of its body and its facilitators. They alone note soundings, read what was noted, and release packages.',
  'F-3':
    'What is sounded, told or released is of a text that is open, and of delegations that sit in its body.',
  'F-4':
    'A delegation may tell those who mediate, for points that are open, which options it can accept, can live with and cannot, and how much each point matters. Each point and each option is named once. Nobody else reads it, the secretariat and other delegations included.',
  'F-5':
    'What a delegation tells it may tell anew at any time, and take back by telling nothing. What it told last counts.',
  'F-6':
    'A package takes one option on each of its points; every point is open and named once. It is read by whoever reads the text, and says nothing of who could accept what.',
  'F-7':
    'A package that is released is a suggestion: it changes no word of the text and binds nobody. It may be withdrawn once, with a reason. An id names one package of a text.',
  'F-8':
    'Forecasts are for those who mediate. An organisation may open them to its members; what these are then shown is made without soundings and without what was told in confidence. They are never public.',
}

/** The rules each act may be refused by, beside those of the gate; the same test writes them. */
export const rules: { readonly [type: string]: readonly string[] } = {
  'foresight.sound': ['F-1', 'I-12', 'F-2', 'F-3'],
  'foresight.tell': ['F-1', 'F-3', 'F-4'],
  'foresight.release': ['F-1', 'I-12', 'F-2', 'F-3', 'F-6', 'F-7'],
  'foresight.withdrawRelease': ['F-1', 'I-12', 'F-2', 'F-3', 'F-6', 'F-7'],
  'foresight.setReaders': ['I-12'],
}
