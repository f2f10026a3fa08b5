import '../styles/meetings.css'
import type { TextId } from '@gavel/kernel'
import { get } from '@gavel/kernel'
import { useEffect, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Missing } from '../kit/missing.tsx'
import { request } from '../live/request.ts'
import { useRoom, useSlice, useSliceFailure } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { useAwake } from './awake.ts'
import { HallShown } from './hall-shown.tsx'

const retryMs = 3_000

/** Asks for a slice again while it cannot be had: nobody stands at a projector to press anything. */
const useAgain = (text: TextId | null): void => {
  const { slices } = useRoom()
  const failure = useSliceFailure(text)
  useEffect(() => {
    if (failure === undefined) return
    const timer = setInterval(() => slices.retry(text), retryMs)
    return () => clearInterval(timer)
  }, [failure, slices, text])
}

const clockMs = 4 * 60_000

/** Learns the server's clock again and again: this screen stays open for days, and nobody reloads it. */
const useRightClock = (): void => {
  useEffect(() => {
    const timer = setInterval(() => void request('GET', '/api/me').catch(() => undefined), clockMs)
    return () => clearInterval(timer)
  }, [])
}

type Look = 'light' | 'dark'

const lookAsked = (): Look | null => {
  const asked = new URLSearchParams(location.search).get('theme')
  return asked === 'light' || asked === 'dark' ? asked : null
}

/** Light or dark, for this screen alone: `?theme=dark` in the address, or the button. */
const useLook = (): readonly [look: Look | null, choose: (look: Look) => void] => {
  const [look, setLook] = useState(lookAsked)
  useEffect(() => {
    if (look === null) return
    const root = document.documentElement
    const before = root.dataset['theme']
    root.dataset['theme'] = look
    return () => {
      if (before === undefined) delete root.dataset['theme']
      else root.dataset['theme'] = before
    }
  }, [look])
  return [look, setLook]
}

/** What whoever sets the screen up needs once; it shows itself to a pointer or the keyboard, and gets out of the way. */
const Controls = () => {
  const { t } = useWords()
  const [look, choose] = useLook()
  const isDark = look === 'dark' || (look === null && matchMedia('(prefers-color-scheme: dark)').matches)
  return (
    <nav className="m-hall-controls" aria-label={t('hall.controls')}>
      {document.fullscreenEnabled && (
        <Button size="small" onPress={() => void document.documentElement.requestFullscreen()}>
          {t('hall.fullScreen')}
        </Button>
      )}
      <Button size="small" onPress={() => choose(isDark ? 'light' : 'dark')}>
        {t(isDark ? 'hall.light' : 'hall.dark')}
      </Button>
    </nav>
  )
}

/** Whether what is seen is what is: said only when it may not be. */
const Line = () => {
  const { t } = useWords()
  const { line } = useRoom()
  if (line === 'live') return null
  return (
    <p className="m-hall-line" role="status">
      <span aria-hidden="true">{line === 'down' ? '○' : '◌'}</span>{' '}
      {t(line === 'down' ? 'hall.down' : 'hall.connecting')}
    </p>
  )
}

/** The screen in the hall: it shows what the chair last said, needs nobody, and finds the line again by itself. */
export const DisplayScene = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const base = useSlice()
  const meeting = base && get(base.meetings.meetings, id)
  const text = meeting?.shown?.what.kind === 'text' ? meeting.shown.what.text : null
  const withText = useSlice(text)
  useAgain(null)
  useAgain(text)
  useAwake()
  useRightClock()
  useEffect(() => {
    if (meeting !== undefined) document.title = meeting.title
  }, [meeting])
  if (base === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  if (meeting === undefined) return <Missing />
  return (
    <main className="m-display">
      <HallShown state={withText ?? base} meeting={meeting} />
      <Controls />
      <Line />
    </main>
  )
}
