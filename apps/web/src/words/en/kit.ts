/** Words that many scenes share. */
export const kit = {
  'stand.proposes': 'proposed by',
  'stand.backs': 'backed by',
  'stand.canLiveWith': 'can be lived with by',
  'stand.reserves': 'awaiting instructions:',
  'stand.objects': 'objected to by',
  'stand.count': '{n} × {stand}',
  'stand.do.proposes': 'Propose',
  'stand.do.backs': 'Back',
  'stand.do.canLiveWith': 'Can live with',
  'stand.do.reserves': 'Reserve',
  'stand.do.objects': 'Object',
  'stand.do.none': 'Take back',
  'rung.open': 'Open',
  'rung.agreedInInformals': 'Agreed in informals',
  'rung.agreedAdRef': 'Agreed ad referendum',
  'rung.agreed': 'Agreed',
} as const
