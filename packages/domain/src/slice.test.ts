import { canonicalJson, dayMs, get, type Instant, type Json, later, minuteMs, values } from '@gavel/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bbnj } from './decisions/testing/bbnj.ts'
import { cleanText, hash, subjectOn } from './decisions/testing/scene.ts'
import {
  type Act,
  type Audience,
  audienceOf,
  changesWhatIsSeen,
  commitments,
  type DomainEvent,
  type DomainState,
  decisions,
  domain,
  foldShown,
  notHeld,
  ownOf,
  type Sees,
  type Shown,
  type Slice,
  sliceOf,
  unnamed,
  withOwn,
} from './index.ts'
import {
  act,
  after,
  area,
  assembly,
  at,
  chair,
  decided,
  delegate,
  type Fact,
  rule,
  secretariat,
  sitting,
  system,
} from './testing/index.ts'

const body = { kind: 'body', body: 'soc' } as unknown as Audience
const ofA = { kind: 'delegation', member: 'AAA' } as unknown as Audience
const everybody: Audience = { kind: 'public' }
const members: Audience = { kind: 'members' }

const reads = (...audiences: readonly Audience[]): Sees => {
  const open = new Set(audiences.map(audience => canonicalJson(audience as unknown as Json)))
  return audience => audience.kind === 'public' || open.has(canonicalJson(audience as unknown as Json))
}
/** Every class there is in this world. */
const classes: Readonly<Record<string, Sees>> = {
  'the public': reads(),
  'an observer': reads(members),
  'a member of no group': reads(members),
  'the body': reads(members, body),
  'a delegation': reads(members, body, ofA),
  'the facilitator': reads(body),
}

const start = after(
  ...assembly('AAA', 'BBB', 'CCC', 'DDD'),
  rule('silence.namesBreaker', false),
  rule('silence.minimumHours', 1),
  area('mil', 'military'),
  ...cleanText('t1'),
  ...sitting('m1', 'soc', ['AAA', 'BBB', 'CCC']),
)

interface Attempt {
  readonly what: number
  readonly a: number
  readonly b: number
  readonly wait: number
}
const attempts = fc.array(fc.record({ what: fc.nat(36), a: fc.nat(999), b: fc.nat(999), wait: fc.nat(19) }), {
  minLength: 30,
  maxLength: 90,
  size: 'max',
})

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const audiences: readonly Audience[] = [everybody, members, body, ofA]
const expires = (when: Instant) => ({
  expiresAt: later(when, 90 * minuteMs),
  timeZone: 'UTC',
  announcedAs: 'soon',
})

/** What is tried on texts, mostly sensible. */
const onTexts = ({ what, a, b }: Attempt, n: number, when: Instant): Act => {
  const text = pick(['t1', 't2', 't3', 't4'], a)
  const who = delegate(pick(['AAA', 'BBB', 'CCC'], b))
  const on = { text, paragraph: `${text}-1` }
  switch (what) {
    case 0:
    case 1: {
      const given = {
        text,
        title: 'Another',
        body: 'soc',
        audience: pick(audiences, b),
        language: 'en',
        kind: 'draft',
      }
      return act(b % 3 === 0 ? delegate('AAA') : secretariat(), 'texts.introduce', given as never, when)
    }
    case 2: {
      const content = [{ kind: 'words', text: 'Words of our own.' }]
      const paragraphs = [{ id: `${text}-1`, number: '1', level: 0, kind: 'operative', content }]
      return act(secretariat(), 'texts.lay', { text, paragraphs } as never, when)
    }
    case 3:
    case 4:
      return act(secretariat(), 'texts.open', { text }, when)
    case 5:
      return act(chair(), 'texts.changeAudience', { text, audience: pick(audiences, b) } as never, when)
    case 6:
    case 7: {
      const change = { at: 0, length: 0, wording: 'Also, ' }
      const ids = { bracket: `b${n}`, option: `o${n}`, retained: `r${n}`, onStale: 'alternative' }
      return act(who, 'texts.propose', { ...on, base: (b % 3) + 1, change, ...ids } as never, when)
    }
    case 8:
      return act(
        who,
        'texts.takeStand',
        { ...on, stand: pick(['backs', 'objects', 'reserves'], b) } as never,
        when,
      )
    case 9:
      return act(
        who,
        'texts.instruct',
        { ...on, member: who.as.kind === 'delegate' ? who.as.member : '', redLine: `line ${n}` } as never,
        when,
      )
    default:
      return act(chair(), 'texts.issueVersion', { text, document: hash(pick(['a', 'b', 'c'], b)) }, when)
  }
}

