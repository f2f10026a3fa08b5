import type { DomainState, decisions } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { Link } from 'wouter'
import { useWords } from '../words/use-words.tsx'

interface DueProps {
  readonly state: DomainState
  readonly due: readonly decisions.Deadline[]
  /** Whether the decision is named beside it: where several stand in one list. */
  readonly named?: boolean
}

/** What is to be done or watched, and by when; what is late says so. */
export const Due = ({ state, due, named = false }: DueProps) => {
  const { t, instant } = useWords()
  if (due.length === 0) return null
  return (
    <section className="card d-due" aria-labelledby="due-title">
      <h2 id="due-title">{t('decisions.due')}</h2>
      <ul className="list small">
        {due.map(({ kind, decision, at, overdue }) => (
          <li key={`${kind} ${decision}`} data-overdue={overdue ? '' : undefined}>
            <p>
              {overdue && <span aria-hidden="true">! </span>}
              {t(`due.${kind}`)}
              {at !== null && (
                <span className="soft">
                  {' · '}
                  <time dateTime={at}>
                    {overdue
                      ? t('decisions.due.overdue', { at: instant(at, 'short') })
                      : instant(at, 'short')}
                  </time>
                </span>
              )}
            </p>
            {named && (
              <p>
                <Link href={`/decisions/${encodeURIComponent(decision)}`}>
                  <bdi>{get(state.decisions.decisions, decision)?.title ?? decision}</bdi>
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
