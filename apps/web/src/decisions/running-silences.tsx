import { type DomainState, decisions } from '@gavel/domain'
import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { useClock } from '../live/use-clock.ts'
import { useSlice } from '../live/use-room.tsx'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Countdown } from './silence-clock.tsx'
import { type Decision, heldDecisions, nextTurn, silenceOf } from './standing.ts'

interface Running {
  readonly decision: Decision
  readonly status: Extract<decisions.DecisionStatus, { readonly kind: 'silenceRunning' | 'silenceSuspended' }>
}

const runningIn = (state: DomainState, now: Parameters<typeof decisions.decisionStatus>[1]) =>
  heldDecisions(state)
    .flatMap((decision): readonly Running[] => {
      const status = decisions.decisionStatus(decision, now)
      return status.kind === 'silenceRunning' || status.kind === 'silenceSuspended'
        ? [{ decision, status }]
        : []
    })
    .sort((a, b) => {
      const [left, right] = [a, b].map(({ status }) =>
        status.kind === 'silenceRunning' ? status.expiresAt : '~',
      )
      return left! < right! ? -1 : left! > right! ? 1 : a.decision.id < b.decision.id ? -1 : 1
    })

/**
 * The silences that run, soonest expiry first, each with its clock; nothing when none runs, unless `empty` says so. Any
 * scene may show it.
 */
export const RunningSilences = ({ empty = false }: { readonly empty?: boolean }) => {
  const speech = useWords()
  const { t, instant } = speech
  const state = useSlice()
  const coarse = useClock()
  const next = state === undefined ? null : nextTurn(heldDecisions(state), coarse)
  const now = useClock(next)
  if (state === undefined) return null
  const running = runningIn(state, now)
  if (running.length === 0) return empty ? <p className="soft">{t('silence.running.none')}</p> : null
  return (
    <ul className="d-silences">
      {running.map(({ decision, status }) => {
        const silence = silenceOf(decision)!
        return (
          <li key={decision.id} className="card d-silence-row">
            <div>
              <h3>
                <Link href={`/decisions/${encodeURIComponent(decision.id)}`}>
                  <bdi>{decision.title}</bdi>
                </Link>
              </h3>
              <p className="soft small">
                <bdi>{bodyName(state, speech, decision.body)}</bdi>
                {status.kind === 'silenceRunning' && (
                  <>
                    {' · '}
                    <time dateTime={status.expiresAt}>
                      {instant(status.expiresAt, 'long', silence.timeZone)}
                    </time>
                    {' · '}
                    <span className="mono" dir="ltr">
                      {status.expiresAt.slice(0, 16).replace('T', ' ')} UTC
                    </span>
                  </>
                )}
              </p>
            </div>
            {status.kind === 'silenceRunning' ? (
              <Countdown until={status.expiresAt} now={now} />
            ) : (
              <Badge tone="wait">{t('decision.status.silenceSuspended')}</Badge>
            )}
          </li>
        )
      })}
    </ul>
  )
}
