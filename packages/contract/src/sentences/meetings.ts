/** The sentences of the chapter meetings, as the rulebook has them; written anew by a test. */
export const meetings = {
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
  'M-61':
    'What is to be told beforehand is due its lead time before what it announces begins, counted in days of 24 hours back from that instant. Lead times are set by the agreement they belong to.',
  'M-62':
    'What is to be told after something happened, or in answer to something received, is due the stated hours after that instant.',
  'M-63':
    'What is to be told every year is due when the day named ends, as the organisation counts its days.',
  'M-64':
    'What comes after the instant it was due at is late, and by how much is told. It is taken all the same: being late never keeps it out.',
  'M-65':
    'What has not come is awaited until the instant it is due at, and from then on it is silence: told as silence, with since when, and never as consent or as refusal. It follows from stored instants, whenever somebody asks.',
} as const
