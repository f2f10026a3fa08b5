import type { Room } from '@gavel/api'
import { roomState } from '@gavel/application'
import type { Capacity } from '@gavel/domain'
import { dayMs, has, hourMs, type Instant, later, type MemberId } from '@gavel/kernel'
import { law } from './law/index.ts'

/**
 * What a demonstration shows of the room: a directory with two test-called contacts and one that waits to be verified,
 * and three notices. All of it is invented, says so in its own words, and is written to nobody: its addresses end in
 * `.invalid` (RFC 2606), and it is there before the server delivers anything.
 */

type Said = ReturnType<NonNullable<Room['demonstration']>>[number]

const secretariat: Capacity = { kind: 'secretariat' }
const of = (member: MemberId): Capacity => ({ kind: 'delegate', member })

const contact = (member: MemberId, kind: 'technical' | 'diplomatic', from: string): Said => [
  of(member),
  'notices.nominateContact',
  {
    contact: `demo-${member}-${kind}`,
    member,
    kind,
    name: kind === 'technical' ? 'Duty officer (fictional)' : 'Desk officer (fictional)',
    email: `${kind}@${member.toLowerCase()}.invalid`,
    language: 'en',
    hours: kind === 'technical' ? 'Day and night' : '09:00–18:00 local time',
    from,
  },
]

const verified = (member: MemberId, kind: string): Said => [
  secretariat,
  'notices.verifyContact',
  { contact: `demo-${member}-${kind}` },
]

type Five = readonly [MemberId, MemberId, MemberId, MemberId, MemberId]

/** Three notices: a restricted one that two of three have taken, one told late, and an invitation nobody has answered. */
const noticesAmong = (members: readonly MemberId[], now: Instant): readonly Said[] => {
  const [a, b, c, d, e] = members as Five
  return [
    [
      of(a),
      'notices.send',
      {
        notice: `${a}:demo-outage`,
        noticeType: 'incident-cyber',
        title: 'Exercise: outage of a registry (fictional)',
        to: [b, c, d],
        restricted: true,
        values: {
          what: 'Exercise. A registry of names has not answered since this morning; nothing of this has happened.',
          when: later(now, -3 * hourMs),
          kind: 'outage',
        },
      },
    ],
    [of(b), 'notices.acknowledge', { notice: `${a}:demo-outage`, member: b }],
    [of(c), 'notices.answer', { notice: `${a}:demo-outage`, member: c, words: 'Exercise: we look into it.' }],
    [
      of(b),
      'notices.send',
      {
        notice: `${b}:demo-flood`,
        noticeType: 'incident-disaster',
        title: 'Exercise: flood in a river valley (fictional)',
        restricted: false,
        values: {
          what: 'Exercise. The river has left its bed; nothing of this has happened.',
          // Told later than within a day: it is taken, and shown as late.
          when: later(now, -2 * dayMs),
          kind: 'flood',
          affected: 1_200,
        },
      },
    ],
    [of(e), 'notices.acknowledge', { notice: `${b}:demo-flood`, member: e }],
    [
      of(c),
      'notices.send',
      {
        notice: `${c}:demo-observers`,
        noticeType: 'invitation',
        title: 'Exercise: invitation to observe (fictional)',
        to: [a, e],
        values: {
          activity: 'A drill invented for this demonstration.',
          begins: later(now, 40 * dayMs).slice(0, 10),
          where: { name: 'A training ground (fictional)' },
          observers: 2,
        },
      },
    ],
  ]
}

const typesShown = ['incident-cyber', 'incident-disaster', 'invitation']

export const demonstration: NonNullable<Room['demonstration']> = (members, now, state) => {
  const { types } = roomState(state, law)
  // An organisation that knows other types is shown without these notices rather than with types nobody gave it.
  if (members.length < 5 || typesShown.some(type => !has(types, type))) return []
  const [a, b, c, d] = members as Five
  const today = now.slice(0, 10)
  const answers = (member: MemberId): Said => [
    of(member),
    'notices.answerPing',
    { ping: 'demo-call', contact: `demo-${member}-technical`, member },
  ]
  return [
    ...[a, b, c].map(member => contact(member, 'technical', today)),
    contact(a, 'diplomatic', today),
    contact(d, 'technical', today),
    ...[a, b, c].map(member => verified(member, 'technical')),
    verified(a, 'diplomatic'),
    [secretariat, 'notices.ping', { ping: 'demo-call', kinds: ['technical'], replyHours: 24 }],
    answers(a),
    answers(b),
    ...noticesAmong(members, now),
  ]
}
