import { accepted, entries, get, type Json, values } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import type { DomainEvent, DomainState } from '../index.ts'
import {
  type Actor,
  accredited,
  act,
  after,
  assembly,
  at,
  chair,
  decided,
  delegate,
  explore,
  neverReached,
  observer,
  observerParty,
  rulesOnPage,
  type Step,
  secretariat,
  summary,
  type World,
  withRights,
} from '../testing/index.ts'
import { quorumOf } from './index.ts'

/*
 * Small worlds walked through to the end: every act that matters, in every state it can meet, through the same gate
 * and rules as the record. The bounds are printed with the result.
 */

const item = (number: string) => ({ number, title: `Item ${number}` })
const convene = (by: Actor, more: object = {}) =>
  act(by, 'meetings.convene', {
    meeting: 'm',
    body: 'soc',
    title: 'Meeting',
    opensAt: at('11:00'),
    place: 'Hall',
    timeZone: 'UTC',
    agenda: [item('1')],
    ...more,
  })
const presence = (by: Actor, member: string, present: boolean) =>
  act(by, 'meetings.recordPresence', { meeting: 'm', member, present })

/** What no rule of meetings looks at is left out: instants of what is past. */
const keyOfMeetings = (state: DomainState): Json =>
  [...values(state.meetings.meetings)].map(meeting => [
    meeting.status,
    meeting.agendaAdopted,
    meeting.agenda.length,
    [...meeting.present].sort(),
    meeting.suspendedUntil ?? null,
    meeting.opensAt,
    meeting.presentAtOpening ?? null,
  ])

/** What must hold of every step, whatever led to it. */
const meetingLaws = ({ before, act: done, after: now }: Step): string | null => {
  for (const [id, meeting] of entries(now.meetings.meetings)) {
    const was = get(before.meetings.meetings, id)
    if (was?.status === 'closed' && JSON.stringify(was) !== JSON.stringify(meeting))
      return 'a closed meeting changed'
    if (was?.agendaAdopted && !meeting.agendaAdopted) return 'an adopted agenda came undone'
    if (new Set(meeting.present).size < meeting.present.length) return 'a delegation sits twice'
    if (
      meeting.status === 'open' &&
      was?.status !== 'open' &&
      !quorumOf('opens', meeting, now, done.at).reached
    )
      return 'opened without a quorum'
    if (meeting.status === 'open' && done.at < meeting.opensAt) return 'open before its instant'
  }
  return null
}

const meetings: World = {
  start: after(...assembly('AAA', 'BBB', 'CCC')),
  acts: [
    convene(chair()),
    convene(secretariat(), { body: 'nowhere' }),
    convene(chair('mc')),
    convene(chair(), { agenda: [] }),
    convene(chair(), { opensAt: at('08:00') }),
    act(chair(), 'meetings.open', { meeting: 'm' }),
    act(chair('swg'), 'meetings.open', { meeting: 'm' }),
    ...['AAA', 'BBB', 'CCC'].flatMap(code => [
      presence(delegate(code), code, true),
      presence(secretariat(), code, false),
    ]),
    presence(secretariat(), 'ZZZ', true),
    act(chair(), 'meetings.adoptAgenda', { meeting: 'm', agenda: [item('1')] }),
    act(chair(), 'meetings.adoptAgenda', { meeting: 'm', agenda: [item('1'), item('2')] }),
    act(chair(), 'meetings.suspend', { meeting: 'm' }),
    act(chair(), 'meetings.suspend', { meeting: 'm', until: at('12:30') }),
    act(chair(), 'meetings.suspend', { meeting: 'm', until: at('08:00') }),
    act(chair(), 'meetings.resume', { meeting: 'm' }),
    act(chair(), 'meetings.close', { meeting: 'm' }),
  ],
  times: ['09:00', '10:00', '11:00', '11:30', '12:00', '13:00'].map(at),
  depth: 12,
  most: 20_000,
  key: keyOfMeetings,
  invariant: meetingLaws,
}

