import { compileMessage } from '@lingui/message-utils/compileMessage'
import { reading as ar } from '../words/ar/reading.ts'
import { catalogueOf, rulesIn } from '../words/catalogue.ts'
import { reading as en } from '../words/en/reading.ts'
import type { PageWords, Rules } from '../words/keys.ts'
import type { Language } from '../words/language.ts'
import { reading as ru } from '../words/ru/reading.ts'
import { type Speech, speechOf } from '../words/speaking.ts'

const pageWords: { readonly [language in Language]: PageWords } = { en, ru, ar }

/** What is needed to say everything in a language: its sentences, and those of the rulebook. */
export interface Spoken {
  readonly speech: Speech
  readonly rules: Rules
}

/** Each message is compiled when it is first said, once for all pages. */
const compiled = new Map<string, unknown>()
const compile = (message: string): unknown => {
  const before = compiled.get(message)
  if (before !== undefined) return before
  const made = compileMessage(message)
  compiled.set(message, made)
  return made
}

const learn = async (language: Language): Promise<Spoken> => {
  const [screens, rules] = await Promise.all([catalogueOf(language), rulesIn(language)])
  return { speech: speechOf(language, { ...screens, ...pageWords[language] }, compile), rules }
}

const spoken = new Map<Language, Promise<Spoken>>()

/** A language ready to be spoken on the pages; learnt once. */
export const speaking = (language: Language): Promise<Spoken> => {
  const known = spoken.get(language) ?? learn(language)
  spoken.set(language, known)
  return known
}
