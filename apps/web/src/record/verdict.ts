import type { Key } from '../words/keys.ts'
import type { Values } from '../words/speaking.ts'
import type { Step, Verification } from './steps.ts'

/** A sentence to be spoken: its key and what fills it. */
export interface Sentence {
  readonly key: Key
  readonly values: Values
}

/** The sign of an outcome: it stands beside the word, never in its place. */
export const outcomeSign: { readonly [outcome in Step['outcome']]: string } = {
  holds: '✓',
  fails: '✕',
  open: '○',
  told: 'i',
}

/** What is said of a step; nothing of one that was not reached. */
export const sentenceOf = ({ name, outcome, variant, facts }: Step): Sentence | null => {
  const said = (key: string): Sentence => ({ key: key as Key, values: facts })
  if (variant !== undefined) return said(`verify.${name}.${variant}`)
  if (outcome === 'open') return null
  return said(`verify.${name}.${outcome}`)
}

/** What a verification that holds proves, and what it leaves open. */
export const proofOf = ({ index, steps }: Verification): readonly Sentence[] => [
  { key: 'verify.proves.entry', values: { index: index ?? 0 } },
  ...(steps.some(({ name, outcome }) => name === 'document' && outcome === 'holds')
    ? [{ key: 'verify.proves.document', values: {} } as const]
    : []),
]

export const notProven: readonly Key[] = [
  'verify.provesNot.key',
  'verify.provesNot.nothingElse',
  'verify.provesNot.truth',
]
