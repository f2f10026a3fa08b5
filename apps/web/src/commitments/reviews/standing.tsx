import type { commitments as chapter } from '@gavel/domain'
import { dayWords } from '../../names/days.ts'
import { useWords } from '../../words/use-words.tsx'
import type { OwnerRow } from './shapes.ts'

type Word = chapter.CommitmentStatus

/** A sign of its own for each word; it stands beside the word, never in its place. */
const signs: { readonly [word in Word]: string } = {
  notStarted: '○',
  limited: '◔',
  substantial: '◕',
  complete: '●',
  noEvidence: '∅',
  unclear: '?',
  nothingNew: '=',
  silent: '…',
  notYetReported: '–',
  withdrawn: '✕',
  carriedForward: '→',
}

/** What was said, or found, of a commitment: a sign and a word. */
export const SaysMark = ({ word }: { readonly word: Word }) => {
  const { t } = useWords()
  return (
    <span className="p-course">
      <span aria-hidden="true" className="p-sign">
        {signs[word]}
      </span>{' '}
      {t(`reviews.says.${word}`)}
    </span>
  )
}

/** How one owner's part stands; silence is shown as silence, with the day it began (C-39). */
export const StandingShown = ({ owner }: { readonly owner: OwnerRow }) => {
  const speech = useWords()
  const { t } = speech
  const { status, lastOn, movedBack, silentSince } = owner
  return (
    <>
      <SaysMark word={status} />
      {movedBack && (
        <span>
          <span aria-hidden="true">↓</span> {t('reviews.movedBack')}
        </span>
      )}
      <span className="soft">
        {silentSince !== null
          ? t('reviews.silentSince', { day: dayWords(speech, silentSince) })
          : lastOn !== null && t('reviews.toldOn', { day: dayWords(speech, lastOn) })}
      </span>
    </>
  )
}
