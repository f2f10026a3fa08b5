import { decisions } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { statusWord } from '../../decisions/standing.ts'
import { Badge } from '../../kit/notice.tsx'
import { useWords } from '../../words/use-words.tsx'

interface StepProps {
  readonly title: string
  readonly stand: 'done' | 'now' | 'later'
  readonly children: ReactNode
}

const marks = { done: '✓', now: '▸', later: '·' } as const

/** One rung of a course that has several: whether it is behind, at hand or ahead, and what there is to know of it. */
export const Step = ({ title, stand, children }: StepProps) => {
  const { t } = useWords()
  return (
    <li
      className="p-step"
      data-stand={stand}
      {...(stand === 'now' ? { 'aria-current': 'step' as const } : {})}
    >
      <h3>
        <span aria-hidden="true" className="p-step-mark">
          {marks[stand]}
        </span>{' '}
        {title} <span className="spoken">({t(`plans.step.${stand}`)})</span>
      </h3>
      <div className="p-step-body small">{children}</div>
    </li>
  )
}

/** The rungs in their order. */
export const Steps = ({
  three = false,
  children,
}: {
  readonly three?: boolean
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="spoken">
        {t('plans.steps')}
      </h2>
      <ol className="p-steps" {...(three ? { 'data-three': '' } : {})}>
        {children}
      </ol>
    </section>
  )
}

/** The way to a text and to the decision on it, with how that stands. */
export const DecisionLine = ({
  decision,
  now,
}: {
  readonly decision: decisions.Decision
  readonly now: Instant
}) => {
  const { t } = useWords()
  const { word, tone } = statusWord(decisions.decisionStatus(decision, now))
  return (
    <p className="stack" data-gap="small">
      <Link href={`/decisions/${encodeURIComponent(decision.id)}`}>
        <bdi>{decision.number?.symbol ?? decision.title}</bdi>
      </Link>
      <span>
        <Badge tone={tone}>{t(word)}</Badge>
      </span>
    </p>
  )
}
