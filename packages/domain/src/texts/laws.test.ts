import type { Outcome } from '@gavel/kernel'
import { bracketsIn, type Content, type Draft, parseDraft, printNotation } from '@gavel/text'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { domain } from '../domain.ts'
import type { Act, DomainEvent, DomainState } from '../state.ts'
import { after, at, chair, decided, delegate, secretariat } from '../testing/index.ts'
import { compilationOf, paragraphsOf, supportOf, type TextsEvent, whoSaid } from './index.ts'
import { plain } from './reading.ts'
import type { NegotiatedParagraph, Text } from './state.ts'
import { bracket, on, opened, para, plainWords, textIn } from './testing/drafts.ts'
import { expectSound } from './testing/invariants.ts'

/** What somebody tries: numbers that are read against the state of the moment. */
interface Attempt {
  readonly who: number
  readonly what: number
  readonly a: number
  readonly b: number
  readonly c: number
}

const attempts = (most: number) =>
  fc.array(fc.record({ who: fc.nat(2), what: fc.nat(99), a: fc.nat(999), b: fc.nat(999), c: fc.nat(999) }), {
    minLength: most >> 1,
    maxLength: most,
    size: 'max',
  })

const members = ['AAA', 'BBB', 'CCC']
const stands = ['backs', 'canLiveWith', 'reserves', 'objects', 'none'] as const
const vocabulary = ['shall', 'should', 'freely', 'in time', 'subject to law', 'where possible', '']

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

const places = (text: Text) => {
  const all = [...paragraphsOf(text)]
  return { all, ids: all.map(({ id }) => id) }
}

const optionsOf = (paragraph: NegotiatedParagraph) =>
  bracketsIn(paragraph.content).flatMap(({ bracket }) => bracket.options)

/** One attempt as an act; some are sensible, some are not, all are well-formed. */
const actOf = (state: DomainState, { who, what, a, b, c }: Attempt, n: number): Act => {
  const text = textIn(state)
  const { all, ids } = places(text)
  const member = delegate(pick(members, who))
  const paragraph = pick(all, a)
  const p = { paragraph: paragraph.id }
  const options = optionsOf(paragraph)
  const option = options.length > 0 && c % 4 > 0 ? { option: pick(options, b).id } : {}
  const matter = pick([{}, {}, { on: 'deletion' }, { on: 'move' }, { on: 'chairsText' }], c) as object
  const target = 'option' in option ? option : matter
  const soon = at('2026-11-25 10:00')
  if (what < 30) {
    const within = options.length > 0 && c % 3 === 0 ? pick(options, b) : undefined
    const room = plain(within ? within.content : paragraph.content)
    const change = {
      at: b % (room.length + 1),
      length: c % 7,
      wording: pick(vocabulary, c),
      ...(within ? { within: within.id } : {}),
    }
    const base = paragraph.revision - (c % 9 === 0 ? 1 : 0)
    const ids_ = { bracket: `b${n}`, option: `o${n}`, retained: `r${n}` }
    return on(member, 'texts.propose', {
      ...p,
      base,
      change,
      ...ids_,
      onStale: c % 2 === 0 ? 'alternative' : 'refuse',
    } as never)
  }
  if (what < 55) return on(member, 'texts.takeStand', { ...p, ...target, stand: pick(stands, b) } as never)
  if (what < 60) return on(member, 'texts.withdraw', { ...p, ...target } as never)
  if (what < 63) return on(member, 'texts.takeOver', { ...p, ...target } as never)
  if (what < 75) {
    const found = bracketsIn(paragraph.content)
    const id = found.length > 0 ? pick(found, b).bracket : undefined
    const chosen = id && c % 3 > 0 ? pick(id.options, c).id : null
    return on(chair(), 'texts.closeBracket', { ...p, bracket: id?.id ?? 'none', option: chosen } as never)
  }
  return restOf(what, { state, member, n, a, b, c, ids, soon, paragraph })
}

