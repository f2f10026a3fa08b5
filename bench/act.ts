import { type Act, type DomainState, decideAsSystem, domain } from '@gavel/domain'
import { canonicalJson, type Instant, instant, type Json } from '@gavel/kernel'
import { figure, type Options, type Ratio, type Report, type Row, ratio, spread, within } from './measure.ts'

/**
 * What one act costs in a text of 1,000 open brackets on which 193 delegations stand, by the length of the text: the
 * gate of authority, the chapter's rules, and the folding in of what happened. The promise: the length does not matter.
 */

const at: Instant = instant('2026-11-23T09:00:00.000Z')
const delegations = Array.from({ length: 193 }, (_, n) => `M${String(n).padStart(3, '0')}`)
const words = 'Members shall share information in good time and without conditions.'

const make = (as: object, by: string, type: string, body: object): Act =>
  ({ id: `${type} ${by} ${canonicalJson(body as Json)}`, type, by, as, at, body }) as unknown as Act

const system = { kind: 'system' }
const chair = { kind: 'chair', body: 'soc' }
const delegate = (member: string) => ({ kind: 'delegate', member })

/** Does an act for good; a refusal means that the benchmark is wrong. */
const done = (state: DomainState, act: Act): DomainState => {
  const outcome = act.as.kind === 'system' ? decideAsSystem(act, state) : domain.decide(act, state)
  if (outcome.kind === 'refused')
    throw new Error(`${act.type} ${outcome.refusal.rule} ${JSON.stringify(outcome.refusal.facts)}`)
  return outcome.events.reduce(domain.evolve, state)
}

const source = 'bench'
const always = '2020-01-01T00:00:00.000Z'
const delegateRights = ['read', 'speak', 'propose', 'object', 'join']
const credential = (person: string, capacity: object, rights = delegateRights) =>
  make(system, 'system', 'institution.accredit', {
    credential: `c-${person}`,
    person,
    name: person,
    capacity,
    rights,
    from: always,
  })

const institution = (): readonly Act[] => [
  make(system, 'system', 'institution.found', {
    organisation: 'org',
    name: { en: 'Organisation' },
    shortName: 'ORG',
    languages: ['en'],
    source,
  }),
  make(system, 'system', 'institution.recordBody', {
    body: 'soc',
    name: { en: 'Committee' },
    reportsTo: null,
    kind: 'governing',
    code: 'SOC',
    source,
  }),
  ...delegations.map(party =>
    make(system, 'system', 'institution.recordParty', {
      party,
      standing: 'member',
      name: { en: party },
      status: 'active',
      from: '1999',
      source,
    }),
  ),
  ...delegations.map(member => credential(member.toLowerCase(), delegate(member))),
  make(system, 'system', 'institution.recordTerm', {
    office: { kind: 'chair', body: 'soc' },
    holder: delegations[0],
    from: '2020',
    source,
  }),
  credential('chair', chair, ['read', 'speak']),
]

const paragraph = (n: number) => ({
  id: `p${n}`,
  number: String(n + 1),
  level: 0,
  kind: 'operative',
  content: [{ kind: 'words', text: words.repeat(2) }],
})

/** A text of so many paragraphs, opened. */
const opened = (paragraphs: number): DomainState => {
  let state = institution().reduce(done, domain.initial)
  const text = 't'
  state = done(
    state,
    make(system, 'system', 'texts.introduce', {
      text,
      title: 'Draft',
      body: 'soc',
      audience: { kind: 'members' },
      language: 'en',
      kind: 'draft',
    }),
  )
  for (let from = 0; from < paragraphs; from += 200) {
    const portion = Array.from({ length: Math.min(200, paragraphs - from) }, (_, n) => paragraph(from + n))
    state = done(state, make(system, 'system', 'texts.lay', { text, paragraphs: portion }))
  }
  return done(state, make(system, 'system', 'texts.open', { text }))
}

const propose = (member: string, n: number, p: number, base: number): Act =>
  make(delegate(member), member.toLowerCase(), 'texts.propose', {
    text: 't',
    paragraph: `p${p}`,
    base,
    change: { at: 0, length: 0, wording: `Whereas ${n}, ` },
    bracket: `b${n}`,
    option: `o${n}`,
    retained: `r${n}`,
  })

