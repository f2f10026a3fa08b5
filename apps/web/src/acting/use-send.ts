import { useCallback, useState } from 'react'
import { useAnnounce } from '../kit/announcer.tsx'
import { Declined, type Problem } from '../live/request.ts'
import { type Intent, type RoomIntent, send } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'

/** How long one waits for a receipt before one is told that what was written is kept and will be sent. */
const patienceMs = 2_500

export interface Sending {
  readonly busy: boolean
  /** Why the last act was not accepted; its words are in the outbox still. */
  readonly problem: Problem | null
  /** Sends acts together; true once they are recorded or safely in the outbox, false when they were refused. */
  send(...intents: readonly (Intent | RoomIntent)[]): Promise<boolean>
  forget(): void
}

/** Sends acts and says what became of them. */
export const useSend = (): Sending => {
  const room = useRoom()
  const { t } = useWords()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const sendAll = useCallback(
    async (...intents: readonly (Intent | RoomIntent)[]): Promise<boolean> => {
      setBusy(true)
      setProblem(null)
      try {
        const kept = new Promise<undefined>(resolve => setTimeout(resolve, patienceMs))
        const receipt = await Promise.race([send(room, ...intents), kept])
        announce(receipt === undefined ? t('app.kept') : t('app.recorded', { index: receipt.index }))
        return true
      } catch (error) {
        if (!(error instanceof Declined)) throw error
        setProblem(error.problem)
        return false
      } finally {
        setBusy(false)
      }
    },
    [room, t, announce],
  )
  return { busy, problem, send: sendAll, forget: () => setProblem(null) }
}
