import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'

const debian = '/usr/lib/postgresql'

/**
 * Where a PostgreSQL server's programs are: the folder in GAVEL_POSTGRES_BIN, or the newest of Debian's. Undefined
 * when there is none.
 */
export const postgresBin = (): string | undefined => {
  const told = process.env['GAVEL_POSTGRES_BIN']
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [told, ...versions.map(version => join(debian, version, 'bin'))].find(
    bin => bin !== undefined && existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')),
  )
}

/** Said when a test needs PostgreSQL and there is none. */
export const postgresMissing =
  'No PostgreSQL server found: install Debian package "postgresql", or name a folder with initdb and postgres in GAVEL_POSTGRES_BIN.'

/** PostgreSQL does not run as root; any other user will do. */
const otherUser = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody'])
    try {
      const idOf = (flag: string) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: idOf('-u'), gid: idOf('-g') }
    } catch {}
  return { uid: 65_534, gid: 65_534 }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

export interface RunningPostgres {
  readonly url: string
  readonly folder: string
  /** The address of a new, empty database on the server. */
  database(): Promise<string>
  /** Kills the server as a crash would (SIGKILL to all of it), and starts it again on the same data. */
  crash(): Promise<void>
  stop(): Promise<void>
}

const answers = async (url: string, child: ChildProcess, log: () => string): Promise<void> => {
  for (const until = Date.now() + 60_000; ; ) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${log()}`)
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined })
    try {
      await sql`SELECT 1`
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    } finally {
      await sql.end({ timeout: 1 })
    }
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise(resolve => child.once('exit', () => resolve()))

/**
 * Starts a real PostgreSQL in a folder of its own, on a free port of the loopback address, trusting whoever connects
 * there, with everything that makes commits durable switched on. Also stopped when this process ends early.
 * Throws with `postgresMissing` when there is no server to start.
 */
export const startPostgres = async (within: string = tmpdir()): Promise<RunningPostgres> => {
  const bin = postgresBin()
  if (bin === undefined) throw new Error(postgresMissing)
  const user = otherUser()
  const folder = mkdtempSync(join(within, 'gavel-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (user !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'gavel', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    env,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await freePort()
  const url = `postgres://gavel@127.0.0.1:${port}/postgres`
  let log = ''
  let child: ChildProcess
  const run = async (): Promise<void> => {
    const settings = ['-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'max_connections=60']
    child = spawn(join(bin, 'postgres'), ['-D', data, ...settings], {
      ...user,
      env,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr!.on('data', chunk => {
      log = (log + String(chunk)).slice(-4000)
    })
    await answers(url, child, () => log)
  }
  // Backends notice the death of their parent and end by themselves.
  const abandon = (): void => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', abandon)
  let databases = 0
  try {
    await run()
  } catch (error) {
    process.off('exit', abandon)
    abandon()
    throw error
  }
  return {
    url,
    folder,
    database: async () => {
      const name = `record_${++databases}`
      const sql = postgres(url, { max: 1, onnotice: () => undefined })
      await sql.unsafe(`CREATE DATABASE ${name}`)
      await sql.end()
      return url.replace(/postgres$/, name)
    },
    crash: async () => {
      child.kill('SIGKILL')
      await ended(child)
      // Its children notice a moment later, and until they are gone no new server may use the data.
      for (let tries = 20; ; tries--)
        try {
          await run()
          return
        } catch (error) {
          if (tries === 0) throw error
          await new Promise(resolve => setTimeout(resolve, 250))
        }
    },
    stop: async () => {
      process.off('exit', abandon)
      child.kill('SIGINT')
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
