import { createHash } from 'node:crypto'
import {
  decisionsNamed,
  type JournalEntry,
  journalFrom,
  journalPage,
  meetingView,
  printPage,
} from '@gavel/application'
import { meetings } from '@gavel/domain'
import { get, type Json } from '@gavel/kernel'
import { expect, test } from 'vitest'
import {
  accredited,
  assembly,
  chair,
  delegate,
  observer,
  observerParty,
  rule,
  secretariat,
} from '../../packages/domain/src/testing/index.ts'
import { type Minutes, minutes } from './minutes.ts'

/* A whole meeting of two sittings: floor, right of reply, points of order, motions, adjournment, and its journal. */

const everybody = ['AAA', 'BBB', 'CCC', 'DDD']
const [a, b, c, d] = everybody.map(code => delegate(code)) as [
  ReturnType<typeof delegate>,
  ReturnType<typeof delegate>,
  ReturnType<typeof delegate>,
  ReturnType<typeof delegate>,
]
const obs = observer('OBS')
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const agenda = [
  { number: '1', title: 'Adoption of the agenda' },
  { number: '2', title: 'Points of contact' },
  { number: '2(a)', title: 'A directory', under: '2' },
  { number: '3', title: 'Other matters' },
]
const member = (code: string) => ({ kind: 'member', member: code })

/** Who has the floor, how long, and who waits. */
const asksFloor = (book: Minutes): void =>
  book.asks('Who speaks, who waits?', (state, now) => {
    const { floor } = meetingView('m', { state, now, readable: () => true })!
    const { speaking, lists } = floor!
    return {
      speaking: speaking === null ? 'nobody' : meetings.speakerName(speaking.speaker),
      ...(speaking === null
        ? {}
        : { seconds: speaking.clock.usedMs / 1_000, left: (speaking.clock.leftMs ?? 0) / 1_000 }),
      waiting: lists.flatMap(({ requests }) => requests.map(({ request }) => request)),
    } as Json
  })

