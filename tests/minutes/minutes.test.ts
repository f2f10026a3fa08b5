import { createHash } from 'node:crypto'
import { decisions } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { test } from 'vitest'
import {
  assembly,
  chair,
  delegate,
  rule,
  secretariat,
  sitting,
} from '../../packages/domain/src/testing/index.ts'
import { type Minutes, minutes } from './minutes.ts'

const [a, b, c, d] = ['AAA', 'BBB', 'CCC', 'DDD'].map(code => delegate(code)) as [
  ReturnType<typeof delegate>,
  ReturnType<typeof delegate>,
  ReturnType<typeof delegate>,
  ReturnType<typeof delegate>,
]
const everybody = ['AAA', 'BBB', 'CCC', 'DDD']
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const words = (text: string) => [{ kind: 'words', text }] as const

const draft = {
  text: 'points',
  paragraphs: [
    {
      id: 'p1',
      number: '1',
      level: 0,
      kind: 'operative',
      content: words('The members decide to designate points of contact.'),
    },
    {
      id: 'p2',
      number: '2',
      level: 0,
      kind: 'operative',
      content: words('Each member shall answer a request within ten days.'),
    },
  ],
}

test('a paragraph is negotiated to agreement and adopted in the meeting', async () => {
  const book = await minutes('Second sitting on points of contact', [
    ...assembly(...everybody),
    ...sitting('m1', 'soc', everybody),
  ] as never)
  book.at('09:30')
  book.note('The secretariat introduces a draft.')
  await book.does(secretariat(), 'texts.introduce', {
    text: 'points',
    title: 'Points of contact',
    body: 'soc',
    audience: { kind: 'public' },
    language: 'en',
    kind: 'draft',
    fictional: true,
  })
  await book.does(secretariat(), 'texts.lay', draft)
  await book.does(secretariat(), 'texts.open', { text: 'points' })

  book.note(
    'Paragraph 2 is disputed: AAA would soften it, BBB wants a shorter time, CCC cannot live with the softer verb.',
  )
  book.at('09:40')
  await book.does(a, 'texts.propose', {
    text: 'points',
    paragraph: 'p2',
    base: 1,
    change: { at: 12, length: 5, wording: 'should' },
    bracket: 'b1',
    option: 'o1',
    retained: 'o0',
  })
  await book.does(b, 'texts.propose', {
    text: 'points',
    paragraph: 'p2',
    base: 2,
    change: { at: 38, length: 3, wording: 'five' },
    bracket: 'b2',
    option: 'o3',
    retained: 'o2',
  })
  await book.does(c, 'texts.takeStand', { text: 'points', paragraph: 'p2', option: 'o1', stand: 'objects' })
  await book.does(chair(), 'texts.closeBracket', {
    text: 'points',
    paragraph: 'p2',
    bracket: 'b1',
    option: 'o1',
  })

  book.note('AAA gives way; the bracket closes on the words that stood.')
  book.at('09:55')
  await book.does(a, 'texts.withdraw', { text: 'points', paragraph: 'p2', option: 'o1' })
  await book.does(chair(), 'texts.closeBracket', {
    text: 'points',
    paragraph: 'p2',
    bracket: 'b1',
    option: 'o0',
  })
  await book.does(chair(), 'texts.advance', { text: 'points', paragraph: 'p2', to: 'agreed' })
  book.note(
    'The second bracket: CCC can live with five days, DDD waits for instructions; ad referendum it can stand.',
  )
  await book.does(c, 'texts.takeStand', {
    text: 'points',
    paragraph: 'p2',
    option: 'o3',
    stand: 'canLiveWith',
  })
  await book.does(d, 'texts.takeStand', {
    text: 'points',
    paragraph: 'p2',
    option: 'o3',
    stand: 'reserves',
    note: 'instructions expected tonight',
  })
  await book.does(chair(), 'texts.closeBracket', {
    text: 'points',
    paragraph: 'p2',
    bracket: 'b2',
    option: 'o3',
  })
  for (const paragraph of ['p1', 'p2'])
    await book.does(chair(), 'texts.advance', { text: 'points', paragraph, to: 'agreedAdRef' })
  await book.does(secretariat(), 'texts.issueVersion', { text: 'points', document: hash('points rev 1') })

  book.note(
    'The chair puts the text. DDD objects, and takes the objection back after a word in the corridor.',
  )
  book.at('10:10')
  await book.does(chair(), 'decisions.declareAdopted', { decision: 'd1' })
  await book.does(chair(), 'decisions.put', {
    decision: 'd1',
    meeting: 'm1',
    item: '1',
    title: 'Points of contact',
    subject: { kind: 'text', text: 'points', symbol: 'ORG/SOC/2026/1/Rev.1', document: hash('points rev 1') },
  })
  await book.does(a, 'texts.propose', {
    text: 'points',
    paragraph: 'p1',
    base: 1,
    change: { at: 0, length: 3, wording: 'All' },
    bracket: 'b9',
    option: 'o9',
    retained: 'o8',
  })
  await book.does(d, 'decisions.object', { decision: 'd1', member: 'DDD', reason: 'awaiting instructions' })
  await book.does(chair(), 'decisions.declareAdopted', { decision: 'd1' })
  await book.does(d, 'decisions.withdrawObjection', { decision: 'd1', member: 'DDD' })
  await book.does(chair(), 'decisions.declareAdopted', { decision: 'd1' })
  await book.does(d, 'decisions.attachStatement', {
    decision: 'd1',
    statement: 's1',
    member: 'DDD',
    kind: 'dissociation',
    wording: 'We join the consensus and dissociate ourselves from paragraph 2.',
    paragraph: 'p2',
  })
  await book.close('adopted-in-the-meeting.txt')
})

