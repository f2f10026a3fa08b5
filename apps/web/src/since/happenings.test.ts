import type { DomainEvent } from '@gavel/domain'
import { describe, expect, it } from 'vitest'
import type { ShownEntry } from '../live/stream.ts'
import { since } from '../words/en/since.ts'
import { grouped, happenings, kinds, pointKey } from './happenings.ts'
import { further } from './marks.ts'

const at = '2026-11-24T09:00:00.000Z'
let next = 0
const entry = (...events: object[]): ShownEntry => ({
  index: next++,
  events: events.map(event => ({ at, by: 'somebody', ...event })) as unknown as DomainEvent[],
})
const anna = { person: 'anna', member: 'AAA', maintains: new Set([pointKey('t', 'p', 'o')]) }
const objection = (target: object, member = 'BBB') => ({
  type: 'texts.standTaken',
  text: 't',
  paragraph: 'p',
  target,
  member,
  stand: 'objects',
})

describe('what somebody who comes back is told', () => {
  it('of proposals of others, and not of her own delegation’s, nor of what she did herself', () => {
    const proposal = { type: 'texts.changeProposed', text: 't', paragraph: 'p' }
    const told = happenings(
      [
        entry({ ...proposal, member: 'BBB' }),
        entry({ ...proposal, member: 'AAA' }),
        entry({ type: 'texts.bracketClosed', text: 't', paragraph: 'p', by: 'anna' }),
      ],
      anna,
    )
    expect(told).toMatchObject([
      { kind: 'proposal', what: 'wording', member: 'BBB', text: 't', paragraph: 'p' },
    ])
  })

  it('of objections to what her delegation maintains, and of no others', () => {
    const told = happenings(
      [
        entry(objection({ option: 'o' })),
        entry(objection({ option: 'other' })),
        entry(objection({})),
        entry(objection({ on: 'deletion' })),
        entry({ ...objection({ option: 'o' }), stand: 'reserves' }),
        entry(objection({ option: 'o' }, 'AAA')),
      ],
      anna,
    )
    expect(told.map(({ kind, member }) => [kind, member])).toEqual([['objection', 'BBB']])
  })

  it('of nothing that was closed to her', () => {
    expect(happenings([{ index: 0, leaf: 'abc' }], anna)).toEqual([])
  })

  it('without the name of who broke a silence where it is kept', () => {
    const [told] = happenings([entry({ type: 'decisions.silenceBroken', decision: 'd', member: '' })], anna)
    expect(told).toMatchObject({ kind: 'silence', what: 'broken', decision: 'd' })
    expect(told).not.toHaveProperty('member')
  })

  it('the latest first, by text, what is about no text last', () => {
    const all = happenings(
      [
        entry({ type: 'decisions.decisionAdopted', decision: 'd' }),
        entry({ type: 'texts.opened', text: 'a' }),
        entry(
          { type: 'texts.versionIssued', text: 'b' },
          { type: 'texts.advanced', text: 'b', paragraph: 'p' },
        ),
      ],
      anna,
    )
    const groups = grouped(all)
    expect(groups.map(({ text }) => text)).toEqual(['b', 'a', null])
    expect(groups[0]!.counts).toEqual([
      ['climbed', 1],
      ['version', 1],
    ])
    expect(groups.flatMap(group => group.all)).toHaveLength(4)
  })

  it('in words there are for everything told', () => {
    const types = [
      [
        'texts.',
        [
          'opened',
          'adopted',
          'changeProposed',
          'alternativeProposed',
          'paragraphProposed',
          'deletionProposed',
          'moveProposed',
          'lapsed',
          'bracketClosed',
          'alternativesClosed',
          'deletionSettled',
          'moveSettled',
          'paragraphSettled',
          'chairsTextAccepted',
          'chairsTextOffered',
          'advanced',
          'reopeningAsked',
          'reopened',
          'versionIssued',
          'instructed',
          'commented',
        ],
      ],
      [
        'decisions.',
        [
          'silenceOpened',
          'silenceProposed',
          'silenceExtended',
          'silenceBroken',
          'silenceSuspended',
          'silenceResumed',
          'silenceWithdrawn',
          'noticeGiven',
          'decisionPut',
          'objectionRaised',
          'decisionAdopted',
          'consensusNotReached',
          'decisionPublished',
          'statementAttached',
        ],
      ],
      ['meetings.', ['convened', 'opened', 'calledOff', 'closed', 'journalCirculated']],
    ] as const
    const events = types.flatMap(([chapter, names]) =>
      names.map(name => entry({ type: `${chapter}${name}` })),
    )
    const told = happenings(events, anna)
    expect(told).toHaveLength(events.length)
    for (const { kind, what } of told) expect(since).toHaveProperty([`since.${kind}.${what}`])
    for (const kind of kinds) expect(since).toHaveProperty([`since.count.${kind}`])
  })
})

describe('two marks', () => {
  it('are one: the further in each part', () => {
    expect(further({ index: 3, revision: 9 }, { index: 5, revision: 2 })).toEqual({ index: 5, revision: 9 })
    expect(further(null, { index: 5, revision: 2 })).toEqual({ index: 5, revision: 2 })
    expect(further(null, null)).toBeNull()
  })
})
