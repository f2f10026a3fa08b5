/**
 * The catalogue of refusals: for each rule of the rulebook the sentence a person is shown. The sentences are those of
 * `rulebook/`, word for word; a test compares them and,
 * with `REWRITE=1`, writes them anew. Other languages come with the screens.
 */
export const refusals: { readonly [rule: string]: string } = {
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
  'M-1': 'A meeting is convened once, under an identifier of its own.',
  'M-2': 'A meeting is a meeting of a body on the register.',
  'M-3':
    'A chair convenes and conducts the meetings of her own body. The secretariat may convene the meeting of any body.',
  'M-4':
    'A meeting is convened with the notice the rules ask for, counted in days of 24 hours up to the instant at which it is to open.',
  'M-5': 'An act on a meeting names a meeting that was convened, at a stage at which the act can be done.',
  'M-6': 'An agenda has items, at most 200, each with a number of its own and a title.',
  'M-7': 'No meeting is opened before the instant for which it was convened.',
  'M-8':
    'A sitting is opened, goes on after a suspension, and adopts its agenda, with the quorum that opens.',
  'M-9':
    'Those are recorded as present who sit in the body: by themselves, by the chair or by the secretariat. An observer is not counted. Saying of a delegation what is so already changes nothing.',
  'M-10': 'The agenda of a meeting is adopted once.',
  'M-11':
    'An item of which nobody had notice is taken up as the rules allow: never, always, or when every delegation that sits in the body is in the room. Items may be left out and put in another order.',
  'M-12':
    'A suspension ends later than it begins, and while its end is named the sitting does not go on before it.',
  'M-13': 'A meeting that is closed stays closed; one that never opened is called off by closing it.',
  'M-14':
    'The quorum is counted as the room is at the instant of the act, of the delegations that sit in the body. There are two: the one that opens and the one that decides; each is a share of all members that sit in the body, of those among them that have an accredited delegate, of those that have taken part in this meeting, or of those who were present when the sitting opened.',
  'M-15':
    'A sub-item stands on the agenda after the item it is under, and its number begins with that of its item: 3, 3(a), 3(a)(i).',
  'M-16':
    'What a notice says is changed by notice until the meeting opens. An opening that is moved lies as far ahead as the rules ask for a change, and never sooner than the notice for convening would have allowed.',
  'M-17':
    'The provisional agenda is changed by notice until so many days before the opening; after that an item is late (M-11).',
  'M-18':
    'A meeting that has not begun is called off with a reason. One that has begun is closed, not called off.',
  'M-19': 'An extraordinary meeting, and an informal one, has a notice of its own.',
  'M-20': 'Decisions are put, and declared adopted, in a meeting whose format and kind allow it.',
  'M-21':
    'An agenda, and the screen in the hall, name no text and no decision that those who may follow the meeting may not read. In a closed sitting they are those of the body. A document that is attached by itself may be of any text; that it is attached is read by those who may read the text.',
  'M-22':
    'Documents are attached to an item on the agenda, each under a plain title, until the meeting closes: a text, a symbol, or a file by its hash. An item has at most 50, and attaching the same one again changes nothing.',
  'M-23':
    'What a body has left unfinished goes on the agenda of its next regular meeting, under its title: an item that was carried over, left open, or under consideration when the meeting closed. It stays unfinished until a meeting concludes it.',
  'M-24':
    'The agenda is adopted by consensus: not while a delegation that sits in the body maintains an objection to it.',
  'M-25':
    'After its adoption the agenda is changed as the rules allow: never, by the chair, or by consensus. Nothing the meeting has dealt with is withdrawn from it, and an item added is subject to M-11.',
  'M-26': 'An act on an item names one that is on the agenda.',
  'M-27':
    'The chair takes up an item of the adopted agenda, one at a time, unless it was concluded. Before the agenda is adopted only its first item is taken up.',
  'M-28':
    'The item under consideration is concluded, left open, or carried over to the next meeting; an item that was not taken up can be carried over.',
  'M-29':
    'Only a member that sits in the body takes part in its procedure: raises points of order, appeals, moves, objects, joins statements, asks for corrections. Points, appeals, motions and objections to them are made by those in the room. An objection stands in the way while its member sits in the body.',
  'M-30':
    'A delegation objects once to the same thing and withdraws its own objection: to the agenda from the notice until its adoption, to a motion or an appeal until it is decided.',
  'M-31':
    'Everybody asks for the floor, leaves the list and makes statements for herself; the chair and the secretariat do it for anybody who can be heard: a member that sits in the body, an active observer or partner, the chair of a body, the secretariat.',
  'M-32': 'One stands once on the list of an item, and once for a reply. A list has at most 500 names.',
  'M-33':
    'A list is kept in the order of asking: those whose rank the rules hear first, then members, then observers, then replies. Who leaves and asks again goes behind those of the same kind. The chair alone puts somebody before all others, and orders a list anew by naming everybody on it.',
  'M-34':
    'The chair closes a list and reopens it. On a closed list nobody asks for the floor but whom the chair lists, and once debate is closed nobody at all; replies are free to.',
  'M-35':
    'An observer asks for the floor by itself where the rules let it and the sitting is public; else it is heard when the chair or the secretariat has it listed.',
  'M-36': 'One has the floor on an item as often as the rules say.',
  'M-37':
    'One speaks at a time. While somebody has the floor no item is taken up or ended, no motion decided, the doors are not moved, and the sitting is not suspended, adjourned or closed: the floor is ended first.',
  'M-38':
    'The chair gives the floor to the first on the list of the item under consideration; a member is heard when it is in the room. Whom she would rather hear she first puts first.',
  'M-39': 'The floor ends when the speaker yields it or the chair takes it back.',
  'M-40':
    'The time of a speaker is limited by kind: member, observer, reply; the chair may set other limits for an item. The clock is worked out from recorded instants and stands still while a point of order is open. Who speaks longer is not silenced by the clock.',
  'M-41':
    'A member has the right of reply, so often on an item as the rules say: at once, after the other speakers on the item, or after those of the whole sitting.',
  'M-42':
    'A delegation in the room raises a point of order, of a kind in the catalogue, while the meeting sits; it interrupts whoever speaks. One is open at a time.',
  'M-43':
    'The chair rules on a point of order at once, and once. Until she has, and until an appeal is decided, nobody is given the floor, no item is taken up or ended, nothing is moved or decided, and the sitting is not suspended, adjourned or closed.',
  'M-44':
    'A ruling is appealed where the rules know an appeal, and at once: before anything else is done. They say what it does: a consensus overturns the ruling, or any objection to it does.',
  'M-45':
    'A ruling under appeal is overturned when nobody maintains an objection to overturning it; otherwise it stands.',
  'M-46':
    'A delegation in the room, or the chair, moves what the catalogue of motions knows: suspension, adjournment, adjournment and closure of debate, closure of the list, division of a text, a change of the agenda. A motion can be carried out when it is made and when it is decided, and one of a kind is open at a time.',
  'M-47':
    'Of the motions that are open the one that goes before the others is decided first: suspension, adjournment, adjournment of debate, closure of debate, and then closure of the list, division, change of the agenda.',
  'M-48': 'So many speak for a motion and so many against it, each delegation once.',
  'M-49':
    'By consensus a motion is carried when nobody maintains an objection to it and falls when somebody does; where the rules leave it to the chair, it is as she says. What is carried takes effect with it.',
  'M-50': 'Who made a motion takes it back until it is decided.',
  'M-51':
    'A meeting is adjourned to a named instant that lies ahead. The sitting ends there; the next one has the next number, begins no sooner, and presence is taken anew.',
  'M-52':
    'A sitting is public or closed, and the chair moves the doors between two speakers, with no motion open. What is done on the floor of a closed sitting is for those who sit in the body, and stays so when the doors open; what goes on about a statement is read by those who may read the statement; notice, agenda and course of the meeting are public. Who stands on a list, who is in the room and how far an item has come is seen again once the doors are open.',
  'M-53':
    'A statement for the record has words or a document and a name of its own. It is made by whoever speaks, or recorded for her, and withdrawn by whoever made it, from the opening until the journal of the meeting is circulated.',
  'M-54':
    'A joint statement is made by a member on behalf of others that sit in the body. Each of them is of it once it has joined, by itself; until then the journal does not name it.',
  'M-55':
    "The hall is shown what the chair, or the secretariat for her, last said: nothing, the title, the agenda, an item, a speakers' list with its clock, paragraphs of a text (at most 50), a decision, a silence, presence and quorum, or a message. When the doors move, it shows nothing.",
  'M-56':
    'The journal of a meeting is circulated once it is closed, that of a sitting once the sitting is over; a draft may be circulated anew until it is approved.',
  'M-57':
    'A delegation asks for a correction of a draft within the period the rules give, counted in days of 24 hours from its last circulation.',
  'M-58': 'Each correction is answered once; one that is not taken, with the reason.',
  'M-59':
    'The chair approves a journal when the period for corrections is over and each was answered. Where none was taken, what is approved is, byte for byte, what was circulated.',
  'M-60':
    'What an approved journal got wrong is put right by a corrigendum; the journal stays as it was approved.',
  'T-1': 'An act on a text names a text that was introduced.',
  'T-2':
    "A text is introduced once under its id, for a body on record and under a title. A delegation may introduce a draft or a non-paper of its own; chair's texts and compilations are for the chair of the body and the secretariat.",
  'T-3':
    'A draft is laid before it is opened, by who introduced it or by the pen, in portions of at most 60,000 bytes; it is opened once, when it has paragraphs.',
  'T-4': 'An id stands for one paragraph, bracket or option of a text and is never used again in it.',
  'T-5':
    'Document symbols follow the pattern in force, numbered within body and year without gap or duplicate; versions add Rev. and their number.',
  'T-6': 'Only a text that was opened and is not yet adopted is negotiated.',
  'T-7':
    'A text that is put, or under a silence procedure, stands still: its words, its document and its readers.',
  'T-8':
    "The delegations of the body's members introduce and negotiate its texts, each as far as the text is open to it.",
  'T-9': 'One wording has at most 20,000 characters.',
  'T-10':
    'Words, numbers, notes and reasons hold no direction overrides, no control characters (words may hold tabs and line ends) and no halves of characters.',
  'T-11':
    'A proposed wording, or a correction of the pen, brings no square brackets of its own; citations of documents, links, note marks and blanks to be filled in are no brackets.',
  'T-12': 'Brackets nest at most 16 deep.',
  'T-13': 'A bracket has at most 64 options, and a paragraph as many versions.',
  'T-14':
    'An act on a paragraph names one that stands in the text; of one that left it is told how and when.',
  'T-15':
    "An act names the revision of the words it was made against. Against an older one nothing is merged: it is refused with the current words and the author's own, or, if the author asks, becomes a visible alternative with all she meant.",
  'T-16':
    'A change is proposed in a range of whole characters within the words it names; what stood there and what is proposed become the options of a bracket. A range that is a bracket gains an option, a range in an option nests, a range that cuts through a bracket is refused.',
  'T-17':
    'A proposal changes something; words that stand there already, or stand there as an option, are backed instead.',
  'T-18':
    'What has climbed above open is closed to proposals, and what is agreed to stands as well, until it is reopened.',
  'T-19':
    'An alternative of a whole paragraph stands behind it as "alt" and is not empty; alternatives of alternatives are alternatives of the first.',
  'T-20':
    'A new paragraph takes the number before it with bis, ter, quater and so on, unless a free one is named.',
  'T-21': 'On the top level no two paragraphs bear one number.',
  'T-22':
    'A place in the text is named by what stands there, and a paragraph moves to another place than its own.',
  'T-23':
    'One deletion and one move of a paragraph are before the delegations at a time; who wishes the same backs it.',
  'T-24':
    "A stand is taken on what is there: an open option, a paragraph, its deletion, its move, the chair's text for it.",
  'T-25': 'A delegation has one stand on a thing; its proposal is its stand until it withdraws.',
  'T-26':
    'Only its proposer withdraws a proposal. What others back, or have amended, stays and is open to take-over; the rest lapses, and where only the words that stood there remain, the bracket goes.',
  'T-27': 'What nobody proposes any longer, or came with the draft, any delegation may take over.',
  'T-28': 'The chair of the body, or who holds the pen of the paragraph, settles what is disputed in it.',
  'T-29':
    'A dispute is settled once, on one of its own options; who comes second is told how it ended. A bracket closes on no words at all only where that is an option: one without words, or a single option, which means these words or none.',
  'T-30': 'Nothing is settled over an objection to what is chosen.',
  'T-31':
    'Nothing is settled while a delegation maintains, by proposing or backing it, what would be left out, unless it backs or can live with what is chosen.',
  'T-32':
    'A bracket that spans paragraphs is laid from its beginning to its end and closes on the words it holds; these leave the text paragraph by paragraph, and nothing is settled that would cut it.',
  'T-33':
    'A paragraph leaves, moves or is offered anew once its alternatives are settled, and leaves while no edge of a bracket that spans paragraphs hangs on it.',
  'T-34':
    'A paragraph climbs: open, agreed in informals, agreed ad referendum, agreed; it comes down only by reopening.',
  'T-35':
    'Nothing climbs with anything in it open: a bracket, an alternative, a deletion, a move, a bracket that spans it.',
  'T-36':
    'Nothing climbs over an objection to the paragraph; nothing is agreed while a delegation reserves, though it may be agreed ad referendum.',
  'T-37': 'A delegation asks to reopen what has climbed, one request at a time; any other may oppose it.',
  'T-38': 'What all agreed is reopened by the consent of all: asked for, heard, opposed by nobody.',
  'T-39': 'Between an offer or a request and its acceptance lies time enough for all to be heard.',
  'T-40':
    "The chair's text is a clean wording for paragraphs, each once, offered beside the compilation; it changes nothing by itself.",
  'T-41':
    'Only the pen lays, edits, renumbers and footnotes: the person it was given to, else the secretariat.',
  'T-42':
    'The chair of the body or the secretariat opens a text, issues versions, gives the pen and sets who may read.',
  'T-43':
    "The pen corrects words nobody disputes: every bracket stays as it is, a paragraph keeps words, and agreed words are left alone. What is proposed anew, stands beside alternatives or is objected to is not the pen's.",
  'T-44':
    "The chair's text answers the words as they stand; a paragraph that changed since its base is offered anew.",
  'T-45':
    "The chair's text accounts, with a reason, for every option and alternative it leaves out, also for those proposed after it was offered.",
  'T-46':
    "The chair's text takes the place of a paragraph's words where no delegation objects to it; reservations are kept.",
  'T-47': 'An offer is accepted or withdrawn while it stands.',
  'T-48':
    'A version of a text under negotiation is a document known by its SHA-256; an adopted text keeps the one it was put with.',
  'T-49':
    'Who may read a text is set for bodies and members on record. What a delegation keeps to itself, it alone opens to others; once a text is opened for negotiation, every delegation of its body may read it.',
  'T-50':
    "Instructions are a delegation's own: given by it to itself, kept apart from the text, read by nobody else.",
  'T-51': 'A text is adopted once, when nothing in it is disputed.',
  'T-52':
    'When something is settled, climbs, or is reopened, those delegations are heard whose members sit in the body then. What a member said that has left, or is suspended, stands in the record and stops nothing.',
  'T-53': 'A draft a delegation lays says of no paragraph that it is agreed; that is reached by climbing.',
  'T-54':
    "What delegates say of a paragraph to their own delegation is that delegation's own, as its instructions are: kept apart from the text, each comment under an id of its own, read by nobody else.",
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
}

/** The sentence of a rule; its id where the catalogue does not know it. */
export const sentenceOf = (rule: string): string =>
  Object.hasOwn(refusals, rule) ? refusals[rule]! : `Rule ${rule} does not allow this.`
