import { describe, expect, test } from 'vitest'
import {
  adopts,
  confirms,
  expiry,
  hash,
  nextMeeting,
  notice,
  objects,
  opens,
  proposes as proposesSilence,
  puts,
  room,
  subject,
  withdraws,
} from './decisions/testing/scene.ts'
import type { Act } from './state.ts'
import {
  type Actor,
  accredited,
  act,
  after,
  assembly,
  at,
  chair,
  delegate,
  facilitator,
  given,
  observer,
  observerParty,
  rule,
  secretariat,
  sitting,
} from './testing/index.ts'
import {
  instead,
  laid,
  on,
  onSentence,
  opened,
  para,
  paragraphFrom,
  proposes,
  stands,
  textIn,
} from './texts/testing/drafts.ts'

/**
 * What a hostile delegation, a hurried chair or a careless secretariat would try. Each attempt crosses chapters; the
 * rules of one chapter alone are tried beside it.
 */

/** The secretariat records that a member has left, or is suspended, from a day on. */
const becomes = (member: string, status: 'left' | 'suspended' | 'active', when = at('10:10')): Act =>
  act(
    secretariat(),
    'institution.recordParty',
    {
      party: member,
      standing: 'member',
      name: { en: member },
      status,
      from: when.slice(0, 10),
      source: 'letter',
    },
    when,
  )
const suspends = (person: string, when = at('10:10')): Act =>
  act(secretariat(), 'institution.suspendCredential', { credential: `cred-${person}`, reason: 'lost' }, when)

describe('a voice is a delegation that sits there now', () => {
  test('[D-59] the objection of a member that has left stops nothing, and stands in the record', () => {
    const facts = [room, puts(), objects('BBB')]
    given(...facts)
      .when(adopts())
      .refused('D-5', { objectors: ['BBB'] })
    for (const status of ['left', 'suspended'] as const)
      given(...facts, becomes('BBB', status))
        .when(adopts())
        .accepted()
    given(...facts, becomes('BBB', 'suspended'), becomes('BBB', 'active', at('10:15')))
      .when(adopts())
      .refused('D-5', { objectors: ['BBB'] })
  })
  test('[D-59] an objection outlives the credential of whoever spoke it', () => {
    given(room, puts(), objects('BBB'), suspends('bbb'))
      .when(adopts())
      .refused('D-5', { objectors: ['BBB'] })
    const second = accredited({ ...delegate('BBB'), person: 'second' as never })
    given(room, second, puts(), objects('BBB'), suspends('bbb'))
      .when({ ...withdraws('BBB', at('10:15')), by: 'second' } as never)
      .accepted()
  })
  test('[D-59] nor does it prevent a silence, or allow that no consensus be declared', () => {
    const facts = [room, proposesSilence(), objects('BBB'), becomes('BBB', 'left')]
    given(...facts)
      .when(opens({ meeting: 'm1' }, at('10:20')))
      .accepted()
    given(...facts)
      .when(act(chair(), 'decisions.declareNoConsensus', { decision: 'd1', next: 'dropped' }, at('10:20')))
      .refused('D-17', { objectors: [] })
  })
  test('[T-52] in a text, what a member said that has left since stops nothing', () => {
    const closes = on(
      chair(),
      'texts.closeBracket',
      { paragraph: 'p', bracket: 'b1', option: 'r1' },
      at('11:00'),
    )
    const one = [
      onSentence(),
      proposes('AAA', 1, instead('should')),
      stands('BBB', 'objects', { option: 'r1' }),
    ]
    given(...one)
      .when(closes)
      .refused('T-30', { objecting: ['BBB'] })
    given(...one, becomes('BBB', 'left'))
      .when(closes)
      .refused('T-31', { maintaining: ['AAA'] })
    given(...one, becomes('BBB', 'left'), becomes('AAA', 'suspended'))
      .when(closes)
      .accepted()
    const agrees = on(chair(), 'texts.advance', { paragraph: 'p', to: 'agreed' }, at('11:00'))
    const reserved = [onSentence(), stands('BBB', 'reserves', {})]
    given(...reserved)
      .when(agrees)
      .refused('T-36', { reserving: ['BBB'] })
    given(...reserved, becomes('BBB', 'left'))
      .when(agrees)
      .accepted()
  })
  test('[I-6] a member that is suspended breaks no silence, and one that was restored does', () => {
    const breaks = act(
      delegate('BBB'),
      'decisions.breakSilence',
      { decision: 'd1', member: 'BBB', by: { kind: 'objection' } },
      at('2026-11-30 10:00'),
    )
    given(room, opens(), becomes('BBB', 'suspended')).when(breaks).refused('I-6', { member: 'BBB' })
    given(room, opens(), becomes('BBB', 'suspended'), becomes('BBB', 'active', at('10:15')))
      .when(breaks)
      .accepted()
  })
})

