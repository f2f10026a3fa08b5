import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, root } from './sources.ts'
import { mayImport } from './walls.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const pages = [
  ...readdirSync(root).filter(name => name.endsWith('.md')),
  ...['docs', 'rulebook', 'organisations', 'bench', 'tests', 'packages', 'apps'].flatMap(folder =>
    filesBelow(folder, ['.md']),
  ),
]
const map = read('ARCHITECTURE.md')

const brokenLinks = (page: string): readonly string[] =>
  [...read(page).matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)]
    .map(match => match[1]!)
    .filter(target => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(page), target)))
    .map(target => `${page} → ${target}`)

/** The table of ARCHITECTURE.md, read back: `| importer | may import |`. */
const tableOfWalls = (): Record<string, readonly string[]> =>
  Object.fromEntries(
    [...map.matchAll(/^\| `(\w+)` \| ([^|]*)\|$/gm)].map(([, part, list]) => [
      part!,
      [...list!.matchAll(/`(\w+)`/g)].map(match => match[1]!),
    ]),
  )

describe('prose under test', () => {
  test('every link between our pages leads somewhere', () => expect(pages.flatMap(brokenLinks)).toEqual([]))
  test('the map names every folder of the house', () => {
    const folders = ['packages', 'apps'].flatMap(top =>
      readdirSync(join(root, top)).map(name => `${top}/${name}`),
    )
    const top = ['rulebook', 'organisations', 'tests', 'bench', 'docs', 'examples', 'scripts'].filter(name =>
      existsSync(join(root, name)),
    )
    expect([...folders, ...top].filter(folder => !map.includes(`${folder}/`))).toEqual([])
  })
  test('the table in the map is the table the walls keep', () => expect(tableOfWalls()).toEqual(mayImport))
  test('every package has its row in the walls', () =>
    expect(['packages', 'apps'].flatMap(top => readdirSync(join(root, top))).sort()).toEqual(
      Object.keys(mayImport).sort(),
    ))
  test('every room can be removed because nothing outside it and the server names it', () => {
    const rooms = existsSync(join(root, 'rooms')) ? readdirSync(join(root, 'rooms')) : []
    const naming = filesBelow('packages', ['.ts']).filter(path =>
      rooms.some(room => read(path).includes(`@gavel/${room}`)),
    )
    expect(naming).toEqual([])
  })
})
