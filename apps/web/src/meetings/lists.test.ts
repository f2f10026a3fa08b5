import { describe, expect, it } from 'vitest'
import { byMonth, sceneOf } from './calendar.tsx'
import { byItem } from './journal-shapes.ts'
import { sorted } from './meetings-scene.tsx'
import type { Meeting } from './next-step.ts'
import { isMeant } from './presence-panel.tsx'

describe('finding a delegation by typing', () => {
  it('knows a name by how it or one of its words begins, and by its code', () => {
    const found = (typed: string) => isMeant(typed, 'Russian Federation', 'RUS')
    expect(['rus', ' Russ', 'fed', 'RUS', ''].map(found)).toEqual([true, true, true, true, true])
    expect(['ssian', 'kaz', 'eration'].map(found)).toEqual([false, false, false])
  })
})

describe('meetings by when they are', () => {
  const meeting = (id: string, status: Meeting['status'], opensAt: string): Meeting =>
    ({ id, status, opensAt }) as Meeting
  it('are under way, to come (soonest first), or over (latest first)', () => {
    const parts = sorted([
      meeting('a', 'closed', '2026-01'),
      meeting('b', 'convened', '2027-03'),
      meeting('c', 'adjourned', '2026-11'),
      meeting('d', 'convened', '2027-01'),
      meeting('e', 'closed', '2026-05'),
      meeting('f', 'open', '2026-12'),
      meeting('g', 'suspended', '2026-12'),
    ])
    const ids = (list: readonly Meeting[]) => list.map(({ id }) => id).join('')
    expect([ids(parts.now), ids(parts.next), ids(parts.past)]).toEqual(['cfg', 'db', 'ea'])
  })
})

describe('the calendar', () => {
  it('leads from an address of the API to its scene, where there is one', () => {
    expect(sceneOf('/api/meetings/m-1')).toBe('/meetings/m-1')
    expect(sceneOf('/api/meetings/m-1/journal')).toBe('/meetings/m-1/journal')
    expect(sceneOf('/api/decisions/d')).toBe('/decisions/d')
    expect(sceneOf('/api/bodies')).toBe('/organisation')
    expect(sceneOf('https://elsewhere.example/api/decisions/d')).toBeNull()
  })

  it('has each month once', () => {
    const event = (at: string) => ({ at }) as never
    expect(
      byMonth(['2026-11-30T10:00', '2026-12-01', '2026-12-02'].map(event)).map(([m, e]) => [m, e.length]),
    ).toEqual([
      ['2026-11', 1],
      ['2026-12', 2],
    ])
  })
})

describe('the steps of a journal', () => {
  it('stand under the item they happened under; what happened in between stays with the one before', () => {
    const step = (index: number, item: string | null) => ({ index, item, event: {} as never })
    const runs = byItem([
      step(1, null),
      step(2, '1'),
      step(3, null),
      step(4, '2'),
      step(5, '2'),
      step(6, '1'),
    ])
    expect(runs.map(({ item, steps }) => [item, steps.map(({ index }) => index)])).toEqual([
      [null, [1]],
      ['1', [2, 3]],
      ['2', [4, 5]],
      ['1', [6]],
    ])
  })
})