test('a meeting of two sittings, and its journal', async () => {
  const book = await minutes('A meeting of the Senior Officials Committee', [
    ...assembly(...everybody),
    observerParty('OBS'),
    accredited(obs),
    rule('meeting.changeNoticeDays', 0),
    rule('floor.memberSeconds', 180),
  ] as never)
  const m = { meeting: 'm' }
  const on = (actor: Parameters<Minutes['does']>[0], verb: string, body: object = {}) =>
    book.does(actor, `meetings.${verb}` as Parameters<Minutes['does']>[1], { ...m, ...body })
  const asks = (actor: typeof a, request: string, more: object = {}) => {
    const speaker =
      actor.as.kind === 'observer'
        ? { kind: 'observer', observer: actor.as.observer }
        : member((actor.as as { member: string }).member)
    return on(actor, 'askFloor', { item: '2', request, speaker, ...more })
  }

  book.at('08:30')
  book.note(
    'The meeting is prepared. AAA does not want “Other matters” discussed, and says so before the day.',
  )
  await on(secretariat(), 'convene', {
    body: 'soc',
    title: 'Second meeting',
    opensAt: '2026-11-23T10:00:00.000Z',
    place: 'Hall 1',
    timeZone: 'Asia/Almaty',
    agenda,
    format: 'hybrid',
  })
  await on(secretariat(), 'attachDocument', {
    item: '2',
    document: { kind: 'symbol', symbol: 'ORG/SOC/2026/1', title: 'Draft on points of contact' },
  })
  await on(secretariat(), 'amendNotice', { place: 'Hall 2', reason: 'The roof of Hall 1.' })
  await on(a, 'object', { member: 'AAA', to: { kind: 'agenda' }, reason: 'Item 3 is not ready.' })
  book.at('09:50')
  for (const code of ['AAA', 'BBB', 'CCC'])
    await on(secretariat(), 'recordPresence', { member: code, present: true })
  await asks(b, 'b1')

  book.note('The chair opens, and cannot adopt the agenda before item 3 is gone.')
  book.at('10:00')
  await on(chair(), 'open')
  await on(chair(), 'show', { what: { kind: 'agenda' } })
  await on(chair(), 'adoptAgenda', { agenda })
  await on(a, 'withdrawObjection', { member: 'AAA', to: { kind: 'agenda' } })
  await on(chair(), 'adoptAgenda', { agenda: agenda.slice(0, 3) })
  await on(chair(), 'takeUpItem', { item: '2' })

  book.note(
    'The floor. BBB had asked before; the observer waits for the members; CCC leaves and comes back to the end.',
  )
  await asks(c, 'c1')
  await asks(obs, 'o1')
  await asks(a, 'a1')
  await asks(a, 'a2')
  await on(c, 'leaveList', { item: '2', request: 'c1' })
  await asks(c, 'c2')
  await on(chair(), 'giveFloor', { request: 'a1' })
  await on(chair(), 'giveFloor', { request: 'b1' })
  book.at('10:02')
  asksFloor(book)
  await on(a, 'endFloor')
  await on(b, 'endFloor')
  await on(chair(), 'giveFloor', { request: 'a1' })

  book.note(
    'AAA names CCC, which raises a point of order; the clock of AAA stands until the chair has ruled.',
  )
  book.at('10:03')
  await on(c, 'raisePoint', {
    point: 'p1',
    member: 'CCC',
    kind: 'order',
    note: 'The speaker leaves the item.',
  })
  book.at('10:05')
  asksFloor(book)
  await on(chair(), 'suspend')
  await on(chair(), 'rulePoint', { point: 'p1', upheld: false, words: 'The speaker is within the item.' })
  await on(c, 'appealRuling', { point: 'p1', member: 'CCC' })
  await on(b, 'object', { member: 'BBB', to: { kind: 'appeal', point: 'p1' } })
  await on(chair(), 'decideAppeal', { point: 'p1' })
  book.at('10:06')
  asksFloor(book)
  await on(chair(), 'endFloor')

  book.note('CCC asks for a reply, which waits until all others have spoken; the list is closed.')
  await asks(c, 'reply-1', { kind: 'reply' })
  await on(chair(), 'closeList', { item: '2' })
  await asks(b, 'b2')
  await on(chair(), 'giveFloor', { request: 'c2' })
  book.at('10:08')
  await on(c, 'endFloor')
  await on(chair(), 'giveFloor', { request: 'reply-1' })
  await on(chair(), 'giveFloor', { request: 'o1' })
  book.at('10:10')
  await on(obs, 'endFloor')
  await on(chair(), 'giveFloor', { request: 'reply-1' })
  book.at('10:11')
  await on(c, 'endFloor')

  book.note(
    'BBB moves to adjourn the debate, AAA to suspend: the suspension goes first, and falls over an objection.',
  )
  await on(b, 'move', { motion: 'mo1', aim: { kind: 'adjournmentOfDebate', item: '2' } })
  await on(a, 'move', { motion: 'mo2', aim: { kind: 'suspension' } })
  await on(chair(), 'decideMotion', { motion: 'mo1', carried: true })
  await on(c, 'speakOnMotion', { motion: 'mo2', member: 'CCC', side: 'against' })
  await on(c, 'object', { member: 'CCC', to: { kind: 'motion', motion: 'mo2' } })
  await on(chair(), 'decideMotion', { motion: 'mo2', carried: true })
  await on(chair(), 'decideMotion', { motion: 'mo2', carried: false })
  await on(b, 'withdrawMotion', { motion: 'mo1' })

  book.note('A decision is put from the floor and adopted; CCC and BBB make a joint statement.')
  await book.does(chair(), 'decisions.put', {
    decision: 'd1',
    meeting: 'm',
    item: '2',
    title: 'Points of contact',
    subject: { kind: 'wording', wording: 'Each member names a point of contact.' },
  })
  await book.does(c, 'decisions.object', { decision: 'd1', member: 'CCC', reason: 'No instructions.' })
  await book.does(c, 'decisions.withdrawObjection', { decision: 'd1', member: 'CCC' })
  await book.does(chair(), 'decisions.declareAdopted', { decision: 'd1' })
  await on(c, 'recordStatement', {
    statement: 's1',
    speaker: member('CCC'),
    purpose: 'joint',
    item: '2',
    onBehalfOf: ['BBB', 'DDD'],
    wording: 'We take it that a point of contact is a person.',
    forJournal: true,
  })
  await on(b, 'joinStatement', { statement: 's1', member: 'BBB' })

  book.note(
    'The meeting is adjourned to the next day; DDD joins the second sitting, which goes on behind closed doors.',
  )
  book.at('17:00')
  await on(chair(), 'concludeItem', { item: '2', outcome: 'leftOpen' })
  await on(chair(), 'adjourn', { until: '2026-11-24T10:00:00.000Z' })
  book.at('2026-11-24 10:00')
  await on(chair(), 'resume')
  for (const code of ['AAA', 'BBB', 'CCC', 'DDD'])
    await on(secretariat(), 'recordPresence', { member: code, present: true })
  await on(chair(), 'resume')
  await on(chair(), 'setAccess', { access: 'closed', reason: 'Names of persons.' })
  await on(chair(), 'takeUpItem', { item: '2(a)' })
  await asks(d, 'd1', { item: '2(a)' })
  await on(chair(), 'giveFloor', { request: 'd1' })
  book.at('2026-11-24 10:04')
  await on(d, 'endFloor')
  await on(chair(), 'concludeItem', { item: '2(a)', outcome: 'concluded' })
  await on(chair(), 'setAccess', { access: 'public' })
  await on(chair(), 'close')
  book.asks('What is left for the next meeting?', state => [...(get(state.meetings.unfinished, 'soc') ?? [])])

  book.note(
    'The journal: circulated, corrected, approved. The words of the closed part are not in what the public reads.',
  )
  await on(secretariat(), 'circulateJournal', { document: hash('draft') })
  await on(b, 'askCorrection', { correction: 'c1', member: 'BBB', wording: 'We spoke first.' })
  book.at('2026-12-02 09:00')
  await on(chair(), 'approveJournal', { document: hash('draft') })
  await on(secretariat(), 'answerCorrection', { correction: 'c1', taken: true })
  await on(chair(), 'approveJournal', { document: hash('corrected') })
  await on(secretariat(), 'issueCorrigendum', {
    document: hash('corrigendum'),
    wording: 'Read “ten” for “then”.',
  })
  const journal = await journalOf(book)
  expect(journal).not.toContain('DDD has the floor')
  book.note(journal)
  await book.close('a-meeting.txt')
})

/** The journal as the public reads it, printed. */
const journalOf = async (book: Minutes): Promise<string> => {
  const entries: readonly JournalEntry[] = await book.readByAll()
  const about = (events: JournalEntry['events'], ids: readonly string[]): boolean =>
    events.some(
      event =>
        ('meeting' in event && event.meeting === 'm') ||
        ('decision' in event && ids.includes(event.decision as string)),
    )
  const named = decisionsNamed(entries, 'm')
  const journal = journalFrom(entries.filter(({ events }) => about(events, named)))
  const name = (id: string) => id
  const blocks = journalPage(
    journal,
    {
      meeting: get(book.state().meetings.meetings, 'm')!,
      sitting: null,
      bodyName: 'Senior Officials Committee',
    },
    { member: name, observer: name, body: name, chair: 'AAA' },
  )
  return printPage('Journal', blocks, 'text')
}