const stand = (member: string, p: number, option: string, word: string): Act =>
  make(delegate(member), member.toLowerCase(), 'texts.takeStand', {
    text: 't',
    paragraph: `p${p}`,
    option,
    stand: word,
  })

interface Prepared {
  readonly state: DomainState
  /** For each paragraph with brackets: its revision. */
  readonly revisions: ReadonlyMap<number, number>
  readonly home: (bracket: number) => number
  readonly brackets: number
}

/** Opens the brackets, spread over the text, and lets every delegation stand on every one of them. */
const prepared = (paragraphs: number, brackets: number, standing: number): Prepared => {
  let state = opened(paragraphs)
  const revisions = new Map<number, number>()
  const home = (n: number) => (n * Math.max(1, Math.floor(paragraphs / brackets))) % paragraphs
  for (let n = 0; n < brackets; n++) {
    const p = home(n)
    const base = revisions.get(p) ?? 1
    state = done(state, propose(delegations[n % delegations.length]!, n, p, base))
    revisions.set(p, base + 1)
    for (let m = 0; m < standing; m++) {
      const member = delegations[(n + 1 + m) % delegations.length]!
      if (member === delegations[n % delegations.length]) continue
      // Half back the new words; the other half back the old ones and can live with the new.
      if (m % 2 === 0) state = done(state, stand(member, p, `o${n}`, 'backs'))
      else {
        state = done(state, stand(member, p, `r${n}`, 'backs'))
        state = done(state, stand(member, p, `o${n}`, 'canLiveWith'))
      }
    }
  }
  return { state, revisions, home, brackets }
}

const actsOf = ({ revisions, home, brackets }: Prepared, count: number) => {
  const some = Array.from({ length: count }, (_, n) => (n * 7) % brackets)
  return {
    stand: some.map(n => stand(delegations[(n + 5) % 193]!, home(n), `o${n}`, 'reserves')),
    propose: some.map((n, at) => propose(delegations[3]!, brackets + at, home(n), revisions.get(home(n))!)),
    close: some.map(n =>
      make(chair, 'chair', 'texts.closeBracket', {
        text: 't',
        paragraph: `p${home(n)}`,
        bracket: `b${n}`,
        option: `o${n}`,
      }),
    ),
  }
}

/** Microseconds per act: each is decided and folded in from the same state, which is then thrown away. */
const measured = (state: DomainState, acts: readonly Act[], runs: number): readonly number[] => {
  const times: number[] = []
  for (let run = -1; run < runs; run++) {
    const from = performance.now()
    for (const act of acts) done(state, act)
    if (run >= 0) times.push(((performance.now() - from) * 1_000) / acts.length)
  }
  return times
}

export const run = async ({ runs, small, say }: Options): Promise<Report> => {
  const [brackets, count] = small ? [50, 20] : [1_000, 200]
  const sizes = small ? [10, 100] : [10, 100, 1_000, 10_000]
  const rows: Row[] = []
  const medians = new Map<string, number[]>()
  for (const paragraphs of sizes) {
    say(`preparing ${paragraphs} paragraphs …`)
    const world = prepared(paragraphs, brackets, delegations.length)
    for (const [kind, acts] of Object.entries(actsOf(world, count))) {
      const times = measured(world.state, acts, runs)
      rows.push(figure(`${kind}, ${paragraphs} paragraphs`, 'µs', times))
      medians.set(kind, [...(medians.get(kind) ?? []), spread(times).median])
    }
  }
  // 2 ms is the limit; growth is the dearest length against the cheapest: a text 1,000 times longer may cost 5 times.
  const limits = rows.map(line => within(line, 2_000))
  const growth = [...medians].map(
    ([kind, costs]): Ratio =>
      ratio(`${kind}: longest text against 5 × the shortest`, (5 * costs[0]!) / costs.at(-1)!, 1),
  )
  return {
    title: 'One act in a disputed text',
    work: `${brackets} open brackets, 193 delegations standing on each, texts of ${sizes.join(', ')} paragraphs`,
    rows,
    ratios: [...limits, ...growth],
    notes: [
      'An act passes the gate of authority, the rules of its chapter and is folded in; hashing and storing are not in it.',
      'In the text of 10 paragraphs each holds 100 brackets: what an act costs there is the length of its paragraph.',
    ],
  }
}
