import { DocumentFault } from '../fault.ts'
import { perform, type Task } from './tasks.ts'
import { type Reply, ready } from './workshop.ts'

/** The process that does the work: one task after another, until its parent is gone. */

const reply = async (task: Task): Promise<Reply> => {
  try {
    return { kind: 'done', value: await perform(task) }
  } catch (error) {
    if (!(error instanceof DocumentFault)) return { kind: 'failed', message: String(error) }
    const { code, message, where } = error
    return { kind: 'refused', code, message, ...(where === undefined ? {} : { where }) }
  }
}

process.on('message', async (task: Task) => {
  const answer = await reply(task)
  process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))
process.send?.(ready)
