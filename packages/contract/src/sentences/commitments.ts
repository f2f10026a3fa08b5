/** The sentences of the chapter commitments, as the rulebook has them; written anew by a test. */
export const commitments = {
  'C-1':
    'Editions of the catalogue stand side by side: an edition is opened once, names its source and, where a decision adopted it, that decision; a later edition changes nothing in an earlier one.',
  'C-2':
    'A measure stands in one edition of the catalogue, under an area on the register, with an id of its own in that edition and a source.',
  'C-3':
    'Some members may agree to carry a measure out while others do not. Each agrees, and leaves again, for itself.',
  'C-4':
    'Who coordinates an area, or helps to, is a member appointed by a decision that was adopted; the term goes on the register. A chair says so of the decisions of her own body.',
  'C-5':
    'The concept paper and the action plan of an area are texts on the same ladder as any other. The coordinator of the area lays them, or the secretariat; a text is laid once.',
  'C-6': 'A body has one plan for a year. Its chair opens it, or the secretariat.',
  'C-7':
    'An activity is proposed for a plan that is not yet before its body: by the member that would host it, by the coordinator of its area, or by the secretariat. Its name is used once.',
  'C-8':
    'What is planned says what it is, to what end, in which area and under which measures, and when it begins and ends. Its host is an active member, or is still sought.',
  'C-9':
    'An activity is changed, withdrawn and reported on by whoever proposed it, by its host, by the coordinator of its area or by the secretariat, with a reason; what was planned before stays to be seen. What has been withdrawn or held is closed.',
  'C-10':
    'Nobody is made a host by others. Where a host is sought a member may offer to be it; what a member has told it, the secretariat writes down.',
  'C-11':
    'A plan with at least one activity is laid before its body as a text, by the chair of the body or the secretariat. From then on it takes no proposals.',
  'C-12':
    'A plan is adopted by a decision on its text, of its own body or of one above it, that was adopted itself, in a meeting or by silence. The chair of the body says so, or the secretariat.',
  'C-13':
    'What became of an activity of an adopted plan is told: held, with who took part and what came of it; postponed, with a new day; or cancelled. Nothing is held before it has begun, on its new day where it was put off, and whoever took part is on the register.',
  'C-14': 'What was not held may be carried into another plan that still takes proposals.',
  'C-15': 'An act on a commitment names one there is, and the name of a commitment is used once.',
  'C-16':
    'What is voluntary a delegation says for itself and of today: it agrees, and leaves, from today on. What a member has said elsewhere, or earlier, the secretariat may record, with the source; only an active member undertakes anything.',
  'C-17':
    'A commitment says from when it holds and until when, or that it has no end; when it will be reported on; and at least one thing that would show it was kept. What the secretariat records from elsewhere may lack what would show it, and counts as not verifiable.',
  'C-18':
    'What a commitment leans on is there: the measure of an edition of the catalogue, or an area; the decision it follows from, which was adopted; the activity it is about; the body that may read it, in which its owners sit.',
  'C-19':
    'Other members may join a commitment, each for itself, and leave it again; the last owner withdraws it instead.',
  'C-20':
    "What a commitment says, and what is told of it, is its owners' to say. Its only owner changes the terms, with a reason; what they said before stays to be seen, and what fell due under it stays due. What several own none of them changes for the others: who would say something else leaves.",
  'C-21': 'A commitment that was withdrawn or carried forward takes nothing more, but evidence and findings.',
  'C-30':
    'What is voluntary may be withdrawn, or carried forward into a new commitment, with a reason, by its only owner; it stays on the register as what it has become.',
  'C-22':
    'A report tells of a time that has been. Where one is due it names the day it is due on, and each due day is answered once, and not before reports on it open (C-39). A report has a name of its own.',
  'C-23':
    'Where a delegation has named focal points for a commitment, they report on it, their alternates, and the head of the delegation; where it has named none, any of its delegates who may propose.',
  'C-24':
    "Where a delegation has named a validating authority, a report waits inside the delegation until she, or the head of the delegation, makes it the member's word; it counts as told on that day, and is judged beside what was told meanwhile. She may give it back with a reason. What she tells herself waits for nobody.",
  'C-25':
    'What is said to be done in substantial part, or wholly, is shown by at least one piece of evidence; where there is none, the report says so. What is recorded from elsewhere has its source instead.',
  'C-26':
    'Progress may go backward. A report that says less than the one before it, or that nothing can be shown or told, says why.',
  'C-27':
    'A report may be revised by a later one of the same member for the same due day; the earlier one stays to be seen, and the later one is read in its place.',
  'C-28':
    'A piece of evidence is dated, and can be found at an address or as a document. It has an audience of its own, no wider than that of its commitment, and a name that stands for this piece alone.',
  'C-29':
    "The coordinator of its area, the secretariat and observers may say what they find of a commitment. Findings stand side by side, with who found it and when; none replaces another's, and nothing is added up into a rank.",
  'C-31':
    'The head of a delegation names focal points, alternates and validators among the persons it has accredited, for all its commitments, those of an area there is, or one there is; and releases them. Who has lost her credential holds no part.',
  'C-39':
    'Reports fall due by the days of the commitment, not by anything that has to run: ahead, open, overdue by so many days, or told, and then how late. A member that has let a due day pass is shown as silent since that day, which is neither progress nor its absence; "nothing new" is a report.',
  'C-40':
    'Whoever is reminded is reminded of what is hers: a delegation of its own reports, questions and commitments, a member of the terms it holds, the secretariat of plans and reviews. Reminders are worked out from stored days.',
  'C-32':
    "A recommendation is one member's to another, a coordinator's within her area and in no member's name, or recorded by the secretariat with its source. It asks, and binds nobody.",
  'C-33':
    'The member it is for says what it makes of a recommendation, may say otherwise later, and may name a commitment of its own that follows from it. Until it has said anything the recommendation waits for a response.',
  'C-34':
    'A body looks back at one dimension at a time, over a stated time. Its chair opens the review, a coordinator of an area of the dimension, or the secretariat.',
  'C-35':
    'While a review runs, members put questions to each other and to the coordinators, about commitments of those they ask or about the dimension. Questions help; they do not judge.',
  'C-36':
    'A question is answered once, by whom it was put to; one put to no member, by those who lead the review.',
  'C-37':
    'What a review comes to goes back as a text, negotiated like any other, and the review is closed by the decision of its body, or of one above it, that adopted that text.',
  'C-41':
    'No act of this chapter names a text, a decision or a commitment to anybody who may not read it: those who read the act may read what it names, and the members what their plans and reviews rest on.',
  'C-45':
    'What the organisation says of itself in sums is counted for each reader from what she may read, and says what it counts and since when. Members stand in the order of the register and are ranked by nothing; silence is counted as silence. What everybody may read is open data, under the licence the organisation names.',
} as const
