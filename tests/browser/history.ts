/** A past for the demonstration: a decision with statements and an instrument, one without consensus, one before the meeting. */
import { expect } from 'vitest'

const chair = { kind: 'chair', body: 'soc' }
const secretariat = { kind: 'secretariat' }
const delegate = (member: string) => ({ kind: 'delegate', member })
const said = (wording: string) => ({ kind: 'wording', wording })
const put = (decision: string, title: string, wording: string) =>
  [
    chair,
    'decisions.put',
    { decision, meeting: 'demo-meeting', item: '2', title, subject: said(wording) },
  ] as const

const terms = {
  signature: { from: '2020-01-01', until: null },
  accessionFrom: '2020-01-01',
  entryIntoForce: { instruments: 3, delayDays: 30, laterPartyDays: 30 },
  provisionalApplication: true,
  reservations: 'permitted',
  declarations: true,
  denunciationDays: 180,
  languages: ['en'],
  source: 'assumed',
}

const acts = [
  put('day', 'Exercise: a Day of Confidence', 'Members observe the Day, each in its own way.'),
  [delegate('CHN'), 'decisions.object', { decision: 'day', member: 'CHN', reason: 'It has to be short.' }],
  [delegate('CHN'), 'decisions.withdrawObjection', { decision: 'day', member: 'CHN' }],
  [chair, 'decisions.declareAdopted', { decision: 'day' }],
  [
    delegate('IND'),
    'decisions.attachStatement',
    {
      decision: 'day',
      statement: 's1',
      member: 'IND',
      kind: 'interpretativeStatement',
      wording: 'Une déclaration à part.',
    },
  ],
  [secretariat, 'decisions.publish', { decision: 'day' }],
  [
    secretariat,
    'decisions.openInstrument',
    { decision: 'day', instrument: 'pact', name: 'Exercise: Pact on a Day of Confidence', terms },
  ],
  [
    secretariat,
    'decisions.signInstrument',
    { instrument: 'pact', party: 'KAZ', definitive: false, on: '2026-01-05', fullPowers: 'Note 1' },
  ],
  [
    secretariat,
    'decisions.depositInstrument',
    { instrument: 'pact', party: 'KAZ', kind: 'ratification', on: '2026-02-05', countsForEntry: true },
  ],
  put('second', 'Exercise: a second seat', 'There is a second seat.'),
  [delegate('TUR'), 'decisions.object', { decision: 'second', member: 'TUR' }],
  [chair, 'decisions.declareNoConsensus', { decision: 'second', next: 'dropped' }],
  put('third', 'Exercise: before the meeting now', 'It is before the meeting.'),
] as const

/** Words no page may be broken by: longer than any screen, and markup that is none. */
const long = 'w'.repeat(900)
const hostile = `1. The [${long}][x] stays. <script>alert(1)</script>\n`

/** Gives a demonstration at an address this past, by acts like anybody's. */
export const withHistory = async (url: string): Promise<void> => {
  const tokens = new Map<string, string>()
  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  for (const [at, [as, type, body]] of acts.entries()) {
    const seat = JSON.stringify(as)
    if (!tokens.has(seat)) tokens.set(seat, (await (await send('/api/demo/seat', { as })).json()).token)
    const answer = await send(
      `/api/acts/${type}`,
      { id: `past-${at}`, as, body },
      { authorization: `Bearer ${tokens.get(seat)}` },
    )
    expect([type, answer.status, answer.status === 201 ? '' : await answer.text()]).toEqual([type, 201, ''])
  }
  const asked = new URLSearchParams({
    introduce: 'hostile',
    title: `</title>${'T'.repeat(150)}`,
    body: 'soc',
    audience: 'public',
    as: 'secretariat',
  })
  const brought = await fetch(`${url}/api/import/text?${asked}`, {
    method: 'POST',
    headers: {
      'content-type': 'text/plain',
      authorization: `Bearer ${tokens.get(JSON.stringify(secretariat))}`,
    },
    body: hostile,
  })
  expect(brought.status).toBe(201)
}
