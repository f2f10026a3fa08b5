import { instant, later } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { figureOf, minutesOf, type Speaking, speechClock } from './speech-clock.ts'

const since = instant('2026-11-24T10:00:00.000Z')
const speaking = (more: Partial<Speaking> = {}): Speaking =>
  ({
    request: 'r',
    item: '2',
    speaker: { kind: 'secretariat' },
    kind: 'statement',
    seconds: 300,
    since,
    usedMs: 0,
    runningSince: since,
    ...more,
  }) as Speaking
const after = (ms: number, more: Partial<Speaking> = {}) => speechClock(speaking(more), later(since, ms))

describe('the clock of a speech', () => {
  it('runs from the instant the floor was given to its limit, and past it', () => {
    expect(after(0)).toMatchObject({ usedMs: 0, leftMs: 300_000, tone: 'within', running: true, share: 0 })
    expect(after(150_000)).toMatchObject({ leftMs: 150_000, share: 0.5 })
    expect(after(269_999).tone).toBe('within')
    expect(after(270_000).tone).toBe('ending')
    expect(after(300_000).tone).toBe('ending')
    expect(after(300_001)).toMatchObject({ leftMs: -1, tone: 'over', share: 1 })
  })

  it('warns of a short limit in its last quarter', () => {
    expect(after(44_000, { seconds: 60 }).tone).toBe('within')
    expect(after(45_000, { seconds: 60 }).tone).toBe('ending')
  })

  it('stands still while a point of order stops it', () => {
    const stopped = after(90_000, { usedMs: 20_000, runningSince: null })
    expect(stopped).toMatchObject({ usedMs: 20_000, leftMs: 280_000, running: false })
  })

  it('goes on from what was used before', () => {
    const from = later(since, 60_000)
    expect(after(70_000, { usedMs: 20_000, runningSince: from }).usedMs).toBe(30_000)
  })

  it('counts up without a limit', () => {
    const free = after(61_500, { seconds: null })
    expect(free).toMatchObject({ leftMs: null, tone: 'free', share: 0 })
    expect(figureOf(free)).toBe('1:01')
  })

  it('shows a second that has begun in full, and what is over with its sign', () => {
    expect(figureOf(after(0))).toBe('5:00')
    expect(figureOf(after(1))).toBe('5:00')
    expect(figureOf(after(1_001))).toBe('4:59')
    expect(figureOf(after(299_999))).toBe('0:01')
    expect(figureOf(after(300_000))).toBe('0:00')
    expect(figureOf(after(312_400))).toBe('+0:12')
  })

  it('writes hours from one hour on, and never less than nothing', () => {
    expect(minutesOf(3_599_999)).toBe('59:59')
    expect(minutesOf(3_845_000)).toBe('1:04:05')
    expect(minutesOf(-5)).toBe('0:00')
  })
})
