import { meetings } from '@gavel/domain'

export type Meeting = meetings.Meeting

/** What the chair would do next, as things stand: the rules may still close it, and she may do something else. */
export type NextStep =
  | { readonly kind: 'open' | 'resume' | 'adoptAgenda' | 'endFloor' | 'close' }
  | { readonly kind: 'rule' | 'decideAppeal'; readonly point: meetings.Point }
  | { readonly kind: 'decideMotion'; readonly motion: meetings.Motion }
  | { readonly kind: 'decide' }
  | { readonly kind: 'takeUp' | 'conclude'; readonly item: string }
  | { readonly kind: 'giveFloor'; readonly request: meetings.FloorRequest }

/** The first item nobody has dealt with yet. */
const nextItem = (meeting: Meeting): string | undefined =>
  meeting.agenda.find(({ number }) => meetings.courseOf(meeting, number) === undefined)?.number

const procedural = (meeting: Meeting): NextStep | undefined => {
  const point = meetings.openPoint(meeting)
  if (point !== undefined) return { kind: point.ruling === undefined ? 'rule' : 'decideAppeal', point }
  if (meeting.speaking !== null) return { kind: 'endFloor' }
  const [motion] = meetings.openMotions(meeting)
  return motion === undefined ? undefined : { kind: 'decideMotion', motion }
}

const substantive = (meeting: Meeting): NextStep => {
  const item = meetings.currentItem(meeting)
  const next = nextItem(meeting)
  if (item === undefined) {
    if (!meeting.agendaAdopted && next !== meeting.agenda[0]?.number) return { kind: 'adoptAgenda' }
    return next === undefined ? { kind: 'close' } : { kind: 'takeUp', item: next }
  }
  if (!meeting.agendaAdopted) return { kind: 'adoptAgenda' }
  const [request] = meetings.listOf(meeting, item).requests
  return request === undefined ? { kind: 'conclude', item } : { kind: 'giveFloor', request }
}

/**
 * What comes next for the chair: a point of order before the speaker, the speaker before a motion, what is put before the
 * next speaker, the list before the end of the item. `put`: whether a decision is before the meeting.
 */
export const nextStep = (meeting: Meeting, put: boolean): NextStep | undefined => {
  switch (meeting.status) {
    case 'convened':
      return { kind: 'open' }
    case 'suspended':
    case 'adjourned':
      return { kind: 'resume' }
    case 'closed':
      return undefined
    case 'open':
      return procedural(meeting) ?? (put ? { kind: 'decide' } : substantive(meeting))
  }
}

/** A list with one of its members a place earlier or later; unchanged at its ends. */
export const inOtherOrder = <T>(list: readonly T[], one: T, step: -1 | 1): readonly T[] => {
  const at = list.indexOf(one)
  const to = at + step
  if (at < 0 || to < 0 || to >= list.length) return list
  return list.map((each, place) => (place === at ? list[to]! : place === to ? one : each))
}
