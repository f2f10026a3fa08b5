import { useEffect, useState } from 'react'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useAsking } from '../acting/use-asking.ts'
import { useAnnounce } from '../kit/announcer.tsx'
import { Button } from '../kit/button.tsx'
import { LinkShown } from '../kit/link-shown.tsx'
import { Notice } from '../kit/notice.tsx'
import { request, Unreached } from '../live/request.ts'
import { useAskAgain } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import { AddingProblem } from './adding.tsx'
import type { LinkState, MadeLink } from './answers.ts'
import { deviceWords } from './device-words.ts'

const everyMs = 2_000

/** How far a link is, asked again while it matters; `gone` once there is no such link any more. */
const useLink = (id: string, until: string): LinkState | 'gone' | undefined => {
  const [state, setState] = useState<LinkState | 'gone'>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const look = async (): Promise<void> => {
      try {
        const found = await request<LinkState>('GET', `/api/sign-in/links/${encodeURIComponent(id)}`)
        if (!stopped) setState(found)
        if (found.state === 'approved') return
      } catch (error) {
        if (!(error instanceof Unreached)) {
          if (!stopped) setState('gone')
          return
        }
      }
      if (!stopped && Date.now() < Date.parse(until)) timer = setTimeout(() => void look(), everyMs)
    }
    void look()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [id, until])
  return state
}

const Approving = ({
  link,
  onDone,
}: {
  readonly link: MadeLink
  readonly onDone: (said: string) => void
}) => {
  const speech = useWords()
  const { t, instant } = speech
  const asking = useAsking()
  const state = useLink(link.id, link.until)
  const path = `/api/sign-in/links/${encodeURIComponent(link.id)}`
  const approve = async (code: string): Promise<void> => {
    const letIn = await asking.done(() => request('POST', `${path}/approve`, { code }))
    if (letIn) onDone(t('device.approved'))
  }
  const deny = async (): Promise<void> => {
    await asking.done(() => request('DELETE', path))
    onDone(t('device.voided'))
  }
  const asked = state !== undefined && state !== 'gone' && state.state === 'asked' ? state : undefined
  return (
    <div className="stack">
      {asked === undefined && (
        <>
          <p>{t('device.open')}</p>
          <LinkShown url={link.url} label={t('device.qr')} />
          <p className="small soft">{t('device.once', { at: instant(link.until, 'time') })}</p>
        </>
      )}
      <div aria-live="polite" className="stack" data-gap="small">
        {state === 'gone' && <Notice tone="warn">{t('device.voided')}</Notice>}
        {(state === undefined || (state !== 'gone' && state.state === 'waiting')) && (
          <p className="soft">{t('device.waiting')}</p>
        )}
        {asked !== undefined && (
          <>
            <p>
              {t('device.asked', {
                device: deviceWords(speech, asked.device),
                network: asked.network === null ? '' : t('device.asked.network', { network: asked.network }),
              })}
            </p>
            <p className="s-code" dir="ltr">
              {asked.code}
            </p>
          </>
        )}
      </div>
      <ProblemShown problem={asking.problem} />
      <div className="row">
        {asked?.code != null && (
          <Button kind="primary" onPress={() => void approve(asked.code!)}>
            {t('device.approve')}
          </Button>
        )}
        {state !== 'gone' && (
          <Button kind={asked === undefined ? 'quiet' : 'grave'} onPress={() => void deny()}>
            {asked === undefined ? t('app.cancel') : t('device.deny')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Letting in another device of one's own: a link, the code both show, an approval. */
export const AnotherDevice = () => {
  const { t } = useWords()
  const asking = useAsking()
  const announce = useAnnounce()
  const askAgain = useAskAgain()
  const [link, setLink] = useState<MadeLink>()
  const make = async (): Promise<void> => {
    const made = await asking.ask(() => request<MadeLink>('POST', '/api/sign-in/link', {}))
    if (made !== undefined) setLink(made)
  }
  return (
    <section className="card stack" aria-labelledby="another">
      <h2 id="another">{t('device.title')}</h2>
      <p className="soft">{t('device.lead')}</p>
      <AddingProblem asking={asking} />
      {link === undefined ? (
        <p>
          <Button onPress={() => void make()} busy={asking.busy}>
            {t('device.make')}
          </Button>
        </p>
      ) : (
        <Approving
          link={link}
          onDone={said => {
            setLink(undefined)
            announce(said)
            void askAgain('/api/sign-ins')
          }}
        />
      )}
    </section>
  )
}
