import {
  domainFolds,
  domainLaw,
  openRecord,
  readContent,
  type SentAct,
  type StoredEntry,
} from '@gavel/application'
import type { Act, DomainEvent } from '@gavel/domain'
import { memoryStore } from '@gavel/store'
import { act, assembly, delegate, secretariat } from '../packages/domain/src/testing/builders.ts'
import { figure, interleaved, type Options, type Report, ratio } from './measure.ts'

const parties = Array.from({ length: 16 }, (_, at) => `M${String(at).padStart(2, '0')}`)
const paragraphs = 200
const noon = Date.parse('2026-11-23T12:00:00.000Z')

const send = (made: Act, id: string): SentAct<Act> => {
  const { at: _, ...rest } = made
  return { ...rest, id } as unknown as SentAct<Act>
}

/** A text of 200 paragraphs that is open for negotiation. */
const setting = (): readonly Act[] => [
  ...assembly(...parties),
  act(secretariat(), 'texts.introduce', {
    text: 'T',
    title: 'Text',
    body: 'soc',
    audience: { kind: 'public' },
    language: 'en',
    kind: 'draft',
    fictional: true,
  }),
  act(secretariat(), 'texts.lay', {
    text: 'T',
    paragraphs: Array.from({ length: paragraphs }, (_, at) => ({
      id: `p${at}`,
      number: String(at + 1),
      level: 0,
      kind: 'operative' as const,
      content: [{ kind: 'words' as const, text: 'Members shall share information in good time.' }],
    })),
  }),
  act(secretariat(), 'texts.open', { text: 'T', symbol: 'ORG/SOC/2026/1' }),
]

/** A record of so many acts of negotiation: delegations that take stands on paragraphs, and change their minds. */
const negotiated = async (count: number): Promise<readonly StoredEntry[]> => {
  const store = memoryStore()
  const keeper = await openRecord({
    store,
    law: domainLaw,
    folds: {},
    clock: { now: () => noon },
    snapshotEvery: 0,
  })
  const expectRecorded = (answer: { readonly kind: string }): void => {
    if (answer.kind !== 'recorded') throw new Error(JSON.stringify(answer))
  }
  expectRecorded(
    await keeper.submit(
      setting().map((made, at) => send(made, `setting-${at}`)),
      'institution',
    ),
  )
  for (let from = 0; from < count; from += 5000)
    expectRecorded(
      await keeper.submit(
        Array.from({ length: Math.min(5000, count - from) }, (_, step) => {
          const at = from + step
          const stand = (['backs', 'canLiveWith', 'reserves'] as const)[Math.floor(at / 400) % 3]!
          const taken = {
            text: 'T',
            paragraph: `p${(at * 31) % paragraphs}`,
            stand,
          }
          return send(act(delegate(parties[at % 16]!), 'texts.takeStand', taken), `stand-${at}`)
        }),
      ),
    )
  const entries = await store.read(0, keeper.head().size)
  await keeper.close()
  return entries
}

/** Folding a record of real acts into the state of the five chapters, with and without reading it from its bytes. */
export const run = async ({ runs, small, say }: Options): Promise<Report> => {
  say('negotiating …')
  const entries = await negotiated(small ? 20_000 : 200_000)
  const contents = entries.map(entry => readContent<DomainEvent>(entry)!)
  const fold = (): void => {
    let state = domainLaw.initial
    for (const { events } of contents) for (const event of events) state = domainLaw.evolve(state, event)
  }
  const parseAndFold = (): void => {
    let state = domainLaw.initial
    for (const entry of entries)
      for (const event of readContent<DomainEvent>(entry)!.events) state = domainLaw.evolve(state, event)
  }
  const withViews = (): void => {
    let state = domainLaw.initial
    let trail = domainFolds.trail.initial
    for (const [index, content] of contents.entries()) {
      for (const event of content.events) state = domainLaw.evolve(state, event)
      trail = domainFolds.trail.apply(trail, { index, ...content }, state)
    }
  }
  say('replaying …')
  const timed = await interleaved(
    [
      { name: 'events at hand', run: fold },
      { name: 'events at hand, with the trail view', run: withViews },
      { name: 'from the bytes of the leaves (UTF-8 and JSON)', run: parseAndFold },
    ],
    runs,
  )
  const rows = timed.map(({ name, times }) =>
    figure(
      name,
      'acts/s',
      times.map(ms => (entries.length / ms) * 1000),
    ),
  )
  return {
    title: 'Replay',
    work: `${entries.length} acts, most of them stands on the paragraphs of a text, folded into the state; one core`,
    rows,
    ratios: [ratio('events at hand against 500,000 acts/s', rows[0]!.median / 500_000, 1)],
    notes: [
      'Neither row hashes: verifying is another benchmark, and a start from a snapshot replays the tail alone.',
    ],
  }
}
