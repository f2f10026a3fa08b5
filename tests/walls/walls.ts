/** The walls of the house: who may import whom, what no pure package may say, how long a function may be. */
import {
  codeOnly,
  functionsOf,
  type House,
  importsOf,
  isTest,
  partOf,
  saysAny,
  typesImported,
} from './sources.ts'

/**
 * Who may import whom among our own packages; what stands here stands in ARCHITECTURE.md. `record` and `domain`
 * never meet: meaning and bytes come together only in `application`.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  record: ['kernel'],
  text: ['kernel'],
  documents: ['kernel', 'text'],
  tables: ['kernel'],
  domain: ['kernel', 'text'],
  forecast: ['kernel'],
  contract: ['kernel'],
  application: ['kernel', 'record', 'text', 'domain'],
  store: ['kernel', 'record', 'application'],
  api: ['kernel', 'record', 'text', 'tables', 'domain', 'contract', 'application'],
  web: ['kernel', 'record', 'text', 'domain', 'contract'],
  server: [
    'kernel',
    'record',
    'text',
    'documents',
    'domain',
    'contract',
    'application',
    'store',
    'api',
    'web',
  ],
  cli: [
    'kernel',
    'record',
    'text',
    'documents',
    'tables',
    'domain',
    'forecast',
    'contract',
    'store',
    'server',
  ],
}

/**
 * A room may import these, and of the api the types alone. No room imports another, and nobody imports a room but the
 * two files that name them, of the server and of the command, and its own screens: these lie in a folder of the web app,
 * take the room's pure part, and are named in one file there.
 */
export const roomMayImport = ['kernel', 'text', 'contract', 'forecast', 'domain', 'application'] as const
const roomTypes = ['api'] as const
export const whereRoomsAreNamed: readonly string[] = ['apps/server/src/rooms.ts', 'apps/cli/src/rooms.ts']
const screensOfRooms = 'apps/web/src/rooms/'
const whereScreensAreNamed = `${screensOfRooms}rooms.ts`

/** The chapters, in the order of the rulebook: each may cite those before it and never one after it. */
export const chapters = ['institution', 'meetings', 'texts', 'decisions', 'commitments'] as const

/** Packages with no clock, no chance, no network and no process: the compiler takes the types away, this the rest. */
const pure = new Set(['kernel', 'text', 'domain', 'forecast'])

/** The law of a room (folder `law`) and the minds of simulated delegations (folder `brain`) are as pure as the chapters. */
const isPure = (path: string): boolean =>
  pure.has(partOf(path)) || /^rooms\/[a-z]+\/src\/(law|brain)\//.test(path)

/** Libraries allowed in the inner packages; the outer ones are watched by `knip` and the lock file. */
const libraries: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  text: [],
  domain: [],
  forecast: [],
  record: ['@noble/hashes', '@noble/curves'],
  contract: ['typebox'],
}

const isRoom = (part: string): boolean => part.startsWith('rooms/')

const importableBy = (path: string, source: string, name: string): readonly string[] => {
  const part = partOf(path)
  if (!isRoom(part)) return mayImport[part] ?? []
  return typesImported(path, source).includes(name) ? [...roomMayImport, ...roomTypes] : roomMayImport
}

/** The rooms there are, by the names of their folders, which are those of their packages. */
const roomsIn = (house: House): ReadonlySet<string> =>
  new Set(
    [...house.keys()]
      .map(partOf)
      .filter(isRoom)
      .map(part => part.slice('rooms/'.length)),
  )

/** Lines for rooms that are named anywhere but where rooms are named. */
export const roomsNamed = (house: House): readonly string[] => {
  const rooms = roomsIn(house)
  return [...house].flatMap(([path, source]) =>
    isTest(path) || whereRoomsAreNamed.includes(path)
      ? []
      : importsOf(path, source)
          .filter(name => rooms.has(ours(name) ?? '') && partOf(path) !== `rooms/${ours(name)}`)
          .filter(name => !isOwnPurePart(path, name))
          .map(name => `${path} names the room ${ours(name)}`),
  )
}

const isOwnPurePart = (path: string, name: string): boolean =>
  path.startsWith(`${screensOfRooms}${ours(name)}/`) && name.endsWith('/browser')

/** Lines for files that reach into the screens of a room from outside them: only the list of rooms does. */
export const roomScreensNamed = (house: House): readonly string[] => {
  const folderIn = (path: string): string | undefined =>
    path.startsWith(screensOfRooms) ? /^([a-z]+)\//.exec(path.slice(screensOfRooms.length))?.[1] : undefined
  return [...house].flatMap(([path, source]) =>
    path === whereScreensAreNamed
      ? []
      : importsOf(path, source)
          .filter(name => name.startsWith('.'))
          .map(name => folderIn(resolved(path, name)))
          .filter(room => room !== undefined && room !== folderIn(path))
          .map(room => `${path} reaches into the screens of the room ${room}`),
  )
}

const ours = (name: string): string | undefined => /^@gavel\/([a-z]+)/.exec(name)?.[1]

