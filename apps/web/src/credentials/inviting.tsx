import { useEffect, useRef, useState } from 'react'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useAsking } from '../acting/use-asking.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { LinkShown } from '../kit/link-shown.tsx'
import { request } from '../live/request.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'

interface Invitation {
  readonly url: string
  readonly until: string
}

interface InvitingProps {
  readonly person: string
  readonly name: string
  readonly onClose: () => void
}

/** A link by which a person comes in once. It is made when this opens, and shown nowhere else. */
export const Inviting = ({ person, name, onClose }: InvitingProps) => {
  const { t, instant } = useWords()
  const { as } = useRoom()
  const { ask, problem } = useAsking()
  const [invitation, setInvitation] = useState<Invitation>()
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void ask(() => request<Invitation>('POST', '/api/invitations', { person, as })).then(setInvitation)
  }, [ask, person, as])
  return (
    <Dialog title={t('credential.invite.title', { name })} isOpen onClose={onClose} deliberate>
      <div className="stack">
        <p className="soft">{t('credential.invite.lead')}</p>
        {problem?.status === 403 && problem.detail === undefined ? (
          <p role="alert">{t('credential.invite.others')}</p>
        ) : (
          <ProblemShown problem={problem} />
        )}
        {invitation !== undefined && (
          <>
            <LinkShown url={invitation.url} label={t('credential.invite.qr')} />
            <p className="small soft">{t('device.once', { at: instant(invitation.until, 'long') })}</p>
          </>
        )}
        <p className="row">
          <Button kind="primary" onPress={onClose}>
            {t('app.close')}
          </Button>
        </p>
      </div>
    </Dialog>
  )
}
