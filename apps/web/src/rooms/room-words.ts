import { useEffect, useState } from 'react'
import { needsWords } from '../words/further.ts'
import type { Language } from '../words/language.ts'
import type { RoomScreens } from './room-screens.ts'
import { rooms } from './rooms.ts'

/** Before anything of a room is shown: its sentences and those of its rules, in the language spoken. */
export const needsWordsOf = ({ name, words, rules }: RoomScreens): Promise<void> =>
  needsWords(name, async (language: Language) => {
    const [said, ruled] = await Promise.all([words(language), rules(language)])
    return {
      ...said,
      // A sentence with nothing to be filled in, as a compiled message: the rulebook's own words are not compiled.
      ...Object.fromEntries(Object.entries(ruled).map(([rule, sentence]) => [`rule.${rule}`, [sentence]])),
    }
  })

/** Fetches the words of those rooms whose acts are told of, by the types of the acts; once they are here, all is said anew. */
export const useWordsOfActs = (types: readonly string[]): void => {
  const [, told] = useState<string>()
  const named = rooms.filter(({ name }) => types.some(type => type.startsWith(`${name}.`)))
  const names = named.map(({ name }) => name).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the rooms
  useEffect(() => {
    void Promise.all(named.map(needsWordsOf)).then(() => told(names))
  }, [names])
}
