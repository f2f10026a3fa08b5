import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../testing/index.ts'
import {
  act,
  after,
  at,
  chair,
  coordinator,
  delegate,
  given,
  observer,
  secretariat,
  system,
} from '../testing/index.ts'
import { reactionsTo } from './index.ts'
import { ground, now, on, today } from './testing/scene.ts'

const opens = (more: object = {}, by = secretariat()) =>
  act(
    by,
    'commitments.openCatalogue',
    { catalogue: '2004', title: { en: 'Catalogue of 2004' }, adopted: '2004-10-22', source: 's', ...more },
    now,
  )
const records = (more: object = {}) =>
  act(
    secretariat(),
    'commitments.recordMeasure',
    { catalogue: '2021', measure: 'm2', area: 'mil', name: { en: 'Visits' }, source: 's', ...more },
    now,
  )
const agrees = (member = 'AAA', more: object = {}, by: Actor = delegate(member)) =>
  act(
    by,
    'commitments.agreeToMeasure',
    { catalogue: '2021', measure: 'm1', member, from: today, ...more },
    now,
  )
const leaves = (member = 'AAA', more: object = {}, by: Actor = delegate(member), when = now) =>
  act(
    by,
    'commitments.leaveMeasure',
    { catalogue: '2021', measure: 'm1', member, until: today, reason: 'budget', ...more },
    when,
  )
const appoints = (more: object = {}, by: Actor = chair()) =>
  act(
    by,
    'commitments.appointCoordinator',
    { area: 'mil', office: 'coordinator', holder: 'BBB', from: '2027-01-01', decision: 'd1', ...more },
    now,
  )
const lays = (more: object = {}, by: Actor = coordinator('mil')) =>
  act(
    by,
    'commitments.recordPaper',
    { paper: 'cp', area: 'mil', kind: 'conceptPaper', text: 't2', ...more },
    now,
  )

describe('editions of the catalogue', () => {
  test('[C-1] a second edition stands beside the first and changes nothing in it', () => {
    const state = given(ground).when(opens()).accepted()
    expect(state.commitments.catalogueOrder).toEqual(['2021', '2004'])
    expect(get(state.commitments.catalogues, '2021')).toEqual(
      get(after(...ground).commitments.catalogues, '2021'),
    )
  })
  test('[C-1] opened once, with a source, by a decision that was adopted', () => {
    given(ground)
      .when(opens({ decision: 'd1' }))
      .accepted()
    given(ground, opens())
      .when(opens())
      .refused('C-1', { catalogue: '2004', opened: true, source: 's', decision: null })
    given(ground)
      .when(opens({ source: ' ' }))
      .refused('C-1', { catalogue: '2004', opened: false, source: ' ', decision: null })
    given(ground)
      .when(opens({ decision: 'd9' }))
      .refused('D-10', { decision: 'd9', found: false })
  })
  test('[C-1] a date there is not, an id that is none, a blank name', () => {
    for (const adopted of ['2026-02-30', '2026-13', 'spring'])
      given(ground).when(opens({ adopted })).refused('I-13', { from: adopted, until: null })
    given(ground)
      .when(opens({ adopted: null }))
      .accepted()
    given(ground)
      .when(opens({ catalogue: 'a b' }))
      .refused('I-12')
    given(ground)
      .when(opens({ title: { en: ' ' } }))
      .refused('I-12', { field: 'title.en', fault: 'blank' })
  })
  test('[C-1] no delegate opens one', () =>
    given(ground)
      .when(opens({}, delegate('AAA')))
      .refused('I-2'))
})

