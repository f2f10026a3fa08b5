import { get } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import { subjectOn } from '../decisions/testing/scene.ts'
import type { Actor, Fact } from '../testing/index.ts'
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
} from '../testing/index.ts'
import {
  adoptedPlan,
  adoptsPlan,
  ground,
  lays,
  now,
  on,
  opensPlan,
  planned,
  proof,
  proposes,
  textOf,
} from './testing/scene.ts'

const open = [...ground, opensPlan()]
const changes = (more: object = {}, by: Actor = delegate('AAA')) =>
  act(
    by,
    'commitments.changeActivity',
    { activity: 'a1', planned: planned(more), reason: 'a better day' },
    now,
  )
const withdraws = (by: Actor = delegate('AAA'), reason = 'no money') =>
  act(by, 'commitments.withdrawActivity', { activity: 'a1', reason }, now)
const offers = (member: string, activity = 'a1') =>
  act(delegate(member), 'commitments.offerToHost', { activity, member }, now)
const activityIn = (...facts: readonly Fact[]) => get(after(...facts).commitments.activities, 'a1')!

const happened = (more: object = {}) => ({
  status: 'held' as const,
  participants: ['AAA', 'BBB', 'OBS'],
  outcome: 'They met.',
  documents: [],
  ...more,
})
const records = (more: object = {}, when = on('2027-05-12'), by: Actor = delegate('AAA')) =>
  act(by, 'commitments.recordActivity', { activity: 'a1', happened: happened(more) as never }, when)
const carries = (plan = 'plan-2028', by: Actor = delegate('AAA'), when = now) =>
  act(by, 'commitments.carryActivity', { activity: 'a1', plan, reason: 'not held' }, when)
const next = opensPlan({ plan: 'plan-2028', year: '2028', title: 'Plan of 2028' })

describe('the plan of a year', () => {
  test('[C-6] a body has one for a year, under one name', () => {
    given(ground).when(opensPlan()).accepted()
    given(ground).when(opensPlan({}, chair())).accepted()
    const facts = { plan: 'p', body: 'soc', year: '2027', other: 'plan-2027', capacity: 'secretariat' }
    given(open)
      .when(opensPlan({ plan: 'p' }))
      .refused('C-6', facts)
    given(open)
      .when(opensPlan({ year: '2028' }))
      .refused('C-6', { ...facts, plan: 'plan-2027', year: '2028' })
    given(open)
      .when(opensPlan({ plan: 'p', body: 'mc' }))
      .accepted()
    given(ground)
      .when(opensPlan({ body: 'nowhere' }))
      .refused('C-6')
    given(ground)
      .when(opensPlan({ year: '27' }))
      .refused('C-6')
    given(ground)
      .when(opensPlan({ title: '' }))
      .refused('I-12')
  })
  test('[C-6] the chair of another body opens none for it', () =>
    given(ground)
      .when(opensPlan({}, chair('swg')))
      .refused('C-6', { plan: 'plan-2027', body: 'soc', year: '2027', other: null, capacity: 'chair:swg' }))
  test('[C-6] an act on a plan names one there is', () => {
    given(ground, opensPlan(), proposes())
      .when(lays('t1', secretariat(), now, 'p9'))
      .refused('C-6')
    given(ground)
      .when(adoptsPlan('d1', secretariat(), now, 'p9'))
      .refused('C-6', { plan: 'p9', found: false })
  })
})

