import { useNow } from '../live/use-room.tsx'
import type { Key } from '../words/keys.ts'
import { useWords } from '../words/use-words.tsx'
import { figureOf, minutesOf, type Speaking, type SpeechClock, speechClock } from './speech-clock.ts'

/** The sign beside the figure: it says without colour whether the clock runs, stands, or is past its limit. */
const signOf = ({ tone, running }: SpeechClock): string => {
  if (!running) return '❚❚'
  return tone === 'over' ? '■' : tone === 'ending' ? '◣' : '▶'
}

const wordOf = ({ tone, running }: SpeechClock): Key => {
  if (!running) return 'floor.stopped'
  if (tone === 'over') return 'floor.over'
  if (tone === 'free') return 'floor.used'
  return tone === 'ending' ? 'floor.ending' : 'floor.left'
}

/**
 * How long whoever has the floor has left, or is over: a figure, a sign, a word and a bar, from stored instants and the
 * server's clock.
 */
export const SpeechFigure = ({ speaking }: { readonly speaking: Speaking }) => {
  const { t } = useWords()
  const clock = speechClock(speaking, useNow(500))
  const tone = clock.running ? clock.tone : 'stopped'
  return (
    <p className="m-figure" data-tone={tone} role="timer">
      <span className="m-figure-sign" aria-hidden="true">
        {signOf(clock)}
      </span>
      <span className="m-figure-time">{figureOf(clock)}</span>
      <span className="m-figure-word">
        {t(wordOf(clock))}
        {clock.limitMs !== null && (
          <span className="m-figure-limit">
            {clock.running ? ' ' : ' · '}
            {t('floor.limit', { limit: minutesOf(clock.limitMs) })}
          </span>
        )}
      </span>
      {clock.limitMs !== null && (
        <svg className="m-figure-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <rect width={100 * clock.share} height="1" />
        </svg>
      )}
    </p>
  )
}