describe('who may not read', () => {
  const restricted = (audience: object) => [
    assembly('AAA', 'BBB', 'CCC'),
    rule('body.composition', ['AAA', 'BBB'] as never, undefined, 'soc'),
    laid(para('p', '1', 'Members shall share information.')),
    on(chair(), 'texts.changeAudience', { audience } as never, at('09:30')),
    on(chair(), 'texts.open', {}, at('09:31')),
  ]
  const outsiders: readonly Act[] = [
    proposes('CCC', 1, instead('should')),
    on(delegate('CCC'), 'texts.instruct', { paragraph: 'p', member: 'CCC', note: 'n' }),
    on(chair('mc'), 'texts.closeBracket', { paragraph: 'p', bracket: 'b', option: null }),
    on(chair('mc'), 'texts.advance', { paragraph: 'none', to: 'agreed' }),
    on(chair('mc'), 'texts.issueVersion', { document: hash('a') }),
  ]
  test('[I-34] is answered as if there were nothing: the refusal, and its facts, are those for what does not exist', () => {
    const facts = restricted({ kind: 'body', body: 'soc' })
    for (const tried of outsiders) {
      given(...facts)
        .when(tried)
        .refused('T-1', { text: 't' })
      given(assembly('AAA', 'BBB', 'CCC'))
        .when(tried)
        .refused('T-1', { text: 't' })
    }
  })
  test('[I-34] a chair puts nothing before her body that it may not read', () => {
    const facts = [
      ...restricted({ kind: 'body', body: 'soc' }),
      on(secretariat(), 'texts.issueVersion', { document: hash('a') }, at('09:40')),
      sitting('m', 'mc', ['AAA', 'BBB', 'CCC']),
    ]
    const { symbol } = textIn(after(...facts)).versions[0]!
    const of = (text: string) => ({ kind: 'text' as const, text, symbol, document: hash('a') })
    for (const text of ['t', 'nowhere'])
      given(...facts)
        .when(puts({ meeting: 'm', subject: of(text) as never }, at('10:00'), chair('mc')))
        .refused('T-1', { text })
  })
  test('[I-34] nor does it learn of a decision on it, or who objects', () => {
    const facts = [
      ...restricted({ kind: 'body', body: 'soc' }),
      on(secretariat(), 'texts.issueVersion', { document: hash('a') }, at('09:40')),
      sitting('m1', 'soc', ['AAA', 'BBB']),
    ]
    const { symbol } = textIn(after(...facts)).versions[0]!
    const on_ = { kind: 'text' as const, text: 't', symbol, document: hash('a') }
    given(...facts, puts({ subject: on_ as never }), objects('BBB'))
      .when(withdraws('CCC'))
      .refused('D-10', { decision: 'd1', found: false })
  })
  test('[D-12] who does not sit in the body is not told who objects there', () => {
    const facts = [room, rule('body.composition', ['AAA', 'BBB', 'CCC'] as never, undefined, 'soc')]
    given(...facts, puts(), objects('BBB'))
      .when(withdraws('DDD'))
      .refused('D-12', { member: 'DDD', body: 'soc', standing: 'member' })
  })
  test('[I-9] a facilitator reads what is kept to the body of her text, and to no other', () => {
    const facts = [...restricted({ kind: 'body', body: 'soc' }), accredited(facilitator('other'))]
    given(...facts)
      .when(on(facilitator('other'), 'texts.advance', { paragraph: 'p', to: 'agreed' }))
      .refused('T-1', { text: 't' })
  })
})