describe('the world of one meeting and three delegations', () => {
  const found = explore(meetings)

  test('was seen whole within its bounds, and no law broke', () => {
    console.info(summary(found, meetings))
    expect(found.broken).toEqual([])
    expect(found.complete).toBe(true)
    expect(found.states).toBeGreaterThan(50)
  })

  test('no rule of the chapter is dead', () => {
    // M-13 and M-14 refuse nothing by themselves: they say how M-5 and M-8 are to be read. What comes after them is of
    // the floor, and has a world of its own.
    expect(neverReached(found, rulesOnPage('2-meetings.md').slice(0, 14))).toEqual(['M-13', 'M-14'])
  })

  test('rules that forget the quorum are caught: a mutant', () => {
    const mutant: World = {
      ...meetings,
      decide: (tried, state) => {
        const outcome = decided(tried, state)
        return outcome.kind === 'refused' && outcome.refusal.rule === 'M-8' && tried.type === 'meetings.open'
          ? accepted([
              {
                type: 'meetings.opened',
                at: tried.at,
                by: tried.by,
                ...tried.body,
                quorum: { present: 0 },
              } as DomainEvent,
            ])
          : outcome
      },
    }
    expect(explore(mutant).broken.map(one => one.what)).toEqual(['opened without a quorum'])
  })

  test('a law that is false is caught, with a shortest way to it', () => {
    const silly: World = {
      ...meetings,
      invariant: ({ events }) =>
        events.some(event => event.type === 'meetings.closed') ? 'a meeting closed' : null,
    }
    const { broken } = explore(silly)
    expect(broken).toHaveLength(1)
    expect(broken[0]?.way).toHaveLength(2)
  })

  test('a bound that is reached is told', () => {
    expect(explore({ ...meetings, most: 10 }).complete).toBe(false)
  })
})

const junior = withRights(delegate('AAA', '2'), 'read', 'accredit')
const grants = (by: Actor, to: Actor, credential: string, more: object = {}) =>
  act(by, 'institution.accredit', {
    credential,
    person: to.person,
    name: 'A person',
    capacity: to.as,
    rights: to.rights,
    from: at('09:00'),
    ...more,
  } as never)
const turns = (by: Actor, how: 'revoke' | 'suspend' | 'restore', credential: string) =>
  act(by, `institution.${how}Credential`, { credential, reason: 'because' })
const registers = (type: 'recordBody' | 'recordTerm' | 'setParameter' | 'recordParty', body: object) =>
  act(secretariat(), `institution.${type}`, { source: 'x', ...body } as never)

/** Nobody holds more than she was given, and the secretariat never takes a delegation over. */
const credentialLaws = ({ before, act: done, after: now }: Step): string | null => {
  for (const [id, credential] of entries(now.institution.credentials)) {
    const was = get(before.institution.credentials, id)
    if (was?.status === 'revoked' && credential.status !== 'revoked') return 'a revoked credential came back'
    const isDelegate = credential.capacity.kind === 'delegate'
    if (!was && isDelegate && done.as.kind === 'delegate') {
      const own = done.as.member
      if (credential.capacity.kind === 'delegate' && credential.capacity.member !== own)
        return 'a foreign delegate'
    }
    if (
      isDelegate &&
      was?.status !== 'revoked' &&
      credential.status === 'revoked' &&
      done.as.kind === 'secretariat'
    )
      return 'the secretariat revoked a delegate'
  }
  return null
}