describe('activities are proposed', () => {
  test('[C-7] by the member that would host them, the coordinator of their area, or the secretariat', () => {
    given(open).when(proposes()).then({
      type: 'commitments.activityProposed',
      at: now,
      by: 'aaa',
      activity: 'a1',
      plan: 'plan-2027',
      planned: planned(),
      proposedBy: 'delegate:AAA',
    })
    given(open)
      .when(proposes(delegate('BBB'), { host: null }))
      .accepted()
    given(open)
      .when(proposes(coordinator('mil'), { host: null }))
      .accepted()
    given(open)
      .when(proposes(secretariat(), { host: 'BBB' }))
      .accepted()
    given(open)
      .when(proposes(coordinator('eco'), { host: null }))
      .refused('C-7', { activity: 'a1', taken: false, capacity: 'coordinator:eco' })
    given(open)
      .when(proposes(observer('OBS')))
      .refused('I-2')
    given(open).when(proposes(chair())).refused('I-2')
  })
  test('[C-7] under a name of their own, for a plan there is that is not before its body', () => {
    given(open, proposes())
      .when(proposes())
      .refused('C-7', { activity: 'a1', taken: true, capacity: 'delegate:AAA' })
    given(ground).when(proposes()).refused('C-7', { plan: 'plan-2027', found: false, laid: null })
    given(open, proposes(), lays())
      .when(proposes(delegate('BBB'), { host: 'BBB' }, 'a2'))
      .refused('C-7', { plan: 'plan-2027', found: true, laid: 't1' })
  })
  test('[C-8] with what, where and when; reversed days, days there are not, measures nobody knows', () => {
    for (const wrong of [
      { area: 'nowhere' },
      { measures: [{ catalogue: '2021', measure: 'm9' }] },
      { from: '2027-02-30' },
      { until: '2027-02-30' },
      { from: '2027-05-13', until: '2027-05-12' },
    ])
      given(open)
        .when(proposes(delegate('AAA'), wrong))
        .refused('C-8')
    given(open)
      .when(proposes(secretariat(), { host: 'OBS' }))
      .refused('C-8')
    given(open)
      .when(proposes(delegate('AAA'), { title: '' }))
      .refused('I-12')
    given(open)
      .when(proposes(delegate('AAA'), { aim: ' ' }))
      .refused('I-12')
    given(open)
      .when(proposes(delegate('AAA'), { place: 'a\u0000b' }))
      .refused('I-12')
  })
  test('[C-10] nobody is made a host by others: not by a rival, nor by a coordinator', () => {
    given(open)
      .when(proposes(delegate('BBB')))
      .refused('C-10', { activity: 'a1', host: 'AAA', before: null, capacity: 'delegate:BBB' })
    given(open)
      .when(proposes(coordinator('mil')))
      .refused('C-10')
    given(open, proposes(delegate('BBB'), { host: null }))
      .when(changes({}, delegate('BBB')))
      .refused('C-10')
    given(open, proposes(coordinator('mil'), { host: null }))
      .when(changes({}, coordinator('mil')))
      .refused('C-10')
    given(open, proposes())
      .when(changes({ host: null }))
      .accepted()
    given(open, proposes())
      .when(changes({ host: 'CCC' }, secretariat()))
      .accepted()
  })
  test('[C-10] where a host is sought a member offers to be it', () => {
    const sought = [...open, proposes(delegate('AAA'), { host: null })]
    const state = given(sought).when(offers('CCC')).accepted()
    expect(get(state.commitments.activities, 'a1')?.planned.host).toBe('CCC')
    given(sought, offers('CCC'))
      .when(offers('DDD'))
      .refused('C-10', { activity: 'a1', host: 'DDD', before: 'CCC' })
    given(sought, offers('CCC'))
      .when(changes({ host: 'CCC', title: 'Ours' }, delegate('CCC')))
      .accepted()
    given(sought)
      .when({ ...offers('CCC'), body: { activity: 'a1', member: 'DDD' } } as never)
      .refused('I-8')
  })
})

