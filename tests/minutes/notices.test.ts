import { lawWithRooms, roomState } from '@gavel/application'
import { type Audience, type Capacity, type DomainState, mayRead } from '@gavel/domain'
import type { Instant, Json, MemberId } from '@gavel/kernel'
import { notices } from '@gavel/notices'
import { expect, test } from 'vitest'
import { type Actor, assembly, delegate, secretariat } from '../../packages/domain/src/testing/index.ts'
import { law } from '../../rooms/notices/src/law/index.ts'
import { noticeOf } from '../../rooms/notices/src/law/state.ts'
import { inFull, type Reading } from '../../rooms/notices/src/views/shown.ts'
import { minutes } from './minutes.ts'

/** Twenty-nine members: one that sends, twenty-seven it sends to, and a rival it does not. */
const members = Array.from({ length: 29 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`)
const [sender, rival] = [members[0]!, members[28]!]
const addressed = members.slice(1, 28)
const notice = 'M01:incident-1'

/** The notice as one delegation, or the secretariat, is shown it; null when for her there is none. */
const shownTo =
  ({ person, as }: Actor) =>
  (house: DomainState, now: Instant) => {
    const reader = { person, as }
    const reading = {
      viewer: { person, capacities: [as] as readonly Capacity[], group: '' },
      house,
      state: roomState(house, law),
      now,
      own: as.kind === 'delegate' ? [as.member] : [],
      sees: (audience: Audience) => mayRead(audience, reader, house, now),
    } as unknown as Reading
    const found = noticeOf(reading.state, notice)!
    return reading.sees(
      law.audienceOf({ type: 'notices.close', body: { notice } } as never, reading.state, house),
    )
      ? inFull(reading, found)
      : null
  }

const told =
  (actor: Actor) =>
  (house: DomainState, now: Instant): Json => {
    const shown = shownTo(actor)(house, now)
    if (shown === null) return 'that there is no such notice'
    const of = (kind: string): readonly MemberId[] =>
      shown.receipts
        .filter(({ acknowledgement }) => acknowledgement?.kind === kind)
        .map(({ member }) => member)
    const silent = shown.receipts.flatMap(({ member, acknowledgement }) =>
      acknowledgement?.kind === 'silent' ? [`${member} since ${acknowledgement.since.slice(0, 16)}`] : [],
    )
    return {
      title: shown.title,
      sent: shown.sending.kind,
      'in time': of('inTime').length,
      late: of('late').join(', ') || 'nobody',
      silent: silent.join(', ') || 'nobody it is told of',
    }
  }

test('[N-16, N-17, M-65] an incident is told to twenty-seven members; two do not acknowledge, and whoever is entitled sees exactly that', async () => {
  const book = await minutes(
    'An incident, and who has acknowledged it',
    assembly(...members) as never,
    lawWithRooms([notices.law]),
  )
  book.at('09:30')
  await book.does(secretariat(), 'notices.defineType', {
    noticeType: 'incident',
    name: { en: 'Cyber incident' },
    fields: [
      { field: 'what', name: { en: 'What happened' }, kind: 'text', required: true },
      { field: 'when', name: { en: 'When it began' }, kind: 'instant', required: true },
    ],
    to: 'named',
    secretariat: true,
    receipts: 'sender',
    answers: 'sender',
    restricted: 'always',
    timing: { kind: 'after', field: 'when', hours: 24 },
    acknowledgeHours: 24,
    agreements: [],
    source: 'invented for the minutes',
  })
  book.note('M01 tells 27 members of an incident, and M29 not.')
  book.at('10:00')
  await book.does(delegate(sender), 'notices.send', {
    notice,
    noticeType: 'incident',
    title: 'Outage of a registry',
    to: addressed,
    values: { what: 'The registry of names does not answer.', when: '2026-11-23T08:00:00.000Z' },
  })
  book.note('Twenty-three acknowledge within the day; one by telephone, which the secretariat records.')
  book.at('11:00')
  for (const member of addressed.slice(0, 23))
    await book.does(delegate(member), 'notices.acknowledge', { notice, member })
  book.at('12:00')
  await book.does(secretariat(), 'notices.acknowledge', {
    notice,
    member: addressed[23]!,
    received: { at: '2026-11-23T11:40:00.000Z', how: 'telephone' },
  })
  book.note('M29 tries a number it heard of, and one it made up.')
  await book.does(delegate(rival), 'notices.acknowledge', { notice, member: rival })
  await book.does(delegate(rival), 'notices.acknowledge', { notice: 'M01:incident-2', member: rival })
  book.note('The day passes. One more acknowledges after it; two say nothing. Nobody’s job has run.')
  book.at('2026-11-24 10:30')
  await book.does(delegate(addressed[24]!), 'notices.acknowledge', { notice, member: addressed[24]! })
  book.at('2026-11-25 10:00')
  const [silent, heard] = [addressed[26]!, addressed[0]!]
  book.asks('The sender is told:', told(delegate(sender)))
  book.asks('The secretariat is told:', told(secretariat()))
  book.asks(`${heard}, which acknowledged, is told:`, told(delegate(heard)))
  book.asks(`${silent}, which did not, is told of itself:`, told(delegate(silent)))
  book.asks(`${rival} is told:`, told(delegate(rival)))
  const whole = shownTo(delegate(sender))(book.state(), '2026-11-25T10:00:00.000Z' as Instant)
  expect(whole?.silent).toBe(2)
  expect(
    whole?.receipts.filter(({ silentSince }) => silentSince !== null).map(({ member }) => member),
  ).toEqual(['M27', 'M28'])
  expect(JSON.stringify(await book.readByAll())).not.toContain('registry')
  await book.close('./an-incident.txt')
})