/** What is tried on decisions: each name stands for one subject. */
const onDecisions = (state: DomainState, { what, a, b }: Attempt, when: Instant): Act => {
  const decision = pick(['d0', 'd1', 'd2', 'd3'], a)
  const subject =
    decision === 'd0' ? { kind: 'wording', wording: 'Thanks.' } : subjectOn(state, `t${decision[1]}`)
  const member = pick(['AAA', 'BBB', 'CCC'], b)
  const put = { decision, meeting: 'm1', item: '1', title: 'On measures', subject } as never
  switch (what) {
    case 11:
    case 12:
      return act(chair(), 'decisions.put', put, when)
    case 13:
      return act(delegate(member), 'decisions.object', { decision, member }, when)
    case 14:
      return act(delegate(member), 'decisions.withdrawObjection', { decision, member }, when)
    case 15:
    case 16:
      return act(chair(), 'decisions.declareAdopted', { decision }, when)
    case 17:
      return act(chair(), 'decisions.declareNoConsensus', { decision, next: 'carriedOver' }, when)
    case 18:
    case 19:
      return act(
        chair(),
        'decisions.openSilence',
        { decision, body: 'soc', title: 'T', subject, ...expires(when) } as never,
        when,
      )
    case 20:
      return act(
        delegate(member),
        'decisions.breakSilence',
        { decision, member, by: { kind: 'objection' } },
        when,
      )
    case 21:
      return act(chair(), 'decisions.giveNotice', { decision }, when)
    case 22:
      return act(
        chair(),
        'decisions.afterBroken',
        { decision, next: pick(['reopenedWithAmendment', 'dropped'], b) },
        when,
      )
    case 23:
      return act(chair(), 'decisions.confirmSilence', { decision, meeting: 'm1' }, when)
    case 24:
      return act(chair(), 'decisions.publish', { decision }, when)
    default:
      return act(
        delegate(member),
        'decisions.attachStatement',
        { decision, statement: `s${b}`, member, kind: 'reservation', wording: 'We reserve.' },
        when,
      )
  }
}

const onInstruments = ({ what, a, b }: Attempt, when: Instant): Act => {
  const decision = pick(['d0', 'd1', 'd2'], a)
  const party = pick(['AAA', 'BBB', 'CCC'], b)
  const about = { instrument: `i-${decision}`, party, on: b % 2 === 0 ? when.slice(0, 10) : '2023-10-01' }
  if (what === 26) {
    const terms = { ...bbnj, signature: { from: '2023-09-20', until: null }, accessionFrom: '2023-09-21' }
    return act(
      secretariat(),
      'decisions.openInstrument',
      { instrument: about.instrument, decision, name: 'Pact', terms },
      when,
    )
  }
  if (what === 27)
    return act(
      secretariat(),
      'decisions.signInstrument',
      { ...about, definitive: false, fullPowers: 'f' },
      when,
    )
  return act(
    secretariat(),
    'decisions.depositInstrument',
    { ...about, kind: 'accession', countsForEntry: true },
    when,
  )
}

/** What a member undertakes in `mil`, for whoever an audience names. */
const undertaking = (commitment: string, member: string, audience: Audience, when: Instant) =>
  act(
    delegate(member),
    'commitments.undertake',
    {
      commitment,
      member,
      terms: {
        title: 'Visits',
        pledge: 'We invite observers.',
        area: 'mil',
        from: '2026-01-01',
        until: null,
        evidence: [{ kind: 'visit', what: 'a visit' }],
        reporting: { first: '2027-04-15', everyMonths: 12 },
      },
      audience,
    } as never,
    when,
  )

