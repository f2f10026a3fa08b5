import { type DomainState, texts } from '@gavel/domain'
import { type MemberId, type TextId, toEpochMs } from '@gavel/kernel'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { Missing } from '../kit/missing.tsx'
import { StepChart } from '../kit/step-chart.tsx'
import { useNow, useRoom, useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Matrix } from './matrix.tsx'
import { Separations } from './separations.tsx'
import { TextHead } from './text-head.tsx'

interface CourseView {
  readonly steps: readonly {
    readonly index: number
    readonly at: string
    readonly disputed: number
    readonly words: number
    readonly agreed: number
  }[]
  readonly still: readonly {
    readonly paragraph: string
    readonly number: string
    readonly since: string
    readonly words: number
  }[]
}

const fullEvery = 60_000

/** Places and words in dispute over time. */
const OverTime = ({ course }: { readonly course: CourseView }) => {
  const { t, instant, number } = useWords()
  const now = toEpochMs(useNow(fullEvery))
  const series = (value: (step: CourseView['steps'][number]) => number) =>
    course.steps.map(step => ({ at: Date.parse(step.at), value: value(step) }))
  if (course.steps.length === 0) return null
  return (
    <section className="c-section" aria-labelledby="c-time">
      <h2 id="c-time">{t('convergence.time')}</h2>
      <div className="c-charts">
        <StepChart title={t('convergence.places')} points={series(({ disputed }) => disputed)} until={now} />
        <StepChart title={t('convergence.words')} points={series(({ words }) => words)} until={now} />
      </div>
      <details>
        <summary>{t('convergence.table')}</summary>
        <div className="table-scroll">
          <table className="table numeric">
            <thead>
              <tr>
                <th scope="col">{t('convergence.when')}</th>
                <th scope="col">{t('convergence.places')}</th>
                <th scope="col">{t('convergence.words')}</th>
                <th scope="col">{t('rung.agreed')}</th>
                <th scope="col">{t('convergence.entry')}</th>
              </tr>
            </thead>
            <tbody>
              {[...course.steps]
                .reverse()
                .slice(0, 200)
                .map(step => (
                  <tr key={step.index}>
                    <td>
                      <time dateTime={step.at}>{instant(step.at, 'short')}</time>
                    </td>
                    <td>{number(step.disputed)}</td>
                    <td>{number(step.words)}</td>
                    <td>{number(step.agreed)}</td>
                    <td>
                      <Link href={`/record/${step.index}`}>{step.index}</Link>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

/** What is disputed and has not moved for longest. */
const Still = ({ text, still }: { readonly text: texts.Text; readonly still: CourseView['still'] }) => {
  const { t, duration } = useWords()
  const now = toEpochMs(useNow(fullEvery))
  if (still.length === 0) return null
  return (
    <section className="c-section" aria-labelledby="c-still">
      <h2 id="c-still">{t('convergence.still')}</h2>
      <ol className="list">
        {still.slice(0, 10).map(({ paragraph, number, since, words }) => (
          <li key={paragraph} className="row" data-spread="">
            <Link href={`/texts/${encodeURIComponent(text.id)}#p-${encodeURIComponent(paragraph)}`}>
              <bdi>{t('text.paragraph', { number: number || '¶' })}</bdi>
            </Link>
            <span className="soft">
              {t('convergence.still.for', { duration: duration(now - Date.parse(since)) })}
              {words > 0 && ` · ${t('convergence.wordsIn', { n: words })}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface Standing {
  readonly state: DomainState
  readonly text: texts.Text
}

/** Where everybody stands, and what keeps each delegation from the rest. */
const WhoStandsWhere = ({ state, text }: Standing) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const spoken = useMemo(() => texts.convergenceOf(text).delegations, [text])
  const [member, setMember] = useState<string>()
  const chosen = member ?? (as?.kind === 'delegate' ? as.member : spoken[0]?.member)
  return (
    <>
      <section className="c-section" aria-labelledby="c-matrix">
        <h2 id="c-matrix">{t('convergence.matrix')}</h2>
        <Matrix state={state} text={text} members={spoken.map(each => each.member)} />
      </section>
      <section className="c-section" aria-labelledby="c-separates">
        <h2 id="c-separates">{t('convergence.separates')}</h2>
        {spoken.length > 0 && chosen !== undefined && (
          <>
            <label className="field c-choose">
              <span>{t('convergence.delegation')}</span>
              <select value={chosen} onChange={event => setMember(event.target.value)}>
                {[...new Set([chosen, ...spoken.map(each => each.member)])].map(id => (
                  <option key={id} value={id}>
                    {partyName(state, speech, id)}
                  </option>
                ))}
              </select>
            </label>
            <Separations state={state} text={text} member={chosen as MemberId} />
          </>
        )}
      </section>
    </>
  )
}

/** How far a text has come: over time, by paragraph and delegation, and what stands still. */
export const ConvergenceScene = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const state = useSlice(id)
  const { data } = useView<CourseView>(`/api/texts/${encodeURIComponent(id)}/course`)
  const text = state === undefined ? undefined : texts.textOf(state.texts, id as TextId)
  if (state === undefined) return <p className="busy">{t('app.loading')}</p>
  if (text === undefined) return <Missing />
  return (
    <div className="t-scene">
      <TextHead text={text} tab="convergence" />
      {data !== undefined && <OverTime course={data} />}
      <WhoStandsWhere state={state} text={text} />
      {data !== undefined && <Still text={text} still={data.still} />}
    </div>
  )
}