const credentials: World = {
  start: after(
    ...assembly('AAA', 'BBB'),
    observerParty('OBS'),
    accredited(junior),
    accredited(observer('OBS')),
    accredited(delegate('AAA', '6'), at('09:30')),
  ),
  acts: [
    grants(delegate('AAA'), delegate('AAA', '3'), 'three'),
    grants(junior, delegate('AAA', '4'), 'four'),
    grants(delegate('AAA'), delegate('BBB', '2'), 'foreign'),
    grants(secretariat(), delegate('AAA', '5'), 'five', { instrument: 'Note 1' }),
    grants(secretariat(), withRights(chair('soc'), 'object'), 'chair'),
    grants(secretariat(), chair('soc'), 'ended', { until: at('08:30') }),
    grants(delegate('BBB'), { ...delegate('BBB'), person: 'x y' as never }, 'unreadable'),
    ...(['revoke', 'suspend', 'restore'] as const).flatMap(how => [
      turns(secretariat(), how, 'cred-aaa'),
      turns(delegate('AAA'), how, 'three'),
      turns(delegate('BBB'), how, 'cred-aaa'),
      turns(delegate('AAA', '3'), how, 'cred-aaa'),
    ]),
    act(observer('OBS'), 'decisions.object', { decision: 'd', member: 'AAA' }),
    presence(delegate('AAA', '6'), 'AAA', true),
    presence(junior, 'AAA', true),
    presence(delegate('AAA'), 'BBB', true),
    registers('recordBody', { body: 'x', name: { en: 'X' }, reportsTo: 'x', kind: 'advisory', code: 'X' }),
    registers('recordBody', { body: 'x', name: { en: 'X' }, reportsTo: null, kind: 'advisory', code: 'SOC' }),
    registers('recordTerm', { office: { kind: 'chair', body: 'x' }, holder: 'AAA', from: '2026' }),
    registers('recordTerm', { office: { kind: 'chair', body: 'soc' }, holder: 'BBB', from: '2018' }),
    registers('recordTerm', { office: { kind: 'chair', body: 'soc' }, holder: 'BBB', from: '2026-11-24' }),
    convene(chair()),
    registers('setParameter', { name: 'quorum.maximum', value: 1, since: at('09:00') }),
    registers('setParameter', { name: 'quorum.of', value: 'present', since: at('08:00') }),
    registers('recordParty', partyBody({ source: '' })),
    registers('recordParty', partyBody({ from: '2004-13' })),
    registers('recordParty', partyBody({ status: 'left' })),
  ],
  times: ['09:00', '10:00', '11:00', '2026-11-24 09:00'].map(at),
  depth: 5,
  most: 30_000,
  key: state => [
    [...values(state.institution.credentials)].map(one => [one.id, one.status, one.suspendedBy ?? '']).sort(),
    [...values(state.institution.parties)].map(one => one.claims.length),
    [...values(state.institution.terms)].map(terms => terms.length),
    state.meetings.meetings.size,
  ],
  invariant: credentialLaws,
}

function partyBody(more: object): object {
  return {
    party: 'BBB',
    standing: 'member',
    name: { en: 'Bbb' },
    status: 'active',
    from: '2026',
    source: 'x',
    ...more,
  }
}

describe('the world of two delegations and their credentials', () => {
  const found = explore(credentials)

  test('was seen whole within its bounds, and no law broke', () => {
    console.info(summary(found, credentials))
    expect(found.broken).toEqual([])
    expect(found.complete).toBe(true)
  })

  test('rules that let the secretariat revoke a delegate are caught: a mutant', () => {
    const mutant: World = {
      ...credentials,
      decide: (tried, state) => {
        const outcome = decided(tried, state)
        return outcome.kind === 'refused' && outcome.refusal.rule === 'I-30'
          ? accepted([
              {
                type: 'institution.credentialRevoked',
                at: tried.at,
                by: tried.by,
                ...tried.body,
              } as DomainEvent,
            ])
          : outcome
      },
    }
    expect(explore(mutant).broken.map(one => one.what)).toContain('the secretariat revoked a delegate')
  })

  test('the rules it does not reach are those that need another world', () => {
    // I-1, I-10 and I-11: the founding comes from within. I-9, I-15, I-20, I-32 answer questions and
    // refuse nothing, and I-34 refuses in the words of other rules.
    expect(neverReached(found, rulesOnPage('1-institution.md'))).toEqual([
      'I-1',
      'I-9',
      'I-10',
      'I-11',
      'I-15',
      'I-20',
      'I-32',
      'I-34',
    ])
  })
})
