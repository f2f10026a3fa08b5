import { id, type TextId } from '@gavel/kernel'
import { describe, expect, test } from 'vitest'
import {
  accredited,
  act,
  after,
  assembly,
  at,
  chair,
  delegate,
  given,
  observer,
  observerParty,
  rule,
  secretariat,
  sitting,
} from '../testing/index.ts'
import { cleanText as printClean, textOf } from '../texts/index.ts'
import {
  adopts,
  cleanText,
  hash,
  nextMeeting,
  objects,
  puts,
  room,
  statusAfter,
  subject,
  subjectOn,
  withdraws,
} from './testing/scene.ts'

const noConsensus = (next: 'returnedToBody' | 'carriedOver' | 'dropped', when = at('10:20')) =>
  act(chair(), 'decisions.declareNoConsensus', { decision: 'd1', next }, when)
const takesBack = (when = at('10:20'), by = chair()) =>
  act(by, 'decisions.withdrawPut', { decision: 'd1', reason: 'More time is needed' }, when)
const closes = act(chair(), 'meetings.close', { meeting: 'm1' }, at('11:00'))
const leaves = (member: string, when = at('09:50')) =>
  act(secretariat(), 'meetings.recordPresence', { meeting: 'm1', member, present: false }, when)

describe('a clean text is put and falls to no objection', () => {
  test('[D-4] what was put and nobody objects to is adopted, once, with a number', () => {
    given(room)
      .when(puts())
      .then({
        type: 'decisions.decisionPut',
        at: at('10:00'),
        by: 'chair-soc',
        decision: 'd1',
        body: 'soc',
        meeting: 'm1',
        item: '1',
        title: 'On measures',
        subject,
      })
    given(room, puts())
      .when(adopts())
      .then({
        type: 'decisions.decisionAdopted',
        at: at('10:20'),
        by: 'chair-soc',
        decision: 'd1',
        body: 'soc',
        subject,
        number: { symbol: 'ORG/SOC/DEC/2026/1', series: 'soc 2026', n: 1 },
      })
    given(room, puts(), adopts())
      .when(adopts(at('10:30')))
      .refused('D-4', { decision: 'd1', stage: 'adopted' })
  })
  test('[D-4] what was never put is not adopted', () => {
    given(room).when(adopts()).refused('D-10', { decision: 'd1', found: false })
    given(room, puts(), takesBack()).when(adopts()).refused('D-4', { decision: 'd1', stage: 'takenBack' })
  })
  test('[D-1] only the chair of that body puts and declares', () => {
    given(room)
      .when(puts({}, at('10:00'), chair('mc')))
      .refused('D-1', { body: 'soc', capacity: 'chair', chairOf: 'mc' })
    given(room, puts())
      .when(adopts(at('10:20'), 'd1', chair('swg')))
      .refused('D-1')
    given(room, puts())
      .when(takesBack(at('10:20'), chair('swg')))
      .refused('D-1')
    given(room, puts())
      .when({ ...adopts(), as: secretariat().as, by: secretariat().person })
      .refused('I-2')
  })
  test('[D-2] in a meeting of the body that is open', () => {
    given(room)
      .when(puts({ meeting: 'm9' }))
      .refused('D-2', { meeting: 'm9', status: 'unknown' })
    given(room, act(chair(), 'meetings.suspend', { meeting: 'm1' }, at('09:55')))
      .when(puts())
      .refused('D-2')
    given(room, puts(), closes)
      .when(adopts(at('11:01')))
      .refused('D-2')
    given(room, puts(), closes)
      .when(objects('BBB', at('11:01')))
      .refused('D-2')
  })
  test('[D-3] with the quorum to decide, at the putting and at the adoption', () => {
    given(room, leaves('BBB'), leaves('CCC')).when(puts()).refused('D-3', { present: 1, needed: 3 })
    given(room, puts(), leaves('CCC', at('10:15')))
      .when(adopts())
      .refused('D-3', { present: 2, needed: 3 })
  })
  test('[D-7] of what stands on the adopted agenda', () => {
    given(room)
      .when(puts({ item: '2' }))
      .refused('D-7', { item: '2', agendaAdopted: true })
    given(room, nextMeeting())
      .when(puts({ meeting: 'm2' }, at('2026-12-14 10:00')))
      .refused('D-7', {
        item: '1',
        agendaAdopted: false,
      })
  })
  test('[D-8] no text with a bracket that was never closed, though nothing in it is disputed', () => {
    const words = (text: string) => [{ kind: 'words' as const, text }]
    const stray = cleanText().map(made =>
      made.type === 'texts.lay'
        ? {
            ...made,
            body: {
              ...made.body,
              paragraphs: made.body.paragraphs.map(p => ({ ...p, content: words('Members report,]') })),
            },
          }
        : made,
    )
    const strayRoom = [
      ...assembly('AAA', 'BBB', 'CCC', 'DDD'),
      ...stray,
      ...sitting('m1', 'soc', ['AAA', 'BBB', 'CCC']),
    ]
    const verdict = given(...strayRoom).when(puts({ subject: subjectOn(after(...strayRoom)) }))
    verdict.refused('D-8')
    const { outcome } = verdict
    expect(outcome.kind === 'refused' && outcome.refusal.facts['strayBrackets']).toEqual(['t1-1', 't1-2'])
    expect(printClean(textOf(after(...strayRoom).texts, id<TextId>('t1'))!)).toBeNull()
  })
  test('[D-8] only clean text, under its symbol and with its document', () => {
    const bracket = act(
      delegate('BBB'),
      'texts.propose',
      {
        text: 't1',
        paragraph: 't1-1',
        base: 1,
        change: { at: 0, length: 7, wording: 'States' },
        bracket: 'k1',
        option: 'o1',
        retained: 'o0',
      },
      at('09:30'),
    )
    given(room, bracket)
      .when(puts())
      .refused('D-8', {
        text: 't1',
        found: true,
        openPlaces: 1,
        strayBrackets: [],
        changedSince: true,
        issued: { symbol: subject.symbol, document: subject.document },
        named: { symbol: subject.symbol, document: subject.document },
      })
    given(room)
      .when(puts({ subject: { ...subject, document: hash('b') } }))
      .refused('D-8')
    given(room)
      .when(puts({ subject: { ...subject, symbol: 'ORG/X' } }))
      .refused('D-8')
    given(room)
      .when(puts({ subject: { ...subject, text: 't9' } }))
      .refused('T-1', { text: 't9' })
    for (const wording of ['  ', 'Members [shall][should] report.', 'Members shall report].'])
      given(room)
        .when(puts({ subject: { kind: 'wording', wording } }))
        .refused('D-8', { wording })
    given(room)
      .when(puts({ subject: { kind: 'wording', wording: 'Members shall report under [A/00/1].' } }))
      .accepted()
  })
  test('[D-10] a name stands for one decision', () => {
    given(room, puts(), adopts())
      .when(puts({}, at('10:30')))
      .refused('D-10')
    given(room, puts(), objects('BBB'), noConsensus('dropped'))
      .when(puts({}, at('10:30')))
      .refused('D-10')
    const again = [room, puts(), objects('BBB'), noConsensus('carriedOver')]
    const state = given(...again)
      .when(puts({}, at('10:30')))
      .accepted()
    expect(state.decisions.decisions.size).toBe(1)
    expect(statusAfter([...again, puts({}, at('10:30'))], at('10:31'))).toEqual({
      kind: 'put',
      objectors: [],
    })
  })
  test('[D-11] a text is before one decision at a time, and adopted once', () => {
    given(room, puts())
      .when(puts({ decision: 'd2' }, at('10:01')))
      .refused('D-11', { text: 't1', heldBy: 'd1' })
    given(room, puts(), adopts())
      .when(puts({ decision: 'd2' }, at('10:30')))
      .refused('D-11')
    given(room, puts(), takesBack())
      .when(puts({ decision: 'd2' }, at('10:30')))
      .accepted()
  })
})

