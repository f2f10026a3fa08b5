import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Keeper } from '@gavel/api'
import { domainFolds, domainLaw, openRecord } from '@gavel/application'
import { memoryStore, sqliteStore } from '@gavel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  postgresBin,
  postgresMissing,
  type RunningPostgres,
  startPostgres,
} from '../../../packages/store/src/testing/postgres.ts'
import { CannotStart } from './cannot-start.ts'
import { demonstrate } from './demonstration.ts'
import { found } from './founding.ts'
import { profileOf } from './organisation.ts'
import { runServer } from './run.ts'
import { startServer } from './start.ts'

const folders: string[] = []
const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'gavel-'))
  folders.push(made)
  return made
}
afterAll(() => Promise.all(folders.map(each => rm(each, { recursive: true, force: true }))))

const founded = async () => {
  const keeper = await openRecord({
    store: memoryStore(),
    law: domainLaw,
    folds: domainFolds,
    clock: Date,
    snapshotEvery: 0,
  })
  await found(keeper, await profileOf('cica'))
  return keeper
}

/** The record as its process saw it when it was killed around the n-th thing it was about to record. */
const killedAt = (keeper: Keeper, n: number, when: 'before' | 'after'): Keeper => {
  let count = 0
  return {
    ...keeper,
    submit: async (...given) => {
      const fatal = ++count === n
      if (fatal && when === 'before') throw new Error('killed')
      const answer = await keeper.submit(...given)
      if (fatal) throw new Error('killed')
      return answer
    },
  }
}

describe('a demonstration killed while it was set up', () => {
  it('is finished at the next start, wherever it stood, and nothing in it stands twice', async () => {
    const whole = await founded()
    const from = whole.head().size
    await demonstrate(whole, [])
    const size = whole.head().size
    expect(size).toBeGreaterThan(from + 40)
    for (let n = 1; n <= 7; n++)
      for (const when of ['before', 'after'] as const) {
        const keeper = await founded()
        await expect(demonstrate(killedAt(keeper, n, when), [])).rejects.toThrow('killed')
        await demonstrate(keeper, [])
        expect(keeper.head().size, `${when} ${n}`).toBe(size)
        await demonstrate(keeper, [])
        expect(keeper.head().size).toBe(size)
      }
  })

  it('is finished even by a start that asks for none, and offers its seats to a start that does', async () => {
    const dataDir = await folder()
    await (await startServer({ dataDir, port: 0 })).stop()
    const store = await sqliteStore(join(dataDir, 'record.sqlite'))
    await store.swapRow('server', 'demonstration', null, 'begun')
    await store.close()
    const plain = await startServer({ dataDir, port: 0, demo: false })
    expect((await (await fetch(`${plain.url}/api/texts/demo-charter`)).json()).disputed).toBeGreaterThan(8)
    expect(plain.demonstration).toBe(false)
    await plain.stop()
    const again = await startServer({ dataDir, port: 0, demo: true })
    expect(again.demonstration).toBe(true)
    await again.stop()
  })

  it('leaves no mark on a record that another start founds without it', async () => {
    const dataDir = await folder()
    const store = await sqliteStore(join(dataDir, 'record.sqlite'))
    await store.swapRow('server', 'demonstration', null, 'begun')
    await store.close()
    const real = await startServer({ dataDir, port: 0, demo: false })
    expect((await fetch(`${real.url}/api/texts/demo-charter`)).status).toBe(404)
    await real.stop()
    const later = await startServer({ dataDir, port: 0, demo: true })
    expect(later.demonstration).toBe(false)
    await later.stop()
  })
})

