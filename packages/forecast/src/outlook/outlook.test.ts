import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sigmoid } from '../fit/logistic.ts'
import { seeded } from '../fit/random.ts'
import {
  type Chance,
  type Matter,
  type OutlookEvidence,
  type Precedent,
  type Said,
  sayings,
} from './matters.ts'
import { outlookOf } from './outlook.ts'
import { outlookSettings } from './settings.ts'

const members = Array.from({ length: 28 }, (_, m) => `M${m}`)
const topics = [
  'counter-terrorism training',
  'water and energy',
  'customs data exchange',
  'youth forum',
  'disaster relief',
]
const matter = (id: string, title: string): Matter => ({ id, title, tags: [] })

/** A body of which M0 objects to everything about water, M1 to a fifth of everything, the others hardly ever. */
const record = (years = 6): readonly Precedent[] => {
  const random = seeded(11)
  return Array.from({ length: years }, (_, year) =>
    topics.map((title, t) => ({
      matter: matter(`${year}/${t}`, title),
      at: `${2020 + year}-10-0${t + 1}T10:00:00Z`,
      tookPart: members,
      objected: members.filter((_, m) => {
        const u = random()
        return (m === 0 && t === 1) || (m === 1 && u < 0.2) || u < 0.004
      }),
    })),
  ).flat()
}
const now = '2026-11-24T09:00:00Z'
const evidence = (change: Partial<OutlookEvidence> = {}): OutlookEvidence => ({
  members,
  precedents: record(),
  said: [],
  ...change,
})
const said = (member: string, says: Said['says'], change: Partial<Said> = {}): Said => ({
  kind: 'sounding',
  member,
  matter: 'now',
  says,
  at: '2026-11-20T09:00:00Z',
  ...change,
})
const number = (chance: Chance): number => {
  if (!chance.known) throw new Error(`not known: ${chance.why}`)
  return chance.chance
}
const water = matter('now', 'Water and energy')
const one = (given: OutlookEvidence, item = water, at = now) => outlookOf(given, [item], at)[0]!
const of = (given: OutlookEvidence, member: string, item = water) =>
  one(given, item).members.find(each => each.member === member)!

