import type { commitments as chapter } from '@gavel/domain'
import { dayWords } from '../names/days.ts'
import { useWords } from '../words/use-words.tsx'
import type { OwnerRow } from './answers.ts'

type Word = chapter.CommitmentStatus

/** The sign of each word: it stands beside the word, never in its place, and is another for each without colour. */
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

/** How something stands, in a sign and a word. */
export const StatusShown = ({ word }: { readonly word: Word }) => {
  const { t } = useWords()
  return (
    <span className="u-status" data-status={word}>
      <span className="u-sign" aria-hidden="true">
        {signs[word]}
      </span>
      {t(`commitment.status.${word}`)}
    </span>
  )
}

/** That a report says less than the one before it. */
export const MovedBack = () => {
  const { t } = useWords()
  return (
    <span className="u-back">
      <span aria-hidden="true">↓</span> {t('commitment.movedBack')}
    </span>
  )
}

/** How one owner's part stands: the word, and what goes with it: silence since when, nothing new since when, backward. */
export const StandingShown = ({ owner }: { readonly owner: OwnerRow }) => {
  const speech = useWords()
  const { t } = speech
  const { status, says, lastOn, movedBack, nothingNewSince, silentSince } = owner
  return (
    <span className="u-standing">
      <StatusShown word={status} />
      {movedBack && <MovedBack />}
      <span className="small soft">
        {silentSince !== null && (
          <>
            {t('commitment.silentSince', { day: dayWords(speech, silentSince) })}
            {says !== null && ` · ${t('commitment.saidBefore', { says: t(`commitment.status.${says}`) })}`}
          </>
        )}
        {silentSince === null &&
          nothingNewSince !== null &&
          t('commitment.nothingNewSince', { day: dayWords(speech, nothingNewSince) })}
        {silentSince === null &&
          nothingNewSince === null &&
          lastOn !== null &&
          t('commitment.toldOn', { day: dayWords(speech, lastOn) })}
      </span>
    </span>
  )
}