const onCommitments = ({ what, a, b }: Attempt, when: Instant): Act => {
  const member = pick(['AAA', 'BBB', 'CCC'], b)
  const of = { catalogue: pick(['k1', 'k2'], a), measure: pick(['m1', 'm2', 'm3'], b) }
  switch (what) {
    case 30: {
      const edition = { catalogue: of.catalogue, title: { en: 'Catalogue' }, adopted: null, source: 's' }
      return act(secretariat(), 'commitments.openCatalogue', edition, when)
    }
    case 31: {
      const measure = { ...of, area: 'mil', name: { en: 'Visits' }, source: 's' }
      return act(secretariat(), 'commitments.recordMeasure', measure, when)
    }
    case 32:
      return act(delegate(member), 'commitments.agreeToMeasure', { ...of, member, from: '2030' }, when)
    case 33:
      return act(
        delegate(member),
        'commitments.leaveMeasure',
        { ...of, member, until: '2031', reason: 'r' },
        when,
      )
    case 34:
      return undertaking(pick(['c1', 'c2'], a), member, pick(audiences.slice(0, 3), b), when)
    case 35: {
      const told = {
        commitment: pick(['c1', 'c2'], a),
        report: `r${b}`,
        member,
        says: 'limited',
        words: 'Some.',
      }
      const period = { from: '2026-01-01', until: '2026-11-22' }
      return act(delegate(member), 'commitments.report', { ...told, period, evidence: [] } as never, when)
    }
    default: {
      const term = { area: 'mil', office: 'coordinator', holder: member, from: when.slice(0, 10) } as const
      return act(
        chair(),
        'commitments.appointCoordinator',
        { ...term, decision: pick(['d0', 'd1'], a) },
        when,
      )
    }
  }
}

const onPeople = ({ a, b }: Attempt, n: number, when: Instant): Act =>
  a % 2 === 0
    ? act(
        system(),
        'institution.accredit',
        {
          credential: `c${n}`,
          person: `p${b % 5}`,
          name: 'Somebody',
          capacity: { kind: 'delegate', member: 'BBB' },
          rights: ['read'],
          from: when,
        },
        when,
      )
    : act(
        secretariat(),
        'meetings.recordPresence',
        { meeting: 'm1', member: 'DDD', present: b % 2 === 0 },
        when,
      )

const actOf = (state: DomainState, tried: Attempt, n: number, when: Instant): Act => {
  if (tried.what <= 10) return onTexts(tried, n, when)
  if (tried.what <= 25) return onDecisions(state, tried, when)
  if (tried.what <= 28) return onInstruments(tried, when)
  return tried.what === 29 ? onPeople(tried, n, when) : onCommitments(tried, when)
}

interface Entry {
  readonly events: readonly DomainEvent[]
  readonly audience: Audience
  readonly at: Instant
  readonly after: DomainState
}

/** An act with what the institution itself does about it, as the entries the record would hold. */
const entriesOf = (state: DomainState, made: Act): readonly Entry[] => {
  const outcome = decided(made, state)
  if (outcome.kind === 'refused') return []
  const next = outcome.events.reduce(domain.evolve, state)
  const own: Entry = { events: outcome.events, audience: audienceOf(made, next), at: made.at, after: next }
  const reactions = outcome.events.flatMap((event): readonly object[] =>
    event.type.startsWith('decisions.')
      ? decisions.reactionsTo(event as decisions.DecisionsEvent)
      : commitments.reactionsTo(event as commitments.CommitmentsEvent),
  )
  const list = [own]
  for (const reaction of reactions) {
    const own = { ...made, ...reaction, as: { kind: 'system' } } as unknown as Act
    list.push(...entriesOf(list.at(-1)!.after, own))
  }
  return list
}

const lived = (tried: readonly Attempt[]): readonly Entry[] => {
  const list: Entry[] = []
  let state = start
  let when = at('10:00')
  for (const [n, one] of tried.entries()) {
    // Now and then half a year goes by, so that settled things fall out of the slice.
    when = later(when, one.wait === 0 ? 180 * dayMs : one.wait * 20 * minuteMs)
    for (const entry of entriesOf(state, actOf(state, one, n, when))) {
      list.push(entry)
      state = entry.after
    }
  }
  return list
}

const shownTo = (sees: Sees, { events, audience, after: state }: Entry): Shown =>
  sees(audience) ? { events } : changesWhatIsSeen(events, sees, state) ? { again: true } : {}

const json = (value: unknown): string => canonicalJson(value as Json)
const texts = ['t1', 't3']
const wanted = { texts, since: at('00:00') }

const changed = 'what may be seen has changed'

