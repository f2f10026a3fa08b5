/** The sentences of the chapter institution, as the rulebook has them; written anew by a test. */
export const institution = {
  'I-1':
    'Acts in the capacity of the institution itself (its founding, and what follows of itself from other acts) come from within; nothing that arrives from outside is accepted in that capacity.',
  'I-2':
    'Each act is open in certain capacities and in no other. An observer attends and speaks, and neither proposes, nor objects, nor joins a decision.',
  'I-3': 'Who acts in a capacity holds a credential for that capacity.',
  'I-4': 'A credential that is suspended or revoked gives nothing.',
  'I-5': 'A credential gives nothing before its first instant, and nothing from its last instant on.',
  'I-6':
    'A delegate acts for an active member. While the member is suspended, or once it has left, its delegation is silent.',
  'I-7':
    'The credential gives the right that the act needs. To object, or to reserve, needs more than to join.',
  'I-8':
    'A delegation has one voice. A delegate speaks for her own delegation and for no other, and what any of its delegates says with the right to say it, the delegation has said.',
  'I-9':
    "Every act has an audience. What is public is read by all; what is kept to members by those who hold a credential, without observers unless the rules open it; what is kept to a body by those who sit in it, its chair, the facilitators of its texts and the secretariat; what is a delegation's own by that delegation alone, and by neither chair nor secretariat; what is sent to delegations by name by those, and by the secretariat where it is said.",
  'I-10': 'The organisation is founded once.',
  'I-11': 'Nothing is recorded before the organisation is founded.',
  'I-12':
    'Names and identifiers are what they seem: not blank, of bounded length, without control characters and without characters that turn the direction of what stands beside them.',
  'I-13':
    'A date is a year, a month or a day, as precise as its source; it exists, and no period ends before it begins.',
  'I-14':
    'Every fact on the register names its source; where there is none it says `assumed` or `unverified`.',
  'I-15':
    'Sources that differ on a party are kept side by side as claims, and none replaces another. What a party is at an instant follows the claim that covers the instant and begins last.',
  'I-16': 'A body reports to a body on the register, and to itself by no number of steps.',
  'I-17': 'No two bodies have one code, because document symbols are made of it.',
  'I-18':
    'An office is of a body or an area on the register; who chairs a body or coordinates an area is a party on it, or a person who holds a credential.',
  'I-19':
    'One chairs a body at a time. Terms meet on the day of handing over and do not otherwise overlap; a term without an end is ended by the next one. Areas may have several coordinators.',
  'I-20':
    'The chair is held by the one whose term covers the instant. When the last term has ended and no next one has begun, its holder goes on, if the rules say so.',
  'I-21':
    'A parameter is one the rules know, with a value of its kind, for the organisation or for a body on the register.',
  'I-22': 'A person sets a parameter from now on, never backwards. Only the founding says what held before.',
  'I-23':
    'Each credential has an id of its own, and is for a seat that exists: an active member, a body, an area, an observer or partner.',
  'I-24':
    'A head of delegation (a delegate with the right to accredit) accredits for her own delegation. The secretariat accredits in every other capacity, and of a delegation its head alone, on the instrument in which the member names her.',
  'I-25':
    'Nobody gives more than she has: in her own capacity neither a right she lacks nor a time beyond her own.',
  'I-26':
    'A credential gives what its capacity can hold. A delegate may be given every right; an observer reads and speaks; a chair, a coordinator and a facilitator read, speak and propose; the secretariat accredits besides.',
  'I-27': 'A credential runs forward in time and has not ended when it is given.',
  'I-28':
    'The secretariat may suspend the head of a delegation but never replace her: while she is suspended by it, the secretariat accredits nobody for that delegation.',
  'I-29':
    'A credential is changed when it exists and its status allows it: a valid one is suspended, a suspended one restored, either is revoked, and what was revoked stays revoked.',
  'I-30':
    "A delegation revokes and suspends its own credentials, the secretariat all others; a delegate's credential the secretariat may suspend but not revoke.",
  'I-31': 'A suspension is lifted by the side that imposed it.',
  'I-32':
    'The value of a parameter at an instant is the latest set for the body, else the latest set for the organisation, else what the rules assume.',
  'I-33':
    "A chair's credential belongs to the term in which it was given, or in which it begins. It gives nothing once a later term has begun, nor while nobody holds the chair. Where no term of a body is on the register, the credential alone is asked for.",
  'I-34':
    'Who may not read a thing is answered as if it were not there: by the refusal for what does not exist, with the same facts. So no chair puts before a body what that body may not read, and no refusal tells a rival that a draft exists, how far it has come, or who objects to it.',
} as const
