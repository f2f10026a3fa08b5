import { createContext, type ReactNode, useContext } from 'react'
import type { Speech, SpeechWith } from './speaking.ts'

const Spoken = createContext<Speech | null>(null)

/** Everything below speaks this language. */
export const SpeechProvider = ({
  speech,
  children,
}: {
  readonly speech: Speech
  readonly children: ReactNode
}) => <Spoken.Provider value={speech}>{children}</Spoken.Provider>

/** The language spoken here. Throws outside a `SpeechProvider`. */
export const useWords = (): Speech => {
  const speech = useContext(Spoken)
  if (speech === null) throw new TypeError('no language is spoken here')
  return speech
}

/** The language spoken here, in a scene whose further sentences were fetched with it. */
export const useWordsWith = <More extends string>(): SpeechWith<More> => useWords() as SpeechWith<More>