describe('a slice that is kept up to date', () => {
  const stale = new Map<string, number>()
  const seen = new Map<string, number>()

  /** Walks a class through what follows, as a browser would, and holds its slice against the true one at every entry. */
  const walk = ([first, ...rest]: readonly Entry[], sees: Sees): void => {
    if (first === undefined) return
    const wanted = { texts, since: later(first.at, -20 * dayMs) }
    let slice: Slice = sliceOf(first.after, sees, wanted)
    for (const entry of rest) {
      const shown = shownTo(sees, entry)
      const truth = sliceOf(entry.after, sees, wanted)
      const next = foldShown(slice, shown)
      if (next.kind === 'stale') {
        const why = next.why.replace(/\b[tdi]-?\w*\d\b/, '')
        stale.set(why, (stale.get(why) ?? 0) + 1)
        slice = truth
        continue
      }
      for (const { type } of shown.events ?? []) seen.set(type, (seen.get(type) ?? 0) + 1)
      slice = next.slice
      expect(json(slice)).toBe(json(truth))
    }
  }

  test('is the slice of the later state, for random histories and every class, or says that it is stale', () => {
    fc.assert(
      fc.property(attempts, fc.double({ min: 0, max: 1, noNaN: true }), (tried, from) => {
        const list = lived(tried)
        for (const sees of Object.values(classes)) walk(list.slice(Math.floor(from * list.length)), sees)
      }),
      { numRuns: 150 },
    )
    // No way of becoming stale that nobody thought of, and the histories were worth walking.
    const known = [
      'the decision  is not held',
      'the instrument  is not held',
      'the text  came into view',
      changed,
    ]
    expect([...stale.keys()].filter(why => !known.includes(why))).toEqual([])
    for (const type of [
      'texts.opened',
      'texts.changeProposed',
      'decisions.decisionAdopted',
      'decisions.silenceOpened',
      'commitments.measureAgreedTo',
      'commitments.undertaken',
      'institution.termRecorded',
    ])
      expect(seen.get(type), type).toBeGreaterThan(0)
  }, 120_000)
})

const introduced = (text: string, audience: Audience) => [
  act(
    secretariat(),
    'texts.introduce',
    { text, title: 'Hush', body: 'soc', audience, language: 'en', kind: 'draft' } as never,
    at('10:00'),
  ),
  act(
    secretariat(),
    'texts.lay',
    {
      text,
      paragraphs: [
        { id: 'p', number: '1', level: 0, kind: 'operative', content: [{ kind: 'words', text: 'Hush.' }] },
      ],
    } as never,
    at('10:01'),
  ),
]
const publicSlice = (state: DomainState, texts: readonly string[] = ['t1', 'hidden']) =>
  sliceOf(state, classes['the public']!, { texts, since: at('00:00') })
const worldOf = (...facts: readonly Fact[]) =>
  after(
    ...assembly('AAA', 'BBB', 'CCC', 'DDD'),
    ...cleanText('t1'),
    ...sitting('m1', 'soc', ['AAA', 'BBB', 'CCC']),
    ...facts,
  )

