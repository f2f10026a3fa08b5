/** What was written on this device and is on its way to the record. */
export const outbox = {
  'outbox.title': 'Outbox',
  'outbox.lead': 'What you write is kept on this device until the record has acknowledged it.',
  'outbox.empty': 'Everything you wrote is on the record.',
  'outbox.state.written': 'Written',
  'outbox.state.sent': 'Sent',
  'outbox.state.recorded': 'Recorded',
  'outbox.state.refused': 'Not accepted',
  'outbox.place': 'where it belongs',
  'outbox.now': 'The paragraph reads now',
  'outbox.asAlternative': 'Send as an alternative of the whole paragraph',
  'outbox.again': 'Send again',
  'outbox.discard': 'Let it go',
  'outbox.discard.sure': 'Let these words go for good',
  'outbox.recorded': 'Recorded since you opened this page',
} as const
