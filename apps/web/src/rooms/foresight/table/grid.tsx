import type { DomainState } from '@gavel/domain'
import type { PointShown, TableAnswer } from '@gavel/foresight/browser'
import { partyName } from '../../../names/names.ts'
import { canSigns, cans } from '../tell/cans.ts'
import { useForesightWords } from '../use-foresight-words.ts'

interface GridProps {
  readonly house: DomainState
  readonly table: TableAnswer
}

type Cell = TableAnswer['rows'][number]['points'][number]['cells'][number]

const froms = ['told', 'stands', 'assumed'] as const

/** How far it can go, and how that is known: told has a full frame, a stand a broken one, what is assumed none. */
const CellShown = ({ can, from }: Cell) => {
  const { t } = useForesightWords()
  return (
    <span className="f-cell" data-can={can} data-from={from}>
      <span aria-hidden="true">{canSigns[can]}</span>
      <span className="spoken">
        {t(`foresight.can.${can}`)}, {t(`foresight.from.${from}`)}
      </span>
    </span>
  )
}

const Legend = () => {
  const { t } = useForesightWords()
  return (
    <ul className="f-legend small">
      {cans.map(can => (
        <li key={can}>
          <span className="f-cell" data-can={can} data-from="told" aria-hidden="true">
            {canSigns[can]}
          </span>{' '}
          {t(`foresight.can.${can}`)}
        </li>
      ))}
      {froms.map(from => (
        <li key={from}>
          <span className="f-cell" data-from={from} aria-hidden="true">
            ≈
          </span>{' '}
          {t(`foresight.from.${from}`)}
        </li>
      ))}
    </ul>
  )
}

const PointRows = ({
  point,
  at,
  table,
}: {
  readonly point: PointShown
  readonly at: number
  readonly table: TableAnswer
}) => {
  const { t } = useForesightWords()
  return point.options.map(({ option, wording }, place) => (
    <tr key={option} data-first={place === 0 ? '' : undefined}>
      <th scope="row">
        <span className="small soft">{t('foresight.point', { number: point.number })}</span>
        <span className="f-official f-wording" dir="auto">
          {wording === '' ? t('foresight.option.nothing') : wording}
        </span>
      </th>
      {table.rows.map(({ member, points }) => (
        <td key={member}>
          <CellShown {...points[at]!.cells[place]!} />
        </td>
      ))}
    </tr>
  ))
}

/** Options × delegations; read down a column it is one delegation, along a row it is who stands in the way of an option. */
export const Grid = ({ house, table }: GridProps) => {
  const speech = useForesightWords()
  const { t } = speech
  const told = table.rows.filter(({ toldAt }) => toldAt !== null).length
  const figures = t('foresight.figures', { of: t('foresight.grid') })
  return (
    <section className="stack" aria-labelledby="f-grid">
      <h2 id="f-grid">{t('foresight.grid')}</h2>
      <p className="small soft">{t('foresight.grid.told', { n: told, of: table.rows.length })}</p>
      <Legend />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1). */}
      <section className="table-scroll f-grid" aria-label={figures} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('foresight.grid.option')}</th>
              {table.rows.map(({ member }) => (
                <th key={member} scope="col">
                  <abbr title={partyName(house, speech, member)}>{member}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.points.map((point, at) => (
              <PointRows key={point.point} point={point} at={at} table={table} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
