import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useRoom } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import type { Key } from '../words/keys.ts'
import { useWords } from '../words/use-words.tsx'

const counts = { delegate: 4, chair: 3, secretariat: 3, other: 2 } as const

/** The first steps in a capacity, until whoever takes them says she knows her way. */
export const Hints = () => {
  const { t } = useWords()
  const { as } = useRoom()
  const kind =
    as?.kind === 'delegate' || as?.kind === 'chair' || as?.kind === 'secretariat' ? as.kind : 'other'
  const key = `gavel.hints.${kind}`
  const [closed, setClosed] = useState<string | null>(null)
  if (closed === key || localStorage.getItem(key) !== null) return null
  const close = (): void => {
    localStorage.setItem(key, 'known')
    setClosed(key)
  }
  return (
    <section className="card h-hints" aria-labelledby="hints">
      <header className="row" data-spread="">
        <h2 id="hints">{t('today.hints')}</h2>
        <Button size="small" kind="quiet" onPress={close}>
          {t('today.hints.close')}
        </Button>
      </header>
      <ol>
        {Array.from({ length: counts[kind] }, (_, n) => `today.hint.${kind}.${n + 1}` as Key).map(hint => (
          <li key={hint}>{t(hint)}</li>
        ))}
      </ol>
    </section>
  )
}

/** An invitation does not work a second time: whoever came by one is asked to keep a way back. */
export const KeepAWay = () => {
  const { t } = useWords()
  const { viewer } = useRoom()
  const invited = viewer.signIn?.way === 'invitation'
  const { data } = useView<{ passkeys: readonly unknown[]; canComeBack: boolean }>(
    invited ? '/api/passkeys' : null,
  )
  const { data: methods } = useView<{ passkey: { available: boolean } }>(
    invited ? '/api/sign-in/methods' : null,
  )
  if (!invited || data === undefined || data.canComeBack || methods?.passkey.available !== true) return null
  return (
    <Notice tone="warn">
      <h2 className="h-keep">{t('passkeys.offer.title')}</h2>
      <p>{t('passkeys.offer.lead')}</p>
      <p>
        <Link href="/account#passkeys" className="button" data-kind="primary">
          {t('passkeys.add')}
        </Link>
      </p>
    </Notice>
  )
}
