import { refusals } from '@gavel/contract/refusals'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'
import { rooms } from '../rooms/rooms.ts'
import { ar as arFirst } from './ar/index.ts'
import { further as arFurther } from './ar/index-further.ts'
import { reading as arPages } from './ar/reading.ts'
import { en as enFirst } from './en/index.ts'
import { further as enFurther } from './en/index-further.ts'
import { reading as enPages } from './en/reading.ts'
import type { Catalogue, Key, PageWords, Rules } from './keys.ts'
import type { Language } from './language.ts'
import { ru as ruFirst } from './ru/index.ts'
import { further as ruFurther } from './ru/index-further.ts'
import { reading as ruPages } from './ru/reading.ts'
import { ar as arRules } from './rules/ar.ts'
import { ru as ruRules } from './rules/ru.ts'

/** Every sentence of a language: those of the screens, those of the public pages, and those of the rooms. */
type Sentences = Catalogue & PageWords

const ofRooms = async (language: Language) =>
  Object.assign({}, ...(await Promise.all(rooms.map(({ words }) => words(language))))) as object

const rulesOfRooms = async (language: Language): Promise<Rules> =>
  Object.assign({}, ...(await Promise.all(rooms.map(({ rules }) => rules(language)))))

const en: Sentences = { ...enFirst, ...enFurther, ...enPages, ...(await ofRooms('en')) }
const ru: Sentences = { ...ruFirst, ...ruFurther, ...ruPages, ...(await ofRooms('ru')) }
const ar: Sentences = { ...arFirst, ...arFurther, ...arPages, ...(await ofRooms('ar')) }

/** What stands in a compiled message: words, or a place to be filled, by name and kind. */
type Part = string | readonly [name: string, kind?: string, choices?: Readonly<Record<string, unknown>>]

const parts = (message: string): readonly Part[] => {
  const compiled = compileMessage(message)
  return (typeof compiled === 'string' ? [compiled] : compiled) as readonly Part[]
}

/** The names a message is filled with, those inside its plural forms included. */
const namesIn = (message: readonly Part[]): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const part of message) {
    if (typeof part === 'string') continue
    names.add(part[0])
    for (const inner of Object.values(part[2] ?? {}))
      if (Array.isArray(inner)) for (const name of namesIn(inner as readonly Part[])) names.add(name)
  }
  return names
}

/** The plural forms a message has, for each place that is a plural. */
const pluralsIn = (message: readonly Part[]): readonly (readonly string[])[] =>
  message.flatMap(part =>
    typeof part === 'string' || part[1] !== 'plural'
      ? []
      : [Object.keys(part[2] ?? {}).filter(form => form !== 'offset')],
  )

const keys = Object.keys(en) as readonly Key[]
/** Marks, embeddings, overrides and isolates of direction. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

/** The forms a language tells numbers apart by. */
const forms = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories

describe.each([
  ['en', en],
  ['ru', ru],
  ['ar', ar],
] as const)('the sentences of %s', (language, catalogue: Sentences) => {
  test('are filled with the same names as in English', () => {
    const differing = keys.filter(key => {
      const [own, first] = [namesIn(parts(catalogue[key])), namesIn(parts(en[key]))]
      return own.size !== first.size || [...own].some(name => !first.has(name))
    })
    expect(differing).toEqual([])
  })

  test('begin and end with a blank exactly where the English do, because they are put together', () => {
    const edges = (message: string): string => `${/^\s*/.exec(message)?.[0]}|${/\s*$/.exec(message)?.[0]}`
    expect(keys.filter(key => edges(catalogue[key]) !== edges(en[key]))).toEqual([])
  })

  test('leave the direction of words to the layout', () => {
    expect(keys.filter(key => turning.test(catalogue[key]))).toEqual([])
  })

  test('are those the screens use, and no others', () => {
    expect(Object.keys(catalogue).filter(key => !Object.hasOwn(en, key))).toEqual([])
  })

  test('have every plural form their language tells apart', () => {
    const lacking = keys.flatMap(key =>
      pluralsIn(parts(catalogue[key])).flatMap(own => {
        const missing = forms(language).filter(form => !own.includes(form) && !exactly(language, own, form))
        return missing.length === 0 ? [] : [`${key}: ${missing.join(', ')}`]
      }),
    )
    expect(lacking).toEqual([])
  })
})

/** `=0` serves for a form that is of no other number in the language; a compiled message carries it as `0`. */
const exactly = (language: string, own: readonly string[], form: string): boolean => {
  const rules = new Intl.PluralRules(language)
  const numbers = Array.from({ length: 200 }, (_, n) => n).filter(n => rules.select(n) === form)
  return numbers.length === 1 && own.includes(`${numbers[0]}`)
}

describe('nothing is left in English', () => {
  /** What reads alike in every language: figures, codes, names of formats, and what a sentence only puts together. */
  const alike = /^([^A-Za-z]|\{[a-z]+\}|UTC)*$|^(API|Markdown|Word)$/
  test.each([
    ['Russian', ru],
    ['Arabic', ar],
  ] as const)('in %s', (_, catalogue) => {
    const left = keys.filter(key => catalogue[key] === en[key] && !alike.test(en[key]))
    expect(left).toEqual([])
  })
})

/** What a rule's sentence must say alike in every language: its figures, and the rules, codes and symbols it names. */
const cited = (sentence: string): readonly string[] =>
  [
    ...sentence
      .replace(/(\d)[, \u00A0\u202F](?=\d{3}(?!\d))/g, '$1')
      .matchAll(/[A-Z]+-\d+|`\w+`|\d+(?:\([a-z]\))?/g),
  ]
    .map(found => found[0])
    .sort()

const enRules: Rules = { ...refusals, ...(await rulesOfRooms('en')) }

describe.each([
  ['Russian', { ...ruRules, ...(await rulesOfRooms('ru')) }],
  ['Arabic', { ...arRules, ...(await rulesOfRooms('ar')) }],
] as const)('the rules in %s', (_, rules: Rules) => {
  const ids = Object.keys(enRules)

  test('are all there, each in words of its own', () => {
    expect(ids.filter(id => !Object.hasOwn(rules, id) || rules[id] === enRules[id])).toEqual([])
    expect(Object.keys(rules).filter(id => !Object.hasOwn(enRules, id))).toEqual([])
  })

  test('cite the same figures, rules and codes as the rulebook', () => {
    const differing = ids.filter(id => cited(rules[id] ?? '').join() !== cited(enRules[id] ?? '').join())
    expect(differing).toEqual([])
  })

  test('are whole sentences without marks of direction', () => {
    expect(ids.filter(id => turning.test(rules[id] ?? '') || !/\S\.$/.test(rules[id] ?? ''))).toEqual([])
  })
})

describe('the sentences of the rooms', () => {
  test('are under keys of their own, which no chapter has', async () => {
    const chapters = { ...enFirst, ...enFurther, ...enPages }
    for (const { name, words } of rooms) {
      const own = Object.keys(await words('en'))
      expect(own.filter(key => Object.hasOwn(chapters, key))).toEqual([])
      expect(own.filter(key => !key.startsWith(`${name}.`) && !key.startsWith(`act.${name}.`))).toEqual([])
    }
  })
})
