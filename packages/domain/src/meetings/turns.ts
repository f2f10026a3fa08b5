import { get } from '@gavel/kernel'
import type { FloorKind, Speaker } from './acts.ts'
import { speakerName } from './checks.ts'
import type { Meeting } from './state.ts'

/** The key under which it is counted how often somebody has had the floor on an item. */
export const turnKey = (item: string, kind: FloorKind, speaker: Speaker): string =>
  `${kind} ${speakerName(speaker)} ${item}`

/** M-36, M-41. How often somebody has had the floor on an item, for a statement or for a reply. */
export const turnsOf = (meeting: Meeting, item: string, kind: FloorKind, speaker: Speaker): number =>
  get(meeting.turns, turnKey(item, kind, speaker)) ?? 0