describe('an objection', () => {
  test('[D-5] while one is maintained nothing is adopted, and the refusal says who objects', () => {
    given(room, puts(), objects('BBB'))
      .when(adopts())
      .refused('D-5', { objectors: ['BBB'] })
    given(room, puts(), objects('BBB'), objects('CCC'), withdraws('BBB'))
      .when(adopts())
      .refused('D-5', { objectors: ['CCC'] })
    given(room, puts(), objects('BBB'), withdraws('BBB')).when(adopts()).accepted()
  })
  test('[D-5] the chair too is bound by her own delegation', () => {
    given(room, puts(), objects('AAA'))
      .when(adopts())
      .refused('D-5', { objectors: ['AAA'] })
  })
  test('[D-12] is never an observer’s, nor that of a member outside the body', () => {
    const facts = [room, observerParty('OOO'), accredited(observer('OOO')), puts()]
    given(...facts)
      .when({ ...objects('OOO'), by: observer('OOO').person, as: observer('OOO').as })
      .refused('I-2')
    const narrow = [room, rule('body.composition', ['AAA', 'BBB', 'DDD'], at('09:30'), 'soc')]
    given(...narrow, rule('quorum.decides', '0', at('09:30')), puts())
      .when(objects('CCC'))
      .refused('D-12', { member: 'CCC', body: 'soc', standing: 'member' })
  })
  test('[D-13] is made in the room', () => {
    given(room, puts()).when(objects('DDD')).refused('D-13', { member: 'DDD', meeting: 'm1' })
  })
  test('[D-14] is one for each delegation, whichever delegate speaks', () => {
    const second = delegate('BBB', '-2')
    given(room, accredited(second), puts(), objects('BBB'))
      .when(act(second, 'decisions.object', { decision: 'd1', member: 'BBB' }, at('10:06')))
      .refused('D-14', { member: 'BBB', objecting: true })
    given(room, puts(), objects('BBB'), withdraws('BBB'))
      .when(objects('BBB', at('10:11')))
      .accepted()
  })
  test('[D-15] is made only while the decision is before the meeting', () => {
    given(room, puts(), adopts())
      .when(objects('BBB', at('10:30')))
      .refused('D-15', {
        decision: 'd1',
        stage: 'adopted',
      })
    given(room, puts(), adopts())
      .when(withdraws('BBB', at('10:30')))
      .refused('D-15')
    given(room, puts(), adopts())
      .when(noConsensus('dropped', at('10:30')))
      .refused('D-15')
  })
  test('[D-16] is withdrawn by the delegation that maintains it', () => {
    given(room, puts(), objects('BBB'))
      .when(withdraws('CCC'))
      .refused('D-16', { objectors: ['BBB'] })
    given(room, puts(), objects('BBB'), withdraws('BBB'))
      .when(withdraws('BBB', at('10:12')))
      .refused('D-16')
    given(room, puts(), objects('BBB'))
      .when({ ...withdraws('BBB'), by: delegate('CCC').person, as: delegate('CCC').as })
      .refused('I-8')
  })
})

