/** A house in a process of its own, on disk and signed, behind HTTP: what the benchmarks of the live path measure. */
import { readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildApi } from '@gavel/api'
import { domainFolds, domainLaw, keySigner, openRecord, type SentAct } from '@gavel/application'
import type { Act } from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'
import { generateKey, parseSignerKey, printSignerKey, type SignerKey } from '@gavel/record'
import { fileGuard, sqliteStore } from '@gavel/store'
import { compareTexts, paragraphsOf, parseDraft, printDraft } from '@gavel/text'
import {
  type Actor,
  accredited,
  act,
  assembly,
  delegate,
  secretariat,
} from '../../packages/domain/src/testing/builders.ts'
import { treaty } from '../treaty.ts'
import { type Usage, usage } from './child.ts'

export interface HouseWanted {
  readonly folder: string
  readonly port: number
  readonly delegations: number
  readonly perDelegation: number
  /** Paragraphs of each of the two texts. */
  readonly paragraphs: number
  /** Proposals on the public text, each with nine stands on it: ten times as many acts. */
  readonly proposals?: number
}

export interface House {
  readonly port: number
  readonly size: number
  /** A token for each delegate, delegation by delegation, and one for the secretariat at the end. */
  readonly tokens: readonly string[]
}

export type AskedHouse =
  | { readonly do: 'usage'; readonly rough?: boolean }
  | { readonly do: 'stop' }
  | { readonly do: 'size' }

const send = (made: Act, id: string): SentAct<Act> => {
  const { at: _, ...rest } = made
  return { ...rest, id } as unknown as SentAct<Act>
}

export const memberOf = (delegation: number): string => `M${String(delegation).padStart(3, '0')}`
const delegateOf = (delegation: number, n: number): Actor =>
  delegate(memberOf(delegation), n === 0 ? '' : `-${n}`)

/** Two texts: one for everybody, one for members; a delegation's instructions are the third kind of act. */
const texts = (paragraphs: number) => {
  const words = treaty(paragraphs)
  return (['open', 'members'] as const).flatMap(text => [
    act(secretariat(), 'texts.introduce', {
      text,
      title: 'Draft',
      body: 'soc',
      audience: { kind: text === 'open' ? 'public' : 'members' },
      language: 'en',
      kind: 'draft',
    }),
    ...Array.from({ length: Math.ceil(paragraphs / 100) }, (_, part) =>
      act(secretariat(), 'texts.lay', {
        text,
        paragraphs: words.slice(part * 100, part * 100 + 100).map((one, n) => ({
          id: `p${part * 100 + n}`,
          number: String(part * 100 + n + 1),
          level: 0,
          kind: 'operative',
          content: [{ kind: 'words', text: one.text }],
        })),
      }),
    ),
    act(secretariat(), 'texts.open', { text }),
  ])
}

const founding = ({ delegations, perDelegation, paragraphs }: HouseWanted): readonly SentAct<Act>[] => {
  const members = Array.from({ length: delegations }, (_, n) => memberOf(n))
  const others = members.flatMap((_, d) =>
    Array.from({ length: perDelegation - 1 }, (_, n) => accredited(delegateOf(d, n + 1))),
  )
  return [...assembly(...members), ...others, ...texts(paragraphs)].map((made, n) =>
    send(made, `founding-${n}`),
  )
}

/** Ten acts on a paragraph: a delegation proposes a change, nine others say what they think of it. */
const negotiated = (n: number, delegations: number): readonly SentAct<Act>[] => {
  const on = { text: 'open', paragraph: `p${n}` }
  const change = { at: 0, length: 0, wording: 'As amended, ' }
  const ids = { bracket: `b${n}`, option: `o${n}`, retained: `r${n}` }
  const proposer = n % delegations
  const acts = [
    act(delegateOf(proposer, 0), 'texts.propose', { ...on, base: 1, change, ...ids }),
    ...Array.from({ length: 9 }, (_, other) =>
      act(delegateOf((proposer + 1 + other) % delegations, 0), 'texts.takeStand', {
        ...on,
        option: other % 3 === 0 ? `r${n}` : `o${n}`,
        stand: 'backs',
      }),
    ),
  ]
  return acts.map((made, at) => send(made, `negotiated-${n}-${at}`))
}

const formats = {
  read: (source: string) => parseDraft(source),
  print: printDraft as never,
  compare: (before: never, after: never) => compareTexts(paragraphsOf(before), paragraphsOf(after)),
}

/** The key of the house: made once, and found again after a restart. */
const keyIn = async (folder: string): Promise<SignerKey> => {
  const path = join(folder, 'key')
  try {
    return parseSignerKey(await readFile(path, 'utf8'))
  } catch {
    const key = generateKey('bench.example/record')
    await writeFile(path, printSignerKey(key))
    return key
  }
}

/** Opens the house in a folder: founds it there when the folder is empty, else goes on. */
export const openHouse = async (wanted: HouseWanted) => {
  const store = await sqliteStore(join(wanted.folder, 'record.db'))
  const keeper = await openRecord({
    store,
    law: domainLaw,
    folds: domainFolds,
    clock: { now: () => Date.now() },
    signing: {
      signer: keySigner(await keyIn(wanted.folder)),
      guard: fileGuard(join(wanted.folder, 'guard')),
    },
  })
  if (keeper.head().size === 0) {
    const founded = await keeper.submit(founding(wanted), 'institution')
    if (founded.kind !== 'recorded') throw new Error(JSON.stringify(founded))
    for (let n = 0; n < (wanted.proposals ?? 0); n += 100) {
      const list = Array.from({ length: 100 }, (_, at) => negotiated(n + at, wanted.delegations)).flat()
      const done = await keeper.submit(list)
      if (done.kind !== 'recorded') throw new Error(JSON.stringify(done))
    }
  }
  const plenty = 1_000_000_000
  const { app, context } = await buildApi({
    keeper,
    rows: store,
    formats,
    // No benchmark of the live path asks for a file or a feed.
    files: {} as never,
    feeds: {} as never,
    requestsPerMinute: plenty,
    live: { perPerson: plenty, perAddress: plenty, inAll: plenty },
  })
  const persons = Array.from({ length: wanted.delegations }, (_, d) =>
    Array.from({ length: wanted.perDelegation }, (_, n) => delegateOf(d, n).person),
  ).flat()
  const tokens: string[] = []
  for (const person of [...persons, secretariat().person])
    tokens.push(await context.accounts.signIn(person as PersonId, { way: 'demonstration' }))
  await app.listen({ port: wanted.port, host: '127.0.0.1', backlog: 8_192 })
  const { port } = app.server.address() as AddressInfo
  return { app, keeper, house: { port, size: keeper.head().size, tokens } satisfies House }
}

/** Serves until it is told to stop. */
export const runHouse = async (wanted: HouseWanted): Promise<void> => {
  const { app, keeper, house } = await openHouse(wanted)
  const answer = async (asked: AskedHouse): Promise<Usage | number | undefined> => {
    if (asked.do === 'usage') return usage(asked.rough)
    if (asked.do === 'size') return keeper.head().size
    await app.close()
    await keeper.close()
    return undefined
  }
  process.on('message', (asked: AskedHouse | { readonly do: 'ready' }) => {
    if (asked.do === 'ready') process.send!({ value: house })
    else
      answer(asked).then(
        value => process.send!({ value }),
        error => process.send!({ error: String(error) }),
      )
  })
}
