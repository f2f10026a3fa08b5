/** The organisation, its members, and who one is here. */
export const institution = {
  'seats.title': 'Take a seat',
  'seats.lead':
    'This is a demonstration: anybody may act for any delegation, as its chair or its secretariat. What you do is on the record of this demonstration, and every position taken in it is invented.',
  'seats.chairs': 'Chairs',
  'seats.delegations': 'Delegations',
  'seats.secretariat': 'Secretariat',
  'seats.sit': 'Sit down as {seat}',
} as const
