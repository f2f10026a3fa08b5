import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import { reading as ar } from './ar/reading.ts'
import { reading as en } from './en/reading.ts'
import type { Catalogue } from './keys.ts'
import { reading as ru } from './ru/reading.ts'
import { speechOf } from './speaking.ts'

/** The values a sentence is filled with, by name: a compiled message is words and `[name, type, choices]`, at any depth. */
const filled = (message: string): readonly string[] => {
  const names = new Set<string>()
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [name, type, choices] = part as readonly unknown[]
    if (typeof name === 'string' && part.length <= 3 && !Array.isArray(type)) names.add(name)
    if (typeof choices === 'object' && choices !== null)
      for (const each of Object.values(choices)) walkAll(each)
  }
  const walkAll = (parts: unknown): void => {
    if (Array.isArray(parts)) for (const part of parts) walk(part)
  }
  walkAll(compileMessage(message))
  return [...names].sort()
}

describe.each([
  ['ru', ru],
  ['ar', ar],
] as const)('the public pages in %s', (language, words) => {
  it('have every sentence', () => expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort()))

  it('fill each with the same values, and say it for any number', () => {
    const speech = speechOf(language, words as unknown as Catalogue, compileMessage)
    const values = { n: 0, size: '0', depth: 1, missing: 0, needed: 3, index: 7, present: 1, outOf: 2 }
    const others = { at: 'at', left: 'left', seat: 'seat', since: 'since' }
    for (const [key, message] of Object.entries(en)) {
      const own = words[key as keyof typeof words]
      expect([key, filled(own)]).toEqual([key, filled(message)])
      for (const n of [0, 1, 2, 3, 5, 11, 21, 100]) {
        const said = speech.t(key as keyof typeof en, {
          ...values,
          ...others,
          n,
          missing: n,
          size: String(n),
        })
        expect([key, said === '', /[{}#]|undefined/.test(said)]).toEqual([key, false, false])
      }
    }
  })
})
