import { firstWords, furtherWords } from './catalogue.ts'
import type { Language } from './language.ts'
import { type Speech, speechOf } from './speaking.ts'

type Fetch = (language: Language) => Promise<object>

/** What scenes that were opened need beside the first words; from then on every language comes with it. */
const wanted = new Map<string, Fetch>()
/** The language that is spoken now. */
let spoken: Speech | undefined

const learnAll = async (speech: Speech): Promise<void> => {
  for (const words of await Promise.all([...wanted.values()].map(fetch => fetch(speech.language))))
    speech.learn(words)
}

/**
 * A language ready to be spoken: its first words, and the further ones where a scene has asked for them. `isWanted` says,
 * when it is there, whether it is still the one wanted.
 */
export const beginToSpeak = async (
  language: Language,
  isWanted: () => boolean,
): Promise<Speech | undefined> => {
  const speech = speechOf(language, await firstWords(language))
  await learnAll(speech)
  if (!isWanted()) return undefined
  // A scene may have asked while the first words were on their way.
  spoken = speech
  await learnAll(speech)
  return isWanted() ? speech : undefined
}

/** Before a scene is shown whose words are not among the first: fetches them under a name, once for each language. */
export const needsWords = async (name: string, fetch: Fetch): Promise<void> => {
  wanted.set(name, fetch)
  const speech = spoken
  if (speech !== undefined) speech.learn(await fetch(speech.language))
}

/** The words of the chapters' own scenes that are fetched when somebody goes there. */
export const needsFurtherWords = (): Promise<void> => needsWords('', furtherWords)
