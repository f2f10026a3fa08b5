import { meetings } from '@gavel/domain'
import type { Meeting } from './next-step.ts'

/**
 * The item whose list is looked at: the one under consideration, else the next one nobody has dealt with. Undefined once
 * all were.
 */
export const listInView = (meeting: Meeting): string | undefined =>
  meetings.currentItem(meeting) ??
  meeting.agenda.find(({ number }) => meetings.courseOf(meeting, number) === undefined)?.number
