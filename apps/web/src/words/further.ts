import { firstWords, furtherWords } from './catalogue.ts'
import type { Language } from './language.ts'
import { type Speech, speechOf } from './speaking.ts'

/** Whether a scene has been opened that needs more than the first words; from then on every language comes whole. */
let wanted = false
/** The language that is spoken now. */
let spoken: Speech | undefined

/**
 * A language ready to be spoken: its first words, and the further ones where a scene has asked for them. `isWanted` says,
 * when it is there, whether it is still the one wanted.
 */
export const beginToSpeak = async (
  language: Language,
  isWanted: () => boolean,
): Promise<Speech | undefined> => {
  const speech = speechOf(language, await firstWords(language))
  if (wanted) speech.learn(await furtherWords(language))
  if (!isWanted()) return undefined
  // A scene may have asked while the first words were on their way.
  spoken = speech
  if (wanted) speech.learn(await furtherWords(language))
  return isWanted() ? speech : undefined
}

/** Before a scene is shown whose words are not among the first: fetches them, once for each language. */
export const needsFurtherWords = async (): Promise<void> => {
  wanted = true
  const speech = spoken
  if (speech !== undefined) speech.learn(await furtherWords(speech.language))
}