describe('activities are changed', () => {
  test('[C-9] by whoever proposed them, their host, the coordinator and the secretariat; what was planned stays', () => {
    for (const by of [delegate('AAA', ''), coordinator('mil'), secretariat()])
      given(open, proposes())
        .when(changes({ title: 'Other' }, by))
        .accepted()
    const before = activityIn(open, proposes(), changes({ title: 'Other' })).before
    expect(before).toEqual([{ planned: planned(), until: now, reason: 'a better day' }])
    for (const by of [delegate('BBB'), coordinator('eco')]) {
      given(open, proposes())
        .when(changes({ title: 'Other' }, by))
        .refused('C-9')
      given(open, proposes()).when(withdraws(by)).refused('C-9')
      given(adoptedPlan)
        .when(records({}, on('2027-05-12'), by))
        .refused('C-9')
      given(open, next, proposes()).when(carries('plan-2028', by)).refused('C-9')
    }
    given(open).when(changes()).refused('C-9', { activity: 'a1', found: false })
    given(open, proposes())
      .when(changes({ area: 'nowhere' }))
      .refused('C-8')
    given(open, proposes())
      .when(withdraws(delegate('AAA'), ' '))
      .refused('I-12', { field: 'reason', fault: 'blank' })
  })
  test('[C-9] what was withdrawn or held is closed', () => {
    const gone = [...open, proposes(), withdraws()]
    for (const late of [changes(), withdraws(), offers('BBB'), carries()])
      given(gone, next).when(late).refused('C-9', { activity: 'a1', withdrawn: now, status: null })
    given(adoptedPlan, records())
      .when({ ...changes(), at: on('2027-06-01') })
      .refused('C-9', { activity: 'a1', withdrawn: null, status: 'held' })
  })
})

