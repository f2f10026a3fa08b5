import { type ReactNode, useState } from 'react'
import { ProblemShown } from '../../../acting/problem-shown.tsx'
import { useSend } from '../../../acting/use-send.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { useClosedWords } from '../../../kit/refusal.tsx'
import type { RoomIntent } from '../../../live/room.ts'
import { closedBy, useAsked } from '../asking/use-asked.ts'
import { useNoticesWords } from '../use-notices-words.ts'
import { type Asking, NoticesButton } from './notices-button.tsx'

interface FormProps extends Asking {
  /** The act as far as the form is filled in. */
  readonly intent: RoomIntent
  readonly confirm: string
  readonly kind?: 'primary' | 'grave'
  readonly onClose?: () => void
  readonly done: () => void
  /** What is still wanting before the rules can be asked. */
  readonly wanting?: string | undefined
}

/** What closes an act as it is written now, and the ways out of its form. */
export const FormFoot = ({
  intent,
  confirm,
  kind = 'primary',
  onClose,
  done,
  wanting,
  ...asking
}: FormProps) => {
  const { t } = useNoticesWords()
  const sending = useSend()
  const asked = useAsked()
  const closedWords = useClosedWords()
  const closed = wanting ?? closedWords(closedBy(asked(asking.state, asking.house, intent)))
  return (
    <>
      <ProblemShown problem={sending.problem} />
      <p className="closed-line small" role="status">
        {closed}
      </p>
      <p className="row" data-spread="">
        {onClose === undefined ? (
          <span />
        ) : (
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
        )}
        {wanting === undefined ? (
          <NoticesButton {...asking} intent={intent} sending={sending} kind={kind} done={done}>
            {confirm}
          </NoticesButton>
        ) : (
          <Button kind={kind} closed={wanting}>
            {confirm}
          </Button>
        )}
      </p>
    </>
  )
}

interface DialogProps extends Asking {
  readonly title: string
  readonly lead?: string
  readonly intent: RoomIntent
  readonly confirm: string
  readonly kind?: 'primary' | 'grave'
  readonly wide?: boolean
  readonly wanting?: string | undefined
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** A form for one act of the room: the rule that closes it is told while it is filled in. */
export const NoticesDialog = ({ title, lead, wide = false, children, onClose, ...form }: DialogProps) => (
  <Dialog title={title} isOpen onClose={onClose} wide={wide} deliberate>
    <div className="stack">
      {lead !== undefined && <p className="soft">{lead}</p>}
      {children}
      <FormFoot {...form} onClose={onClose} done={onClose} />
    </div>
  </Dialog>
)

interface OpensProps {
  readonly words: string
  /** What it is about, for whoever hears the button alone. */
  readonly of?: string
  readonly kind?: 'plain' | 'quiet' | 'grave' | 'primary'
  readonly size?: 'small' | 'medium'
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens a form. */
export const Opens = ({ words, of, kind = 'plain', size = 'medium', children }: OpensProps) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        kind={kind}
        size={size}
        {...(of === undefined ? {} : { 'aria-label': `${words}: ${of}` })}
        onPress={() => setOpen(true)}
      >
        {words}
      </Button>
      {open && children(() => setOpen(false))}
    </>
  )
}
