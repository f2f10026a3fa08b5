import { canonicalJson, get, type Json, later, values } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import type { DecisionsAct } from './acts.ts'
import { decideOn } from './decide.ts'
import type { DecisionsEvent } from './events.ts'
import { silenceStatus } from './silenceStatus.ts'
import type { DecisionsState, SilenceEntry } from './state.ts'
import { type Explored, explore, type Move } from './testing/explore.ts'
import {
  type Deciding,
  type Ghost,
  groundOn,
  hour,
  members,
  minimumHours,
  moveOf,
  start,
  type Watch,
  type World,
} from './testing/world.ts'

/** The subject a chair names: the text as it is issued now. */
const subjectNow = (world: World) => ({
  kind: 'text',
  text: 't',
  symbol: `T/${world.document}`,
  document: world.document,
})
const asJson = (value: unknown): string => canonicalJson(value as Json)
const nothingBroken = (ghost: Ghost) => ({ ghost, broken: [] })
const without = (list: readonly string[], item: string) => list.filter(one => one !== item)

/** The onlooker of a meeting: who objects, what was put, which numbers were given. */
const watchMeeting: Watch = ({ ghost, document }, act, events) => {
  switch (act.type) {
    case 'decisions.put':
      return nothingBroken({ ...ghost, objecting: [], put: asJson(act.body.subject) })
    case 'decisions.object':
      return {
        ghost: { ...ghost, objecting: [...ghost.objecting, act.body.member].sort() },
        broken: ghost.objecting.includes(act.body.member) ? ['one delegation, one objection'] : [],
      }
    case 'decisions.withdrawObjection':
      return nothingBroken({ ...ghost, objecting: without(ghost.objecting, act.body.member) })
    case 'decisions.declareAdopted': {
      const event = events.find(one => one.type === 'decisions.decisionAdopted')
      const numbers = event ? [...ghost.numbers, event.number.symbol] : ghost.numbers
      const broken = [
        ...(ghost.objecting.length > 0 ? ['never adopted over a maintained objection'] : []),
        ...(event === undefined ||
        asJson(event.subject) !== ghost.put ||
        !ghost.put?.includes(`"document":"${document}"`)
          ? ['what is adopted is what was put']
          : []),
        ...(new Set(numbers).size < numbers.length ? ['no number twice'] : []),
      ]
      return { ghost: { ...ghost, numbers }, broken }
    }
    default:
      return nothingBroken(ghost)
  }
}

const meetingMoves =
  (deciding: Deciding) =>
  (world: World): readonly Move<World>[] => {
    const act = moveOf(deciding, watchMeeting)
    const decision = 'd'
    const toWorld = (name: string, change: Partial<World>): Move<World> => ({
      name,
      to: () => ({ node: { ...world, ...change }, broken: [] }),
    })
    return [
      act(world, 'decisions.put', {
        decision,
        meeting: 'm1',
        item: '1',
        title: 'T',
        subject: subjectNow(world),
      }),
      act(world, 'decisions.put', {
        decision: 'e',
        meeting: 'm1',
        item: '1',
        title: 'T',
        subject: subjectNow(world),
      }),
      ...members.flatMap(member => [
        act(world, 'decisions.object', { decision, member }),
        act(world, 'decisions.withdrawObjection', { decision, member }),
      ]),
      act(world, 'decisions.attachStatement', {
        decision,
        statement: 's',
        member: 'CCC',
        kind: 'dissociation',
        wording: 'w',
        paragraph: 'p1',
      }),
      act(world, 'decisions.withdrawStatement', { decision, statement: 's', member: 'CCC' }),
      act(world, 'decisions.declareAdopted', { decision }),
      act(world, 'decisions.declareAdopted', { decision: 'e' }),
      ...(['returnedToBody', 'carriedOver', 'dropped'] as const).map(next =>
        act(world, 'decisions.declareNoConsensus', { decision, next }),
      ),
      act(world, 'decisions.withdrawPut', { decision, reason: 'r' }),
      act(world, 'decisions.publish', { decision }),
      toWorld('leaves CCC', { present: ['AAA', 'BBB'] }),
      toWorld('leave BBB CCC', { present: ['AAA'] }),
      toWorld('return', { present: [...members] }),
      toWorld('reissued', { document: world.document === 'a' ? 'b' : 'a' }),
      toWorld('suspended', { meetings: { m1: 'suspended' } }),
      toWorld('resumed', { meetings: { m1: 'open' } }),
    ]
  }

