import type { Backtest } from '@gavel/foresight/browser'
import { useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { partyName } from '../../../names/names.ts'
import { RoomPage } from '../sections.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { Calibration } from './calibration.tsx'
import { type Compared, comparedOn, notWorse, type Question, questions } from './comparing.ts'

const useFigures = () => {
  const { tag } = useForesightWords()
  const loss = new Intl.NumberFormat(tag, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  return (value: number | null): string => (value === null ? '—' : loss.format(value))
}

const Table = ({ title, compared }: { readonly title: string; readonly compared: readonly Compared[] }) => {
  const { t } = useForesightWords()
  const figures = useFigures()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
    <section className="table-scroll" aria-label={t('foresight.figures', { of: title })} tabIndex={0}>
      <table className="table f-scores">
        <caption className="spoken">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('foresight.backtest.way')}</th>
            <th scope="col">{t('foresight.backtest.logloss')}</th>
            <th scope="col">{t('foresight.backtest.brier')}</th>
            <th scope="col">{t('foresight.backtest.auc')}</th>
            <th scope="col">{t('foresight.backtest.slope')}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map(({ way, score }) => (
            <tr key={way} data-ours={way === 'ours' ? '' : undefined}>
              <th scope="row">{t(`foresight.backtest.way.${way}`)}</th>
              <td>{figures(score.logloss)}</td>
              <td>{figures(score.brier)}</td>
              <td>{figures(score.auc)}</td>
              <td>{figures(score.calibration.slope)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const QuestionShown = ({
  backtest,
  question,
}: {
  readonly backtest: Backtest
  readonly question: Question
}) => {
  const speech = useForesightWords()
  const { t, number, list } = speech
  const house = useSlice()
  const compared = comparedOn(backtest, question)
  const ours = compared.find(({ way }) => way === 'ours')?.score
  if (ours === undefined) return null
  const title = t(`foresight.backtest.question.${question}`, {
    without: backtest.without === null ? '' : partyName(house, speech, backtest.without),
  })
  const simple = notWorse(compared)
  return (
    <section className="stack" aria-labelledby={`f-${question}`}>
      <h2 id={`f-${question}`}>{title}</h2>
      <p>
        {t('foresight.backtest.cases', { n: number(ours.n), share: number(Math.round(ours.base * 100)) })}{' '}
        <b>
          {simple.length === 0
            ? t('foresight.backtest.better')
            : t('foresight.backtest.notBetter', {
                ways: list(simple.map(way => t(`foresight.backtest.way.${way}`))),
              })}
        </b>
      </p>
      <Table title={title} compared={compared} />
      <Calibration title={title} file={question} score={ours} />
    </section>
  )
}

const Sounded = ({ backtest }: { readonly backtest: Backtest }) => {
  const { t } = useForesightWords()
  const figures = useFigures()
  if (backtest.sounded === null || backtest.member === null) return null
  return (
    <section className="stack" aria-labelledby="f-sounded">
      <h2 id="f-sounded">{t('foresight.backtest.sounded')}</h2>
      <p className="f-lead">
        {t('foresight.backtest.sounded.told', {
          with: figures(backtest.sounded.logloss),
          without: figures(backtest.member.logloss),
        })}
      </p>
    </section>
  )
}

/** How well the models forecast sessions they had not seen, beside what anybody could say; open to all. */
export const BacktestScene = () => {
  const { t, number, list } = useForesightWords()
  const { data, isError } = useView<Backtest>('/api/foresight/backtest')
  return (
    <RoomPage here="backtest" lead={<p className="soft f-lead">{t('foresight.backtest.lead')}</p>}>
      {data === undefined ? (
        <p className={isError ? 'empty' : 'busy'} role="status">
          {t(isError ? 'foresight.backtest.none' : 'app.loading')}
        </p>
      ) : (
        <>
          <p className="f-lead">
            {t('foresight.backtest.made', {
              items: number(data.items),
              members: number(data.members.length),
              sessions: list(data.sessions.map(String)),
            })}
          </p>
          <details className="f-lead">
            <summary>{t('foresight.backtest.measures')}</summary>
            <p>{t('foresight.backtest.measures.told')}</p>
          </details>
          {questions.map(question => (
            <QuestionShown key={question} backtest={data} question={question} />
          ))}
          <Sounded backtest={data} />
        </>
      )}
    </RoomPage>
  )
}
