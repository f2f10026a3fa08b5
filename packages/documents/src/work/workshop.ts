import { type ChildProcess, fork } from 'node:child_process'
import type { Where } from '@gavel/text'
import { DocumentFault, type FaultCode } from '../fault.ts'
import { perform, type Task, type TaskResults } from './tasks.ts'

/** How a task ended: done, refused for what the file is, or not begun because too many wait already. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | {
      readonly kind: 'refused'
      readonly code: FaultCode
      readonly message: string
      readonly where?: Where
    }
  | { readonly kind: 'busy' }

/** What the working process says first: the time of a task counts from when it can be begun. */
export const ready = 'ready'

/** What the working process answers; `failed` is a bug of ours. */
export type Reply =
  | Exclude<Outcome<TaskResults[Task['kind']]>, { readonly kind: 'busy' }>
  | { readonly kind: 'failed'; readonly message: string }

export interface WorkshopOptions {
  /** How long one task may take, and how long the process waits for the next before it ends. Milliseconds. */
  readonly taskMs?: number
  readonly idleMs?: number
  /** Megabytes of memory for what a task builds. */
  readonly memoryMb?: number
  /** How many tasks may wait; the next is told that the workshop is busy. */
  readonly waiting?: number
  /** The working process's script, when it is not the one beside this file (a bundler may have moved it). */
  readonly script?: URL
}

export interface Workshop {
  run<K extends Task['kind']>(task: Extract<Task, { kind: K }>): Promise<Outcome<TaskResults[K]>>
  stop(): Promise<void>
}

interface Waiting {
  readonly task: Task
  readonly settle: (reply: Reply) => void
  readonly fail: (error: Error) => void
}

/** How long the process may take to start, on a machine that is busy. */
const startMs = 60_000

const exhausted = (why: string): Reply => ({ kind: 'refused', code: 'exhausted', message: why })

const tooLong = exhausted('The document takes longer to work through than is allowed here.')
const tooMuch = exhausted('The document needs more memory to work through than is allowed here.')

/** The working process: started when it is first sent something, gone when it is dropped or has ended. */
const worker = (
  script: URL,
  memoryMb: number,
  { begun, heard, lost }: { begun(): void; heard(reply: Reply): void; lost(): void },
) => {
  let child: ChildProcess | undefined
  let isReady = false
  let waiting: Task | undefined
  const hand = (to: ChildProcess): void => {
    if (waiting === undefined || !isReady) return
    to.send(waiting)
    waiting = undefined
    begun()
  }
  const start = (): ChildProcess => {
    const started = fork(script, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memoryMb}`],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const gone = (): void => {
      if (started !== child) return
      child = undefined
      waiting = undefined
      lost()
    }
    started.on('message', (said: unknown) => {
      if (started !== child) return
      if (said !== ready) return heard(said as Reply)
      isReady = true
      hand(started)
    })
    started.on('exit', gone)
    started.on('error', gone)
    // An idle process holds nobody up from ending; while one works, the task's timer does.
    started.unref()
    started.channel?.unref()
    return started
  }
  return {
    send: (task: Task): void => {
      waiting = task
      if (child === undefined) {
        isReady = false
        child = start()
      } else hand(child)
    },
    drop: (): void => {
      const dropped = child
      child = undefined
      waiting = undefined
      dropped?.kill('SIGKILL')
    },
  }
}

/**
 * Does tasks in a process of its own, one at a time: a document made to exhaust time or memory ends that process and
 * nothing else. The process starts with the first task, inherits no environment, and ends when it has been idle.
 */
const inProcess = (options: Required<WorkshopOptions>): Workshop => {
  const { taskMs, idleMs, memoryMb, waiting, script } = options
  const queue: Waiting[] = []
  let current: Waiting | undefined
  let timer: NodeJS.Timeout | undefined

  const finish = (reply: Reply): void => {
    clearTimeout(timer)
    const done = current
    current = undefined
    done?.settle(reply)
    next()
  }
  // A process that is gone while it worked ran out of memory: a fault of ours would have been answered.
  const at = worker(script, memoryMb, {
    begun: () => limit(taskMs),
    heard: finish,
    lost: () => {
      if (current !== undefined) finish(tooMuch)
    },
  })
  const limit = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      at.drop()
      finish(tooLong)
    }, ms)
  }

  const next = (): void => {
    if (current !== undefined) return
    clearTimeout(timer)
    current = queue.shift()
    if (current === undefined) {
      timer = setTimeout(at.drop, idleMs)
      timer.unref()
      return
    }
    limit(startMs)
    at.send(current.task)
  }

  return {
    run: async task => {
      if (queue.length >= waiting) return { kind: 'busy' }
      const reply = await new Promise<Reply>((settle, fail) => {
        queue.push({ task, settle, fail })
        next()
      })
      return outcomeOf(reply) as never
    },
    stop: async () => {
      clearTimeout(timer)
      at.drop()
      const left = current === undefined ? queue : [current, ...queue]
      current = undefined
      for (const { fail } of left) fail(new Error('the workshop is closed'))
      queue.length = 0
    },
  }
}

const outcomeOf = (reply: Reply): Outcome<unknown> => {
  if (reply.kind === 'failed') throw new Error(`a document could not be worked through: ${reply.message}`)
  return reply
}

/** Does tasks where it stands: only where there is no script to start, because this runs from source. */
const onThisThread: Workshop = {
  run: async task => {
    try {
      return { kind: 'done', value: await perform(task) } as never
    } catch (error) {
      if (!(error instanceof DocumentFault)) throw error
      const { code, message, where } = error
      return { kind: 'refused', code, message, ...(where === undefined ? {} : { where }) }
    }
  },
  stop: async () => undefined,
}

// Node 20 cannot run TypeScript, so where this file itself runs from source there is no script to start.
const fromSource = import.meta.url.endsWith('.ts')

/** Opens a workshop. Nothing is started before the first task. */
export const openWorkshop = (options: WorkshopOptions = {}): Workshop => {
  const script = options.script ?? (fromSource ? undefined : new URL('./child.js', import.meta.url))
  if (script === undefined) return onThisThread
  return inProcess({ taskMs: 30_000, idleMs: 60_000, memoryMb: 512, waiting: 20, ...options, script })
}