/** How a decision stands, asked of the stored instants alone. */
const asksStatus = (book: Minutes, decision: string): void =>
  book.asks(`How does ${decision} stand?`, (state, now) => {
    const found = get(state.decisions.decisions, decision)
    return found === undefined ? 'unknown' : { ...decisions.decisionStatus(found, now) }
  })

const silence = (decision: string, wording: string, expiresAt: string) => ({
  decision,
  body: 'soc',
  title: wording,
  subject: { kind: 'wording', wording },
  expiresAt,
  timeZone: 'Asia/Almaty',
  announcedAs: 'as written by the chair to all delegations',
})

test('two silences: one is kept although nobody looked, one is broken in its last second', async () => {
  const founding = [
    ...assembly(...everybody),
    rule('silence.minimumHours', 24),
    ...sitting('m1', 'soc', everybody),
  ]
  const book = await minutes('Two silence procedures', founding as never)
  book.at('12:00')
  await book.does(chair(), 'meetings.close', { meeting: 'm1' })
  await book.does(
    chair(),
    'decisions.openSilence',
    silence('s0', 'Too short a silence.', '2026-11-24T11:59:59.999Z'),
  )
  await book.does(a, 'decisions.openSilence', silence('s0', 'Not the chair.', '2026-11-25T12:00:00.000Z'))
  await book.does(
    chair(),
    'decisions.openSilence',
    silence('s1', 'The meeting is held in spring.', '2026-11-25T12:00:00.000Z'),
  )
  await book.does(
    chair(),
    'decisions.openSilence',
    silence('s2', 'The meeting is held in autumn.', '2026-11-25T12:00:00.000Z'),
  )
  asksStatus(book, 's1')

  book.note('BBB has no instructions yet and asks for more time; the chair gives one more day to s1.')
  book.at('2026-11-24 15:00')
  await book.does(chair(), 'decisions.extendSilence', {
    decision: 's1',
    expiresAt: '2026-11-26T12:00:00.000Z',
    announcedAs: 'one day later',
  })
  await book.does(b, 'decisions.askExtension', {
    decision: 's1',
    member: 'BBB',
    reason: 'no instructions yet',
  })
  await book.does(chair(), 'decisions.extendSilence', {
    decision: 's1',
    expiresAt: '2026-11-26T12:00:00.000Z',
    announcedAs: 'one day later',
  })

  book.note('In the last millisecond of s2 DDD sends an amendment.')
  book.at('2026-11-25 11:59:59.999')
  await book.does(d, 'decisions.breakSilence', {
    decision: 's2',
    member: 'DDD',
    by: { kind: 'amendment', wording: 'The meeting is held in winter.' },
  })
  asksStatus(book, 's2')
  await book.does(chair(), 'decisions.giveNotice', { decision: 's2' })

  book.note('s1 expires while nobody does anything. An objection at the very instant of expiry is late.')
  book.at('2026-11-26 12:00')
  asksStatus(book, 's1')
  await book.does(c, 'decisions.breakSilence', { decision: 's1', member: 'CCC', by: { kind: 'objection' } })
  await book.does(chair(), 'decisions.giveNotice', { decision: 's1' })
  asksStatus(book, 's1')

  book.note('At the next meeting of the body the chair announces it, and it gets its number.')
  await book.does(chair(), 'decisions.confirmSilence', { decision: 's1', meeting: 'm1' })
  await book.does(secretariat(), 'meetings.convene', {
    meeting: 'm2',
    body: 'soc',
    title: 'Next',
    opensAt: '2026-12-01T09:00:00.000Z',
    place: 'Hall',
    timeZone: 'Asia/Almaty',
    agenda: [{ number: '1', title: 'Announcements' }],
  })
  book.at('2026-12-01 09:00')
  for (const member of everybody)
    await book.does(secretariat(), 'meetings.recordPresence', { meeting: 'm2', member, present: true })
  await book.does(chair(), 'meetings.open', { meeting: 'm2' })
  await book.does(chair(), 'meetings.adoptAgenda', {
    meeting: 'm2',
    agenda: [{ number: '1', title: 'Announcements' }],
  })
  await book.does(c, 'decisions.attachStatement', {
    decision: 's1',
    statement: 't1',
    member: 'CCC',
    kind: 'interpretativeStatement',
    wording: 'Spring is understood as the months of March to May.',
  })
  await book.does(chair(), 'decisions.confirmSilence', { decision: 's1', meeting: 'm2' })
  await book.does(secretariat(), 'decisions.publish', { decision: 's1' })
  asksStatus(book, 's1')
  asksStatus(book, 's2')
  await book.close('two-silences.txt')
})
