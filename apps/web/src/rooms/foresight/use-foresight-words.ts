import { useWordsWith } from '../../words/use-words.tsx'
import type { ForesightKey } from './words/keys.ts'

/** The language spoken here, with the sentences of this room. */
export const useForesightWords = () => useWordsWith<ForesightKey>()
