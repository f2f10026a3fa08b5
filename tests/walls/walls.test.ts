import { describe, expect, test } from 'vitest'
import { type House, readHouse } from './sources.ts'
import {
  bannedWords,
  fileCycles,
  folderCycles,
  forbiddenImports,
  laterChapters,
  longFiles,
  longFunctions,
  roomScreensNamed,
  roomsNamed,
} from './walls.ts'

const house = readHouse()
const withFile = (path: string, source: string): House => new Map([[path, source]])

describe('the house as it stands', () => {
  test('has files to look at', () => expect(house.size).toBeGreaterThan(50))
  test('imports only as the table allows', () => expect(forbiddenImports(house)).toEqual([]))
  test('names its rooms in one place', () => expect(roomsNamed(house)).toEqual([]))
  test('names the screens of its rooms in one place', () => expect(roomScreensNamed(house)).toEqual([]))
  test('cites only earlier chapters', () => expect(laterChapters(house)).toEqual([]))
  test('has no cycle between folders', () => expect(folderCycles(house)).toEqual([]))
  test('has no cycle between files', () => expect(fileCycles(house)).toEqual([]))
  test('says no banned word', () => expect(bannedWords(house)).toEqual([]))
  test('has no function over 70 lines', () => expect(longFunctions(house)).toEqual([]))
  test('has no file over 400 lines', () => expect(longFiles(house)).toEqual([]))
})

describe('a house with a hole in it', () => {
  test.each([
    [
      'domain importing record',
      forbiddenImports,
      'packages/domain/src/a.ts',
      "import { leafHash } from '@gavel/record'",
    ],
    ['kernel importing a library', forbiddenImports, 'packages/kernel/src/a.ts', "import fp from 'fp-ts'"],
    [
      'domain importing node',
      forbiddenImports,
      'packages/domain/src/a.ts',
      "import { readFileSync } from 'node:fs'",
    ],
    [
      'a dynamic import over a wall',
      forbiddenImports,
      'packages/contract/src/a.ts',
      "const x = await import('@gavel/store')",
    ],
    [
      'a re-export over a wall',
      forbiddenImports,
      'packages/kernel/src/a.ts',
      "export * from '@gavel/domain'",
    ],
    [
      'a path out of the package',
      forbiddenImports,
      'packages/api/src/a.ts',
      "import { x } from '../../store/src/x.ts'",
    ],
    [
      'texts citing decisions',
      laterChapters,
      'packages/domain/src/texts/a.ts',
      "import { x } from '../decisions/x.ts'",
    ],
    ['the clock in the law', bannedWords, 'packages/domain/src/a.ts', 'export const now = () => Date.now()'],
    ['chance in the law', bannedWords, 'packages/text/src/a.ts', 'export const roll = () => Math.random()'],
    ['a class in the law', bannedWords, 'packages/domain/src/a.ts', 'export class Decision {}'],
    ['the type any', bannedWords, 'packages/api/src/a.ts', 'export const x = (y: readonly any[]) => y'],
    ['a silenced compiler', bannedWords, 'packages/api/src/a.ts', '// @ts-ignore\nexport const x = 1'],
    [
      'a long function',
      longFunctions,
      'packages/api/src/a.ts',
      `export const f = () => {\n${'  x()\n'.repeat(70)}}`,
    ],
    ['a long file', longFiles, 'packages/api/src/a.ts', '\n'.repeat(401)],
  ])('%s is found', (_, wall, path, source) => expect(wall(withFile(path, source))).toHaveLength(1))

  test.each([
    ['a room importing the store', "import { x } from '@gavel/store'", 1],
    ['a room running code of the api', "import { notFound } from '@gavel/api'", 1],
    ['a room knowing the types of the api', "import type { Room } from '@gavel/api'", 0],
    ['the clock in the law of a room', 'export const now = () => Date.now()', 1],
    ['a class in the law of a room', 'export class Toy {}', 1],
  ])('%s is found', (_, source, faults) => {
    const holed = withFile('rooms/toys/src/law/a.ts', source)
    expect([...forbiddenImports(holed), ...bannedWords(holed)]).toHaveLength(faults)
  })

  test('the screens of a room named outside them, or taking more of the room than its pure part, are found', () => {
    const holed = new Map([
      ['rooms/toys/src/index.ts', 'export const x = 1'],
      ['apps/web/src/rooms/rooms.ts', "import { x } from './toys/manifest.ts'"],
      ['apps/web/src/rooms/toys/manifest.ts', "import { x } from '@gavel/toys/browser'"],
      ['apps/web/src/rooms/toys/a.ts', "import { x } from '@gavel/toys'"],
      ['apps/web/src/app/a.ts', "import { x } from '../rooms/toys/manifest.ts'"],
      ['apps/web/src/rooms/games/a.ts', "import { x } from '../toys/manifest.ts'"],
    ])
    expect(roomsNamed(holed)).toEqual(['apps/web/src/rooms/toys/a.ts names the room toys'])
    expect(roomScreensNamed(holed)).toEqual([
      'apps/web/src/app/a.ts reaches into the screens of the room toys',
      'apps/web/src/rooms/games/a.ts reaches into the screens of the room toys',
    ])
  })

  test('a room named by another room, or by a package, is found', () => {
    const holed = new Map([
      ['rooms/toys/src/index.ts', "import { x } from '@gavel/games'"],
      ['rooms/games/src/index.ts', 'export const x = 1'],
      ['packages/api/src/a.ts', "import { x } from '@gavel/games'"],
      ['apps/server/src/rooms.ts', "import { x } from '@gavel/games'"],
    ])
    expect(roomsNamed(holed)).toEqual([
      'rooms/toys/src/index.ts names the room games',
      'packages/api/src/a.ts names the room games',
    ])
  })

  test('a cycle between folders is found', () => {
    const holed = new Map([
      ['packages/api/src/a/x.ts', "import { y } from '../b/y.ts'"],
      ['packages/api/src/b/y.ts', "import { x } from '../a/x.ts'"],
    ])
    expect(folderCycles(holed)).toHaveLength(1)
    expect(fileCycles(holed)).toHaveLength(1)
  })

  test('a banned word in a comment is no offence', () =>
    expect(
      bannedWords(withFile('packages/domain/src/a.ts', '/** Never Date.now(). */\nexport const x = 1')),
    ).toEqual([]))
})
