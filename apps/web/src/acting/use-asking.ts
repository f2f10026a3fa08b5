import { useCallback, useState } from 'react'
import { Declined, type Problem, Unreached } from '../live/request.ts'
import { useWords } from '../words/use-words.tsx'

export interface Asking {
  readonly busy: boolean
  /** Why the server said no, or was not reached. */
  readonly problem: Problem | null
  /** Runs something that asks the server; its answer, or undefined when it came to nothing (`problem` then says why). */
  ask<T>(what: () => Promise<T>): Promise<T | undefined>
  /** The same where nothing is answered: whether it was done. */
  done(what: () => Promise<unknown>): Promise<boolean>
}

/** Asks the server for what is no act and leaves no trace on the record: signing in, passkeys, invitations. */
export const useAsking = (): Asking => {
  const { t } = useWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const ask = useCallback(
    async <T>(what: () => Promise<T>): Promise<T | undefined> => {
      setBusy(true)
      setProblem(null)
      try {
        return await what()
      } catch (error) {
        if (error instanceof Declined) setProblem(error.problem)
        else if (error instanceof Unreached)
          setProblem({ type: 'about:blank', title: t('app.line.down'), status: 0 })
        else throw error
        return undefined
      } finally {
        setBusy(false)
      }
    },
    [t],
  )
  const done = useCallback(
    async (what: () => Promise<unknown>): Promise<boolean> =>
      (await ask(async () => {
        await what()
        return true
      })) === true,
    [ask],
  )
  return { busy, problem, ask, done }
}
