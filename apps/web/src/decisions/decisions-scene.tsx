import { type DomainState, decisions } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { useClock } from '../live/use-clock.ts'
import { useSlice } from '../live/use-room.tsx'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { BringNew } from './bring-dialog.tsx'
import { Due } from './due.tsx'
import { Register } from './register.tsx'
import { RunningSilences } from './running-silences.tsx'
import { type Decision, heldDecisions, nextTurn, openDecisions, statusWord, unnumbered } from './standing.ts'

/** Decisions, the open ones first, then the register. */
export const DecisionsScene = () => {
  const { t } = useWords()
  const state = useSlice()
  const coarse = useClock()
  const now = useClock(state === undefined ? null : nextTurn(heldDecisions(state), coarse))
  useEffect(() => {
    document.title = t('decisions.title')
  }, [t])
  if (state === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  const due = decisions.deadlines(state.decisions, decisions.groundOf(state), now)
  return (
    <div className="page">
      <header className="row" data-spread="">
        <h1>{t('decisions.title')}</h1>
        <BringNew state={state} />
      </header>
      <Open state={state} now={now} />
      <Due state={state} due={due.filter(({ kind }) => kind !== 'silenceExpires')} named />
      <Register state={state} />
      <Elsewhere state={state} now={now} />
    </div>
  )
}

interface ListProps {
  readonly state: DomainState
  readonly now: Instant
}

const Open = ({ state, now }: ListProps) => {
  const { t } = useWords()
  const open = openDecisions(state, now)
  const before = open.filter(({ course }) => course.stage !== 'silence')
  return (
    <section className="stack" aria-labelledby="open-title">
      <h2 id="open-title">{t('decisions.open')}</h2>
      {open.length === 0 && <p className="soft">{t('decisions.open.none')}</p>}
      {before.length > 0 && (
        <ul className="d-silences">
          {before.map(decision => (
            <li key={decision.id} className="card">
              <Row state={state} decision={decision} now={now} />
            </li>
          ))}
        </ul>
      )}
      <RunningSilences />
    </section>
  )
}

const Row = ({ state, decision, now }: ListProps & { readonly decision: Decision }) => {
  const speech = useWords()
  const { t } = speech
  const status = decisions.decisionStatus(decision, now)
  const { word, tone } = statusWord(status)
  const objectors = 'objectors' in status ? status.objectors.length : 0
  return (
    <>
      <h3>
        <Link href={`/decisions/${encodeURIComponent(decision.id)}`}>
          <bdi>{decision.title}</bdi>
        </Link>
      </h3>
      <p className="row small soft">
        <Badge tone={tone}>{t(word)}</Badge>
        <bdi>{bodyName(state, speech, decision.body)}</bdi>
        {objectors > 0 && (
          <span className="said" data-stand="objects">
            <span aria-hidden="true">✕</span> {t('decisions.objectors', { n: objectors })}
          </span>
        )}
      </p>
    </>
  )
}

/** What ended without a number: not adopted, or adopted by silence and not announced yet. */
const Elsewhere = ({ state, now }: ListProps) => {
  const { t } = useWords()
  const all = unnumbered(state, now)
  if (all.length === 0) return null
  return (
    <section className="stack" aria-labelledby="elsewhere-title" data-gap="small">
      <h2 id="elsewhere-title">{t('decisions.elsewhere')}</h2>
      <ul className="list">
        {all.map(decision => (
          <li key={decision.id}>
            <Row state={state} decision={decision} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}