const outcomeOf = (world: World, own: DecisionsState, hours: number) => {
  const decision = get(own.decisions, 'd')
  return decision?.course.stage === 'silence'
    ? silenceStatus(decision.course.silence.entries, hour(world.clock + hours))
    : undefined
}

/** Laws of every state of a silence, whoever asks and whenever. */
const silenceLaws = (after: World): readonly string[] => {
  const now = outcomeOf(after, after.own, 0)
  if (now === undefined) return []
  const restarted = JSON.parse(JSON.stringify(after.own)) as DecisionsState
  const told = [0, 1, 2, 50].map(hours => asJson(outcomeOf(after, after.own, hours)))
  const same = [0, 1, 2, 50].every((hours, at) => asJson(outcomeOf(after, restarted, hours)) === told[at])
  const over = now.kind === 'kept' || now.kind === 'broken' || now.kind === 'withdrawn'
  const stays = !over || told.every(one => one === told[0])
  const asNoted = after.ghost.ended === null || asJson(now) === after.ghost.ended
  const longEnough = now.kind !== 'kept' || after.ghost.ran >= minimumHours
  const [decision] = [...values(after.own.decisions)]
  const confirmed = decision?.course.stage === 'silence' && decision.course.silence.confirmed !== undefined
  return [
    ...(same ? [] : ['a restart changes no outcome']),
    ...(stays && asNoted ? [] : ['what has ended stays ended']),
    ...(longEnough ? [] : ['a kept silence has run its hours']),
    ...(decision?.number === undefined || confirmed ? [] : ['no number before the confirmation']),
  ]
}

/** The onlooker of a silence: when it expires by what she heard, how long it ran, how it ended. */
const watchSilence: Watch = (before, act, events, after) => {
  const heard = heardOf(before, act, events)
  const ended = outcomeOf(after, after.own, 0)
  const over = ended !== undefined && ['kept', 'broken', 'withdrawn'].includes(ended.kind)
  const opened = act.type === 'decisions.openSilence'
  const ghost = {
    ...heard,
    ended: over ? asJson(ended) : opened ? null : heard.ended,
    ran: opened ? 0 : heard.ran,
  }
  const late =
    (act.type === 'decisions.breakSilence' ||
      act.type === 'decisions.extendSilence' ||
      act.type === 'decisions.withdrawSilence') &&
    !before.ghost.suspended &&
    (before.ghost.expiry === null || before.clock >= before.ghost.expiry)
  const objected = opened && before.ghost.objecting.length > 0
  return {
    ghost,
    broken: [
      ...(late ? ['nothing moves a silence at its expiry or later'] : []),
      ...(objected ? ['an objection in the meeting prevents it'] : []),
    ],
  }
}

const heardOf = (world: World, act: DecisionsAct, events: readonly DecisionsEvent[]): Ghost => {
  const { ghost } = world
  const hours = (at: string) => Math.round((Date.parse(at) - Date.parse(hour(0))) / 3_600_000)
  switch (act.type) {
    case 'decisions.proposeSilence':
      return { ...ghost, objecting: [] }
    case 'decisions.openSilence':
    case 'decisions.extendSilence':
      return { ...ghost, expiry: hours(act.body.expiresAt) }
    case 'decisions.resumeSilence':
      return { ...ghost, expiry: hours(act.body.expiresAt), suspended: false }
    case 'decisions.suspendSilence':
      return { ...ghost, suspended: true }
    case 'decisions.object':
      return { ...ghost, objecting: [...ghost.objecting, act.body.member] }
    case 'decisions.withdrawObjection':
      return { ...ghost, objecting: without(ghost.objecting, act.body.member) }
    default:
      return events.length === 0 ? ghost : { ...ghost }
  }
}

/** One hour goes by; nobody does anything, and the server may be off. */
const tick = (world: World): Move<World> => ({
  name: 'tick',
  to: () => {
    const runs = outcomeOf(world, world.own, 0)?.kind === 'running'
    const after = { ...world, clock: world.clock + 1 }
    const ended = outcomeOf(after, after.own, 0)
    const over = ended !== undefined && ended.kind !== 'running' && ended.kind !== 'suspended'
    const ghost = {
      ...world.ghost,
      ran: world.ghost.ran + (runs ? 1 : 0),
      ended: over ? asJson(ended) : null,
    }
    return { node: { ...after, ghost }, broken: [] }
  },
})

