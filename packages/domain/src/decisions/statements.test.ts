import { describe, expect, test } from 'vitest'
import { act, after, at, delegate, given, rule, secretariat } from '../testing/index.ts'
import type { StatementKind } from './acts.ts'
import { groundOf } from './ground.ts'
import { statementsCloseAt } from './statements.ts'
import { adopts, breaks, decisionIn, expiry, objects, opens, puts, room } from './testing/scene.ts'
import { registerRows } from './views.ts'

const attaches = (
  member: string,
  kind: StatementKind = 'interpretativeStatement',
  { statement = 's1', when = at('10:15'), paragraph = '', wording = 'We read it so.' } = {},
) =>
  act(
    delegate(member),
    'decisions.attachStatement',
    { decision: 'd1', statement, member, kind, wording, ...(paragraph === '' ? {} : { paragraph }) },
    when,
  )
const dissociates = (member: string, when = at('10:15'), paragraph = 't1-2') =>
  attaches(member, 'dissociation', { paragraph, when })
const takesBack = (member: string, statement = 's1', when = at('10:16')) =>
  act(delegate(member), 'decisions.withdrawStatement', { decision: 'd1', statement, member }, when)
const publishes = (when = at('12:00')) => act(secretariat(), 'decisions.publish', { decision: 'd1' }, when)

describe('when a statement may be attached', () => {
  test('[D-38] from the put until the publication', () => {
    for (const kind of ['reservation', 'interpretativeStatement', 'explanationOfPosition'] as const)
      given(room, puts()).when(attaches('BBB', kind)).accepted()
    given(room, puts(), adopts())
      .when(attaches('BBB', 'reservation', { when: at('11:59') }))
      .accepted()
    given(room, puts(), adopts(), publishes())
      .when(attaches('BBB', 'reservation', { when: at('12:01') }))
      .refused('D-38', { closedAt: at('12:00') })
  })
  test('[D-38] for so many days after adoption, where the rules name days', () => {
    const facts = [room, rule('statement.daysAfterAdoption', 7), puts(), adopts(), publishes()]
    given(...facts)
      .when(attaches('BBB', 'reservation', { when: at('2026-11-30 10:19:59.999') }))
      .accepted()
    given(...facts)
      .when(attaches('BBB', 'reservation', { when: at('2026-11-30 10:20') }))
      .refused('D-38')
    expect(statementsCloseAt(decisionIn(after(...facts)), groundOf(after(...facts)), at('12:00'))).toBe(
      at('2026-11-30 10:20'),
    )
  })
  test('[D-38] while a silence runs and after it was kept, never to what was not adopted', () => {
    given(room, opens())
      .when(attaches('DDD', 'reservation', { when: at('2026-12-01 12:00') }))
      .accepted()
    given(room, opens())
      .when(attaches('DDD', 'reservation', { when: expiry }))
      .accepted()
    given(room, opens(), breaks('BBB', at('2026-12-06 12:00')))
      .when(attaches('DDD', 'reservation', { when: at('2026-12-06 12:01') }))
      .refused('D-38')
  })
})

describe('whose it is', () => {
  test('[D-12] a member’s of the body', () => {
    const narrow = [rule('body.composition', ['AAA', 'BBB'], at('09:30'), 'soc'), rule('quorum.decides', '0')]
    given(room, ...narrow, puts())
      .when(attaches('DDD'))
      .refused('D-12')
  })
  test('[D-40] under a name of its own, with words', () => {
    given(room, puts(), attaches('BBB')).when(attaches('CCC')).refused('D-40')
    given(room, puts())
      .when(attaches('CCC', 'reservation', { wording: ' ' }))
      .refused('D-40')
    given(room, puts(), attaches('BBB'))
      .when(attaches('CCC', 'reservation', { statement: 's2' }))
      .accepted()
  })
  test('[D-40] withdrawn by the delegation alone, and still to be seen', () => {
    const facts = [room, puts(), attaches('BBB')]
    given(...facts)
      .when(takesBack('CCC'))
      .refused('D-40', { statement: 's1', of: 'BBB', withdrawnAt: null })
    given(...facts)
      .when(takesBack('BBB', 's9'))
      .refused('D-40')
    given(...facts, takesBack('BBB'))
      .when(takesBack('BBB'))
      .refused('D-40')
    const state = given(...facts, adopts(), publishes())
      .when(takesBack('BBB', 's1', at('2027-01-01 09:00')))
      .accepted()
    expect(decisionIn(state).statements).toMatchObject([{ id: 's1', withdrawnAt: at('2027-01-01 09:00') }])
    expect(registerRows(state.decisions, at('2027-01-02 09:00'))[0]?.statements).toEqual([])
  })
})

describe('a dissociation', () => {
  test('[D-39] names a paragraph of the decision', () => {
    given(room, puts()).when(dissociates('BBB')).accepted()
    given(room, puts())
      .when(attaches('BBB', 'dissociation'))
      .refused('D-39', { paragraph: null, objecting: false })
    given(room, puts())
      .when(dissociates('BBB', at('10:15'), 't1-9'))
      .refused('D-39')
  })
  test('[D-39] joins the consensus: no objection beside it', () => {
    given(room, puts(), objects('BBB')).when(dissociates('BBB')).refused('D-39', {
      paragraph: 't1-2',
      objecting: true,
    })
    given(room, puts(), dissociates('BBB', at('10:01')))
      .when(objects('BBB'))
      .refused('D-39', {
        member: 'BBB',
        statement: 's1',
      })
    given(room, puts(), dissociates('BBB', at('10:01')))
      .when(adopts())
      .accepted()
    const under = [room, opens(), dissociates('BBB', at('2026-12-01 12:00'))]
    given(...under)
      .when(breaks('BBB', at('2026-12-02 12:00')))
      .refused('D-39')
    given(...under, takesBack('BBB', 's1', at('2026-12-01 13:00')))
      .when(breaks('BBB', at('2026-12-02 12:00')))
      .accepted()
  })
})

describe('shown and published', () => {
  test('[D-42] with the decision', () => {
    const facts = [room, puts(), attaches('BBB'), dissociates('CCC', at('10:16'), 't1-1')]
    const twice = attaches('CCC', 'explanationOfPosition', { statement: 's2' })
    given(...facts.slice(0, 3), twice, takesBack('CCC', 's2'), adopts())
      .when(publishes())
      .then({
        type: 'decisions.decisionPublished',
        at: at('12:00'),
        by: 'registry',
        decision: 'd1',
        statements: ['s1'],
      })
    const state = given(...facts.slice(0, 3), twice, adopts())
      .when(publishes())
      .accepted()
    expect(registerRows(state.decisions, at('12:01'))).toMatchObject([
      { number: 'ORG/SOC/DEC/2026/1', publishedAt: at('12:00'), statements: [{ id: 's1' }, { id: 's2' }] },
    ])
  })
})
