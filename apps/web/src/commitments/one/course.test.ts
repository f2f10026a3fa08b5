import type { commitments as chapter } from '@gavel/domain'
import { describe, expect, it } from 'vitest'
import { assessorOf, byAssessor, courseOf } from './course.ts'

const at = (day: string) => `${day}T10:00:00.000Z`
const finding = (as: object, on: string, more: object = {}) =>
  ({ finds: 'limited', words: on, on, at: at(on), as, ...more }) as unknown as chapter.Finding

describe('what happened to a commitment', () => {
  it('is told the latest first, with everything that was said of it', () => {
    const one = {
      at: at('2026-01-01'),
      owners: [
        { member: 'KAZ', since: at('2026-01-01') },
        { member: 'UZB', since: at('2026-02-01'), until: at('2026-03-01') },
      ],
      before: [{ until: at('2026-04-01'), reason: 'more money' }],
      reports: [{ id: 'r', at: at('2026-05-01') }],
      evidence: [{ at: at('2026-06-01') }],
      findings: [finding({ kind: 'secretariat' }, '2026-07-01')],
      ended: { kind: 'withdrawn', at: at('2026-08-01'), reason: 'budget' },
    } as unknown as chapter.Commitment
    expect(courseOf(one).map(({ kind }) => kind)).toEqual([
      'withdrawn',
      'assessed',
      'evidence',
      'reported',
      'changed',
      'left',
      'joined',
      'undertaken',
    ])
  })

  it('[C-29] shows findings by who found them, none in the place of another', () => {
    const own = finding({ kind: 'coordinator', area: 'MP-1' }, '2026-01-01')
    const later = finding({ kind: 'coordinator', area: 'MP-1' }, '2026-02-01')
    const recorded = finding({ kind: 'secretariat' }, '2026-01-15', { assessor: 'An institute' })
    expect(byAssessor([own, recorded, later]).map(([who, all]) => [who, all.map(({ on }) => on)])).toEqual([
      ['coordinator:MP-1', ['2026-02-01', '2026-01-01']],
      ['An institute', ['2026-01-15']],
    ])
    expect(assessorOf(finding({ kind: 'observer', observer: 'OBS' }, '2026-01-01'))).toBe('OBS')
  })
})