describe('what else may happen to what was put', () => {
  test('[D-17] no consensus is declared over an objection that stands, with what follows', () => {
    given(room, puts()).when(noConsensus('dropped')).refused('D-17', { objectors: [] })
    given(room, puts(), objects('BBB'))
      .when(noConsensus('returnedToBody'))
      .then({
        type: 'decisions.consensusNotReached',
        at: at('10:20'),
        by: 'chair-soc',
        decision: 'd1',
        next: 'returnedToBody',
        text: 't1',
        objectors: ['BBB'],
      })
    expect(statusAfter([room, puts(), objects('BBB'), noConsensus('dropped')], at('10:30'))).toEqual({
      kind: 'notAdopted',
      at: at('10:20'),
      why: 'noConsensus',
      next: 'dropped',
    })
  })
  test('[D-18] it may be taken back until it is decided, even once the meeting has closed over it', () => {
    given(room, puts(), closes)
      .when(takesBack(at('11:30')))
      .accepted()
    given(room, puts(), adopts())
      .when(takesBack(at('10:30')))
      .refused('D-18', { decision: 'd1', stage: 'adopted' })
  })
  test('[D-6] what moved since it was put is not adopted', () => {
    const other = act(secretariat(), 'texts.issueVersion', { text: 't1', document: hash('b') }, at('10:10'))
    given(room, puts(), other).when(adopts()).refused('D-6', { put: subject })
    const state = given(room, puts()).when(adopts()).accepted()
    expect(subjectOn(state)).toEqual(subject)
  })
  test('[D-6] words put from the floor are adopted word for word', () => {
    const wording = { kind: 'wording' as const, wording: 'The committee thanks its host.' }
    const outcome = given(room, puts({ subject: wording })).when(adopts()).outcome
    expect(outcome).toMatchObject({ kind: 'accepted', events: [{ subject: wording }] })
  })
})

describe('consensus minus one', () => {
  const cases = rule('consensus.minusOneCases', ['grossViolation'], at('09:00'))
  const concerned = { case: 'grossViolation', member: 'CCC' }
  test('[D-9] exists only in a case the rules list, for a member of the body', () => {
    given(room)
      .when(puts({ minusOne: concerned }))
      .refused('D-9', { case: 'grossViolation', listed: [] })
    given(room, cases)
      .when(puts({ minusOne: { ...concerned, case: 'other' } }))
      .refused('D-9')
    given(room, cases)
      .when(puts({ minusOne: { ...concerned, member: 'ZZZ' } }))
      .refused('D-9')
  })
  test('[D-9] leaves out the member concerned and nobody else', () => {
    const facts = [room, cases, puts({ minusOne: concerned })]
    given(...facts)
      .when(objects('CCC'))
      .refused('D-9', { member: 'CCC', leftOut: true })
    given(...facts)
      .when(adopts())
      .accepted()
    given(...facts, objects('BBB'))
      .when(adopts())
      .refused('D-5', { objectors: ['BBB'] })
  })
})

test('two texts are decided side by side in one meeting', () => {
  const facts = [room, ...cleanText('t2', hash('c'))]
  const second = subjectOn(after(...facts), 't2')
  const state = given(...facts, puts(), puts({ decision: 'd2', subject: second }, at('10:01')), adopts())
    .when(adopts(at('10:40'), 'd2'))
    .accepted()
  expect(state.decisions.bySymbol.size).toBe(2)
})
