import type { Capacity } from '@gavel/domain'
import { dayMs, type Instant, later, type MemberId } from '@gavel/kernel'
import type { Said } from './demonstration-steps.ts'

const secretariat: Capacity = { kind: 'secretariat' }
const delegate = (member: MemberId): Capacity => ({ kind: 'delegate', member })

/** When the exercise takes place, and who is in it. */
export interface Exercise {
  readonly today: string
  readonly members: readonly MemberId[]
}

/** A day so many days from another. */
export const dayFrom = (day: string, days: number): string =>
  later(`${day}T12:00:00.000Z` as Instant, days * dayMs).slice(0, 10)

/** A review of the environment that runs, with two questions; one of them is answered. */
export const reviewed = ({ today, members }: Exercise): readonly Said[] => {
  const review = 'demo-review'
  const [asking, asked, other] = [members[1]!, members[7]!, members[8]!]
  return [
    [
      secretariat,
      'commitments.openReview',
      {
        review,
        body: 'soc',
        dimension: 'ENV',
        title: 'Exercise: review of the environmental dimension (fictional)',
        from: dayFrom(today, -365),
        until: dayFrom(today, 60),
      },
    ],
    [
      delegate(asking),
      'commitments.ask',
      {
        review,
        question: 'demo-question-levels',
        member: asking,
        to: asked,
        wording:
          'How often are the levels of the reservoir told to those downstream, and could the form be shared?',
      },
    ],
    [
      delegate(asked),
      'commitments.answer',
      {
        review,
        question: 'demo-question-levels',
        member: asked,
        wording: 'Every morning, on one page. The form will be brought to the visit that was put off.',
      },
    ],
    [
      delegate(other),
      'commitments.ask',
      {
        review,
        question: 'demo-question-warning',
        member: other,
        to: asking,
        wording: 'Which of the flood warnings of the spring arrived in time, and which did not?',
      },
    ],
    [
      delegate(asking),
      'commitments.recommend',
      {
        recommendation: 'demo-recommendation',
        member: asking,
        to: asked,
        wording: 'Publish the daily form of the levels, so that others can use it.',
        area: 'ENV-PRO',
        review,
      },
    ],
  ]
}
