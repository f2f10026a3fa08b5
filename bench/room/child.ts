import { fork } from 'node:child_process'
import { once } from 'node:events'
import { peersFolder, script } from '../measure.ts'

/** A process that answers one question at a time. */
export interface Child<Asked, Answer = unknown> {
  ask<T extends Answer>(asked: Asked): Promise<T>
  readonly pid: number
  /** Ends it, by force when it is asked to. */
  end(signal?: NodeJS.Signals): Promise<void>
}

/** Starts a part of a benchmark (`fanout.part`) in a process of its own, with `words` as its arguments. */
export const start = <Asked>(part: string, ...words: readonly string[]): Child<Asked> => {
  const child = fork(script(part), [...words], {
    serialization: 'advanced',
    execArgv: [
      '--expose-gc',
      ...(process.env['BENCH_PROF'] && words[0] === 'gavel'
        ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof']
        : []),
    ],
    env: { ...process.env, GAVEL_BENCH_PEERS: peersFolder(), NODE_ENV: 'production' },
  })
  let waiting: { resolve(value: unknown): void; reject(error: Error): void } | undefined
  child.on('message', ({ value, error }: { value?: unknown; error?: string }) => {
    if (error === undefined) waiting?.resolve(value)
    else waiting?.reject(new Error(error))
  })
  child.on('exit', code => waiting?.reject(new Error(`${part} ${words.join(' ')} ended with ${code}`)))
  return {
    pid: child.pid!,
    ask: asked =>
      new Promise((resolve, reject) => {
        waiting = { resolve: resolve as (value: unknown) => void, reject }
        child.send(asked as object)
      }),
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}

/** What every server in a process of its own answers. */
export interface Usage {
  /** Microseconds of processor time so far. */
  readonly cpu: number
  /** Resident bytes after a collection. */
  readonly rss: number
}

/** `rough`: without a collection before, which would count as work of the server. */
export const usage = (rough = false): Usage => {
  const { gc } = globalThis as { gc?: () => void }
  for (let n = 0; n < 3 && !rough; n++) gc?.()
  const { user, system } = process.cpuUsage()
  return { cpu: user + system, rss: process.memoryUsage.rss() }
}
