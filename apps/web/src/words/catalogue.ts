import type { Catalogue, FirstWords, FurtherWords, Rules } from './keys.ts'
import type { Language } from './language.ts'

/** The sentences of a language that are wanted from the start: a phone carries one language, and not all of it at once. */
export const firstWords = async (language: Language): Promise<FirstWords> => {
  switch (language) {
    case 'en':
      return (await import('./en/index.ts')).en
    case 'ru':
      return (await import('./ru/index.ts')).ru
    case 'ar':
      return (await import('./ar/index.ts')).ar
  }
}

/** The sentences of scenes that are fetched when somebody goes there. */
export const furtherWords = async (language: Language): Promise<FurtherWords> => {
  switch (language) {
    case 'en':
      return (await import('./en/index-further.ts')).further
    case 'ru':
      return (await import('./ru/index-further.ts')).further
    case 'ar':
      return (await import('./ar/index-further.ts')).further
  }
}

/** All of a language: for the server, and for tests. */
export const catalogueOf = async (language: Language): Promise<Catalogue> => ({
  ...(await firstWords(language)),
  ...(await furtherWords(language)),
})

/** The rulebook's sentences in a language; fetched apart, because only a refusal needs them. */
export const rulesIn = async (language: Language): Promise<Rules> => {
  const { refusals } = await import('@gavel/contract/refusals')
  switch (language) {
    case 'en':
      return refusals
    case 'ru':
      return { ...refusals, ...(await import('./rules/ru.ts')).ru }
    case 'ar':
      return { ...refusals, ...(await import('./rules/ar.ts')).ar }
  }
}
