import type { Refusal } from '@gavel/kernel'
import { createContext, useContext } from 'react'
import type { Rules } from '../words/keys.ts'
import { useWords } from '../words/use-words.tsx'

const RulesContext = createContext<Rules>({})

export const RulesProvider = RulesContext.Provider

/** The sentence of a rule in the language spoken; its id until the rulebook has been fetched. */
export const useRule = (): ((rule: string) => string) => {
  const rules = useContext(RulesContext)
  const { t, knows } = useWords()
  return rule => {
    // The rules of a room are among its words.
    const key = `rule.${rule}`
    return rules[rule] ?? (knows(key) ? t(key) : rule)
  }
}

/** Why something is closed, as one line for a button: the rule's id and its sentence; undefined when it is open. */
export const useClosedWords = (): ((refusal: Refusal | null | undefined) => string | undefined) => {
  const { t } = useWords()
  const sentence = useRule()
  return refusal => {
    if (refusal === null) return undefined
    if (refusal === undefined) return t('app.signInToAct')
    return t('app.closedBy', { rule: refusal.rule, sentence: sentence(refusal.rule) })
  }
}

interface Shown {
  readonly rule: string
  readonly facts?: { readonly [name: string]: unknown }
  /** What a member's code is called here. */
  readonly nameOf?: (id: string) => string
}

const inWords = (value: unknown, nameOf: (id: string) => string): string =>
  Array.isArray(value)
    ? value.map(each => inWords(each, nameOf)).join(', ')
    : typeof value === 'string'
      ? nameOf(value)
      : value === null || typeof value !== 'object'
        ? String(value)
        : JSON.stringify(value)

/** A refusal in full: the rule, its sentence, and the facts it was applied to. */
export const RefusalShown = ({ rule, facts = {}, nameOf = id => id }: Shown) => {
  const { t } = useWords()
  const sentence = useRule()
  const told = Object.entries(facts).filter(([, value]) => value !== null && value !== '')
  return (
    <div className="refusal">
      <p>
        <a href={`/rules/${rule}`} className="mono">
          {t('app.rule', { rule })}
        </a>{' '}
        {sentence(rule)}
      </p>
      {told.length > 0 && (
        <dl className="facts small">
          {told.map(([name, value]) => (
            <div key={name} className="facts-row">
              <dt className="mono">{name}</dt>
              <dd>
                <bdi>{inWords(value, nameOf)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
