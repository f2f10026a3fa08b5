import { type BodyId, type Check, following, get, has } from '@gavel/kernel'
import type { TextAudience } from '../act.ts'
import { eventOf } from '../event.ts'
import { capacityName } from '../institution/capacity.ts'
import type { TextsAct } from './acts.ts'
import { type Answer, byChairOrSecretariat, onText, standsStill, type TextsActOf } from './gate.ts'
import type { UpToTexts } from './state.ts'
import { nextRevision, nextSymbol } from './symbols.ts'

/** How the chair and the secretariat steer a text: who may read it, when it opens, what is issued, who has the pen. */

/**
 * T-49. Who may read a text is set for bodies and members on record, and a delegation keeps nothing to another one. Once
 * a text is opened, every delegation of its body may read it: what is settled without the others is no consensus.
 */
export const audienceChecks = (
  { as }: TextsAct,
  audience: TextAudience,
  body: BodyId,
  opened: boolean,
  { institution }: UpToTexts,
): readonly Check[] => {
  const facts = () => ({ audience: { ...audience }, body, opened })
  const known =
    audience.kind === 'body'
      ? has(institution.bodies, audience.body)
      : audience.kind !== 'delegation' || has(institution.parties, audience.member)
  const own = audience.kind !== 'delegation' || as.kind !== 'delegate' || as.member === audience.member
  const wide = audience.kind === 'body' ? audience.body === body : audience.kind !== 'delegation'
  return [
    ['T-49', known && own, facts],
    ['T-49', !opened || wide, facts],
  ]
}

/** T-5. Symbols follow the pattern in force, numbered without gap or duplicate; a symbol named must be the next one. */
const symbolCheck = (symbol: string | undefined, next: string): Check => [
  'T-5',
  symbol === undefined || symbol === next,
  () => ({ symbol: symbol!, next }),
]

/** T-3, T-5, T-42, T-49. A draft that has paragraphs, and that its body may read, is opened once, under its symbol. */
export const open = (act: TextsActOf<'texts.open'>, state: UpToTexts): Answer =>
  onText(act, state, text => {
    const next = nextSymbol(state, text, act.at)
    return following(
      [
        ['T-3', text.stage === 'laying', () => ({ text: text.id, stage: text.stage })],
        byChairOrSecretariat(act, text),
        ['T-3', text.first !== null, () => ({ text: text.id, paragraphs: 0 })],
        ...audienceChecks(act, text.audience, text.body, true, state),
        symbolCheck(act.body.symbol, next.symbol),
      ],
      () => [eventOf(act, 'texts.opened', { text: text.id, ...next })],
    )
  })

/**
 * T-48. A version is issued by the chair or the secretariat, as a document known by its SHA-256, while the text is
 * negotiated: what is put, or adopted, keeps the document it was put with (T-7).
 */
export const issueVersion = (act: TextsActOf<'texts.issueVersion'>, state: UpToTexts): Answer =>
  onText(act, state, text => {
    const symbol = nextRevision(text)
    const { document } = act.body
    return following(
      [
        ['T-48', text.stage === 'open', () => ({ text: text.id, stage: text.stage })],
        standsStill(text),
        byChairOrSecretariat(act, text),
        ['T-48', /^[0-9a-f]{64}$/.test(document), () => ({ document })],
        symbolCheck(act.body.symbol, symbol),
        ['T-5', get(state.texts.symbols, symbol) === undefined, () => ({ symbol })],
      ],
      () => [eventOf(act, 'texts.versionIssued', { text: text.id, symbol, document })],
    )
  })

/**
 * T-49. Who may read a text is set by the chair or the secretariat; of what a delegation keeps to itself, by that
 * delegation alone. While a text stands still, its readers stay who they are (T-7).
 */
export const changeAudience = (act: TextsActOf<'texts.changeAudience'>, state: UpToTexts): Answer =>
  onText(act, state, text => {
    const { audience } = act.body
    const kept = text.audience.kind === 'delegation' ? text.audience.member : undefined
    const byOwner: Check = [
      'T-49',
      act.as.kind === 'delegate' && act.as.member === kept,
      () => ({ as: capacityName(act.as) }),
    ]
    return following(
      [
        standsStill(text),
        kept === undefined ? byChairOrSecretariat(act, text) : byOwner,
        ...audienceChecks(act, audience, text.body, text.stage !== 'laying', state),
      ],
      () => [eventOf(act, 'texts.audienceChanged', { text: text.id, audience, before: text.audience })],
    )
  })

/** T-42, T-14. The chair or the secretariat gives the pen, for the whole text or for paragraphs of it, and takes it back. */
export const givePen = (act: TextsActOf<'texts.givePen'>, state: UpToTexts): Answer =>
  onText(act, state, text => {
    const { paragraphs, to } = act.body
    const absent =
      paragraphs === 'all' ? undefined : paragraphs.find(id => get(text.paragraphs, id) === undefined)
    return following(
      [byChairOrSecretariat(act, text), ['T-14', absent === undefined, () => ({ paragraph: absent! })]],
      () => [eventOf(act, 'texts.penGiven', { text: text.id, paragraphs, to })],
    )
  })
