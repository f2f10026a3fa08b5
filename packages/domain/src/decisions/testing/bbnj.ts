import type { InstrumentTerms } from '../acts.ts'

/** The final clauses of the Agreement on marine biological diversity beyond national jurisdiction (19 June 2023), articles 65 to 76. */
export const bbnj: InstrumentTerms = {
  signature: { from: '2023-09-20', until: '2025-09-20' },
  accessionFrom: '2025-09-21',
  entryIntoForce: { instruments: 60, delayDays: 120, laterPartyDays: 30 },
  provisionalApplication: true,
  reservations: 'none',
  declarations: true,
  denunciationDays: 0,
  denunciationMonths: 12,
  languages: ['ar', 'zh', 'en', 'fr', 'ru', 'es'],
  source: 'BBNJ Agreement, articles 65, 66, 68 to 71, 73 and 76',
}