const restOf = (
  what: number,
  {
    member,
    n,
    a,
    b,
    c,
    ids,
    soon,
    paragraph,
  }: {
    state: DomainState
    member: ReturnType<typeof delegate>
    n: number
    a: number
    b: number
    c: number
    ids: readonly string[]
    soon: ReturnType<typeof at>
    paragraph: NegotiatedParagraph
  },
): Act => {
  const p = { paragraph: paragraph.id, base: paragraph.revision }
  const words = `Other words ${n}.`
  const place = pick<object>([{ after: pick(ids, b) }, { before: pick(ids, c) }, { at: 'end' }], a)
  switch (what) {
    case 75:
    case 76:
      return on(member, 'texts.proposeAlternative', { ...p, alternative: `a${n}`, wording: words } as never)
    case 77:
    case 78:
      return on(member, 'texts.proposeParagraph', {
        paragraph: `n${n}`,
        place,
        level: c % 2,
        kind: 'operative',
        wording: words,
      } as never)
    case 79:
      return on(member, 'texts.proposeDeletion', p as never)
    case 80:
      return on(member, 'texts.proposeMove', { ...p, place } as never)
    case 81:
    case 82:
      return on(chair(), 'texts.closeAlternatives', {
        ...p,
        paragraph: paragraph.alternativeOf ?? paragraph.id,
        chosen: pick([paragraph.id, ...paragraph.alternatives], b),
        base: undefined,
      } as never)
    case 83:
      return on(chair(), 'texts.settleDeletion', { ...p, deleted: b % 2 === 0 } as never)
    case 84:
      return on(chair(), 'texts.settleMove', { ...p, moved: b % 2 === 0 } as never)
    case 85:
      return on(chair(), 'texts.settleParagraph', { ...p, kept: b % 2 === 0 } as never)
    case 86:
    case 87:
    case 88:
      return on(chair(), 'texts.advance', {
        ...p,
        to: pick(['agreedInInformals', 'agreedAdRef', 'agreed'], b),
      } as never)
    case 89:
      return on(member, 'texts.askToReopen', { paragraph: paragraph.id, reason: 'facts' } as never)
    case 90:
      return on(member, 'texts.opposeReopening', { paragraph: paragraph.id } as never)
    case 91:
      return on(chair(), 'texts.reopen', { paragraph: paragraph.id } as never, soon)
    case 92:
      return on(chair(), 'texts.offerChairsText', {
        base: 1_000,
        paragraphs: [{ paragraph: paragraph.id, wording: words }],
        leavesOut: optionsOf(paragraph).map(({ id }) => ({ option: id, reason: 'bridging' })),
        leavesOutParagraphs: paragraph.alternatives.map(id => ({ paragraph: id, reason: 'bridging' })),
      } as never)
    case 93:
      return on(chair(), 'texts.acceptChairsText', { paragraphs: 'all' } as never, soon)
    case 94:
      return on(chair(), 'texts.withdrawChairsText', {} as never)
    case 95:
      return on(secretariat(), 'texts.renumber', { numbers: [[paragraph.id, `${n}`]] } as never)
    default:
      return on(secretariat(), 'texts.edit', {
        ...p,
        content: paragraph.content.map(inline =>
          inline.kind === 'words' ? plainWords(`${inline.text}!`) : inline,
        ),
      } as never)
  }
}

/** An offer needs the text's own revision as its base. */
const based = (act: Act, state: DomainState): Act =>
  act.type === 'texts.offerChairsText'
    ? ({ ...act, body: { ...act.body, base: textIn(state).revision } } as Act)
    : act

const start = after(
  opened(
    para('p', '1', 'Members shall share information with one another.'),
    para('q', '2', [
      plainWords('The secretariat '),
      bracket('x', ['x1', 'collects'], ['x2', [plainWords('publishes '), bracket('y', ['y1', 'yearly'])]]),
      plainWords(' reports.'),
    ]),
    para('i', '(a)', 'an item', { level: 1, kind: 'item' }),
  ),
)

interface Step {
  readonly before: DomainState
  readonly act: Act
  readonly outcome: Outcome<DomainEvent>
  readonly after: DomainState
}

const played = (tries: readonly Attempt[]): readonly Step[] => {
  let state = start
  return tries.flatMap((attempt, n) => {
    if (textIn(state).first === null) return []
    const before = state
    const act = based(actOf(state, attempt, n), state)
    const outcome = decided(act, state)
    if (outcome.kind === 'accepted') state = outcome.events.reduce(domain.evolve, state)
    return [{ before, act, outcome, after: state }]
  })
}

const eventsOf = ({ outcome }: Step): readonly TextsEvent[] =>
  outcome.kind === 'accepted' ? (outcome.events as readonly TextsEvent[]) : []

