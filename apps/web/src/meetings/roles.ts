import type { DomainState } from '@gavel/domain'
import { type Capacity, institution, type meetings } from '@gavel/domain'
import type { Instant, MemberId } from '@gavel/kernel'
import { bodyName, partyName } from '../names/names.ts'
import type { Speech } from '../words/speaking.ts'
import type { Meeting } from './next-step.ts'

/** What somebody is in a meeting: who conducts it, who keeps it, who takes part, who is heard, who looks on. */
export type Role = 'chair' | 'secretariat' | 'delegate' | 'observer' | 'onlooker'

/** The role a capacity has in a meeting. A delegate of a member that does not sit in the body looks on. */
export const roleIn = (
  as: Capacity | null,
  { body }: Pick<Meeting, 'body'>,
  state: DomainState,
  now: Instant,
): Role => {
  switch (as?.kind) {
    case 'chair':
      return as.body === body ? 'chair' : 'observer'
    case 'secretariat':
    case 'observer':
      return as.kind
    case 'delegate':
      return institution.sitsIn(state.institution, as.member, body, now) ? 'delegate' : 'onlooker'
    default:
      return 'onlooker'
  }
}

/** As whom somebody speaks; undefined for those who speak in no capacity of their own. */
export const ownSpeaker = (as: Capacity | null): meetings.Speaker | undefined => {
  switch (as?.kind) {
    case 'delegate':
      return { kind: 'member', member: as.member }
    case 'observer':
      return { kind: 'observer', observer: as.observer }
    case 'chair':
      return { kind: 'chair', body: as.body }
    case 'secretariat':
      return { kind: 'secretariat' }
    default:
      return undefined
  }
}

/** The member somebody is a delegate of. */
export const ownMember = (as: Capacity | null): MemberId | undefined =>
  as?.kind === 'delegate' ? as.member : undefined

/** What a speaker is called. */
export const speakerWords = (state: DomainState, speech: Speech, speaker: meetings.Speaker): string => {
  switch (speaker.kind) {
    case 'member':
      return partyName(state, speech, speaker.member)
    case 'observer':
      return partyName(state, speech, speaker.observer)
    case 'chair':
      return speech.t('meeting.speaker.chair', { body: bodyName(state, speech, speaker.body) })
    case 'secretariat':
      return speech.t('meeting.speaker.secretariat')
  }
}

/** Names of members in a sentence. */
export const memberNames = (state: DomainState, speech: Speech, members: readonly string[]): string =>
  speech.list(members.map(member => partyName(state, speech, member)))
