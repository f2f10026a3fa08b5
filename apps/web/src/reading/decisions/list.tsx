import type { decisions } from '@gavel/domain'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { Pages } from '../frame/pages.tsx'
import { BodyName, PageHead, Section, When } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { found, isOpen, runningSilences, type Standing, unnumbered } from './register.ts'
import { decisionAddress, SilenceClock, StatusBadge } from './status.tsx'

export interface ListProps {
  readonly query: string
  /** From 1. */
  readonly page: number
}

/** How many decisions stand on one page of the register. */
const perPage = 25

const Search = ({ query }: { readonly query: string }) => {
  const { t } = useWords()
  return (
    <search className="no-print">
      <form method="get" action="/decisions" className="r-search">
        <label htmlFor="q">{t('reading.search.decisions')}</label>
        <div className="r-search-row">
          <input id="q" name="q" type="search" defaultValue={query} maxLength={200} dir="auto" />
          <button type="submit" className="button">
            {t('reading.search')}
          </button>
          {query !== '' && <a href="/decisions">{t('reading.search.all')}</a>}
        </div>
      </form>
    </search>
  )
}

const RegisterTable = ({ rows }: { readonly rows: readonly decisions.RegisterRow[] }) => {
  const { t, number } = useWords()
  return (
    <div className="table-scroll">
      <table className="table r-table">
        <thead>
          <tr>
            <th scope="col">{t('reading.number')}</th>
            <th scope="col">{t('reading.decision')}</th>
            <th scope="col">{t('reading.body')}</th>
            <th scope="col">{t('reading.adopted')}</th>
            <th scope="col">{t('reading.statements')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.decision}>
              <td className="mono" data-name={t('reading.number')}>
                {row.number}
              </td>
              <td data-name={t('reading.decision')}>
                <a href={decisionAddress(row.decision)}>
                  <bdi>{row.title}</bdi>
                </a>
              </td>
              <td data-name={t('reading.body')}>
                <BodyName id={row.body} />
              </td>
              <td data-name={t('reading.adopted')}>
                <When at={row.adoptedAt} style="date" />
                <span className="soft small"> {t(`reading.through.${row.through}`)}</span>
              </td>
              <td data-name={t('reading.statements')}>
                {row.statements.length === 0 ? '' : number(row.statements.length)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const StandingRow = ({ decision, status }: Standing) => (
  <li className="r-item">
    <p className="r-item-name">
      <a href={decisionAddress(decision.id)}>
        <bdi>{decision.title}</bdi>
      </a>
    </p>
    <p className="r-meta">
      <StatusBadge status={status} />
      <BodyName id={decision.body} />
    </p>
  </li>
)

const Before = () => {
  const { t } = useWords()
  const { state, now } = useReading()
  const running = runningSilences(state.decisions, now)
  const others = unnumbered(state.decisions, now).filter(
    each => isOpen(each) && each.status.kind !== 'silenceRunning',
  )
  if (running.length === 0 && others.length === 0) return null
  return (
    <Section id="before" title={t('reading.decisions.before')}>
      <ul className="r-list">
        {running.map(({ decision, status, expiresAt, timeZone }) => (
          <li key={decision.id} className="r-item r-silence">
            <p className="r-item-name">
              <a href={decisionAddress(decision.id)}>
                <bdi>{decision.title}</bdi>
              </a>
            </p>
            <p className="r-meta">
              <StatusBadge status={status} />
              <BodyName id={decision.body} />
            </p>
            <SilenceClock expiresAt={expiresAt} timeZone={timeZone} />
          </li>
        ))}
        {others.map(each => (
          <StandingRow key={each.decision.id} {...each} />
        ))}
      </ul>
    </Section>
  )
}

/** Decisions that never got a number: adopted by silence and not yet confirmed, or not adopted. */
const Unnumbered = () => {
  const { t } = useWords()
  const { state, now } = useReading()
  const rest = unnumbered(state.decisions, now).filter(each => !isOpen(each))
  if (rest.length === 0) return null
  return (
    <Section id="unnumbered" title={t('reading.decisions.unnumbered')}>
      <ul className="r-list">
        {rest.slice(0, 100).map(each => (
          <StandingRow key={each.decision.id} {...each} />
        ))}
      </ul>
    </Section>
  )
}

const DecisionsBody = ({ query, page }: ListProps) => {
  const { t } = useWords()
  const { state, now } = useReading()
  const rows = found(state.decisions, now, query)
  const shown = rows.slice((page - 1) * perPage, page * perPage)
  return (
    <>
      <PageHead title={t('app.decisions')} lead={t('reading.decisions.lead')} />
      {query === '' && page === 1 && <Before />}
      <Section id="register" title={t('reading.register')}>
        <Search query={query} />
        <p role="status" className="soft">
          {t('reading.register.count', { n: rows.length })}
        </p>
        {shown.length > 0 && <RegisterTable rows={shown} />}
        <Pages
          of={Math.ceil(rows.length / perPage)}
          at={page}
          address={n =>
            `/decisions?${new URLSearchParams({ ...(query === '' ? {} : { q: query }), page: String(n) })}`
          }
        />
      </Section>
      {query === '' && page === 1 && <Unnumbered />}
    </>
  )
}

/** The register of decisions, with what is before the delegations now, and a search in words. */
export const decisionsPage: PageOf<ListProps> = {
  head: ({ query }, { state, now }, { t }) => {
    const [next] = runningSilences(state.decisions, now)
    return {
      title: t('app.decisions'),
      description: t('reading.decisions.lead'),
      ...(query === '' ? {} : { unlisted: true }),
      ...(next === undefined ? {} : { changesAt: next.expiresAt }),
    }
  },
  Body: DecisionsBody,
}
