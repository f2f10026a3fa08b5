import { type Check, following, get, refused } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { heard } from './decide-ladder.ts'
import { type Answer, byChairOrPen, currentOf, first, heardIn, onOpenText, type TextsActOf } from './gate.ts'
import { type LeftOut, leftOutBy } from './left-out.ts'
import { asContent, plain } from './reading.ts'
import { type NegotiatedParagraph, paragraphIn, type Text, type UpToTexts } from './state.ts'
import { objectorsTo, reservationsOn } from './support.ts'
import { noteChecks, wordingChecks } from './wording.ts'

/** Where a chair's text can stand: beside the first paragraph of its group, still open, with no span across its edge. */
const offerable = (paragraph: NegotiatedParagraph): readonly Check[] => [
  ['T-18', paragraph.rung === 'open', () => ({ paragraph: paragraph.id, rung: paragraph.rung })],
  ['T-33', paragraph.alternativeOf === null, () => ({ alternativeOf: paragraph.alternativeOf })],
  ['T-32', paragraph.edges === 0, () => currentOf(paragraph)],
]

const unaccounted = (text: Text, offer: Parameters<typeof leftOutBy>[1], accounted: ReadonlySet<string>) =>
  leftOutBy(text, offer).filter(({ id }) => !accounted.has(id))

/** T-45. The chair's text accounts, with a reason, for everything it leaves out. */
const accountCheck = (missing: readonly LeftOut[]): Check => [
  'T-45',
  missing.length === 0,
  () => ({ unaccounted: missing.map(entry => ({ ...entry })) }),
]

/** T-40. The chair's text is a clean wording for paragraphs, offered beside the compilation; it changes nothing by itself. */
/** T-44. It answers the words as they stand: a paragraph that changed since its base is shown, and offered anew. */
export const offerChairsText = (act: TextsActOf<'texts.offerChairsText'>, state: UpToTexts): Answer =>
  onOpenText(act, state, text => {
    const { base, paragraphs, leavesOut, leavesOutParagraphs = [] } = act.body
    const ids = paragraphs.map(({ paragraph }) => paragraph)
    const absent = ids.find(id => get(text.paragraphs, id) === undefined)
    if (absent !== undefined) return refused('T-14', { paragraph: absent })
    const found = ids.map(id => paragraphIn(text, id))
    const early = first([
      ['T-40', ids.length > 0 && new Set(ids).size === ids.length, () => ({ paragraphs: ids })],
      ...found.map(paragraph => byChairOrPen(act, text, paragraph)),
      ...found.flatMap(offerable),
      ...paragraphs.flatMap(({ wording }) => wordingChecks(wording)),
      ...noteChecks(...[...leavesOut, ...leavesOutParagraphs].map(({ reason }) => reason)),
      ...paragraphs.map(
        ({ paragraph, wording }): Check => ['T-19', wording.trim() !== '', () => ({ paragraph })],
      ),
    ])
    if (early) return early
    const reasons = [
      ...leavesOut.map(({ option, reason }) => ({ id: option, reason })),
      ...leavesOutParagraphs.map(({ paragraph, reason }) => ({ id: paragraph, reason })),
    ].filter(({ reason }) => reason.trim() !== '')
    const changed = found.filter(paragraph => paragraph.touched > base)
    const missing = unaccounted(text, { paragraphs }, new Set(reasons.map(({ id }) => id)))
    return following(
      [
        [
          'T-44',
          changed.length === 0 && base <= text.revision,
          () => ({ base, revision: text.revision, changed: changed.map(currentOf) }),
        ],
        accountCheck(missing),
      ],
      () => [
        eventOf(act, 'texts.chairsTextOffered', {
          text: text.id,
          paragraphs: paragraphs.map(({ paragraph, wording }) => {
            const own = new Set(leftOutBy(text, { paragraphs: [{ paragraph, wording }] }).map(({ id }) => id))
            return { paragraph, wording, accounted: reasons.filter(({ id }) => own.has(id)) }
          }),
        }),
      ],
    )
  })

/** T-46. The chair's text takes the place of a paragraph's words when it was heard and nobody objects to it. */
/** T-45. What was proposed after the offer is accounted for before it is accepted. */
export const acceptChairsText = (act: TextsActOf<'texts.acceptChairsText'>, state: UpToTexts): Answer =>
  onOpenText(act, state, text => {
    const ids = act.body.paragraphs === 'all' ? text.offered : act.body.paragraphs
    const without = ids.find(id => get(text.paragraphs, id)?.offer == null)
    if (ids.length === 0 || without !== undefined)
      return refused('T-47', { text: text.id, offered: text.offered, paragraph: without ?? null })
    const found = ids.map(id => paragraphIn(text, id))
    const missing = found.flatMap(paragraph =>
      unaccounted(
        text,
        { paragraphs: [{ paragraph: paragraph.id, wording: paragraph.offer!.wording }] },
        new Set(paragraph.offer!.accounted.map(({ id }) => id)),
      ),
    )
    const objections = found
      .map(({ id, offer }) => ({
        paragraph: id,
        objecting: objectorsTo(offer, heardIn(text, state, act.at)),
      }))
      .filter(({ objecting }) => objecting.length > 0)
    return following(
      [
        ...found.map(paragraph => byChairOrPen(act, text, paragraph)),
        ...found.flatMap(offerable),
        ['T-46', objections.length === 0, () => ({ objections })],
        ...found.map(({ offer }) => heard(text, offer!.at, act, state)),
        accountCheck(missing),
      ],
      () => [
        eventOf(act, 'texts.chairsTextAccepted', {
          text: text.id,
          paragraphs: found.map(({ id, offer }) => ({
            paragraph: id,
            content: asContent(offer!.wording),
            reservations: reservationsOn(offer, plain(asContent(offer!.wording))),
          })),
        }),
      ],
    )
  })

/** T-47. An offer is accepted or withdrawn while it stands. */
export const withdrawChairsText = (act: TextsActOf<'texts.withdrawChairsText'>, state: UpToTexts): Answer =>
  onOpenText(act, state, text =>
    following(
      [
        ['T-47', text.offered.length > 0, () => ({ text: text.id, offered: [] })],
        ...text.offered.map(id => byChairOrPen(act, text, paragraphIn(text, id))),
      ],
      () => [eventOf(act, 'texts.chairsTextWithdrawn', { text: text.id })],
    ),
  )