describe('measures', () => {
  test('[C-2] stand in one edition, under an area, with an id of their own', () => {
    const facts = { catalogue: '2021', measure: 'm2', found: true, taken: false, area: 'mil' }
    given(ground).when(records()).accepted()
    given(ground, opens())
      .when(records({ catalogue: '2004', measure: 'm1' }))
      .accepted()
    given(ground)
      .when(records({ measure: 'm1' }))
      .refused('C-2', { ...facts, measure: 'm1', taken: true })
    given(ground)
      .when(records({ catalogue: '1999' }))
      .refused('C-2', { ...facts, catalogue: '1999', found: false })
    given(ground)
      .when(records({ area: 'nowhere' }))
      .refused('C-2', { ...facts, area: 'nowhere' })
    given(ground)
      .when(records({ source: '' }))
      .refused('C-2', facts)
    given(ground)
      .when(records({ number: '1\n2' }))
      .refused('I-12', { field: 'number', fault: 'hidden character' })
  })
  test('[C-3] a member agrees for itself, leaves, and may agree again', () => {
    const after = [ground, agrees(), leaves()]
    given(...after)
      .when(agrees())
      .accepted()
    given(ground, agrees()).when(agrees('BBB')).accepted()
    given(ground, agrees())
      .when(agrees())
      .refused('C-3', { catalogue: '2021', measure: 'm1', member: 'AAA', already: true, found: true })
    given(ground)
      .when(agrees('AAA', { measure: 'm9' }))
      .refused('C-3')
    given(ground)
      .when(agrees('AAA', {}, delegate('BBB')))
      .refused('I-8')
    given(ground)
      .when(agrees('OBS', { source: 's' }, secretariat()))
      .refused('C-3')
    given(...after)
      .when(leaves())
      .refused('C-3')
    given(ground)
      .when(agrees('AAA', { from: '2026-02-30' }))
      .refused('I-13')
    given(ground, agrees())
      .when(leaves('AAA', { reason: '\u202e' }))
      .refused('I-12')
  })
  test('[C-3] what somebody agreed to, and when it left, stays to be seen', () => {
    const state = given(ground, agrees(), leaves()).when(agrees()).accepted()
    const edition = get(state.commitments.catalogues, '2021')
    expect(get(edition!.measures, 'm1')?.agreed).toEqual([
      { member: 'AAA', from: today, until: today },
      { member: 'AAA', from: today },
    ])
  })
  test('[C-16] a delegation agrees from today on; what was earlier the secretariat records, with its source', () => {
    given(ground)
      .when(agrees('AAA', { from: '2013-01-15' }))
      .refused('C-16', { capacity: 'delegate', on: '2013-01-15', today })
    given(ground)
      .when(agrees('AAA', { from: '2026' }))
      .accepted()
    given(ground)
      .when(agrees('AAA', { from: '2030' }))
      .accepted()
    const old = agrees('AAA', { from: '2013-01-15', source: 'minutes' }, secretariat())
    given(ground).when(old).accepted()
    given(ground)
      .when(agrees('AAA', { from: '2013-01-15' }, secretariat()))
      .refused('C-16', { capacity: 'secretariat', source: null })
    given(ground)
      .when(agrees('AAA', { source: 'ours' }))
      .refused('C-16')
    given(ground, old)
      .when(leaves('AAA', { until: '2020' }))
      .refused('C-16')
    given(ground, old)
      .when(leaves('AAA', { until: '2010', source: 's' }, secretariat()))
      .refused('I-13')
    given(ground, old)
      .when(leaves('AAA', { until: '2020', source: 'a note' }, secretariat()))
      .then({
        type: 'commitments.measureLeft',
        at: now,
        by: 'registry',
        catalogue: '2021',
        measure: 'm1',
        member: 'AAA',
        until: '2020',
        reason: 'budget',
        source: 'a note',
      })
  })
})

