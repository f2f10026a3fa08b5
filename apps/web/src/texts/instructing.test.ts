import { texts } from '@gavel/domain'
import { put, tableOf } from '@gavel/kernel'
import { describe, expect, it } from 'vitest'
import { instructIntent, instructingOf, isBlank } from './instructing.ts'

const ids = ['AAA', 't', 'p'] as unknown as readonly [never, never, never]
const blank = { redLine: '', preferred: '', fallback: '', note: '' }

describe('instructions on the screen', () => {
  it('are blank where none were given, and never another delegation’s', () => {
    const own = tableOf([
      [texts.instructionKey('t', 'p'), { redLine: 'Theirs', at: '2026-11-24T09:00:00.000Z' }],
    ])
    const state = { ...texts.initial, instructions: put(texts.initial.instructions, 'BBB', own as never) }
    expect(instructingOf(state, ...ids)).toEqual(blank)
    expect(isBlank(instructingOf(state, ...ids))).toBe(true)
  })

  it('are sent without their blank parts, so that a part that was emptied is gone', () => {
    const { body } = instructIntent(...ids, { ...blank, redLine: ' not one word ', note: '   ' })
    expect(body).toEqual({ text: 't', paragraph: 'p', member: 'AAA', redLine: 'not one word' })
  })
})