describe('what a rival learns', () => {
  test('[I-34] not one byte of a text, its symbol, its decision or an instruction she may not read', () => {
    const without = worldOf()
    const opened = [
      ...introduced('hidden', body),
      act(secretariat(), 'texts.open', { text: 'hidden' }, at('10:02')),
      act(chair(), 'texts.issueVersion', { text: 'hidden', document: hash('d') }, at('10:03')),
    ]
    const subject = subjectOn(worldOf(...opened), 'hidden')
    const withIt = worldOf(
      ...opened,
      act(
        chair(),
        'decisions.put',
        { decision: 'd', meeting: 'm1', item: '1', title: 'Hush', subject },
        at('10:04'),
      ),
      act(chair(), 'decisions.declareAdopted', { decision: 'd' }, at('10:30')),
      act(
        delegate('AAA'),
        'texts.instruct',
        { text: 't1', paragraph: 't1-1', member: 'AAA', redLine: 'Hush' },
        at('10:31'),
      ),
    )
    expect(json(publicSlice(withIt))).toBe(json(publicSlice(without)))
    expect(json(sliceOf(withIt, reads(members), { texts: ['hidden'], since: at('00:00') }))).toBe(
      json(sliceOf(without, reads(members), { texts: ['hidden'], since: at('00:00') })),
    )
    expect(json(sliceOf(withIt, reads(members, body), { texts: ['hidden'], since: at('00:00') }))).toContain(
      'Hush.',
    )
  })

  test('[D-36] nor who broke a silence, where the rules keep the name', () => {
    const opens = act(
      chair(),
      'decisions.openSilence',
      {
        decision: 's',
        body: 'soc',
        title: 'T',
        subject: { kind: 'wording', wording: 'W' },
        expiresAt: at('2026-12-07 12:00'),
        timeZone: 'UTC',
        announcedAs: 'then',
      },
      at('10:00'),
    )
    const brokenBy = (member: string) =>
      worldOf(
        rule('silence.namesBreaker', false),
        opens,
        act(
          delegate(member),
          'decisions.breakSilence',
          { decision: 's', member, by: { kind: 'objection', reason: member } },
          at('11:00'),
        ),
      )
    expect(json(publicSlice(brokenBy('AAA')))).toBe(json(publicSlice(brokenBy('BBB'))))
    const [held] = [...values(publicSlice(brokenBy('AAA')).state.decisions.decisions)]
    expect(decisions.decisionStatus(held!, at('12:00'))).toMatchObject({ why: 'silenceBroken' })
    expect(json(held)).toContain(`"member":"${unnamed}"`)
    expect(json(sliceOf(brokenBy('AAA'), reads(members), { texts: [], since: at('00:00') }))).toContain(
      '"reason":"AAA"',
    )
  })

  test('[I-34, C-24] nor what members undertake, tell and leave untold: the slice holds the catalogue alone', () => {
    const secret = undertaking('c-hush', 'AAA', body, at('10:00'))
    const facts = [area('mil', 'military'), secret]
    for (const sees of Object.values(classes))
      expect(json(sliceOf(worldOf(...facts), sees, wanted))).toBe(
        json(sliceOf(worldOf(area('mil', 'military')), sees, wanted)),
      )
  })

  test('the public is given no credential, members are given all', () => {
    const state = worldOf()
    expect(json(publicSlice(state))).not.toContain('cred-')
    expect(json(sliceOf(state, reads(members), wanted))).toContain('cred-aaa')
  })
})

describe('what has been settled for long', () => {
  const terms = { ...bbnj, signature: { from: '2023-09-20', until: null }, accessionFrom: '2023-09-21' }
  const wording = { kind: 'wording' as const, wording: 'Thanks.' }
  const put = (decision: string, when: Instant) =>
    act(chair(), 'decisions.put', { decision, meeting: 'm1', item: '1', title: 'T', subject: wording }, when)
  const old = worldOf(
    put('d', at('10:00')),
    act(chair(), 'decisions.declareAdopted', { decision: 'd' }, at('10:30')),
    act(
      secretariat(),
      'decisions.openInstrument',
      { instrument: 'i', decision: 'd', name: 'Pact', terms },
      at('10:31'),
    ),
    act(chair(), 'decisions.publish', { decision: 'd' }, at('10:40')),
    put('e', at('11:00')),
    act(delegate('AAA'), 'decisions.object', { decision: 'e', member: 'AAA' }, at('11:05')),
    act(chair(), 'decisions.declareNoConsensus', { decision: 'e', next: 'carriedOver' }, at('11:10')),
  )
  const later = at('2028-06-01 10:00')
  const since = at('2027-05-01 00:00')
  const sees = classes['a member of no group']!
  const slice = sliceOf(old, sees, { texts: [], since })
  const deposit = (on: string) =>
    act(
      secretariat(),
      'decisions.depositInstrument',
      { instrument: 'i', party: 'AAA', kind: 'accession', on, countsForEntry: true },
      later,
    )
  const foldOne = (made: Act) => {
    const [entry] = entriesOf(old, made)
    return { next: foldShown(slice, entry!), truth: sliceOf(entry!.after, sees, { texts: [], since }) }
  }

  test('is named and not held; what comes up again makes the slice stale', () => {
    expect(slice.elsewhere).toEqual({ decisions: ['d', 'e'], instruments: ['i'] })
    expect(slice.state.decisions.decisions.size + slice.state.decisions.instruments.size).toBe(0)
    expect(notHeld(slice, deposit('2028-06-01'))).toEqual([{ kind: 'instrument', id: 'i' }])
    for (const made of [put('e', later), deposit('2028-06-01')]) {
      const { next, truth } = foldOne(made)
      expect(next.kind).toBe('stale')
      expect(truth.elsewhere.decisions.length).toBe(1)
    }
  })

  test('what is recorded of long ago changes nothing in it', () => {
    const { next, truth } = foldOne(deposit('2023-10-01'))
    expect(next).toEqual({ kind: 'folded', slice: truth })
  })
})

