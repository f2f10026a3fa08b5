import type { DecisionsEventOf } from './events.ts'
import type { Decision, Silence, SilenceEntry } from './state.ts'

type SilenceMoved = DecisionsEventOf<
  | 'decisions.silenceBroken'
  | 'decisions.commentRecorded'
  | 'decisions.extensionAsked'
  | 'decisions.silenceExtended'
  | 'decisions.silenceSuspended'
  | 'decisions.silenceResumed'
  | 'decisions.silenceWithdrawn'
  | 'decisions.noticeGiven'
  | 'decisions.silenceConfirmed'
  | 'decisions.brokenSettled'
>

const withEntry = (silence: Silence, entry: SilenceEntry): Silence => ({
  ...silence,
  entries: [...silence.entries, entry],
})

const moved = (silence: Silence, event: SilenceMoved): Silence => {
  const { at } = event
  switch (event.type) {
    case 'decisions.silenceBroken':
      return withEntry(silence, { kind: 'broken', at, member: event.member, how: event.how })
    case 'decisions.commentRecorded':
      return {
        ...silence,
        comments: [...silence.comments, { member: event.member, at, wording: event.wording }],
      }
    case 'decisions.extensionAsked':
      return {
        ...silence,
        requests: [...silence.requests, { member: event.member, at, reason: event.reason }],
      }
    case 'decisions.silenceExtended':
    case 'decisions.silenceResumed': {
      const kind = event.type === 'decisions.silenceExtended' ? 'extended' : 'resumed'
      const entry: SilenceEntry = { kind, at, expiresAt: event.expiresAt }
      return { ...withEntry(silence, entry), announcedAs: event.announcedAs }
    }
    case 'decisions.silenceSuspended':
      return withEntry(silence, { kind: 'suspended', at, reason: event.reason })
    case 'decisions.silenceWithdrawn':
      return withEntry(silence, { kind: 'withdrawn', at, reason: event.reason })
    case 'decisions.noticeGiven':
      return { ...silence, noticeAt: at }
    case 'decisions.silenceConfirmed':
      return { ...silence, confirmed: { at, meeting: event.meeting } }
    case 'decisions.brokenSettled':
      return { ...silence, settled: { at, next: event.next } }
  }
}

/** What an event on a silence changes in its decision. Entries are only ever added: the clock does the rest. */
export const evolveSilence = (decision: Decision, event: SilenceMoved): Partial<Decision> => {
  if (decision.course.stage !== 'silence') return {}
  const course = { ...decision.course, silence: moved(decision.course.silence, event) }
  return event.type === 'decisions.silenceConfirmed' ? { course, title: event.title } : { course }
}
