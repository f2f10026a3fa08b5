import type { DomainState } from '@gavel/domain'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { Decision } from './standing.ts'

/** Who objects or objected in this round, since when, and why. */
export const Objections = ({
  state,
  decision,
}: {
  readonly state: DomainState
  readonly decision: Decision
}) => {
  const speech = useWords()
  const { t, instant } = speech
  const { objections, course } = decision
  if (objections.length === 0 && course.stage !== 'put' && course.stage !== 'proposed') return null
  return (
    <section aria-labelledby="objections-title" className="stack" data-gap="small">
      <h2 id="objections-title">{t('decision.objections')}</h2>
      {objections.length === 0 && <p className="soft">{t('decision.objections.none')}</p>}
      <ul className="list">
        {objections.map(({ member, at, reason, withdrawnAt }) => (
          <li key={`${member} ${at}`} data-withdrawn={withdrawnAt === undefined ? undefined : ''}>
            <p>
              <span
                className="said"
                {...(withdrawnAt === undefined ? { 'data-stand': 'objects' as const } : {})}
              >
                <span aria-hidden="true">{withdrawnAt === undefined ? '✕' : '○'}</span>{' '}
                <b>
                  <bdi>{partyName(state, speech, member)}</bdi>
                </b>
              </span>{' '}
              <span className="small soft">
                {withdrawnAt === undefined
                  ? t('decision.objections.stands', { at: instant(at, 'short') })
                  : t('decision.objections.withdrawn', {
                      at: instant(at, 'short'),
                      withdrawnAt: instant(withdrawnAt, 'short'),
                    })}
              </span>
            </p>
            {reason !== undefined && (
              <blockquote className="d-quote" dir="auto">
                {reason}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