describe('outlook', () => {
  test('who always objected to such a thing is expected to again, and the record that says so is named with its age', () => {
    const { objects, grounds, ageDays } = of(evidence(), 'M0')
    expect(number(objects)).toBeGreaterThan(0.7)
    expect(grounds[0]).toMatchObject({ kind: 'decision', matter: '5/1', what: 'objected', nearness: 1 })
    expect(ageDays).toBeCloseTo(418, 0)
    expect(number(of(evidence(), 'M5').objects)).toBeLessThan(0.1)
    expect(number(of(evidence(), 'M0', matter('now', 'Youth forum')).objects)).toBeLessThan(0.5)
  })
  test('somebody objects with a chance at least as high as anybody’s, inside its interval', () => {
    const { somebody, members: each } = one(evidence())
    expect(number(somebody)).toBeGreaterThanOrEqual(Math.max(...each.map(m => number(m.objects))))
    if (somebody.known) {
      expect(somebody.low).toBeLessThanOrEqual(somebody.chance)
      expect(somebody.high).toBeGreaterThanOrEqual(somebody.chance)
    }
  })
  test('nothing like it, or too few decisions: we do not know; when half of the members were heard, we do', () => {
    const strange = matter('now', 'Asteroids')
    expect(one(evidence(), strange).somebody).toMatchObject({
      known: false,
      why: ['unlikePrecedents', 'wide'],
    })
    expect(of(evidence(), 'M9', strange).objects).toEqual({ known: false, why: ['unlikePrecedents'] })
    expect(one(evidence({ precedents: record().slice(0, 3) })).somebody).toMatchObject({
      known: false,
      why: expect.arrayContaining(['fewPrecedents']),
    })
    const heard = members.slice(0, 26).map(member => said(member, 'backs'))
    expect(one(evidence({ said: heard }), strange).somebody.known).toBe(true)
    expect(of(evidence({ said: [said('M3', 'backs')] }), 'M3', strange).objects.known).toBe(true)
    expect(of(evidence({ said: [said('M3', 'backs')] }), 'M4', strange).objects.known).toBe(false)
  })
  test('the further a member goes in what it says, the likelier its objection; in confidence more than in public', () => {
    const chances = sayings.map(says => number(of(evidence({ said: [said('M7', says)] }), 'M7').objects))
    for (const [k, each] of chances.slice(1).entries()) expect(each).toBeGreaterThan(chances[k]!)
    const stand = number(of(evidence({ said: [said('M7', 'objects', { kind: 'stand' })] }), 'M7').objects)
    expect(stand).toBeLessThan(chances.at(-1)!)
    expect(stand).toBeGreaterThan(number(of(evidence(), 'M7').objects))
  })
  test('what is old weighs less, what was said later replaces it, what lies after now is not looked at', () => {
    const at = (when: string, says: Said['says'] = 'objects') =>
      number(of(evidence({ said: [said('M7', says, { at: when })] }), 'M7').objects)
    expect(at('2023-11-20T09:00:00Z')).toBeLessThan(at('2026-11-20T09:00:00Z'))
    expect(at('2027-01-01T00:00:00Z')).toBe(number(of(evidence(), 'M7').objects))
    const both = [said('M7', 'objects', { at: '2026-11-01T09:00:00Z' }), said('M7', 'backs')]
    expect(number(of(evidence({ said: both }), 'M7').objects)).toBe(at('2026-11-20T09:00:00Z', 'backs'))
  })
  test('the same said of ten brackets is one piece of evidence', () => {
    const brackets = Array.from({ length: 10 }, (_, k) => said('M7', 'objects', { part: `p${k}` }))
    const once = number(of(evidence({ said: brackets.slice(0, 1) }), 'M7').objects)
    expect(number(of(evidence({ said: brackets }), 'M7').objects)).toBeCloseTo(once, 12)
  })
  test('hearing some moves the others, because an item is sharper or milder for all', () => {
    const sharp = members.slice(2, 8).map(member => said(member, 'objects'))
    const mild = members.slice(2, 8).map(member => said(member, 'backs'))
    expect(number(of(evidence({ said: sharp }), 'M20').objects)).toBeGreaterThan(
      2 * number(of(evidence({ said: mild }), 'M20').objects),
    )
  })
  test('the member nobody can guess is the one worth sounding, and once sounded it is worth less', () => {
    const item = matter('now', 'Youth forum')
    const worth = (given: OutlookEvidence, member: string): number => of(given, member, item).sounding.own
    expect(worth(evidence(), 'M1')).toBeGreaterThan(5 * worth(evidence(), 'M9'))
    expect(worth(evidence({ said: [said('M1', 'backs')] }), 'M1')).toBeLessThan(worth(evidence(), 'M1'))
  })
  test('what sayings mean is learned from the record: where objecting stands are never followed up they say less', () => {
    const bluff = record().flatMap(({ matter: { id }, at }) =>
      members
        .slice(2)
        .map(member => said(member, 'objects', { kind: 'stand', matter: id, at: `${at.slice(0, 4)}-09-01` })),
    )
    const fresh = said('M7', 'objects', { kind: 'stand' })
    expect(number(of(evidence({ said: [...bluff, fresh] }), 'M7').objects)).toBeLessThan(
      number(of(evidence({ said: [fresh] }), 'M7').objects) / 2,
    )
  })
  test('in invented bodies nine in ten of the true chances lie in the intervals, about', () => {
    let [inside, all] = [0, 0]
    for (let world = 0; world < 6; world++) {
      const random = seeded(100 + world)
      const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
      const habit = members.map(() => normal())
      const truth = topics.map(() => {
        const item = normal()
        return members.map((_, m) => sigmoid(-2.5 + habit[m]! + item + 1.2 * normal()))
      })
      const precedents = Array.from({ length: 5 }, (_, year) =>
        topics.map((title, t) => ({
          matter: matter(`${year}/${t}`, title),
          at: `${2021 + year}-11-0${t + 1}`,
          tookPart: members,
          objected: members.filter((_, m) => random() < truth[t]![m]!),
        })),
      ).flat()
      const items = topics.map((title, t) => matter(`now/${t}`, title))
      for (const [t, item] of outlookOf(evidence({ precedents }), items, now, {
        ...outlookSettings,
        widest: 1,
      }).entries())
        for (const [m, { objects }] of item.members.entries()) {
          if (!objects.known) continue
          all++
          if (truth[t]![m]! >= objects.low && truth[t]![m]! <= objects.high) inside++
        }
    }
    expect(all).toBeGreaterThan(800)
    expect(inside / all).toBeGreaterThan(0.85)
    expect(inside / all).toBeLessThan(0.99)
  })
  test('whatever is said, chances are chances, and the order in which it is told does not matter', () => {
    const anything = fc.array(
      fc.record({
        kind: fc.constantFrom('stand' as const, 'sounding' as const),
        member: fc.constantFrom(...members.slice(0, 6), 'a stranger'),
        matter: fc.constantFrom('now', '3/1', 'nowhere'),
        part: fc.constantFrom('a', 'b'),
        says: fc.constantFrom(...sayings),
        at: fc.integer({ min: 10, max: 28 }).map(day => `2026-11-${day}T09:00:00Z`),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(anything, heard => {
        const unique = [
          ...new Map(heard.map(s => [`${s.kind} ${s.member} ${s.matter} ${s.part} ${s.at}`, s])).values(),
        ]
        const found = one(evidence({ said: unique }))
        const other = one(evidence({ said: unique.toReversed() }))
        for (const [k, { objects, sounding }] of found.members.entries()) {
          const again = other.members[k]!.objects
          expect(objects.known).toBe(again.known)
          if (!objects.known || !again.known) continue
          expect(objects.chance).toBeCloseTo(again.chance, 9)
          expect(objects.low).toBeGreaterThanOrEqual(0)
          expect(objects.high).toBeLessThanOrEqual(1)
          expect(sounding.event).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 25 },
    )
  })
  test('what cannot be read is refused with where and why', () => {
    expect(() => one(evidence({ members: [] }))).toThrow('no member')
    expect(() => one(evidence(), water, 'today')).toThrow('now: "today"')
    expect(() => one(evidence({ said: [said('M1', 'backs', { at: 'soon' })] }))).toThrow(
      'said by M1 of now: "soon"',
    )
  })
})
