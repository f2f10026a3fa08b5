import { type Closure, type ClosureName, closureNames } from '@gavel/application'
import { pino } from 'pino'
import { CannotStart } from './cannot-start.ts'
import { loadWriter } from './reading/load.ts'
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

/** The closure a name stands for. Throws CannotStart with the names there are. */
const closureNamed = (name: string): ClosureName => {
  const found = closureNames.find(each => each === name)
  if (found === undefined)
    throw new CannotStart(
      `--accept ${name.slice(0, 40)}: not the name of a closure; there are ${closureNames.join(', ')}`,
    )
  return found
}

/** Accepts the closure a person has looked into; a server that cannot is stopped, and says why. */
const accept = async (running: RunningServer, name: ClosureName): Promise<void> => {
  try {
    await running.keeper.accept(name)
  } catch (error) {
    await running.stop()
    throw new CannotStart(`--accept ${name}: ${(error as Error).message}`)
  }
}

/** Starts a server with its log on standard error, and stops it in order when the process is asked to end. */
export const runServer = async (options: RunOptions): Promise<ServedUntilStopped> => {
  const accepted = options.accept === undefined ? undefined : closureNamed(options.accept)
  const logger = pino({ level: options.quiet === true ? 'error' : 'info', base: null }, pino.destination(2))
  const running = await startServer({ ...options, logger })
  if (accepted !== undefined) await accept(running, accepted)
  // Whoever opens the first page does not wait for its writer to be read from disk.
  void loadWriter()
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
