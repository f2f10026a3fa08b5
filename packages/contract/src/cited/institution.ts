/** The rules of its chapter that each act of institution may be refused by; read off the code of the rules by a test. */
export const institution = {
  'institution.found': ['I-10', 'I-12', 'I-14'],
  'institution.recordParty': ['I-11', 'I-12', 'I-13', 'I-14'],
  'institution.recordBody': ['I-11', 'I-12', 'I-14', 'I-16', 'I-17'],
  'institution.recordArea': ['I-11', 'I-12', 'I-14'],
  'institution.recordTerm': ['I-11', 'I-12', 'I-13', 'I-14', 'I-18', 'I-19'],
  'institution.setParameter': ['I-11', 'I-14', 'I-21', 'I-22'],
  'institution.accredit': ['I-11', 'I-12', 'I-23', 'I-24', 'I-25', 'I-26', 'I-27', 'I-28'],
  'institution.revokeCredential': ['I-11', 'I-12', 'I-29', 'I-30'],
  'institution.suspendCredential': ['I-11', 'I-12', 'I-29', 'I-30'],
  'institution.restoreCredential': ['I-11', 'I-12', 'I-29', 'I-31'],
} as const