/** Lines like `domain imports record (packages/domain/src/x.ts)`: imports the table does not allow. */
export const forbiddenImports = (house: House): readonly string[] => {
  const faults: string[] = []
  for (const [path, source] of house) {
    const part = partOf(path)
    const rooms = roomsIn(house)
    for (const name of importsOf(path, source)) {
      const target = ours(name)
      const allowed = importableBy(path, source, name)
      if (
        target !== undefined &&
        target !== part &&
        !rooms.has(target) &&
        !allowed.includes(target) &&
        !isTest(path)
      )
        faults.push(`${part} imports ${target} (${path})`)
      if (target === undefined && !name.startsWith('.') && !isTest(path)) {
        const known = libraries[part]
        if (
          known !== undefined &&
          !name.startsWith('node:') &&
          !known.some(k => name === k || name.startsWith(`${k}/`))
        )
          faults.push(`${part} imports ${name} (${path})`)
        if (name.startsWith('node:') && (isPure(path) || (part === 'record' && !path.includes('/node'))))
          faults.push(`${part} imports ${name} (${path})`)
      }
      if (name.startsWith('.') && !isTest(path) && outside(path, name))
        faults.push(`${path} reaches out of its package: ${name}`)
    }
  }
  return faults
}

const resolved = (path: string, name: string): string => {
  const parts = path.split('/').slice(0, -1)
  for (const piece of name.split('/')) {
    if (piece === '..') parts.pop()
    else if (piece !== '.') parts.push(piece)
  }
  return parts.join('/')
}

const outside = (path: string, name: string): boolean =>
  !resolved(path, name).startsWith(path.split('/').slice(0, 2).join('/'))

/** In the domain a chapter cites earlier chapters only. */
export const laterChapters = (house: House): readonly string[] => {
  const faults: string[] = []
  const chapterOf = (path: string): number =>
    chapters.findIndex(chapter => path.startsWith(`packages/domain/src/${chapter}/`))
  for (const [path, source] of house) {
    const from = chapterOf(path)
    if (from < 0 || isTest(path)) continue
    for (const name of importsOf(path, source)) {
      if (!name.startsWith('.')) continue
      const to = chapterOf(resolved(path, name))
      if (to > from) faults.push(`${chapters[from]} cites ${chapters[to]} (${path})`)
    }
  }
  return faults
}

/**
 * Cycles between folders (`a → b → a`), tests left out. A folder and one inside it are no two rooms: what a chapter
 * takes from the folder above it and how that folder gathers its chapters is watched file by file.
 */
export const folderCycles = (house: House): readonly string[] => {
  const edges = new Map<string, Set<string>>()
  const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')
  for (const [path, source] of house) {
    if (isTest(path)) continue
    const from = folderOf(path)
    for (const name of importsOf(path, source)) {
      const to = name.startsWith('.') ? folderOf(resolved(path, name)) : undefined
      if (to !== undefined && !to.startsWith(from) && !from.startsWith(to))
        edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  }
  return cyclesIn(edges)
}

/** Cycles between files, tests left out. */
export const fileCycles = (house: House): readonly string[] => {
  const edges = new Map<string, Set<string>>()
  for (const [path, source] of house) {
    if (isTest(path)) continue
    const targets = importsOf(path, source).filter(name => name.startsWith('.'))
    edges.set(path, new Set(targets.map(name => resolved(path, name))))
  }
  return cyclesIn(edges)
}

const cyclesIn = (edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] => {
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (at: string, trail: readonly string[]): void => {
    const back = trail.indexOf(at)
    if (back >= 0) found.add([...trail.slice(back), at].join(' → '))
    if (back >= 0 || done.has(at)) return
    for (const next of edges.get(at) ?? []) visit(next, [...trail, at])
    done.add(at)
  }
  for (const at of edges.keys()) visit(at, [])
  return [...found]
}

const bannedInPure: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\(\s*\)/, 'new Date()'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bperformance\.now\b/, 'performance.now'],
  [/\bsetTimeout\b/, 'setTimeout'],
  [/\bglobalThis\b/, 'globalThis'],
]

const bannedEverywhere: readonly (readonly [RegExp, string])[] = [
  [/@ts-(ignore|nocheck|expect-error)/, 'a silenced compiler'],
  [/^export default\b/m, 'export default'],
]

/** The builder of the screens looks for its settings under a default export, and for nothing else. */
const allowedWord = (path: string, word: string): boolean =>
  word === 'export default' && path.endsWith('/vite.config.ts')

/** Words that have no place: the clock and chance in pure packages, a silenced compiler anywhere, a class in the law. */
export const bannedWords = (house: House): readonly string[] => {
  const faults: string[] = []
  for (const [path, source] of house) {
    if (isTest(path)) continue
    const code = codeOnly(path, source)
    const part = partOf(path)
    for (const [word, name] of isPure(path) ? bannedInPure : [])
      if (word.test(code)) faults.push(`${name} in ${path}`)
    for (const [word, name] of bannedEverywhere)
      if (!allowedWord(path, name) && word.test(name.startsWith('a silenced') ? source : code))
        faults.push(`${name} in ${path}`)
    if (saysAny(path, source)) faults.push(`the type any in ${path}`)
    if (
      (part === 'domain' || part === 'text' || (isRoom(part) && isPure(path))) &&
      /^\s*(export\s+)?(abstract\s+)?class\s/m.test(code)
    )
      faults.push(`a class in ${path}`)
    if (/\/(utils|helpers)\//.test(path)) faults.push(`a folder without a subject: ${path}`)
  }
  return faults
}

/** Functions over 70 lines. */
export const longFunctions = (house: House): readonly string[] =>
  [...house]
    .filter(([path]) => !isTest(path))
    .flatMap(([path, source]) => functionsOf(path, source))
    .filter(span => span.lines > 70)
    .map(span => `${span.path}:${span.line} has ${span.lines} lines`)

/** Files over 400 lines. */
export const longFiles = (house: House): readonly string[] =>
  [...house]
    .filter(([path, source]) => !isTest(path) && source.split('\n').length > 401)
    .map(([path, source]) => `${path} has ${source.split('\n').length - 1} lines`)
