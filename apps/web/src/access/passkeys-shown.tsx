import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useAsking } from '../acting/use-asking.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Badge, Notice } from '../kit/notice.tsx'
import { request } from '../live/request.ts'
import { useAskAgain, useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import { AddPasskey } from './adding.tsx'
import type { Methods, Passkey } from './answers.ts'

interface DoingProps {
  readonly passkey: Passkey
  readonly onClose: () => void
}

const Renaming = ({ passkey, onClose }: DoingProps) => {
  const { t } = useWords()
  const asking = useAsking()
  const askAgain = useAskAgain()
  const [name, setName] = useState(passkey.name)
  const save = async (): Promise<void> => {
    const path = `/api/passkeys/${encodeURIComponent(passkey.id)}/name`
    if ((await asking.ask(() => request('PUT', path, { name: name.trim() }))) === undefined) return
    await askAgain('/api/passkeys', '/api/sign-ins/trail')
    onClose()
  }
  return (
    <Dialog title={t('passkeys.rename.title')} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== '') void save()
        }}
      >
        <TextField className="field" value={name} onChange={setName} maxLength={80} isRequired autoFocus>
          <Label>{t('passkeys.name')}</Label>
          <Input dir="auto" autoComplete="off" />
        </TextField>
        <ProblemShown problem={asking.problem} />
        <div className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button kind="primary" type="submit">
            {t('passkeys.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Two deliberate steps; a third one where it is the last way in. */
const Removing = ({ passkey, onClose }: DoingProps) => {
  const { t } = useWords()
  const asking = useAsking()
  const askAgain = useAskAgain()
  const last = asking.problem?.type.endsWith('last-way-in') === true
  const remove = async (): Promise<void> => {
    const path = `/api/passkeys/${encodeURIComponent(passkey.id)}${last ? '?anyway=true' : ''}`
    const gone = await asking.done(() => request('DELETE', path))
    if (!gone) return
    await askAgain('/api/passkeys', '/api/sign-ins')
    onClose()
  }
  return (
    <Dialog title={t('passkeys.remove.title', { name: passkey.name })} isOpen onClose={onClose} deliberate>
      <div className="stack">
        <p>{t('passkeys.remove.lead')}</p>
        {last ? (
          <Notice tone="bad" urgent>
            {t('passkeys.remove.last')}
          </Notice>
        ) : (
          <ProblemShown problem={asking.problem} />
        )}
        <div className="row" data-spread="">
          <Button kind="quiet" onPress={onClose} autoFocus>
            {t('app.cancel')}
          </Button>
          <Button kind="grave" onPress={() => void remove()} busy={asking.busy}>
            {last ? t('passkeys.remove.anyway') : t('passkeys.remove')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

const PasskeyRow = ({
  passkey,
  onRename,
  onRemove,
}: {
  readonly passkey: Passkey
  readonly onRename: () => void
  readonly onRemove: () => void
}) => {
  const { t, instant } = useWords()
  return (
    <li className="row" data-spread="">
      <div className="stack" data-gap="small">
        <h3>
          <bdi>{passkey.name}</bdi>
        </h3>
        <p className="row small soft">
          <span>{t('passkeys.since', { at: instant(passkey.since, 'date') })}</span>
          <span>
            {passkey.used === null
              ? t('passkeys.unused')
              : t('passkeys.used', { at: instant(passkey.used, 'date') })}
          </span>
          <Badge>{passkey.synced.is ? t('passkeys.synced') : t('passkeys.here')}</Badge>
        </p>
        {passkey.copied !== null && (
          <Notice tone="bad">{t('passkeys.copied', { at: instant(passkey.copied, 'long') })}</Notice>
        )}
      </div>
      <p className="row">
        <Button size="small" onPress={onRename}>
          {t('passkeys.rename')}
        </Button>
        <Button size="small" kind="grave" onPress={onRemove}>
          {t('passkeys.remove')}
        </Button>
      </p>
    </li>
  )
}

/** One's passkeys: add, rename, remove. */
export const Passkeys = ({ methods }: { readonly methods: Methods }) => {
  const { t } = useWords()
  const { data } = useView<{ passkeys: readonly Passkey[] }>('/api/passkeys')
  const [doing, setDoing] = useState<{ readonly what: 'rename' | 'remove'; readonly passkey: Passkey }>()
  const close = (): void => setDoing(undefined)
  return (
    <section className="card stack" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkeys.title')}</h2>
      {data?.passkeys.length === 0 && <p>{t('passkeys.none')}</p>}
      <ul className="list">
        {data?.passkeys.map(passkey => (
          <PasskeyRow
            key={passkey.id}
            passkey={passkey}
            onRename={() => setDoing({ what: 'rename', passkey })}
            onRemove={() => setDoing({ what: 'remove', passkey })}
          />
        ))}
      </ul>
      <AddPasskey available={methods.passkey.available} origin={methods.passkey.origin} />
      {doing?.what === 'rename' && <Renaming passkey={doing.passkey} onClose={close} />}
      {doing?.what === 'remove' && <Removing passkey={doing.passkey} onClose={close} />}
    </section>
  )
}
