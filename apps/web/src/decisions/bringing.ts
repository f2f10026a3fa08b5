import type { DomainState, meetings } from '@gavel/domain'
import { type BodyId, values } from '@gavel/kernel'
import { useView } from '../live/use-view.ts'
import type { Expiry } from './expiry.tsx'

/** What a chair is filling in when she brings something to decision. */
export interface Bringing {
  readonly way: 'put' | 'propose' | 'open'
  readonly meeting: string
  readonly item: string
  readonly title: string
  readonly kind: 'wording' | 'text'
  readonly wording: string
  readonly text: string
  readonly minusOne: { readonly case: string; readonly member: string }
  readonly expiry: Expiry
}

export interface TextRow {
  readonly id: string
  readonly title: string
  readonly symbol: string | null
  readonly disputed: number
  readonly stage: string
  readonly versions: readonly { readonly symbol: string; readonly document: string }[]
}

const none: readonly TextRow[] = []

/** The texts the viewer may read. */
export const useTexts = (): readonly TextRow[] =>
  useView<{ texts: readonly TextRow[] }>('/api/texts').data?.texts ?? none

/** Those that may come up, first the ones nothing stands in the way of; what is adopted does not come up again. */
export const cleanTexts = (rows: readonly TextRow[]): readonly TextRow[] =>
  rows
    .filter(({ stage }) => stage === 'open')
    .toSorted((a, b) => Number(!isReady(a)) - Number(!isReady(b)) || a.disputed - b.disputed)

/** Whether a text is clean and issued; the rules look again (D-8). */
export const isReady = ({ disputed, versions }: TextRow): boolean => disputed === 0 && versions.length > 0

/** The meetings of a body that are open, in the order they were convened. */
export const meetingsOf = (state: DomainState, body: BodyId): readonly meetings.Meeting[] =>
  [...values(state.meetings.meetings)]
    .filter(meeting => meeting.body === body && meeting.status === 'open')
    .sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1))
