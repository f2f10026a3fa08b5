import type { Instant } from '@gavel/kernel'
import { type I18n, type Messages, setupI18n } from '@lingui/core'
import type { Catalogue, Key } from './keys.ts'
import { directionOf, type Language } from './language.ts'

/** What a sentence is filled with. */
export type Values = Readonly<Record<string, string | number>>

export type InstantStyle = 'full' | 'long' | 'short' | 'date' | 'time' | 'precise'

/** A name as the organisation keeps it: English always, other languages where somebody gave them. */
export interface NameInLanguages {
  readonly en: string
  readonly ru?: string
  readonly ar?: string
}

const styles: { readonly [style in InstantStyle]: Intl.DateTimeFormatOptions } = {
  full: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  long: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  precise: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
}

/** One language that knows more sentences than the screens have: those of a room. */
export type SpeechWith<More extends string> = Omit<Speech, 't'> & {
  t(key: Key | More, values?: Values): string
}

/** One language, spoken: sentences with their plurals, instants, numbers, names, lists. */
export interface Speech {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** The tag that dates and numbers are formatted under: the Gregorian calendar and Latin digits, in every language. */
  readonly tag: string
  t(key: Key, values?: Values): string
  /** Whether there are words under a key that is made up of parts. */
  knows(key: string): key is Key
  instant(at: Instant | string, style?: InstantStyle, timeZone?: string): string
  number(value: number): string
  name(name: NameInLanguages | undefined, otherwise?: string): string
  list(names: readonly string[]): string
  /** A duration in its two largest units: `3 d 4 h`, `12 min 5 s`. */
  duration(ms: number): string
  compare(a: string, b: string): number
  /** Takes up sentences that were fetched later, by their keys. */
  learn(words: object): void
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

const spoken = (i18n: I18n, language: Language): Speech => {
  // English as it is written between delegations: the day first, twenty-four hours.
  const tag = `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-hc-h23-nu-latn`
  const collator = new Intl.Collator(language)
  const inUnits = (ms: number): string => {
    const first = units.findIndex(([, size]) => ms >= size)
    const from = first < 0 ? units.length - 1 : first
    let left = ms
    return units
      .slice(from, from + 2)
      .map(([unit, size]) => {
        const count = Math.floor(left / size)
        left -= count * size
        return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }).format(count)
      })
      .join(' ')
  }
  return {
    language,
    direction: directionOf(language),
    tag,
    knows: (key): key is Key => Object.hasOwn(i18n.messages, key),
    t: (key, values) => i18n._(key, values as Record<string, unknown> | undefined),
    instant: (at, style = 'long', timeZone) =>
      new Intl.DateTimeFormat(tag, {
        ...styles[style],
        ...(timeZone === undefined ? {} : { timeZone }),
      }).format(new Date(at)),
    number: value => new Intl.NumberFormat(tag).format(value),
    name: (name, otherwise = '') => name?.[language] ?? name?.en ?? otherwise,
    list: names => new Intl.ListFormat(language, { type: 'conjunction' }).format(names),
    duration: ms => inUnits(Math.max(0, ms)),
    compare: (a, b) => collator.compare(a, b),
    learn: words => i18n.load(language, words as unknown as Messages),
  }
}

/**
 * A language ready to be spoken. `compile` turns messages into their compiled form where they come as text: on the
 * server and in tests; a built app carries them compiled.
 */
export const speechOf = (
  language: Language,
  catalogue: Partial<Catalogue>,
  compile?: (message: string) => unknown,
): Speech => {
  const i18n = setupI18n({
    locale: language,
    messages: { [language]: { ...catalogue } as unknown as Messages },
  })
  if (compile !== undefined) i18n.setMessagesCompiler(compile as never)
  return spoken(i18n, language)
}
