import { parentPort } from 'node:worker_threads'
import { done, type Task } from './tasks.ts'

/** The thread: a task comes with a number, its answer or its fault goes back with the same one. */
parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: Task }) => {
  try {
    parentPort!.postMessage({ id, answer: done(task) })
  } catch (fault) {
    parentPort!.postMessage({ id, fault: fault instanceof Error ? fault.message : String(fault) })
  }
})