describe('readers of a text', () => {
  const introduces = (actor: Actor, more: object = {}) =>
    on(actor, 'texts.introduce', {
      title: 'Draft',
      body: 'soc',
      audience: { kind: 'members' },
      language: 'en',
      kind: 'draft',
      ...more,
    } as never)
  const own = (member: string) => ({ audience: { kind: 'delegation', member } })
  const reads = (actor: Actor, audience: object) =>
    on(actor, 'texts.changeAudience', { audience } as never, at('10:30'))
  test('[T-49] once it is opened, no delegation of the body is kept out', () => {
    for (const audience of [
      { kind: 'delegation', member: 'BBB' },
      { kind: 'body', body: 'mc' },
    ])
      given(onSentence())
        .when(reads(chair(), audience))
        .refused('T-49', { audience, body: 'soc', opened: true })
    given(onSentence())
      .when(reads(chair(), { kind: 'body', body: 'soc' }))
      .accepted()
  })
  test('[T-49] what a delegation keeps to itself it opens itself, and nobody opens it for negotiation before', () => {
    const paper = [
      assembly('AAA', 'BBB'),
      introduces(delegate('AAA'), own('AAA')),
      on(delegate('AAA'), 'texts.lay', { paragraphs: [para('p', '1', 'Ours.')] as never }),
    ]
    for (const actor of [chair(), secretariat(), delegate('BBB')])
      given(...paper)
        .when(reads(actor, { kind: 'public' }))
        .refused('T-1', { text: 't' })
    given(...paper)
      .when(on(chair(), 'texts.open', {}))
      .refused('T-1')
    given(...paper, reads(delegate('AAA'), { kind: 'members' }))
      .when(on(chair(), 'texts.open', {}, at('10:31')))
      .accepted()
    given(assembly('AAA', 'BBB'), laid(para('p', '1', 'a')))
      .when(reads(delegate('AAA'), { kind: 'public' }))
      .refused('T-42')
  })
  test('[T-49] a delegation keeps nothing to another', () =>
    given(assembly('AAA', 'BBB'))
      .when(introduces(delegate('AAA'), own('BBB')))
      .refused('T-49'))
  test("[T-2] no delegation introduces the chair's text, and no chair that of another body", () => {
    for (const actor of [delegate('AAA'), chair('mc')])
      given(assembly('AAA'))
        .when(introduces(actor, { kind: 'chairsText' }))
        .refused('T-2')
    given(assembly('AAA'))
      .when(introduces(chair(), { kind: 'chairsText' }))
      .accepted()
  })
  test('[T-53] a delegation lays no draft in which something is agreed already', () => {
    const lays = (actor: Actor) =>
      on(actor, 'texts.lay', {
        paragraphs: [para('p', '1', 'Ours.', { status: { rung: 'agreed', printed: '[Agreed]' } as never })],
      } as never)
    given(assembly('AAA'), introduces(delegate('AAA')))
      .when(lays(delegate('AAA')))
      .refused('T-53', { paragraph: 'p' })
    given(assembly('AAA'), introduces(secretariat())).when(lays(secretariat())).accepted()
  })
})

describe('what stands still', () => {
  const silence = [room, opens()]
  const duringSilence = at('2026-11-25 10:00')
  test('[T-7] neither words, nor the document, nor the readers change under a silence', () => {
    const tried = [
      act(secretariat(), 'texts.issueVersion', { text: 't1', document: hash('b') }, duringSilence),
      act(chair(), 'texts.changeAudience', { text: 't1', audience: { kind: 'members' } }, duringSilence),
      act(
        secretariat(),
        'texts.edit',
        { text: 't1', paragraph: 't1-1', base: 1, content: [{ kind: 'words', text: 'Other.' }] },
        duringSilence,
      ),
    ]
    const freeze = act(
      { ...secretariat(), as: { kind: 'system' } },
      'texts.freeze',
      { text: 't1', reason: 'decision:d1' },
      at('10:00'),
    )
    for (const attempt of tried)
      given(...silence, freeze)
        .when(attempt)
        .refused('T-7', { text: 't1', reason: 'decision:d1' })
  })
  test('[T-48] an adopted text keeps its document', () => {
    const adopted = act(
      { ...secretariat(), as: { kind: 'system' } },
      'texts.recordAdoption',
      { text: 't1', decision: 'd1' },
      at('10:20'),
    )
    given(room, puts(), adopts(), adopted)
      .when(act(secretariat(), 'texts.issueVersion', { text: 't1', document: hash('b') }, at('11:00')))
      .refused('T-48', { text: 't1', stage: 'adopted' })
  })
})

