import { type Check, has, type Instant } from '@gavel/kernel'
import type { Capacity } from '../act.ts'
import { capacityName } from '../institution/capacity.ts'
import { partyAt, sitsIn } from '../institution/questions.ts'
import type { Speaker } from './acts.ts'
import { speakerIn, speakerName } from './checks.ts'
import type { Meeting, UpToMeetings } from './state.ts'

/** Whether somebody can be heard in the meeting at all: the member sits there, the observer or body is on the register. */
const canBeHeard = (speaker: Speaker, meeting: Meeting, state: UpToMeetings, at: Instant): boolean => {
  switch (speaker.kind) {
    case 'member':
      return sitsIn(state.institution, speaker.member, meeting.body, at)
    case 'observer': {
      const party = partyAt(state.institution, speaker.observer, at)
      return party !== undefined && party.standing !== 'member' && party.status === 'active'
    }
    case 'chair':
      return has(state.institution.bodies, speaker.body)
    case 'secretariat':
      return true
  }
}

/** Whether a person in a capacity may say something of a speaker: of herself, or as chair or secretariat of anybody. */
export const speaksFor = (as: Capacity, speaker: Speaker): boolean => {
  if (as.kind === 'chair' || as.kind === 'secretariat') return true
  const own = speakerIn(as)
  return own !== undefined && speakerName(own) === speakerName(speaker)
}

/** M-31. Everybody asks for herself; the chair and the secretariat list anybody who can be heard. */
export const asSpeaker = (
  as: Capacity,
  speaker: Speaker,
  meeting: Meeting,
  state: UpToMeetings,
  at: Instant,
): Check => [
  'M-31',
  speaksFor(as, speaker) && canBeHeard(speaker, meeting, state, at),
  () => ({ speaker: speakerName(speaker), by: capacityName(as), body: meeting.body }),
]
