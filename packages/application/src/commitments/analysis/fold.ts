import type { Audience, commitments, DomainEvent, DomainState } from '@gavel/domain'
import type { Fold } from '../../law.ts'
import { countAhead, isBehind } from './ahead.ts'
import { circleOf } from './circle.ts'
import { countCommitments } from './commitments.ts'
import { countPlans } from './plans.ts'
import { type Analysis, type Book, noAnalysis } from './value.ts'
import { countVoice, isVoice } from './voice.ts'

const isOfCommitments = (event: DomainEvent): event is commitments.CommitmentsEvent =>
  event.type.startsWith('commitments.')

/** Whether two books hold the same tables. */
const isSame = (book: Book, value: Analysis): boolean =>
  (Object.keys(value) as (keyof Analysis)[]).every(name => book[name] === value[name])

/** Whether everybody may read that something happened which open data tells of. */
const isOpenData = (events: readonly DomainEvent[], audience: Audience): boolean =>
  audience.kind === 'public' &&
  events.some(event => isOfCommitments(event) || event.type.startsWith('decisions.'))

/**
 * C-45. What the organisation can say of itself in sums: kept as the record grows, apart for everybody who may read
 * different things. One entry costs what it is about, whatever the record holds besides.
 */
export const analysis: Fold<Analysis, DomainState, DomainEvent> = {
  edition: '2',
  initial: noAnalysis,
  apply: (value, { act, events, audience }, state) => {
    const counted = events.filter(event => isOfCommitments(event) || isVoice(event))
    const year = Number(act.at.slice(0, 4))
    const isOpen = isOpenData(events, audience)
    if (counted.length === 0 && !isOpen && !isBehind(value, year)) return value
    const book: Book = { ...value }
    const circle = circleOf(audience)
    for (const event of counted) {
      if (isOfCommitments(event)) {
        countCommitments(book, state, event, year)
        countPlans(book, state, event)
      } else countVoice(book, event, { circle, year: String(year) })
    }
    if (isOpen) book.modified = act.at
    countAhead(book, state, year)
    return isSame(book, value) ? value : book
  },
}