describe('the chair and the pen', () => {
  test('[D-61] a text is decided where it is negotiated, or further up, and nowhere else', () => {
    const elsewhere = (body: string) => [room, sitting('m9', body, ['AAA', 'BBB', 'CCC'])]
    given(...elsewhere('swg'))
      .when(puts({ meeting: 'm9' }, at('10:00'), chair('swg')))
      .refused('D-61', { text: 't1', body: 'swg' })
    given(room)
      .when(opens({ body: 'swg' }, at('10:00'), chair('swg')))
      .refused('D-61', { text: 't1', body: 'swg' })
    given(...elsewhere('mc'))
      .when(puts({ meeting: 'm9' }, at('10:00'), chair('mc')))
      .accepted()
  })
  test('[D-62] a hurried gavel waits until whoever objects can have said so', () => {
    const patient = [room, rule('consensus.hearingSeconds', 30), puts()]
    given(...patient)
      .when(adopts(at('10:00:29.999')))
      .refused('D-62', { putAt: at('10:00'), seconds: 30, earliest: at('10:00:30'), msLeft: 1 })
    given(...patient)
      .when(adopts(at('10:00:30')))
      .accepted()
    given(room, puts())
      .when(adopts(at('10:00')))
      .accepted()
  })
  test('[D-60] nothing an act says holds what turns its reading', () => {
    const turned = 'approves \u202Eton\u202C the plan'
    for (const tried of [
      puts({ subject: { kind: 'wording', wording: turned } }),
      { ...puts(), body: { ...puts().body, title: turned } } as never,
      opens({ announcedAs: turned }),
      opens({ subject: { kind: 'wording', wording: turned } }),
    ])
      given(room).when(tried).refused('D-60')
    given(room, puts())
      .when(
        act(
          delegate('BBB'),
          'decisions.attachStatement',
          { decision: 'd1', statement: 's', member: 'BBB', kind: 'reservation', wording: turned },
          at('10:05'),
        ),
      )
      .refused('D-60', { field: 'wording', what: 'bidiControl', at: 9, code: 'U+202E' })
    given(room)
      .when(puts({ subject: { kind: 'wording', wording: 'تعتمد الخطة' } }))
      .accepted()
  })
  test('[T-10] notes and reasons are read as they are written, too', () => {
    given(onSentence())
      .when(stands('AAA', 'objects', { note: 'see \u2066annex' }))
      .refused('T-10', { what: 'bidiControl', at: 4, code: 'U+2066' })
  })
  test('[T-29] no words at all are chosen only where that is an option', () => {
    const none = on(
      chair(),
      'texts.closeBracket',
      { paragraph: 'p', bracket: 'b1', option: null },
      at('11:00'),
    )
    const released = [
      onSentence(),
      proposes('AAA', 1, instead('should')),
      stands('BBB', 'backs', { option: 'o1' }),
      on(delegate('AAA'), 'texts.withdraw', { paragraph: 'p', option: 'o1' } as never),
    ]
    given(...released)
      .when(none)
      .refused('T-29', { bracket: 'b1', option: null, options: ['r1', 'o1'] })
  })
  test("[T-43] the pen does not touch a proposal's words, nor what is objected to or has alternatives", () => {
    const edits = (paragraph: string, wording = 'Other words.') =>
      on(secretariat(), 'texts.edit', {
        paragraph,
        base: 1,
        content: [{ kind: 'words', text: wording }],
      } as never)
    const alternative = on(delegate('AAA'), 'texts.proposeAlternative', {
      paragraph: 'p',
      base: 1,
      alternative: 'a',
      wording: 'Members may share.',
    } as never)
    const anew = on(delegate('AAA'), 'texts.proposeParagraph', {
      paragraph: 'n',
      place: { at: 'end' },
      level: 0,
      kind: 'operative',
      wording: 'Anew.',
    } as never)
    given(onSentence(), alternative)
      .when(edits('a'))
      .refused('T-43', { paragraph: 'a', because: 'alternatives' })
    given(onSentence(), alternative)
      .when(edits('p'))
      .refused('T-43', { paragraph: 'p', because: 'alternatives' })
    given(onSentence(), anew).when(edits('n')).refused('T-43', { paragraph: 'n', because: 'proposed' })
    given(onSentence(), stands('AAA', 'objects', {}))
      .when(edits('p'))
      .refused('T-43', { paragraph: 'p', because: 'objections' })
    given(onSentence()).when(edits('p', 'Members [shall][should] share.')).refused('T-11')
  })
})

