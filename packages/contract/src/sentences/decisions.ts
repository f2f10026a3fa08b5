/** The sentences of the chapter decisions, as the rulebook has them; written anew by a test. */
export const decisions = {
  'D-1':
    'A decision is put, taken back, declared adopted or not, put under silence and settled by the chair of the body that takes it. Notices and publication may be given by the secretariat as well.',
  'D-2':
    'What is decided in a meeting is put, objected to and declared in a meeting of that body while it is open.',
  'D-3': 'A decision is put, and declared adopted, only while the quorum to decide is present.',
  'D-4': 'The chair declares a decision adopted only once it has been put, and once only.',
  'D-5': 'No decision is adopted while a member maintains an objection.',
  'D-6':
    'What is adopted is, byte for byte, what was put: the same document under the same symbol, or the same words.',
  'D-7': 'Only what stands on the adopted agenda of the meeting is decided there.',
  'D-8':
    'Only a clean text comes up for decision: nothing in it is in dispute, no stray square bracket is left among its words, it was issued under a symbol, it was not changed since, and the document named is the one issued. Words put from the floor are words, not nothing, and none of them stand in square brackets.',
  'D-9':
    'In a case the rules list by name, a decision may be put without the consent of the one member it concerns. That member sits in the body and is named when the decision is put; every other member may object. Where no case is listed, this is never done.',
  'D-10':
    'The name of a decision stands for that decision for good. It comes up again under its name, in the same body, only when it was carried over or reopened with an amendment.',
  'D-11':
    'A text is before one decision at a time, and a text that a decision has adopted is not decided again.',
  'D-12':
    'Only a member that sits in the body objects, breaks a silence, asks for time or attaches a statement. Observers and partners never do.',
  'D-13': 'A delegation objects in the room: it is present in the meeting.',
  'D-14': 'One delegation, one voice: while its objection stands, a delegation raises no second one.',
  'D-15':
    'An objection is raised, withdrawn and judged only while the decision is before the meeting: put, or proposed for silence, and not yet settled.',
  'D-16': 'An objection is withdrawn by the delegation that maintains it.',
  'D-17':
    'That there is no consensus is declared only over an objection that stands. The chair says at once what follows: the text returns to the body, is carried over, or is dropped.',
  'D-18':
    'What is before the meeting may be taken back by the chair until it is decided; after the meeting has closed over it, nothing else can be done with it.',
  'D-59':
    "An objection is its delegation's, whoever spoke it: it outlives her credential. It stands in the way while the member sits in the body; of a member that has left, or is suspended, it stays in the record and stops nothing.",
  'D-60':
    'Nothing an act of this chapter says (title, wording, announcement, statement, reason) holds direction overrides, control characters or halves of characters.',
  'D-61':
    'A text is decided by the body in which it is negotiated, or by one that body reports to, by any number of steps.',
  'D-62':
    'Between the putting of a decision and its adoption lies the time the rules ask for, so that whoever objects can say so.',
  'D-20': 'Where the rules say so, a silence procedure is opened in a meeting only.',
  'D-21':
    'In a meeting a silence procedure is proposed first, and opened there while nobody maintains an objection to it.',
  'D-22':
    'What is opened is what was proposed in the meeting: the title, the document, the instant of expiry, and the words in which it was announced.',
  'D-23':
    'The expiry is one exact instant that lies ahead, announced in words and with the time zone they are read in.',
  'D-24':
    'A silence runs at least as many hours as the rules say, counted from its opening. What was proposed in a meeting is measured when it is proposed and again when it is opened.',
  'D-25':
    'A silence is broken by a written objection and, where the rules in force at its opening say so, by an amendment, or by one of substance only; then an editorial comment is recorded and breaks nothing.',
  'D-26':
    'Whatever is to change a silence (break it, extend, suspend or withdraw it) reaches the record before the expiry. What comes at the very instant of expiry is late. What arrives is judged by the instant at which the record took it.',
  'D-27':
    'How a silence stands is worked out from its entries and the clock, and from nothing else. At the expiry nobody has to do anything, and whether a server was running then makes no difference.',
  'D-28':
    'A silence that is not open is not changed: what was broken, kept or withdrawn stays so, and the first break ends it.',
  'D-29':
    'The chair extends a silence where the rules allow it and, where they ask for it, at the request of a delegation that no extension has answered yet.',
  'D-30': 'An expiry moves only forward.',
  'D-31':
    'The chair may suspend a running silence. While it is suspended nothing expires, but it may be broken. It resumes with a new expiry that leaves at least the time that was left when it was suspended, and is not extended meanwhile.',
  'D-32':
    'When a silence has ended the chair tells all in writing how, once. This is due at once, or within the hours the rules give; a notice that is late shows as overdue and changes nothing of the outcome.',
  'D-33':
    'What a kept silence has adopted is announced by the chair at the next meeting of the body, after its notice and once. Next is counted from the end of the silence: the sitting began, or went on after a suspension, when the silence had ended; the meeting in which it was opened does not serve.',
  'D-34':
    'A decision adopted by silence has a temporary title and no number until it is confirmed in a meeting; where the rules keep nothing interim, it is numbered with the notice.',
  'D-35':
    'After a broken silence the chair says, once, what follows: the text is reopened with an amendment, returns to the body, or is dropped.',
  'D-36':
    'Where the rules keep it, the name of the delegation that broke a silence is told to the members and not in public.',
  'D-37':
    'From the moment a text is put or proposed for silence until that is settled, it stands still. When it is adopted, that is recorded with the text; when it is not, the text may move again at once.',
  'D-38':
    'A reservation, an interpretative statement, an explanation of position or a dissociation is attached from the moment the decision is before the delegations until it is published or, where the rules name days, for so many days after its adoption. To what is not adopted nothing is attached.',
  'D-39':
    'A dissociation names a paragraph of the decision and joins the consensus: a delegation that maintains an objection does not dissociate itself, and one that has dissociated itself neither objects nor breaks the silence until it withdraws that.',
  'D-40':
    'A statement has words, bears a name of its own and belongs to one delegation, which alone may withdraw it, at any time. Withdrawn, it is still to be seen.',
  'D-41':
    'Reservations and declarations to an instrument follow its terms: where these permit none, none is made.',
  'D-42': 'A decision is shown with the statements that stand with it, and published with them.',
  'D-43':
    'A decision is numbered when it is adopted in a meeting, or as rule 34 of this chapter says: with the next number of the body, under the pattern in force. No number is given twice.',
  'D-44': 'The year of a number, and the day of an instant, are read at the seat of the organisation.',
  'D-45': 'A numbered decision is published once, by the chair or the secretariat.',
  'D-46':
    'An instrument is opened, once, by a decision that is adopted; what is done about an instrument names one there is.',
  'D-47':
    'The final clauses can be counted: their days exist and follow each other, their periods are whole, at least one instrument is needed, and languages and source are named.',
  'D-48':
    'What is recorded of an instrument bears a calendar day that exists; what is said to have happened bears none later than the day of recording.',
  'D-49':
    'An instrument is signed on a day within its window, once by each party, by somebody whose full powers are named.',
  'D-50':
    'A definitive signature is consent to be bound; it is given only where the terms provide for it. Any other signature binds to nothing yet and is not counted.',
  'D-51':
    'Who has signed ratifies, accepts or approves, or as an organisation confirms formally; who has not signed accedes, from the day accession opens. A party has one consent at a time.',
  'D-52': 'The instrument of a regional organisation is not counted beside those of its members.',
  'D-53':
    'The treaty enters into force the stated period after the deposit of the instrument that completes the stated number. Days are counted as calendar days after the day of the deposit.',
  'D-54':
    'For a party that deposits after the number is complete, the treaty enters into force the stated later period after its own deposit, and never before the treaty itself.',
  'D-55':
    'Consent may be taken back until the treaty is in force for the party, and then is not counted; if the number falls short again before the day of entry, the count goes on.',
  'D-56':
    'Where the terms provide for it, a party that has signed or consented applies the treaty provisionally from a day it names, until the treaty is in force for it or until the day it names for the end.',
  'D-57':
    'A party for which the treaty is in force may denounce it, once. That takes effect the stated period after it was received, or on a later day it names.',
  'D-58': 'A party to an instrument stands in the register of parties.',
} as const