describe('a plan is laid and adopted', () => {
  test('[C-11] as a text, with something in it, by its chair or the secretariat', () => {
    given(open, proposes()).when(lays('t1', chair())).accepted()
    const facts = { plan: 'plan-2027', activities: 1, adopted: null, theirs: true }
    given(open)
      .when(lays())
      .refused('C-11', { ...facts, activities: 0 })
    given(open, proposes(), withdraws())
      .when(lays())
      .refused('C-11', { ...facts, activities: 0 })
    given(open, proposes())
      .when(lays('t1', chair('swg')))
      .refused('C-11', { ...facts, theirs: false })
    given(open, proposes(), lays()).when(lays('t2')).accepted()
    given(adoptedPlan)
      .when(lays('t2'))
      .refused('C-11', { ...facts, adopted: 'd1' })
    given(open, proposes()).when(lays('none')).refused('T-1', { text: 'none' })
    given(open, proposes())
      .when(lays('t1', delegate('AAA')))
      .refused('I-2')
  })
  test('[C-12] by a decision on that very text that was adopted', () => {
    const laid = [...open, proposes(), lays()]
    given(laid).when(adoptsPlan('d1', chair())).accepted()
    const facts = { plan: 'plan-2027', body: 'soc', text: 't1', adopted: null, capacity: 'secretariat' }
    given(laid)
      .when(adoptsPlan('d3'))
      .refused('C-12', { ...facts, decision: 'd3' })
    given(open, proposes())
      .when(adoptsPlan())
      .refused('C-12', { ...facts, decision: 'd1', text: null })
    given(adoptedPlan)
      .when(adoptsPlan())
      .refused('C-12', { ...facts, decision: 'd1', adopted: 'd1' })
    given(laid)
      .when(adoptsPlan('d1', chair('swg')))
      .refused('C-12', { ...facts, decision: 'd1', capacity: 'chair:swg' })
    given(laid).when(adoptsPlan('d9')).refused('D-10')
  })
  test('[C-12] by silence, once nobody has broken it', () => {
    const opens = act(
      chair(),
      'decisions.openSilence',
      {
        decision: 's1',
        body: 'soc',
        title: 'Plan',
        subject: subjectOn(after(...ground), 't2'),
        expiresAt: on('2026-12-07'),
        timeZone: 'UTC',
        announcedAs: 'then',
      },
      now,
    )
    const laid = [...open, proposes(), lays('t2'), opens]
    given(laid)
      .when(adoptsPlan('s1', chair(), at('2026-12-07 11:59')))
      .refused('C-12')
    given(laid)
      .when(adoptsPlan('s1', chair(), on('2026-12-07')))
      .accepted()
    const breaks = act(
      delegate('BBB'),
      'decisions.breakSilence',
      { decision: 's1', member: 'BBB', by: { kind: 'objection' } },
      on('2026-12-01'),
    )
    given(laid, breaks)
      .when(adoptsPlan('s1', chair(), on('2026-12-08')))
      .refused('C-12')
  })
  test('[C-12] a body below decides nothing for the body of the plan', () => {
    const meets = [
      act(secretariat(), 'meetings.convene', {
        meeting: 'w',
        body: 'swg',
        title: 'Group',
        opensAt: at('09:10'),
        place: 'Hall',
        timeZone: 'UTC',
        agenda: [{ number: '1', title: 'Item' }],
      }),
      ...['AAA', 'BBB'].map(member =>
        act(secretariat(), 'meetings.recordPresence', { meeting: 'w', member, present: true }, at('09:05')),
      ),
      act(chair('swg'), 'meetings.open', { meeting: 'w' }, at('09:10')),
      act(
        chair('swg'),
        'meetings.adoptAgenda',
        { meeting: 'w', agenda: [{ number: '1', title: 'Item' }] },
        at('09:15'),
      ),
    ]
    const facts = [...ground, ...textOf('draft', { kind: 'members' }, 'swg'), ...meets]
    const subject = subjectOn(after(...facts), 'draft')
    const below = [
      ...facts,
      act(
        chair('swg'),
        'decisions.put',
        { decision: 'dw', meeting: 'w', item: '1', title: 'T', subject },
        at('10:40'),
      ),
      act(chair('swg'), 'decisions.declareAdopted', { decision: 'dw' }, at('10:50')),
      opensPlan(),
      proposes(),
      lays('draft'),
    ]
    given(below).when(adoptsPlan('dw')).refused('C-12', {
      plan: 'plan-2027',
      body: 'soc',
      decision: 'dw',
      text: 'draft',
      adopted: null,
      capacity: 'secretariat',
    })
  })
  test('[C-12] what a body above adopts is adopted', () => {
    const facts = [
      ...ground,
      opensPlan({ plan: 'pw', body: 'swg' }),
      proposes(delegate('AAA'), {}, 'a1', 'pw'),
    ]
    given(facts, lays('t1', secretariat(), now, 'pw'))
      .when(adoptsPlan('d1', secretariat(), now, 'pw'))
      .accepted()
  })
})

