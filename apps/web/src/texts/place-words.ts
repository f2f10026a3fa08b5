import { texts } from '@gavel/domain'
import type { ParagraphId } from '@gavel/kernel'
import type { Speech } from '../words/speaking.ts'

/** A place in the text in words: after which paragraph, before which, at the beginning or the end. */
export const placeWords = (text: texts.Text, place: texts.Place, t: Speech['t']): string => {
  const numberOf = (id: ParagraphId): string => texts.paragraphOf(text, id)?.number || '¶'
  if ('after' in place) return t('text.place.after', { number: numberOf(place.after) })
  if ('before' in place) return t('text.place.before', { number: numberOf(place.before) })
  return t(place.at === 'start' ? 'text.place.start' : 'text.place.end')
}