/** Brackets as a reader of the page counts them: two that touch, `[a][b]`, read as one with more options. */
const onPaper = (content: Content): number => {
  let count = 0
  let touching = false
  for (const inline of content) {
    if (inline.kind !== 'bracket') {
      touching &&= inline.kind === 'words' && inline.text.trim() === ''
      continue
    }
    if (!touching) count++
    touching = true
    for (const option of inline.options) count += onPaper(option.content)
  }
  return count
}

const runs = { numRuns: 60 }

describe('laws of texts', () => {
  test('whatever is tried, the text stays sound', () =>
    fc.assert(
      fc.property(attempts(80), tries => {
        for (const { before, after: then } of played(tries)) if (then !== before) expectSound(textIn(then))
      }),
      runs,
    ))

  test('replaying what happened leads to the same state; a refused act appends nothing', () =>
    fc.assert(
      fc.property(attempts(80), tries => {
        const steps = played(tries)
        const events = steps.flatMap(eventsOf)
        const replayed = (JSON.parse(JSON.stringify(events)) as TextsEvent[]).reduce(domain.evolve, start)
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(steps.at(-1)?.after ?? start))
        for (const { outcome, before, after: then } of steps)
          if (outcome.kind === 'refused') {
            expect(then).toBe(before)
            expect(outcome.refusal.rule).toMatch(/^[IT]-\d+$/)
          }
      }),
      runs,
    ))

  test('words proposed stay in the text until a recorded act ends them', () =>
    fc.assert(
      fc.property(attempts(80), tries => {
        const ends = new Set([
          'texts.bracketClosed',
          'texts.lapsed',
          'texts.alternativesClosed',
          'texts.deletionSettled',
          'texts.paragraphSettled',
          'texts.chairsTextAccepted',
        ])
        const idsIn = (state: DomainState) =>
          new Set(
            [...paragraphsOf(textIn(state))].flatMap(p => [
              p.id as string,
              ...optionsOf(p).map(({ id }) => id),
            ]),
          )
        for (const step of played(tries)) {
          const events = eventsOf(step)
          const now = idsIn(step.after)
          if (!events.some(({ type }) => ends.has(type)))
            expect([...idsIn(step.before)].filter(id => !now.has(id))).toEqual([])
          for (const event of events)
            if (event.type === 'texts.changeProposed') {
              const made = [...paragraphsOf(textIn(step.after))]
                .flatMap(optionsOf)
                .find(({ id }) => id === event.option)
              expect(plain(made!.content)).toBe(event.change.wording)
            }
        }
      }),
      runs,
    ))

  test('[T-30] nothing is ever settled over an objection to it', () =>
    fc.assert(
      fc.property(attempts(80), tries => {
        for (const step of played(tries))
          for (const event of eventsOf(step)) {
            const before = textIn(step.before)
            const paragraph =
              'paragraph' in event
                ? [...paragraphsOf(before)].find(({ id }) => id === event.paragraph)
                : undefined
            if (event.type === 'texts.bracketClosed' && event.option !== null)
              expect(whoSaid(supportOf(paragraph!, { option: event.option })!, 'objects')).toEqual([])
            if (event.type === 'texts.deletionSettled' && event.deleted)
              expect(whoSaid(paragraph!.deletion!, 'objects')).toEqual([])
            if (event.type === 'texts.advanced') expect(whoSaid(paragraph!.whole, 'objects')).toEqual([])
            if (event.type === 'texts.chairsTextAccepted')
              for (const { paragraph: id } of event.paragraphs) {
                const offer = [...paragraphsOf(before)].find(other => other.id === id)!.offer!
                expect(whoSaid(offer, 'objects')).toEqual([])
              }
          }
      }),
      runs,
    ))

  test('the compilation, printed and parsed back, has the same brackets', () =>
    fc.assert(
      fc.property(attempts(40), tries => {
        const count = (draft: Draft) =>
          draft.paragraphs.reduce((sum, { content }) => sum + onPaper(content), 0)
        const draft = compilationOf(textIn(played(tries).at(-1)?.after ?? start))
        const back = parseDraft(printNotation(draft), { parties: members }).draft
        expect(count(back)).toBe(count(draft))
      }),
      runs,
    ))
})
