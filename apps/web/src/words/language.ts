/** The languages of the screens, each in its own name. English is where every sentence is written first. */
export const languages = { en: 'English', ru: 'Русский', ar: 'العربية' } as const

export type Language = keyof typeof languages

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag)

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** The first language of a browser's wishes (`ru-KZ`, `en`) that the screens speak; English when none. */
export const languageFor = (wishes: readonly string[]): Language =>
  wishes.map(wish => wish.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
