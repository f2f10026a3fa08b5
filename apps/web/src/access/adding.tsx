import { useState } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import { Link } from 'wouter'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { type Asking, useAsking } from '../acting/use-asking.ts'
import { useAnnounce } from '../kit/announcer.tsx'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useRoom } from '../live/use-room.tsx'
import { useAskAgain } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import { hereWords } from './device-words.ts'
import { addPasskey, knowsPasskeys, NoPasskey } from './passkey.ts'

/** Why a way in was not added; when the sign-in is too old for that, the way to a fresh one. */
export const AddingProblem = ({ asking: { problem } }: { readonly asking: Asking }) => {
  const { t } = useWords()
  if (problem?.type.endsWith('sign-in-again') !== true) return <ProblemShown problem={problem} />
  return (
    <Notice tone="warn" urgent>
      <p>{t('account.again.why')}</p>
      <p>
        <Link href="/sign-in?from=%2Faccount" className="button">
          {t('account.again')}
        </Link>
      </p>
    </Notice>
  )
}

/** A name, and the ceremony that makes a passkey on this device. */
export const AddPasskey = ({
  available,
  origin,
}: {
  readonly available: boolean
  readonly origin: string
}) => {
  const speech = useWords()
  const { t } = speech
  const { viewer } = useRoom()
  const asking = useAsking()
  const announce = useAnnounce()
  const askAgain = useAskAgain()
  const [name, setName] = useState(() => hereWords(speech))
  const [came, setCame] = useState<'letBe' | 'known'>()
  const why = !available
    ? t('signIn.passkey.noSite', { origin })
    : knowsPasskeys()
      ? undefined
      : t('signIn.passkey.noBrowser')
  const add = async (): Promise<void> => {
    setCame(undefined)
    try {
      if (!(await asking.done(() => addPasskey(name.trim())))) return
      announce(t('passkeys.added'))
      await askAgain('/api/passkeys', '/api/sign-ins/trail')
    } catch (error) {
      if (!(error instanceof NoPasskey)) throw error
      setCame(error.why)
    }
  }
  if (viewer.person === null) return null
  return (
    <div className="stack" data-gap="small">
      <form
        className="s-paste"
        onSubmit={event => {
          event.preventDefault()
          if (why === undefined && name.trim() !== '') void add()
        }}
      >
        <TextField className="field" value={name} onChange={setName} maxLength={80} isRequired>
          <Label>{t('passkeys.name')}</Label>
          <Input dir="auto" autoComplete="off" />
          <Text slot="description">{t('passkeys.name.help')}</Text>
        </TextField>
        <Button
          type="submit"
          kind="primary"
          busy={asking.busy}
          {...(why === undefined ? {} : { closed: why })}
        >
          {asking.busy ? t('signIn.passkey.waiting') : t('passkeys.add')}
        </Button>
      </form>
      {why !== undefined && <p className="small soft">{why}</p>}
      {came !== undefined && (
        <Notice tone="warn" urgent>
          {t(`passkeys.${came}`)}
        </Notice>
      )}
      <AddingProblem asking={asking} />
    </div>
  )
}
