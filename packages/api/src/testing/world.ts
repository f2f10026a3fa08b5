import {
  domainFolds,
  foldsOfRooms,
  institutionItself,
  keySigner,
  lawWithRooms,
  openRecord,
  type RecordStore,
} from '@gavel/application'
import { openWorkshop, writeAtom, writeCalendar } from '@gavel/documents'
import type { Capacity } from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'
import { generateKey } from '@gavel/record'
import { memoryGuard } from '@gavel/store'
import { compareTexts, paragraphsOf, parseDraft, printDraft } from '@gavel/text'
import type { ApiOptions } from '../app.ts'
import { buildApi } from '../app.ts'
import type { FeedFormats, FileFormats, TextFormats } from '../ports.ts'

const formats: TextFormats = {
  read: source => parseDraft(source),
  print: (draft, to) => printDraft(draft, to),
  compare: (before, after) => compareTexts(paragraphsOf(before), paragraphsOf(after)),
}

const workshop = openWorkshop()
const testFiles: FileFormats = {
  docx: text => workshop.run({ kind: 'writeDocx', text }),
  pdf: paper => workshop.run({ kind: 'writePdf', paper }),
  readDocx: (bytes, parties) => workshop.run({ kind: 'readDraft', bytes, parties }),
  placeDocx: (bytes, text) => workshop.run({ kind: 'place', bytes, text }),
}

const testFeeds: FeedFormats = {
  calendar: async calendar => writeCalendar(calendar),
  atom: async feed => writeAtom(feed),
}

const start = Date.parse('2026-11-23T12:00:00.000Z')
const since = '2026-01-01T00:00:00.000Z'
const rightsOf = ({ kind }: Capacity) =>
  kind === 'delegate'
    ? ['read', 'speak', 'propose', 'object', 'join', 'accredit']
    : kind === 'chair'
      ? ['read', 'speak', 'propose']
      : ['read', 'speak', 'propose', 'accredit']

export const delegate = (member: string): Capacity => ({ kind: 'delegate', member: member as never })
export const secretariat: Capacity = { kind: 'secretariat' }
export const chair: Capacity = { kind: 'chair', body: 'soc' as never }

/** The invented organisation of these tests: three members, of which AAA and BBB sit in the group `wg`. */
const founding = () => {
  const source = 'invented for a test'
  const name = (en: string) => ({ en })
  const list: [type: string, body: object][] = [
    [
      'institution.found',
      { organisation: 'org', name: name('Org'), shortName: 'ORG', languages: ['en'], source },
    ],
    ...['AAA', 'BBB', 'CCC'].map(
      party =>
        [
          'institution.recordParty',
          { party, standing: 'member', name: name(party), status: 'active', from: '2000', source },
        ] as [string, object],
    ),
    [
      'institution.recordBody',
      { body: 'soc', name: name('SOC'), reportsTo: null, kind: 'governing', code: 'SOC', source },
    ],
    [
      'institution.recordBody',
      { body: 'wg', name: name('WG'), reportsTo: 'soc', kind: 'subsidiary', code: 'WG', source },
    ],
    [
      'institution.setParameter',
      { name: 'body.composition', value: ['AAA', 'BBB'], since, body: 'wg', source },
    ],
    ...(
      [
        ['sec', secretariat],
        ['chair', chair],
        ['aaa', delegate('AAA')],
        ['bbb', delegate('BBB')],
        ['ccc', delegate('CCC')],
      ] as const
    ).map(
      ([person, capacity]) =>
        [
          'institution.accredit',
          {
            credential: `c-${person}`,
            person,
            name: person,
            capacity,
            rights: rightsOf(capacity),
            from: since,
          },
        ] as [string, object],
    ),
  ]
  return list.map(([type, body], at) => ({
    id: `founding-${at}`,
    type,
    by: institutionItself,
    as: { kind: 'system' },
    body,
  }))
}

/** An API over a new record in a store of its own, with everybody's bearer token and a clock that stands still. */
export const newWorld = async (store: RecordStore, options: Partial<ApiOptions> = {}) => {
  const { rooms = [] } = options
  let nowMs = start
  const keeper = await openRecord({
    store,
    law: lawWithRooms(rooms.map(({ law }) => law)),
    folds: { ...domainFolds, ...foldsOfRooms(rooms) },
    clock: { now: () => nowMs },
    checkpointAfterMs: 0,
    snapshotEvery: 0,
    signing: { signer: keySigner(generateKey('test.example/record')), guard: memoryGuard() },
  })
  const answer = await keeper.submit(founding() as never, 'institution')
  if (answer.kind !== 'recorded') throw new Error(JSON.stringify(answer))
  const { app, context } = await buildApi({
    keeper,
    rows: store,
    formats,
    files: testFiles,
    feeds: testFeeds,
    requestsPerMinute: 100_000,
    filesPerMinute: 1_000,
    signInsPerMinute: 1_000,
    ...options,
  })
  const tokens: Record<string, string> = {}
  for (const person of ['sec', 'chair', 'aaa', 'bbb', 'ccc'])
    tokens[person] = await context.accounts.signIn(person as PersonId, { way: 'invitation' })
  let count = 0

  const ask = (
    person: string | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
  ) =>
    app.inject({
      method,
      url,
      headers: person === null ? {} : { authorization: `Bearer ${tokens[person]}` },
      ...(body === undefined ? {} : { payload: body as object }),
    })

  return {
    app,
    context,
    keeper,
    tokens,
    ask,
    get: (person: string | null, url: string) => ask(person, 'GET', url),
    act: (person: string, as: Capacity, type: string, body: object, id = `a${++count}`) =>
      ask(person, 'POST', `/api/acts/${type}`, { id, as, body }),
    wait: (ms: number) => {
      nowMs += ms
    },
    close: async () => {
      await app.close()
      await keeper.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof newWorld>>

/** A text of the group `wg`, closed to CCC, with one paragraph; and one of everybody. */
export const introduceTexts = async (world: World): Promise<void> => {
  for (const [text, audience] of [
    ['secret', { kind: 'body', body: 'wg' }],
    ['open', { kind: 'public' }],
  ] as const) {
    const paragraph = {
      id: 'p1',
      number: '1',
      level: 0,
      kind: 'operative',
      content: [{ kind: 'words', text: `${text === 'open' ? 'Calm' : 'Hush'}: members cooperate.` }],
    }
    const say = (type: string, body: object) => world.act('sec', secretariat, type, body)
    const answers = [
      await say('texts.introduce', {
        text,
        title: `${text === 'open' ? 'Plain' : 'Hush'} title`,
        body: 'wg',
        audience,
        language: 'en',
        kind: 'draft',
      }),
      await say('texts.lay', { text, paragraphs: [paragraph] }),
      await say('texts.open', { text }),
    ]
    for (const answer of answers) if (answer.statusCode !== 201) throw new Error(answer.body)
  }
}
