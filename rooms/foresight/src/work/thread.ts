import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SHARE_ENV, Worker } from 'node:worker_threads'
import { type Answer, done, type Task } from './tasks.ts'

/** Where the models work: a thread of their own beside the server's. */
export interface Thread {
  ask<Kind extends Task['kind']>(task: Extract<Task, { readonly kind: Kind }>): Promise<Answer<Kind>>
}

interface Waiting {
  resolve(answer: unknown): void
  reject(reason: unknown): void
}

/** How many answers are kept: the same question of the same evidence is worked out once. */
const kept = 60

const threadOn = (script: URL): Thread => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let next = 0
  const end = (reason: unknown): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }
  const started = (): Worker => {
    const fresh = new Worker(script, { env: SHARE_ENV })
    fresh.on('message', ({ id, answer, fault }) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (fault === undefined) one?.resolve(answer)
      else one?.reject(new Error(fault))
      if (waiting.size === 0) fresh.unref()
    })
    fresh.on('error', end)
    fresh.on('exit', code => end(new Error(`the thread of the models ended with code ${code}`)))
    return fresh
  }
  return {
    ask: task =>
      new Promise((resolve, reject) => {
        worker ??= started()
        worker.ref()
        waiting.set(++next, { resolve: resolve as (answer: unknown) => void, reject })
        worker.postMessage({ id: next, task })
      }),
  }
}

const onThisThread: Thread = { ask: async task => done(task) }

const remembering = (thread: Thread): Thread => {
  const answers = new Map<string, Promise<unknown>>()
  return {
    ask: task => {
      const key = JSON.stringify(task)
      const known = answers.get(key)
      answers.delete(key)
      const answer = known ?? thread.ask(task)
      answers.set(key, answer)
      answer.catch(() => answers.delete(key))
      if (answers.size > kept) answers.delete(answers.keys().next().value!)
      return answer as Promise<never>
    },
  }
}

/** The models' thread, started when first asked. From sources, which a thread cannot load, they work on this one. */
export const startThread = (): Thread => {
  const script = new URL('./worker.js', import.meta.url)
  return remembering(existsSync(fileURLToPath(script)) ? threadOn(script) : onThisThread)
}
