import { isLanguage, type Language, languageFor } from '../words/language.ts'

export type Theme = 'system' | 'light' | 'dark'

const cookie = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find(pair => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** The language chosen on this device, else the browser's. Kept in a cookie, because the public pages read it too. */
export const chosenLanguage = (): Language => {
  const kept = cookie('gavel-language')
  return kept !== undefined && isLanguage(kept) ? kept : languageFor(navigator.languages)
}

const year = 365 * 24 * 3_600

export const keepLanguage = (language: Language): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser this must run in
  document.cookie = `gavel-language=${language}; path=/; max-age=${year}; samesite=lax`
}

export const chosenTheme = (): Theme => (localStorage.getItem('gavel.theme') as Theme | null) ?? 'system'

export const keepTheme = (theme: Theme): void => {
  localStorage.setItem('gavel.theme', theme)
  applyTheme(theme)
}

export const applyTheme = (theme: Theme): void => {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme')
  else document.documentElement.dataset['theme'] = theme
}
