/**
 * One thing at a time, in order, many at once: jobs that arrive while one batch is under way wait and go out
 * together with the next. Tasks that need the record for themselves (catching up, erasing) come before the next
 * batch. A job that arrives alone goes out at once.
 */
export interface Sequencer<Job> {
  push(job: Job): void
  /** Runs a task when no batch is under way, and lets no batch begin before it ends. */
  alone<T>(task: () => Promise<T>): Promise<T>
  /** Settles when nothing is waiting or under way. */
  idle(): Promise<void>
}

/** A turn of the event loop: whatever has arrived by then belongs to the same batch. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** `weigh` says how much of a batch's room a job takes; `run` may not throw. */
export const sequencer = <Job>(
  run: (jobs: readonly Job[]) => Promise<void>,
  weigh: (job: Job) => number,
  room: number,
): Sequencer<Job> => {
  let waiting: Job[] = []
  const tasks: (() => Promise<void>)[] = []
  const idlers: (() => void)[] = []
  let going = false

  const take = (): readonly Job[] => {
    let weight = 0
    let count = 0
    while (count < waiting.length && (count === 0 || weight + weigh(waiting[count]!) <= room))
      weight += weigh(waiting[count++]!)
    const taken = waiting.slice(0, count)
    waiting = waiting.slice(count)
    return taken
  }

  const go = async (): Promise<void> => {
    await turn()
    while (waiting.length > 0 || tasks.length > 0) {
      const task = tasks.shift()
      if (task !== undefined) await task()
      else await run(take())
      await turn()
    }
    going = false
    for (const idler of idlers.splice(0)) idler()
  }

  const wake = (): void => {
    if (going) return
    going = true
    void go()
  }

  return {
    push: job => {
      waiting.push(job)
      wake()
    },
    alone: task =>
      new Promise((resolve, reject) => {
        tasks.push(() => task().then(resolve, reject))
        wake()
      }),
    idle: () => (going ? new Promise(resolve => idlers.push(resolve)) : Promise.resolve()),
  }
}
