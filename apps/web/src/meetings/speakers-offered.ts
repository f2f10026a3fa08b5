import { institution, type meetings } from '@gavel/domain'
import { bodyName, partyName } from '../names/names.ts'
import type { Speech } from '../words/speaking.ts'
import type { AtHand } from './at-hand.ts'

/** `member:KAZ` as the speaker it names. */
export const speakerNamed = (name: string): meetings.Speaker => {
  const [kind = '', id = ''] = name.split(/:(.*)/s)
  switch (kind) {
    case 'member':
      return { kind, member: id as never }
    case 'observer':
      return { kind, observer: id }
    case 'chair':
      return { kind, body: id as never }
    default:
      return { kind: 'secretariat' }
  }
}

type Option = readonly [value: string, words: string]

/** Everybody who can be heard: members first, in the order of their names. */
export const speakersOffered = ({ state, meeting, now }: AtHand, speech: Speech): readonly Option[] => {
  const own = state.institution
  const byName = (options: readonly Option[]): readonly Option[] =>
    options.toSorted((a, b) => speech.compare(a[1], b[1]))
  const members = institution.membersOf(own, meeting.body, now)
  const observers = own.partyOrder.filter(id => {
    const claim = institution.partyAt(own, id, now)
    return claim !== undefined && claim.standing !== 'member' && claim.status === 'active'
  })
  return [
    ...byName(members.map(id => [`member:${id}`, partyName(state, speech, id)])),
    ...byName(observers.map(id => [`observer:${id}`, partyName(state, speech, id)])),
    ...own.bodyOrder.map(
      (id): Option => [
        `chair:${id}`,
        speech.t('meeting.speaker.chair', { body: bodyName(state, speech, id) }),
      ],
    ),
    ['secretariat', speech.t('meeting.speaker.secretariat')],
  ]
}