describe('coordinators', () => {
  test('[C-4] are appointed by a decision that was adopted; the term goes on the register', () => {
    const state = given(ground).when(appoints()).accepted()
    expect(state.institution).toEqual(after(...ground).institution)
    const { outcome } = given(ground).when(appoints({ until: '2028-12-31' }))
    const [event] = outcome.kind === 'accepted' ? outcome.events : []
    const [reaction] = reactionsTo(event as never)
    expect(reaction).toEqual({
      type: 'institution.recordTerm',
      body: {
        office: { kind: 'coordinator', area: 'mil' },
        holder: 'BBB',
        from: '2027-01-01',
        until: '2028-12-31',
        source: 'ORG/SOC/DEC/2026/1',
      },
    })
    given(ground)
      .when(act(system(), reaction!.type, reaction!.body as never, now))
      .accepted()
    expect(reactionsTo({ type: 'commitments.joined' } as never)).toEqual([])
  })
  test('[C-4] by no decision, from no day, of no area, by the chair of another body: none', () => {
    for (const wrong of [
      { area: 'nowhere' },
      { holder: 'OBS' },
      { holder: 'ZZZ' },
      { from: '2026-02-30' },
      { from: '2027-01-02', until: '2027-01-01' },
    ])
      given(ground).when(appoints(wrong)).refused('C-4')
    given(ground)
      .when(appoints({ decision: 'd9' }))
      .refused('D-10', { decision: 'd9', found: false })
    given(ground)
      .when(appoints({}, chair('swg')))
      .refused('C-4', {
        area: 'mil',
        holder: 'BBB',
        from: '2027-01-01',
        until: null,
        decision: 'd1',
        adopted: true,
        capacity: 'chair:swg',
      })
    given(ground).when(appoints({}, secretariat())).accepted()
    given(ground)
      .when(appoints({}, delegate('BBB')))
      .refused('I-2')
  })
  test('[C-4] nor by one that is only before the meeting', () => {
    const put = act(
      chair(),
      'decisions.put',
      { decision: 'd5', meeting: 'm1', item: '1', title: 'T', subject: { kind: 'wording', wording: 'W' } },
      at('10:40'),
    )
    given(ground, put)
      .when(appoints({ decision: 'd5' }))
      .refused('C-4')
    given(ground, put)
      .when(opens({ decision: 'd5' }))
      .refused('C-1')
    given(ground, put)
      .when(agrees('AAA', { decision: 'd5' }))
      .refused('C-3')
    given(ground)
      .when(agrees('AAA', { decision: 'd1' }))
      .accepted()
  })
})

describe('papers', () => {
  test("[C-5] an area's coordinator lays a text as its paper, or the secretariat does; once", () => {
    const state = given(ground).when(lays()).accepted()
    expect(state.commitments.papers).toEqual([
      { id: 'cp', area: 'mil', kind: 'conceptPaper', text: 't2', at: now },
    ])
    given(ground).when(lays({}, secretariat())).accepted()
    const facts = { paper: 'cp', area: 'mil', taken: false }
    given(ground)
      .when(lays({}, coordinator('eco')))
      .refused('C-5', { ...facts, capacity: 'coordinator:eco' })
    given(ground, lays())
      .when(lays({ paper: 'other' }))
      .refused('C-5')
    given(ground, lays())
      .when(lays({ text: 't1' }))
      .refused('C-5')
    given(ground)
      .when(lays({ area: 'nowhere' }, secretariat()))
      .refused('C-5')
    given(ground)
      .when(lays({ paper: ' ' }))
      .refused('I-12')
    given(ground)
      .when(lays({}, observer('OBS')))
      .refused('I-2')
    given(ground)
      .when(lays({}, delegate('AAA')))
      .refused('I-2')
  })
  test('[C-5] a text there is not', () =>
    given(ground)
      .when(lays({ text: 'none' }))
      .refused('T-1', { text: 'none' }))
  test('[C-5] a coordinator who lost her credential lays nothing', () => {
    const revoked = act(
      secretariat(),
      'institution.revokeCredential',
      { credential: 'cred-coordinator-mil', reason: 'end of term' },
      now,
    )
    given(ground, revoked)
      .when({ ...lays(), at: on('2026-12-01') })
      .refused('I-4')
  })
})