describe('a start that cannot be', () => {
  const reason = async (options: Partial<Parameters<typeof startServer>[0]>): Promise<string> => {
    const dataDir = await folder()
    const failure = await startServer({ dataDir, port: 0, ...options }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CannotStart)
    expect((failure as Error).message).not.toContain('\n')
    return (failure as Error).message
  }

  it('says in one line what an operator can mend', async () => {
    const taken = createServer()
    await new Promise<void>(ready => taken.listen(0, '127.0.0.1', ready))
    const { port } = taken.address() as { port: number }
    expect(await reason({ port })).toBe(
      `port ${port} on 127.0.0.1: another program listens there already; choose another with --port or --host`,
    )
    taken.close()
    const file = join(await folder(), 'file')
    await writeFile(file, 'x')
    expect(await reason({ dataDir: file })).toContain('there is a file of that name already')
    expect(await reason({ dataDir: join(file, 'below') })).toContain('a file, not a folder')
    expect(await reason({ organisation: 'nowhere' })).toContain('it does not exist')
    expect(await reason({ organisation: '../cica' })).toContain('not the name of an organisation')
    const unreachable = await reason({ postgresUrl: 'postgres://me:secret@127.0.0.1:1/x' })
    expect(unreachable).toBe('PostgreSQL at postgres://127.0.0.1:1/x: nothing listens there')
    expect(await reason({ postgresUrl: 'mysql://x' })).toContain('postgres://user:password@')
  })

  it('makes nothing in a new folder when the organisation or the port is wrong', async () => {
    const taken = createServer()
    await new Promise<void>(ready => taken.listen(0, '127.0.0.1', ready))
    const { port } = taken.address() as { port: number }
    for (const wrong of [{ organisation: 'nope' }, { port }]) {
      const above = await folder()
      expect(await reason({ dataDir: join(above, 'data'), ...wrong })).not.toBe('')
      expect(await readdir(above)).toEqual([])
    }
    taken.close()
  })

  it.skipIf(process.platform !== 'linux')('fails at once where no folder can be made', async () => {
    expect(await reason({ dataDir: '/proc/x' })).toBe(
      'the data folder /proc/x: no folder can be made in /proc',
    )
    expect(await reason({ dataDir: '/proc/x/y/z' })).toContain('no folder can be made in /proc')
    const deep = join(await folder(), 'a', 'b', 'c')
    await (await startServer({ dataDir: deep, port: 0 })).stop()
    expect((await stat(deep)).mode & 0o777).toBe(0o700)
  })

  it('knows a closure by its name before anything starts', async () => {
    const above = await folder()
    const dataDir = join(above, 'data')
    const failure = await runServer({ dataDir, port: 0, quiet: true, accept: 'foo' }).catch(error => error)
    expect(failure).toBeInstanceOf(CannotStart)
    expect(failure.message).toMatch(
      /^--accept foo: not the name of a closure; there are olderThanSigned, .*damaged$/,
    )
    expect(await readdir(above)).toEqual([])
  })

  it('does not replace a key or a record that is broken', async () => {
    const broken = await folder()
    await writeFile(join(broken, 'signing.key'), 'no key\n')
    expect(await reason({ dataDir: broken })).toContain('the signing key')
    expect(await readFile(join(broken, 'signing.key'), 'utf8')).toBe('no key\n')
    const other = await folder()
    await writeFile(join(other, 'record.sqlite'), 'no database'.repeat(1_000))
    expect(await reason({ dataDir: other })).toContain('the file is not a database')
  })
})

describe.skipIf(postgresBin() === undefined)('on PostgreSQL', () => {
  let server: RunningPostgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  it('a server founds, demonstrates, stops and finds everything again', async () => {
    const [dataDir, postgresUrl] = [await folder(), await server.database()]
    const first = await startServer({ dataDir, postgresUrl, port: 0, demo: true })
    const { size } = first.keeper.head()
    expect((await (await fetch(`${first.url}/api/organisation`)).json()).members).toBe(28)
    expect(first.ownerLink).toContain('/sign-in/')
    await first.stop()
    const second = await startServer({ dataDir, postgresUrl, port: 0, demo: true })
    expect(second.keeper.head().size).toBe(size)
    expect([second.demonstration, second.ownerLink]).toEqual([true, undefined])
    expect(await (await fetch(`${second.url}/log/checkpoint`)).text()).toContain(`\n${size}\n`)
    await second.stop()
  })

  it('a database that is not there is said to be missing', async () => {
    const failure = startServer({
      dataDir: await folder(),
      postgresUrl: server.url.replace(/postgres$/, 'nowhere'),
      port: 0,
    })
    await expect(failure).rejects.toThrow('there is no database of that name')
  })
})

it.runIf(postgresBin() === undefined)(`PostgreSQL was not tried: ${postgresMissing}`, () => undefined)
