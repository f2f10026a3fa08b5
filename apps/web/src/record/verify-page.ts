/**
 * Verification for pages that were rendered on the server. They load this file as a module
 * (`<script type="module" src="/assets/verify-….js">`, the name stands in the build's manifest under
 * `src/record/verify-page.ts`) and mark what can be verified:
 *
 *     <div data-verify-proof="/api/proof/12" data-verify-document="/api/documents/HASH"></div>
 *
 * Each such element gets a button and a region for what comes of it. The document may be left out. The words are those of
 * the page's language (`<html lang>`), or of the nearest `lang` around the element. The classes `v-…` are styled in
 * `styles/verify.css`.
 */
import type { Catalogue } from '../words/keys.ts'
import { isLanguage, type Language } from '../words/language.ts'
import { type Speech, speechOf } from '../words/speaking.ts'
import { fetchProof } from './fetch-proof.ts'
import { type KeyStanding, meetKey } from './known-key.ts'
import { type Step, type Verification, verifyInSteps } from './steps.ts'
import { notProven, outcomeSign, proofOf, sentenceOf } from './verdict.ts'

/** The words of a language; a page carries one. */
const wordsIn = async (language: Language): Promise<object> => {
  switch (language) {
    case 'en':
      return (await import('../words/en/verify.ts')).verify
    case 'ru':
      return (await import('../words/ru/verify.ts')).verify
    case 'ar':
      return (await import('../words/ar/verify.ts')).verify
  }
}

const wordsOf = async (language: Language): Promise<Speech> =>
  speechOf(language, (await wordsIn(language)) as Catalogue)

type Child = Node | string

const make = (tag: string, className: string, ...children: readonly Child[]): HTMLElement => {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

const stepShown = (step: Step, { t }: Speech): HTMLElement => {
  const sign = make('span', 'v-sign', outcomeSign[step.outcome])
  sign.ariaHidden = 'true'
  const head = make(
    'p',
    '',
    sign,
    make('b', '', t(`verify.${step.name}.title`)),
    ' ',
    make('span', 'v-outcome', t(`verify.${step.outcome}`)),
  )
  const sentence = sentenceOf(step)
  const item = make('li', '', head)
  if (sentence !== null) item.append(make('p', 'small v-hash', t(sentence.key, sentence.values)))
  item.dataset['outcome'] = step.outcome
  return item
}

const keyWords = (standing: KeyStanding, origin: string, { t, instant }: Speech): string => {
  switch (standing.kind) {
    case 'first':
      return t('verify.key.first')
    case 'known':
      return t('verify.key.known', { day: instant(standing.since, 'date') })
    case 'changed':
      return t('verify.key.changed', { origin })
  }
}

const shown = (found: Verification, standing: KeyStanding, speech: Speech): readonly HTMLElement[] => {
  const { t } = speech
  const { good, index, origin, steps } = found
  const words = good ? t('verify.good', { index: index ?? 0, origin }) : t('verify.bad')
  const verdict = make('div', 'notice', make('p', '', make('b', '', `${good ? '✓' : '✕'} ${words}`)))
  verdict.dataset['tone'] = good && standing.kind !== 'changed' ? 'good' : 'bad'
  const all = [
    verdict,
    make('p', 'small', keyWords(standing, origin, speech)),
    make('ol', 'v-steps', ...steps.map(step => stepShown(step, speech))),
  ]
  if (!good) return all
  const proves = proofOf(found).map(({ key, values }) => make('li', '', t(key, values)))
  const leaves = notProven.map(key => make('li', '', t(key)))
  const meaning = make(
    'div',
    'v-meaning',
    make('section', '', make('b', '', t('verify.proves')), make('ul', '', ...proves)),
    make('section', '', make('b', '', t('verify.provesNot')), make('ul', '', ...leaves)),
  )
  return [...all, meaning]
}

/** Fetches, verifies, and says what came of it in the region. */
const verifyInto = async (element: HTMLElement, region: HTMLElement, speech: Speech): Promise<void> => {
  const { verifyProof: proof, verifyDocument: named } = element.dataset
  region.replaceChildren(make('p', 'soft', speech.t('verify.busy')))
  try {
    const given = await fetchProof({ proof: proof ?? '', document: named })
    region.replaceChildren(
      ...(given === null
        ? [make('p', 'notice', speech.t('verify.noProof'))]
        : shown(verifyInSteps(given), meetKey(given.key), speech)),
    )
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    region.replaceChildren(make('p', 'notice', speech.t('verify.unreached')))
  }
}

const languageOf = (element: HTMLElement): Language => {
  const tag = element.closest<HTMLElement>('[lang]')?.lang.split('-', 1)[0] ?? 'en'
  return isLanguage(tag) ? tag : 'en'
}

const install = async (element: HTMLElement): Promise<void> => {
  const speech = await wordsOf(languageOf(element))
  const button = make('button', 'button', speech.t('verify.here')) as HTMLButtonElement
  button.type = 'button'
  button.dataset['kind'] = 'primary'
  const region = make('div', 'v-verify')
  region.setAttribute('role', 'status')
  button.addEventListener('click', () => void verifyInto(element, region, speech))
  element.append(make('p', '', button), region)
}

for (const element of document.querySelectorAll<HTMLElement>('[data-verify-proof]')) void install(element)
