import type { DomainState } from '@gavel/domain'
import { type ForesightState, initial } from '@gavel/foresight/browser'
import { ProblemShown } from '../../../acting/problem-shown.tsx'
import { useSend } from '../../../acting/use-send.ts'
import { Button } from '../../../kit/button.tsx'
import { useClosedWords } from '../../../kit/refusal.tsx'
import type { RoomIntent } from '../../../live/room.ts'
import { useAskAgain } from '../../../live/use-view.ts'
import { useForesightWords } from '../use-foresight-words.ts'
import { useClosedBy } from './use-asked.ts'

interface FootProps {
  readonly house: DomainState
  /** What the views told of the room, where a rule asks for it. */
  readonly state?: ForesightState
  readonly intent: RoomIntent
  readonly confirm: string
  readonly kind?: 'primary' | 'grave'
  /** What is still wanting before the rules can be asked. */
  readonly wanting?: string | undefined
  readonly back?: { readonly words: string; readonly press: () => void }
  readonly done: () => void
}

/** The end of a form: what closes its act as it is written now, and the ways out. What was foreseen is asked for anew at once. */
export const ActFoot = ({
  house,
  state = initial,
  intent,
  confirm,
  kind = 'primary',
  wanting,
  back,
  done,
}: FootProps) => {
  const { t } = useForesightWords()
  const sending = useSend()
  const askAgain = useAskAgain()
  const closedBy = useClosedBy()
  const closedWords = useClosedWords()
  const closed = wanting ?? closedWords(closedBy(state, house, intent))
  const press = async (): Promise<void> => {
    if (!(await sending.send(intent))) return
    done()
    await askAgain('/api/foresight')
  }
  return (
    <>
      <ProblemShown problem={sending.problem} />
      <p className="closed-line small" role="status">
        {closed}
      </p>
      <p className="row" data-spread="">
        {back === undefined ? (
          <span />
        ) : (
          <Button kind="quiet" onPress={back.press}>
            {back.words}
          </Button>
        )}
        <Button kind={kind} closed={closed} busy={sending.busy} onPress={() => void press()}>
          {sending.busy ? t('foresight.sending') : confirm}
        </Button>
      </p>
    </>
  )
}