const silenceMoves =
  (deciding: Deciding, hours: number) =>
  (world: World): readonly Move<World>[] => {
    const act = moveOf(deciding, watchSilence)
    const decision = 'd'
    const subject = subjectNow(world)
    const offer = { timeZone: 'UTC', announcedAs: 'then', title: 'T', subject }
    const status = outcomeOf(world, world.own, 0)
    const expiresAt = hour(world.clock + 2)
    const later2 = status?.kind === 'running' ? later(status.expiresAt, 3_600_000) : expiresAt
    return [
      ...(world.clock < hours ? [tick(world)] : []),
      act(world, 'decisions.openSilence', { decision, body: 'soc', expiresAt, ...offer }),
      act(
        world,
        'decisions.openSilence',
        { decision, body: 'soc', meeting: 'm1', expiresAt, ...offer },
        'openProposed',
      ),
      act(world, 'decisions.proposeSilence', { decision, meeting: 'm1', item: '1', expiresAt, ...offer }),
      ...members
        .slice(0, 2)
        .flatMap(member => [
          act(world, 'decisions.object', { decision, member }),
          act(world, 'decisions.breakSilence', { decision, member, by: { kind: 'objection' } }),
        ]),
      act(world, 'decisions.withdrawObjection', { decision, member: 'AAA' }),
      act(
        world,
        'decisions.breakSilence',
        { decision, member: 'CCC', by: { kind: 'amendment', wording: 'w' } },
        'amend',
      ),
      act(world, 'decisions.askExtension', { decision, member: 'BBB', reason: 'r' }),
      act(world, 'decisions.extendSilence', { decision, expiresAt: later2, announcedAs: 'later' }),
      act(world, 'decisions.suspendSilence', { decision, reason: 'r' }),
      act(world, 'decisions.resumeSilence', {
        decision,
        expiresAt: hour(world.clock + 1),
        announcedAs: 'on',
      }),
      act(world, 'decisions.resumeSilence', {
        decision,
        expiresAt: hour(world.clock + 2),
        announcedAs: 'on',
      }),
      act(world, 'decisions.withdrawSilence', { decision, reason: 'r' }),
      act(world, 'decisions.giveNotice', { decision }),
      act(world, 'decisions.confirmSilence', { decision, meeting: 'm2' }),
      act(world, 'decisions.afterBroken', { decision, next: 'reopenedWithAmendment' }),
    ]
  }

const bounds = { meeting: { depth: 7, states: 40_000 }, silence: { depth: 8, states: 60_000, hours: 5 } }
const exploreMeeting = (deciding: Deciding): Explored =>
  explore(start({ m1: 'open' }), meetingMoves(deciding), bounds.meeting)
const exploreSilence = (deciding: Deciding): Explored =>
  explore(
    start({ m1: 'open', m2: 'open' }),
    silenceMoves(deciding, bounds.silence.hours),
    bounds.silence,
    silenceLaws,
  )
const told = (name: string, found: Explored) =>
  console.log(
    `${name}: 3 members, depth ${found.depth}, ${found.states} states, ${found.moves} moves, ${found.complete ? 'all of them' : 'up to the bound'}; refusals seen: ${[...found.refusedBy].sort().join(' ')}`,
  )

describe('small worlds, explored', () => {
  test('[D-4, D-5, D-6, D-14, D-43] a meeting of three members and one text, every act', () => {
    const found = exploreMeeting(decideOn)
    told('meeting', found)
    expect(found.broken).toEqual([])
    expect([...found.refusedBy].sort()).toEqual(
      expect.arrayContaining([
        'D-2',
        'D-3',
        'D-4',
        'D-5',
        'D-6',
        'D-10',
        'D-11',
        'D-13',
        'D-14',
        'D-15',
        'D-16',
        'D-17',
        'D-18',
        'D-38',
        'D-39',
        'D-40',
        'D-45',
      ]),
    )
    expect(found.accepted.size).toBe(15)
  })
  test('[D-21, D-26, D-27, D-28, D-31, D-33, D-34] a silence of two hours, every act in every hour', () => {
    const found = exploreSilence(decideOn)
    told('silence', found)
    expect(found.broken).toEqual([])
    expect([...found.refusedBy].sort()).toEqual(
      expect.arrayContaining([
        'D-10',
        'D-15',
        'D-21',
        'D-26',
        'D-28',
        'D-29',
        'D-31',
        'D-32',
        'D-33',
        'D-35',
      ]),
    )
  })
})

type Mutation = (
  act: DecisionsAct,
  own: DecisionsState,
  world: Parameters<Deciding>[2],
) => Parameters<Deciding>

