import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useRoom } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import type { Key } from '../words/keys.ts'
import { useWords } from '../words/use-words.tsx'

interface Step {
  readonly hint: Key
  /** Where the step is taken, and what that place is called there. */
  readonly way?: { readonly href: string; readonly word: Key }
}

const toTexts = { href: '/texts', word: 'app.texts' } as const
const toDeskTexts = { href: '/desk/texts', word: 'desk.tab.texts' } as const
const steps: Readonly<Record<'delegate' | 'chair' | 'secretariat' | 'other', readonly Step[]>> = {
  delegate: [
    { hint: 'today.hint.delegate.1', way: toTexts },
    { hint: 'today.hint.delegate.2' },
    {
      hint: 'today.hint.delegate.3',
      way: { href: '/delegation/instructions', word: 'delegation.tab.instructions' },
    },
    { hint: 'today.hint.delegate.4' },
  ],
  chair: [
    { hint: 'today.hint.chair.1', way: toDeskTexts },
    { hint: 'today.hint.chair.2', way: toTexts },
    { hint: 'today.hint.chair.3', way: { href: '/decisions', word: 'app.decisions' } },
  ],
  secretariat: [
    { hint: 'today.hint.secretariat.1', way: { href: '/desk/credentials', word: 'desk.tab.credentials' } },
    { hint: 'today.hint.secretariat.2', way: { href: '/texts/new', word: 'papers.bringIn' } },
    { hint: 'today.hint.secretariat.3', way: { href: '/meetings', word: 'app.meetings' } },
    { hint: 'today.hint.secretariat.4', way: toDeskTexts },
  ],
  other: [
    { hint: 'today.hint.other.1', way: toTexts },
    { hint: 'today.hint.other.2', way: { href: '/record', word: 'app.record' } },
  ],
}

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
        {steps[kind].map(({ hint, way }) => (
          <li key={hint}>
            {t(hint)} {way !== undefined && <Link href={way.href}>{t(way.word)}</Link>}
          </li>
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
