import {
  type BodyId,
  get,
  type Instant,
  type MeetingId,
  type MemberId,
  type PointId,
  type TextId,
} from '@gavel/kernel'
import { partyAt, sitsIn } from '../institution/questions.ts'
import type { Standing } from '../institution/state.ts'
import { openPoint } from '../meetings/checks.ts'
import { mayDecide } from '../meetings/preparing.ts'
import { quorumOf } from '../meetings/quorum.ts'
import type { MeetingStatus } from '../meetings/state.ts'
import { type ParameterName, type Parameters, parameter } from '../rules.ts'
import type { UpToTexts } from '../texts/index.ts'
import { type TextFacts, textFacts } from './textFacts.ts'

/** What a rule of this chapter looks at in a meeting. */
export interface MeetingFacts {
  readonly body: BodyId
  readonly status: MeetingStatus
  readonly agendaAdopted: boolean
  /** Since when the sitting lasts; undefined before the first one. */
  readonly sittingSince: Instant | undefined
  /** Whether an item with this number is on the agenda. */
  readonly hasItem: (item: string) => boolean
  readonly isPresent: (member: MemberId) => boolean
  /** M-20. Whether its kind and format allow it to decide. */
  readonly mayDecide: boolean
  /** M-43. The point of order that waits for an answer. */
  readonly openPoint: PointId | undefined
  readonly quorum: () => { readonly present: number; readonly needed: number; readonly reached: boolean }
}

/**
 * The ground decisions stand on: what the three chapters before this one say, as questions. The rules ask only
 * these, so that a small world can be explored without building the whole institution.
 */
export interface Ground {
  readonly parameter: <Name extends ParameterName>(name: Name, at: Instant, body?: BodyId) => Parameters[Name]
  readonly organisation: string
  /** The code of a body for symbols; undefined when there is no such body. */
  readonly codeOf: (body: BodyId) => string | undefined
  readonly sits: (member: MemberId, body: BodyId, at: Instant) => boolean
  readonly standing: (party: MemberId, at: Instant) => Standing | undefined
  readonly meeting: (id: MeetingId, at: Instant) => MeetingFacts | undefined
  readonly text: (id: TextId) => TextFacts | undefined
}

const meetingFacts = (state: UpToTexts, id: MeetingId, at: Instant): MeetingFacts | undefined => {
  const meeting = get(state.meetings.meetings, id)
  return (
    meeting && {
      body: meeting.body,
      status: meeting.status,
      agendaAdopted: meeting.agendaAdopted,
      sittingSince: meeting.sittingSince,
      hasItem: item => meeting.agenda.some(one => one.number === item),
      isPresent: member => meeting.present.includes(member),
      mayDecide: mayDecide(meeting, state, at),
      openPoint: openPoint(meeting)?.point,
      quorum: () => quorumOf('decides', meeting, state, at),
    }
  )
}

/** The questions answered from the chapters as they stand. */
export const groundOf = (state: UpToTexts): Ground => ({
  parameter: (name, at, body) => parameter(state.institution, name, at, body).value,
  organisation: state.institution.organisation?.shortName ?? '',
  codeOf: body => get(state.institution.bodies, body)?.code,
  sits: (member, body, at) => sitsIn(state.institution, member, body, at),
  standing: (party, at) => partyAt(state.institution, party, at)?.standing,
  meeting: (id, at) => meetingFacts(state, id, at),
  text: id => textFacts(state, id),
})
