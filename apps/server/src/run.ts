import type { Closure } from '@gavel/application'
import { pino } from 'pino'
import { CannotStart } from './cannot-start.ts'
import { type RunningServer, type ServerOptions, startServer } from './start.ts'

/** A server that is told by signals when to stop. */
export interface ServedUntilStopped extends RunningServer {
  /** Settles when SIGTERM or SIGINT came and everything was closed in order. */
  readonly stopped: Promise<void>
  /** Why the record takes no acts and signs nothing, if it does not. */
  readonly closure: Closure | null
}

export interface RunOptions extends ServerOptions {
  readonly quiet?: boolean
  /** The closure a person has looked into and accepts, by name (docs/operating.md). */
  readonly accept?: string
}

/** Accepts the closure a person has looked into; a server that cannot is stopped, and says why. */
const accept = async (running: RunningServer, name: string): Promise<void> => {
  try {
    await running.keeper.accept(name as Closure['name'])
  } catch (error) {
    await running.stop()
    throw new CannotStart(`--accept ${name.slice(0, 40)}: ${(error as Error).message}`)
  }
}

/** Starts a server with its log on standard error, and stops it in order when the process is asked to end. */
export const runServer = async (options: RunOptions): Promise<ServedUntilStopped> => {
  const logger = pino({ level: options.quiet === true ? 'error' : 'info', base: null }, pino.destination(2))
  const running = await startServer({ ...options, logger })
  if (options.accept !== undefined) await accept(running, options.accept)
  const stopped = new Promise<void>((settle, fail) => {
    let stopping = false
    const stop = (): void => {
      if (stopping) return
      stopping = true
      running.stop().then(settle, fail)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
  return { ...running, stopped, closure: running.keeper.closure() }
}
