/** The start of the day. */
export const today = {
  'today.title': 'Today',
  'today.needs': 'What needs you now',
  'today.needs.none': 'Nothing waits for you.',
  'today.meetings': 'Meetings',
  'today.meetings.none': 'No meeting is convened.',
  'today.meeting.open': 'Now',
  'today.meeting.suspended': 'Suspended',
  'today.meeting.adjourned': 'Adjourned',
  'today.meeting.convened': 'Convened',
  'today.texts': 'Texts',
  'today.texts.none': 'No text is before you.',
  'today.texts.agreed': '{n} of {all} agreed',
  'today.texts.all': 'All texts',
  'today.decisions': 'Latest decisions',
  'today.decisions.none': 'Nothing has been decided yet.',
  'today.decisions.interim': 'by silence, to be confirmed',
  'today.decisions.all': 'All decisions',
  'today.silences': 'Silence procedures running',
  'today.public.title': 'What is public here',
  'today.public.lead':
    'You read what the organisation has opened to everybody. Whoever is accredited signs in to act.',
  'today.hints': 'First steps',
  'today.hints.close': 'I know my way',
  'today.hint.delegate.1':
    'Open a text. Choose a paragraph: beside it stand its options, who stands where, and what you can do.',
  'today.hint.delegate.2':
    'Propose by editing: your words become an option of a bracket, and you see it before it is sent.',
  'today.hint.delegate.3':
    'Note your instructions paragraph by paragraph under My delegation. No other delegation can read them, nor the chair, nor the secretariat.',
  'today.hint.delegate.4':
    'A button that is closed says which rule closes it. Hold the pointer on it, or reach it by keyboard.',
  'today.hint.chair.1': 'The desk lists what may be settled: every dispute nobody stands in the way of.',
  'today.hint.chair.2':
    "Offer a chair's text beside the compilation, with a reason for each thing it leaves out.",
  'today.hint.chair.3': 'Open silence on a decision: it expires at the instant you set, kept by the clock.',
  'today.hint.secretariat.1':
    'The head of each delegation is accredited by you; she accredits her delegates. Each is given a link to sign in by.',
  'today.hint.secretariat.2': 'Bring in a draft: you see what is malformed before anything is recorded.',
  'today.hint.secretariat.3': 'Convene a meeting of a body: its notice goes out with the agenda.',
  'today.hint.secretariat.4':
    'Open a text under a symbol, and issue its versions from the desk; deadlines stand there too, the overdue ones first.',
  'today.hint.other.1': 'Texts show every bracket and who stands where.',
  'today.hint.other.2': 'The record can be verified without trusting this server.',
} as const
