import { lawWithRooms, type RoomLaw, roomState } from '@gavel/application'
import { type Act, type DomainState, isAmong, texts } from '@gavel/domain'
import { get, type Instant } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import {
  type Actor,
  assembly,
  at,
  chair,
  delegate,
  facilitator,
  observer,
  secretariat,
} from '../../../../packages/domain/src/testing/index.ts'
import type { BodyOf, ForesightActType } from '../shapes.ts'
import { law } from './index.ts'
import { pointsOf } from './points.ts'
import { releasesOn, soundingsOn, toldOn } from './state.ts'

const house = lawWithRooms([law as unknown as RoomLaw])
let count = 0
const raw = (actor: Actor, type: string, body: object, when: Instant = at('10:00')): Act =>
  ({ id: `f${++count}`, type, by: actor.person, as: actor.as, at: when, body }) as unknown as Act
const does = <T extends ForesightActType>(
  actor: Actor,
  type: T,
  body: Partial<BodyOf<T>> | object,
  when?: Instant,
) => raw(actor, type, body, when)
const applied = (state: DomainState, act: Act): DomainState => {
  const outcome = act.as.kind === 'system' ? house.decideAsSystem(act, state) : house.decide(act, state)
  if (outcome.kind === 'refused')
    throw new Error(`given: ${act.type} by ${act.by}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.events.reduce(house.evolve, state)
}
const text = { text: 't1' }
const start = [
  ...assembly('AAA', 'BBB', 'CCC'),
  raw(secretariat(), 'texts.introduce', {
    ...text,
    title: 'Draft',
    body: 'soc',
    audience: { kind: 'members' },
    language: 'en',
    kind: 'draft',
  }),
  raw(secretariat(), 'texts.lay', {
    ...text,
    paragraphs: [
      {
        id: 'p1',
        number: '1',
        level: 0,
        kind: 'operative',
        content: [{ kind: 'words', text: 'The members shall meet.' }],
      },
    ],
  }),
  raw(secretariat(), 'texts.open', text),
  raw(delegate('AAA'), 'texts.propose', {
    ...text,
    paragraph: 'p1',
    base: 1,
    change: { at: 12, length: 5, wording: 'should' },
    bracket: 'b1',
    option: 'o1',
    retained: 'r1',
    onStale: 'alternative',
  }),
].reduce(applied, house.initial)

const refusedBy = (state: DomainState, act: Act): string | null => {
  const outcome = house.decide(act, state)
  return outcome.kind === 'refused' ? outcome.refusal.rule : null
}
const own = (state: DomainState) => roomState(state, law)
const both = [
  { option: 'o1', can: 'canAccept' },
  { option: 'r1', can: 'cannot' },
]
const tells = (points: object, who = 'AAA') =>
  does(delegate(who), 'foresight.tell', { ...text, member: who, points })
const releases = (choices: object, more: object = {}) =>
  does(chair(), 'foresight.release', { release: 'k1', ...text, title: 'A way out', choices, ...more })
const taken = [{ point: 'b1', option: 'o1' }]
const sounds = (more: object = {}, who: Actor = chair()) =>
  does(who, 'foresight.sound', { ...text, sounded: 'BBB', says: 'canLiveWith', ...more })

describe('the room of foresight', () => {
  test('the scene has one point with two options', () => {
    const [point, ...more] = pointsOf(texts.textOf(start.texts, 't1' as never)!)
    expect([point?.point, point?.options.map(({ option }) => option).sort(), more]).toEqual([
      'b1',
      ['o1', 'r1'],
      [],
    ])
  })

  test('[F-1] what is not there, and what the author may not read, are answered alike', () => {
    expect(refusedBy(start, sounds({ text: 't9' }))).toBe('F-1')
    const kept = applied(
      start,
      raw(delegate('AAA'), 'texts.introduce', {
        text: 't2',
        title: 'Of our own',
        body: 'soc',
        audience: { kind: 'delegation', member: 'AAA' },
        language: 'en',
        kind: 'draft',
      }),
    )
    expect(refusedBy(kept, sounds({ text: 't2' }))).toBe('F-1')
    expect(
      refusedBy(kept, does(delegate('BBB'), 'foresight.tell', { text: 't2', member: 'BBB', points: [] })),
    ).toBe('F-1')
    expect(
      refusedBy(kept, does(delegate('AAA'), 'foresight.tell', { text: 't2', member: 'AAA', points: [] })),
    ).toBe('F-3')
  })

  test('[F-2] who mediates on the text notes soundings, and nobody else', () => {
    expect(refusedBy(start, sounds())).toBeNull()
    expect(refusedBy(start, sounds({}, delegate('AAA')))).toBe('I-2')
    expect(refusedBy(start, sounds({}, secretariat()))).toBe('I-2')
    expect(refusedBy(start, sounds({}, chair('swg')))).toBe('F-2')
    expect(
      refusedBy(
        start,
        does(chair('swg'), 'foresight.release', { release: 'k1', ...text, title: 'T', choices: taken }),
      ),
    ).toBe('F-2')
  })

  test('[F-3] of a text that is open, and of delegations that sit in its body', () => {
    expect(refusedBy(start, sounds({ sounded: 'ZZZ' }))).toBe('F-3')
    expect(own(applied(start, sounds())).soundings).not.toEqual(own(start).soundings)
  })

  test('[F-4] points and options are open ones, each once', () => {
    expect(refusedBy(start, tells([{ point: 'b1', matters: 5, options: both }]))).toBeNull()
    expect(refusedBy(start, tells([{ point: 'b9', matters: 5, options: both }]))).toBe('F-4')
    const one = { point: 'b1', matters: 5, options: both }
    expect(refusedBy(start, tells([one, one]))).toBe('F-4')
    expect(refusedBy(start, tells([{ ...one, options: [both[0], both[0]] }]))).toBe('F-4')
    expect(refusedBy(start, tells([{ ...one, options: [{ option: 'o9', can: 'cannot' }] }]))).toBe('F-4')
    expect(
      refusedBy(start, does(delegate('AAA'), 'foresight.tell', { ...text, member: 'BBB', points: [] })),
    ).toBe('I-8')
  })

  test('[F-4] what a delegation tells is read by itself and by those who mediate', () => {
    const act = tells([{ point: 'b1', matters: 5, options: both }])
    const state = applied(start, act)
    const audience = house.audienceOf(act, state)
    const reads = (who: Actor): boolean => isAmong(audience, who.as, state, at('11:00'))
    expect(
      [chair(), delegate('AAA'), delegate('BBB'), secretariat(), chair('swg'), observer('OOO')].map(reads),
    ).toEqual([true, true, false, false, false, false])
    const noted = house.audienceOf(sounds(), state)
    expect(
      [chair(), facilitator('t1'), facilitator('t2'), delegate('BBB'), secretariat()].map(({ as }) =>
        isAmong(noted, as, state, at('11:00')),
      ),
    ).toEqual([true, true, false, false, false])
  })

  test('[F-5] what is told anew stands in the place of what was told before', () => {
    const once = applied(start, tells([{ point: 'b1', matters: 5, options: both }]))
    const again = applied(once, tells([]))
    expect(get(toldOn(own(once), 't1'), 'AAA')?.points).toHaveLength(1)
    expect(get(toldOn(own(again), 't1'), 'AAA')?.points).toEqual([])
  })

  test('[F-6] a package takes one open option on each of its points', () => {
    expect(refusedBy(start, releases(taken))).toBeNull()
    expect(refusedBy(start, releases([...taken, ...taken]))).toBe('F-6')
    expect(refusedBy(start, releases([{ point: 'b1', option: 'o9' }]))).toBe('F-6')
    expect(refusedBy(start, releases(taken, { title: 'A \u202e way' }))).toBe('I-12')
    const act = releases(taken)
    expect(house.audienceOf(act, applied(start, act))).toEqual({ kind: 'members' })
  })

  test('[F-7] a package changes no word; its id is taken once, and it is withdrawn once', () => {
    const out = applied(start, releases(taken))
    expect(out.texts).toEqual(start.texts)
    expect(refusedBy(out, releases(taken, { words: 'Again.' }))).toBe('F-7')
    const withdraw = does(chair(), 'foresight.withdrawRelease', {
      release: 'k1',
      ...text,
      reason: 'Overtaken.',
    })
    expect(refusedBy(start, withdraw)).toBe('F-7')
    const back = applied(out, withdraw)
    expect(releasesOn(own(back), 't1')[0]?.withdrawn?.reason).toBe('Overtaken.')
    expect(
      refusedBy(
        back,
        does(chair(), 'foresight.withdrawRelease', { release: 'k1', ...text, reason: 'Twice.' }),
      ),
    ).toBe('F-7')
  })

  test('[F-8] forecasts are for those who mediate until the secretariat opens them', () => {
    expect(own(start).readers).toBe('mediators')
    const opens = (who: Actor) =>
      does(who, 'foresight.setReaders', { readers: 'members', source: 'decision 7' })
    expect(refusedBy(start, opens(chair()))).toBe('I-2')
    expect(own(applied(start, opens(secretariat()))).readers).toBe('members')
  })

  test('soundings are kept in their order', () => {
    const state = [sounds(), sounds({ says: 'objects', part: 'p1' })].reduce(applied, start)
    expect(soundingsOn(own(state), 't1').map(({ says }) => says)).toEqual(['canLiveWith', 'objects'])
  })
})
