import { createContext, useContext } from 'react'
import type { Language } from '../words/language.ts'

const Choose = createContext<(language: Language) => void>(() => undefined)

export const LanguageChoice = Choose.Provider

/** How to change the language of the screens. */
export const useChooseLanguage = (): ((language: Language) => void) => useContext(Choose)