/** A decider that judges something else than what is there: as if a rule were gone. */
const mutant =
  (change: Mutation): Deciding =>
  (act, own, ground) => {
    const outcome = decideOn(...change(act, own, ground))
    return outcome.kind === 'refused'
      ? outcome
      : { ...outcome, events: outcome.events.map(event => ({ ...event, at: act.at })) }
  }

const eachDecision = (own: DecisionsState, how: (one: never) => object): DecisionsState => {
  const copy = JSON.parse(JSON.stringify(own)) as DecisionsState
  const walk = (node: { slots: readonly unknown[] }): void => {
    for (const slot of node.slots) {
      if (!Array.isArray(slot)) walk(slot as never)
      else for (let at = 1; at < slot.length; at += 2) slot[at] = { ...slot[at], ...how(slot[at] as never) }
    }
  }
  walk(copy.decisions.root)
  return copy
}

const withEntries = (
  own: DecisionsState,
  how: (entries: readonly SilenceEntry[]) => readonly SilenceEntry[],
) =>
  eachDecision(own, (one: never) => {
    const { course } = one as { course: { stage: string; silence?: { entries: readonly SilenceEntry[] } } }
    return course.silence === undefined
      ? {}
      : { course: { ...course, silence: { ...course.silence, entries: how(course.silence.entries) } } }
  })

describe('the exploration is tested: each rule taken out is found missing', () => {
  test('[D-5] adopted over an objection', () => {
    const deaf = mutant((act, own, ground) =>
      act.type === 'decisions.declareAdopted'
        ? [act, eachDecision(own, () => ({ objections: [] })), ground]
        : [act, own, ground],
    )
    expect(exploreMeeting(deaf).broken).toEqual([
      {
        law: 'never adopted over a maintained objection',
        way: ['put m1 1 T', 'object AAA', 'declareAdopted'],
      },
    ])
  })
  test('[D-6] adopted although the text moved', () => {
    const blind = mutant((act, own, ground) => {
      if (act.type !== 'decisions.declareAdopted') return [act, own, ground]
      const put = get(own.decisions, act.body.decision)?.subject
      const facts = ground.text('t' as never)!
      const as = put?.kind === 'text' ? { symbol: put.symbol, document: put.document } : {}
      return [act, own, { ...ground, text: () => ({ ...facts, ...as }) }]
    })
    expect(exploreMeeting(blind).broken[0]?.law).toBe('what is adopted is what was put')
  })
  test('[D-14] a second voice', () => {
    const double = mutant((act, own, ground) =>
      act.type === 'decisions.object'
        ? [act, eachDecision(own, () => ({ objections: [] })), ground]
        : [act, own, ground],
    )
    expect(exploreMeeting(double).broken[0]?.law).toBe('one delegation, one objection')
  })
  test('[D-26] broken at the instant of expiry', () => {
    const lenient = mutant((act, own, ground) =>
      act.type === 'decisions.breakSilence'
        ? [{ ...act, at: later(act.at, -1) }, own, ground]
        : [act, own, ground],
    )
    expect(exploreSilence(lenient).broken[0]?.law).toBe('nothing moves a silence at its expiry or later')
  })
  test('[D-31] resumed with less than was left', () => {
    const hasty = mutant((act, own, ground) =>
      act.type === 'decisions.resumeSilence'
        ? [
            act,
            withEntries(own, entries => {
              const expiry = entries.findLast(entry => 'expiresAt' in entry)
              return entries.map(entry =>
                entry.kind === 'suspended' && expiry !== undefined && 'expiresAt' in expiry
                  ? { ...entry, at: later(expiry.expiresAt, -1) }
                  : entry,
              )
            }),
            ground,
          ]
        : [act, own, ground],
    )
    expect(exploreSilence(hasty).broken[0]?.law).toBe('a kept silence has run its hours')
  })
  test('[D-21] opened over an objection in the meeting', () => {
    const deaf = mutant((act, own, ground) =>
      act.type === 'decisions.openSilence'
        ? [act, eachDecision(own, () => ({ objections: [] })), ground]
        : [act, own, ground],
    )
    expect(exploreSilence(deaf).broken[0]?.law).toBe('an objection in the meeting prevents it')
  })
  test('the ground of the small world is the one the rules ask', () => {
    const world = start({ m1: 'open' })
    expect(
      groundOn(world)
        .meeting('m1' as never, hour(0))
        ?.quorum().reached,
    ).toBe(true)
    expect(groundOn(world).meeting('m9' as never, hour(0))).toBeUndefined()
  })
})
