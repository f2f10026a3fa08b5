import {
  emptyTable,
  get,
  type Instant,
  type MemberId,
  type PersonId,
  type Table,
  type TextId,
} from '@gavel/kernel'
import type { ChoiceShape, PointToldShape, ReleaseId, SayingShape } from '../shapes.ts'

/** What a delegation said when it was sounded, as whoever mediates noted it. */
export interface Sounding {
  readonly member: MemberId
  readonly part?: string
  readonly says: SayingShape
  readonly note?: string
  readonly at: Instant
  readonly by: PersonId
}

/** What a delegation told in confidence of a text, and when. */
export interface Told {
  readonly member: MemberId
  readonly points: readonly PointToldShape[]
  readonly at: Instant
}

/** A package put before those who negotiate: one option on each of its points. */
export interface Release {
  readonly id: ReleaseId
  readonly text: TextId
  readonly title: string
  readonly choices: readonly ChoiceShape[]
  readonly words?: string
  readonly at: Instant
  readonly by: PersonId
  readonly withdrawn?: { readonly at: Instant; readonly reason: string }
}

export interface ForesightState {
  /** By text, oldest first. */
  readonly soundings: Table<readonly Sounding[]>
  /** By text: what each delegation told last. */
  readonly told: Table<Table<Told>>
  /** By text: the releases, oldest first. */
  readonly releases: Table<readonly Release[]>
  /** F-8. Who may read forecasts: those who mediate alone, or the members too. */
  readonly readers: 'mediators' | 'members'
  /** Where it was decided who reads them, and since when; null while nobody has set it. */
  readonly readersSet: { readonly source: string; readonly at: Instant } | null
}

export const initial: ForesightState = {
  soundings: emptyTable(),
  told: emptyTable(),
  releases: emptyTable(),
  readers: 'mediators',
  readersSet: null,
}

/** Raised when the state above changes its shape. */
export const edition = '2'

export const soundingsOn = (state: ForesightState, text: string): readonly Sounding[] =>
  get(state.soundings, text) ?? []
export const toldOn = (state: ForesightState, text: string): Table<Told> =>
  get(state.told, text) ?? emptyTable()
export const releasesOn = (state: ForesightState, text: string): readonly Release[] =>
  get(state.releases, text) ?? []
