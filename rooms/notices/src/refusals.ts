/** The sentences of `rulebook/notices.md`, word for word; a test compares them and, with `REWRITE=1`, writes them anew. */
export const refusals: { readonly [rule: string]: string } = {
  'N-1':
    'What an act names is there for the one who names it. What is closed to her is answered in the same words as what is not there.',
  'N-2':
    'An id names one notice, one contact, one test call, one server; once, and for good. That of a notice or a server begins with the member it is of and a colon (`KAZ:17`), so that no taken id tells what others have sent.',
  'N-3':
    'A type of notice is well made: no field, choice or agreement stands in it twice, a choice has choices, only a number has a unit and a threshold, and a lead time is counted from a field that holds a day or an instant.',
  'N-4':
    'A notice is of a type that is in use. A type that is defined anew, or taken out of use, changes no notice already sent.',
  'N-5':
    'A notice is sent under an agreement of its type that binds its sender; where a type is for those bound by an agreement alone, not without one.',
  'N-6':
    'A notice gives every field its type requires and none it does not have, each as what it is: words that hide nothing, a number, a day or an instant there is, one of the choices, a party on the register, a place with a name.',
  'N-7':
    'A notice goes to active members other than its sender, each once: to all of them, to those bound by the agreement, or to those the sender names, as its type says.',
  'N-8':
    'Whether a notice is restricted is as its type says. Where the type leaves it to the sender, it is restricted unless she says otherwise.',
  'N-9': 'A notice that follows another goes to nobody to whom that one is closed.',
  'N-10':
    "A notice is its sender's delegation's: no other corrects it, supplements it, withdraws it or closes it.",
  'N-11':
    'Those a notice went to acknowledge it and answer it, and nobody else. Who answers has acknowledged.',
  'N-12': 'A delegation acknowledges a notice once.',
  'N-13':
    'After a notice is withdrawn nothing more is done to it, and nothing is owed. One that is closed is neither corrected nor withdrawn; it may still be acknowledged and answered.',
  'N-14':
    'When a notice was due follows from the agreement it is sent under, else from its type (M-61 to M-63). Below every threshold of the agreement nothing is due. A late notice is taken, and says how late it is (M-64). A correction or supplement moves no deadline.',
  'N-15':
    'What reached the secretariat by telephone, letter or in person it records for the member, and says how and when: after what it answers, and not in the future. Who acts for herself says no such thing.',
  'N-16':
    'Who has not acknowledged, or not answered, is told as silent, and since when (M-65), to everybody who would be told that she had.',
  'N-17':
    'Who acknowledged, and who answered what, is told to the sender, and to all the notice went to where its type says so; to the secretariat where it reads the notice. Each delegation knows its own.',
  'N-20':
    'A delegation nominates its own contacts, each with an address or a telephone number, and for a period whose days there are.',
  'N-21': 'A nomination is verified once, by the secretariat.',
  'N-22':
    'A contact that was withdrawn or replaced, or whose last day is past, is over: it is not verified, confirmed, called or withdrawn.',
  'N-23':
    'Who takes the place of a contact is of the same member and kind. The one before is over from then on.',
  'N-24':
    'A contact is nominated until it is verified, verified until its first day, then active. It is stale when nothing was heard of it for as long as the secretariat has set (assumed 2026-11-24: 183 days), until it is confirmed or answers.',
  'N-25':
    'A test call goes to the contacts named by kind and member that are active or stale, and there is one at least.',
  'N-26':
    'Whoever was called answers once. An answer after the time for it is late, counts, and says after how long it came.',
  'N-27':
    'A contact that has not answered a test call in its time is stale from then on, until it is confirmed or answers.',
  'N-28':
    'A contact is confirmed and withdrawn, and its test calls are answered, by the delegation it stands for.',
  'N-29': 'The directory is for members: their delegations and the secretariat read it, and no observer.',
  'N-30':
    'A delegation has its notices told to servers of its own, five at most, at addresses that hold no password.',
}

/** Which rules of the room, and of names (I-12), an act may be refused by; read off the code by a test, as the sentences are. */
export const rules: { readonly [type: string]: readonly string[] } = {
  'notices.defineType': ['N-3'],
  'notices.retireType': ['I-12', 'N-4'],
  'notices.send': ['N-1', 'I-12', 'N-2', 'N-4', 'N-5', 'N-6', 'N-7', 'N-8', 'N-9'],
  'notices.correct': ['N-1', 'I-12', 'N-6', 'N-10', 'N-13'],
  'notices.acknowledge': ['N-1', 'I-12', 'N-11', 'N-12', 'N-13', 'N-15'],
  'notices.answer': ['N-1', 'I-12', 'N-11', 'N-13', 'N-15'],
  'notices.withdraw': ['N-1', 'I-12', 'N-10', 'N-13'],
  'notices.close': ['N-1', 'I-12', 'N-10', 'N-13'],
  'notices.nominateContact': ['I-12', 'N-2', 'N-20', 'N-23'],
  'notices.verifyContact': ['N-1', 'I-12', 'N-21', 'N-22'],
  'notices.confirmContact': ['N-1', 'N-22', 'N-28'],
  'notices.withdrawContact': ['N-1', 'N-22', 'N-28'],
  'notices.setContactTerms': ['I-12'],
  'notices.ping': ['N-2', 'N-25'],
  'notices.answerPing': ['N-1', 'N-2', 'N-15', 'N-25', 'N-26', 'N-28'],
  'notices.setHook': ['N-2', 'N-30'],
  'notices.removeHook': ['N-1'],
}
