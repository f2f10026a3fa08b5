import { useWordsWith } from '../../words/use-words.tsx'
import type { NoticesKey } from './words/keys.ts'

/** The language spoken here, with the sentences of this room. */
export const useNoticesWords = () => useWordsWith<NoticesKey>()