describe('the next meeting', () => {
  const afterwards = at('2026-12-07 12:05')
  const told = [room, opens(), notice(afterwards)]
  const during = nextMeeting('m2', '2026-12-06')
  test('[D-33] is one whose sitting began when the silence had ended', () => {
    given(...[room, opens(), during, notice(afterwards)])
      .when(confirms(at('2026-12-07 13:00')))
      .refused('D-33', { meeting: 'm2', sittingSince: at('2026-12-06 09:00'), endedAt: expiry })
    given(...told, nextMeeting())
      .when(confirms(at('2026-12-14 10:00')))
      .accepted()
  })
  test('[D-33] or that goes on, after a suspension, when it has ended', () => {
    const pauses = act(chair(), 'meetings.suspend', { meeting: 'm2' }, at('2026-12-06 18:00'))
    const goesOn = act(chair(), 'meetings.resume', { meeting: 'm2' }, at('2026-12-08 09:00'))
    given(...[room, opens(), during, pauses, notice(afterwards), goesOn])
      .when(confirms(at('2026-12-08 10:00')))
      .accepted()
  })
})

describe('others', () => {
  test('[D-11] a name that came up again for another text holds the first one no longer', () => {
    const other = [
      act(secretariat(), 'texts.introduce', {
        text: 't2',
        title: 'Second',
        body: 'soc',
        audience: { kind: 'public' },
        language: 'en',
        kind: 'draft',
      }),
      act(secretariat(), 'texts.lay', { text: 't2', paragraphs: [para('u', '1', 'Words.')] as never }),
      act(secretariat(), 'texts.open', { text: 't2' }, at('09:03')),
      act(secretariat(), 'texts.issueVersion', { text: 't2', document: hash('c') }, at('09:04')),
    ]
    const facts = [room, other, puts(), objects('BBB')]
    const later = act(
      chair(),
      'decisions.declareNoConsensus',
      { decision: 'd1', next: 'carriedOver' },
      at('10:20'),
    )
    const second = { ...subject, text: 't2', symbol: 'ORG/SOC/2026/2/Rev.1', document: hash('c') }
    given(...facts, later, puts({ subject: second as never }, at('10:30')))
      .when(puts({ decision: 'd2' }, at('10:40')))
      .accepted()
  })
  test('[I-2] an observer blocks nothing', () => {
    const watching = [room, observerParty('OBS'), accredited(observer('OBS'))]
    for (const [type, body] of [
      ['decisions.object', { decision: 'd1', member: 'OBS' }],
      ['decisions.breakSilence', { decision: 'd1', member: 'OBS', by: { kind: 'objection' } }],
      ['texts.takeStand', { text: 't1', paragraph: 't1-1', stand: 'objects' }],
      ['texts.opposeReopening', { text: 't1', paragraph: 't1-1' }],
    ] as const)
      given(...watching, puts())
        .when(act(observer('OBS'), type as 'decisions.object', body as never, at('10:05')))
        .refused('I-2')
  })
  test('[I-8] nobody speaks for, or withdraws what belongs to, another delegation', () => {
    const attached = act(
      delegate('BBB'),
      'decisions.attachStatement',
      { decision: 'd1', statement: 's', member: 'BBB', kind: 'reservation', wording: 'w' },
      at('10:05'),
    )
    const takes = (member: string) =>
      act(
        delegate('CCC'),
        'decisions.withdrawStatement',
        { decision: 'd1', statement: 's', member },
        at('10:10'),
      )
    given(room, puts(), attached).when(takes('BBB')).refused('I-8', { own: 'CCC', named: 'BBB' })
    given(room, puts(), attached)
      .when(takes('CCC'))
      .refused('D-40', { statement: 's', of: 'BBB', withdrawnAt: null })
    const draft = [
      opened(para('p', '1', 'Members shall share information.')),
      proposes('AAA', 1, instead('may')),
    ]
    given(...draft)
      .when(on(delegate('BBB'), 'texts.withdraw', { paragraph: 'p', option: 'o1' } as never))
      .refused('T-26', { proposer: 'AAA', by: 'BBB' })
    expect(paragraphFrom(after(...draft)).brackets).toBe(1)
  })
})
