import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '@gavel/server'
import { expect, test } from 'vitest'
import { root } from '../walls/sources.ts'

const rooms = existsSync(join(root, 'rooms')) ? readdirSync(join(root, 'rooms')) : []

/** Those that bring acts and routes to the server; others bring commands only. */
const served = rooms.filter(room =>
  readFileSync(join(root, 'apps/server/src/rooms.ts'), 'utf8').includes(`@gavel/${room}'`),
)

/** A list of rooms without one of them: its import and its name. */
const withoutIn = (list: string, room: string): void => {
  const kept = readFileSync(list, 'utf8')
    .split('\n')
    .filter(line => !line.includes(`@gavel/${room}'`) && !line.includes(`./${room}/`))
    .join('\n')
    .replace(new RegExp(`\\b${room}\\b(, )?(?=[^\\[\\]]*\\]\\s*$)`, 'm'), '')
  writeFileSync(list, kept)
}

/** A project that refers to the room no longer. */
const unreferred = (settingsAt: string, room: string): void => {
  const settings = JSON.parse(readFileSync(settingsAt, 'utf8')) as { references: { path: string }[] }
  settings.references = settings.references.filter(({ path }) => !path.endsWith(`rooms/${room}`))
  writeFileSync(settingsAt, JSON.stringify(settings))
}

/**
 * The house in another place, without what was built and without one room: its two folders, its line in each of the
 * lists, its references.
 */
const houseWithout = (room: string): string => {
  const copy = mkdtempSync(join(tmpdir(), 'gavel-house-'))
  const skipped = new Set(['node_modules', 'dist', '.git', '.cache', 'coverage'])
  for (const name of ['packages', 'apps', 'rooms'])
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: path =>
        !skipped.has(path.split('/').at(-1)!) &&
        path !== join(root, 'rooms', room) &&
        path !== join(root, 'apps/web/src/rooms', room),
    })
  cpSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'))
  withoutIn(join(copy, 'apps/server/src/rooms.ts'), room)
  withoutIn(join(copy, 'apps/cli/src/rooms.ts'), room)
  withoutIn(join(copy, 'apps/web/src/rooms/rooms.ts'), room)
  for (const app of ['server', 'cli', 'web']) unreferred(join(copy, 'apps', app, 'tsconfig.json'), room)
  linkModules(copy)
  return copy
}

/** Others' packages as they are installed here; ours as they lie in the copy. */
const linkModules = (copy: string): void => {
  mkdirSync(join(copy, 'node_modules', '@gavel'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@gavel') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  for (const top of ['packages', 'apps', 'rooms'])
    for (const name of existsSync(join(copy, top)) ? readdirSync(join(copy, top)) : []) {
      symlinkSync(join(copy, top, name), join(copy, 'node_modules', '@gavel', name))
      const own = join(root, top, name, 'node_modules')
      if (existsSync(own)) symlinkSync(own, join(copy, top, name, 'node_modules'))
    }
}

/** What the built screens say, all of it: scenes, words, styles, places. */
const saidByScreens = (copy: string): string => {
  const assets = join(copy, 'apps/web/dist/app/assets')
  return readdirSync(assets)
    .filter(name => /\.(js|css)$/.test(name))
    .map(name => readFileSync(join(assets, name), 'utf8'))
    .join('\n')
}

test.each(rooms)(
  'without the room %s the rest of the house builds, and the screens say nothing of it',
  room => {
    const copy = houseWithout(room)
    try {
      const tsc = join(root, 'node_modules', '.bin', 'tsc')
      expect(() =>
        execFileSync(tsc, ['-b', 'apps/cli', '--pretty', 'false'], { cwd: copy, encoding: 'utf8' }),
      ).not.toThrow()
      expect(existsSync(join(copy, 'apps/server/dist/index.js'))).toBe(true)
      expect(existsSync(join(copy, 'apps/cli/dist/main.js'))).toBe(true)
      const vite = join(root, 'node_modules', '.bin', 'vite')
      execFileSync(vite, ['build', '--logLevel', 'error', 'apps/web'], {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: 'production' },
      })
      const said = saidByScreens(copy)
      expect(said.includes('/api/meetings')).toBe(true)
      const ofRoom = [`/api/${room}`, `"${room}.`, `act.${room}.`, `\`/${room}`]
      expect(ofRoom.filter(words => said.includes(words))).toEqual([])
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  },
  600_000,
)

test('without rooms a server starts on a record that had them, reads it, and passes over what was theirs', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gavel-rooms-'))
  const start = (options: object) => startServer({ dataDir, port: 0, demo: true, ...options })
  try {
    const first = await start({})
    const said = await fetch(`${first.url}/api/openapi.json`).then(answer => answer.text())
    expect(said).toContain('/api/acts/notices.send')
    const head = first.keeper.head()
    const { rooms: held, ...chapters } = JSON.parse(JSON.stringify(first.keeper.state())) as { rooms: object }
    expect(Object.keys(held)).toEqual(served)
    await first.stop()

    const bare = await start({ rooms: [] })
    expect(bare.keeper.head()).toEqual(head)
    expect(JSON.parse(JSON.stringify(bare.keeper.state()))).toEqual(chapters)
    expect((await fetch(`${bare.url}/api/acts/notices.send`, { method: 'POST' })).status).toBe(404)
    await bare.stop()

    const again = await start({})
    expect(again.keeper.head()).toEqual(head)
    expect(JSON.parse(JSON.stringify((again.keeper.state() as unknown as { rooms: object }).rooms))).toEqual(
      held,
    )
    await again.stop()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
