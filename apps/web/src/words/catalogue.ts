import type { Catalogue, Rules } from './keys.ts'
import type { Language } from './language.ts'

/** The sentences of a language, fetched when they are wanted: a phone carries one language. */
export const catalogueOf = async (language: Language): Promise<Catalogue> => {
  switch (language) {
    case 'en':
      return (await import('./en/index.ts')).en
    case 'ru':
      return (await import('./ru/index.ts')).ru
    case 'ar':
      return (await import('./ar/index.ts')).ar
  }
}

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
