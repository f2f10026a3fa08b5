import { type meetings, texts } from '@gavel/domain'
import type { ParagraphId } from '@gavel/kernel'
import { Button } from '../kit/button.tsx'
import { useSlice } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'

type ShownText = Extract<meetings.Shown, { readonly kind: 'text' }>

/** The paragraph before the first, or behind the last, of those that are shown. */
const neighbour = (
  text: texts.Text,
  shown: readonly ParagraphId[],
  step: -1 | 1,
): ParagraphId | undefined => {
  const all = [...texts.paragraphsOf(text)].map(({ id }) => id)
  const places = shown.map(id => all.indexOf(id)).filter(at => at >= 0)
  if (places.length === 0) return undefined
  return all[step === -1 ? Math.min(...places) - 1 : Math.max(...places) + 1]
}

/** While a text is shown: on to the next paragraph, or back. */
export const TextSteps = ({ meeting, sending, shown }: AtHand & { readonly shown: ShownText }) => {
  const { t } = useWords()
  const state = useSlice(shown.text)
  const text = state && texts.textOf(state.texts, shown.text)
  if (text === undefined) return null
  const go = (step: -1 | 1): void => {
    const next = neighbour(text, shown.paragraphs, step)
    if (next === undefined) return
    const what = { kind: 'text', text: shown.text, paragraphs: [next] } as const
    void sending.send({ type: 'meetings.show', body: { meeting: meeting.id, what } })
  }
  return (
    <p className="row">
      <Button size="small" onPress={() => go(-1)}>
        {t('hall.text.previous')}
      </Button>
      <Button size="small" onPress={() => go(1)}>
        {t('hall.text.next')}
      </Button>
    </p>
  )
}
