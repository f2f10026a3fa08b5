/** The sentences of the chapter texts, as the rulebook has them; written anew by a test. */
export const texts = {
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
} as const