describe('the rules on a slice', () => {
  const state = worldOf(
    act(
      delegate('AAA'),
      'texts.instruct',
      { text: 't1', paragraph: 't1-1', member: 'AAA', redLine: 'Ours' },
      at('10:31'),
    ),
    act(
      delegate('BBB'),
      'texts.instruct',
      { text: 't1', paragraph: 't1-1', member: 'BBB', redLine: 'Theirs' },
      at('10:31'),
    ),
    act(
      delegate('AAA'),
      'texts.comment',
      { text: 't1', paragraph: 't1-1', member: 'AAA', comment: 'c0', wording: 'Ours to discuss' },
      at('10:32'),
    ),
    act(
      delegate('BBB'),
      'texts.comment',
      { text: 't1', paragraph: 't1-1', member: 'BBB', comment: 'c0', wording: 'Theirs to discuss' },
      at('10:32'),
    ),
  )
  const stand = (text: string) =>
    act(delegate('AAA'), 'texts.takeStand', { text, paragraph: `${text}-1`, stand: 'backs' }, at('11:00'))

  test('answer as on the whole state, once the viewer has put her own credentials in', () => {
    const bare = publicSlice(state)
    expect(domain.decide(stand('t1'), bare.state)).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'I-3' },
    })
    const own = withOwn(bare, ownOf(state, delegate('AAA').person, ['AAA']))
    expect(domain.decide(stand('t1'), own.state)).toEqual(domain.decide(stand('t1'), state))
    expect(json(own)).toContain('Ours')
    expect(json(own)).toContain('Ours to discuss')
    expect(json(bare)).not.toContain('discuss')
    expect(json(own)).not.toContain('Theirs')
    const again = withOwn(own, ownOf(state, delegate('AAA').person, ['AAA']))
    expect(json(again)).toBe(json(own))
  })

  const own: readonly (readonly [type: 'texts.instruct' | 'texts.comment', body: object])[] = [
    ['texts.instruct', { note: 'New' }],
    ['texts.comment', { comment: 'c1', wording: 'New' }],
  ]
  test.each(own)('[T-54] her own later %s is folded in, and only where she put her own', (type, more) => {
    const instruct = act(
      delegate('AAA'),
      type,
      { text: 't1', paragraph: 't1-1', member: 'AAA', ...more } as never,
      at('11:00'),
    )
    const [entry] = entriesOf(state, instruct)
    const sees = classes['a delegation']!
    const bare = sliceOf(state, sees, wanted)
    const own = withOwn(bare, ownOf(state, delegate('AAA').person, ['AAA']))
    const fold = (slice: Slice) => {
      const next = foldShown(slice, { events: entry!.events })
      return next.kind === 'folded' ? next.slice : undefined
    }
    expect(json(fold(bare))).toBe(json(bare))
    expect(json(fold(own))).toBe(
      json(
        withOwn(sliceOf(entry!.after, sees, wanted), ownOf(entry!.after, delegate('AAA').person, ['AAA'])),
      ),
    )
  })

  test('say what is to be fetched first when an act names what the slice does not hold', () => {
    const slice = publicSlice(state, [])
    expect(notHeld(slice, stand('t1'))).toEqual([{ kind: 'text', id: 't1' }])
    expect(notHeld(publicSlice(state), stand('t1'))).toEqual([])
    expect(notHeld(slice, stand('nothing'))).toEqual([])
  })

  test('an event of a later edition makes it stale, one of a room is passed over', () => {
    const slice = publicSlice(state)
    const event = (type: string) =>
      ({ type, at: at('12:00'), by: 'aaa', text: 't1' }) as unknown as DomainEvent
    expect(foldShown(slice, { events: [event('texts.unheardOf')] }).kind).toBe('stale')
    expect(foldShown(slice, { events: [event('room.something')] })).toEqual({ kind: 'folded', slice })
    expect(get(slice.state.texts.texts, 't1')).toBeDefined()
  })
})