describe('what became of an activity', () => {
  test('[C-13] held, with who took part and what came of it', () => {
    given(adoptedPlan)
      .when(records())
      .then({
        type: 'commitments.activityRecorded',
        at: on('2027-05-12'),
        by: 'aaa',
        activity: 'a1',
        area: 'mil',
        happened: happened(),
      })
    expect(activityIn(adoptedPlan, records()).happened).toMatchObject({ status: 'held' })
  })
  test('[C-13] not in a plan that is not adopted, not before it has begun, not with strangers or nobody', () => {
    const facts = {
      activity: 'a1',
      plan: 'plan-2027',
      adopted: 'd1',
      status: 'held',
      begins: '2027-05-10',
      today: '2027-05-12',
      strangers: [],
      participants: 3,
    }
    given(open, proposes())
      .when(records())
      .refused('C-13', { ...facts, adopted: null })
    given(adoptedPlan)
      .when(records({}, on('2027-05-09')))
      .refused('C-13', { ...facts, today: '2027-05-09' })
    given(adoptedPlan)
      .when(records({ participants: ['AAA', 'ZZZ'] }))
      .refused('C-13', { ...facts, participants: 2, strangers: ['ZZZ'] })
    given(adoptedPlan)
      .when(records({ participants: [] }))
      .refused('C-13', { ...facts, participants: 0 })
    given(adoptedPlan)
      .when(records({ participants: ['AAA', 'AAA'] }))
      .refused('C-13')
    given(adoptedPlan)
      .when(records({ from: '2027-02-30' }))
      .refused('C-13')
    given(adoptedPlan)
      .when(records({ from: '2027-05-11', until: '2027-05-10' }))
      .refused('C-13')
    given(adoptedPlan)
      .when(records({ status: 'cancelled' }))
      .refused('C-13')
    given(adoptedPlan)
      .when(records({ outcome: '\u0000' }))
      .refused('I-12')
    given(adoptedPlan)
      .when(records({ outcome: '' }))
      .accepted()
  })
  test('[C-13] postponed to a day to come; then it is not held before that day', () => {
    const nobody = { participants: [], outcome: 'no room' }
    const put = (from: string | undefined) =>
      records({ status: 'postponed', ...(from === undefined ? {} : { from }), ...nobody }, on('2027-05-01'))
    for (const from of [undefined, '2027-05-01', '2027-04-01', '2027-02-30'])
      given(adoptedPlan).when(put(from)).refused('C-13')
    const off = [...adoptedPlan, put('2027-09-01')]
    given(off)
      .when(records({}, on('2027-06-01')))
      .refused('C-13')
    given(off)
      .when(records({}, on('2027-09-01')))
      .accepted()
    given(off)
      .when(records({ from: '2027-06-01' }, on('2027-06-01')))
      .accepted()
    given(adoptedPlan, records({ status: 'cancelled', ...nobody }, on('2027-05-01')))
      .when(carries('plan-2028', delegate('AAA'), on('2027-06-01')))
      .refused('C-7')
  })
  test('[C-28] its documents are dated and can be found', () => {
    given(adoptedPlan)
      .when(records({ documents: [proof()] }))
      .accepted()
    for (const wrong of [{ on: '2026-02-30' }, { on: '2030-01-01' }, { address: undefined }])
      given(adoptedPlan)
        .when(records({ documents: [proof('x', wrong)] }))
        .refused('C-28')
    given(adoptedPlan)
      .when(records({ documents: [proof('x'), proof('x')] }))
      .refused('C-28')
    given(adoptedPlan)
      .when(records({ documents: [proof('')] }))
      .refused('I-12')
  })
  test('[C-14, C-13] what was put off is carried with its new days', () => {
    const off = records(
      { status: 'postponed', from: '2028-05-08', participants: [], outcome: '' },
      on('2027-05-01'),
    )
    const carried = activityIn(
      adoptedPlan,
      next,
      off,
      carries('plan-2028', delegate('AAA'), on('2027-12-01')),
    )
    expect(carried.planned).toMatchObject({ from: '2028-05-08', until: '2028-05-08' })
    expect(carried.before).toEqual([{ planned: planned(), until: on('2027-12-01'), reason: 'not held' }])
  })
  test('[C-14] what was not held goes into another plan that takes proposals', () => {
    const state = given(adoptedPlan, next).when(carries()).accepted()
    expect(get(state.commitments.activities, 'a1')).toMatchObject({
      plan: 'plan-2028',
      carriedFrom: 'plan-2027',
      happened: null,
    })
    expect(get(state.commitments.plans, 'plan-2028')?.activities).toEqual(['a1'])
    expect(get(state.commitments.plans, 'plan-2027')?.activities).toEqual(['a1'])
    given(open, proposes()).when(carries('plan-2027')).refused('C-14', { activity: 'a1', plan: 'plan-2027' })
    given(adoptedPlan).when(carries('plan-2028')).refused('C-7')
    given(adoptedPlan, next, records())
      .when(carries('plan-2028', delegate('AAA'), on('2027-06-01')))
      .refused('C-9')
    given(adoptedPlan, next)
      .when({ ...carries(), body: { ...carries().body, reason: '' } })
      .refused('I-12')
  })
})
