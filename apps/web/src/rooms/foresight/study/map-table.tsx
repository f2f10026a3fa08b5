import { useForesightWords } from '../use-foresight-words.ts'
import { type PointsProps, reach } from './points.ts'

/** The same as figures: each place with how far it may be off, by name. */
export const MapTable = ({ points, title }: PointsProps) => {
  const speech = useForesightWords()
  const { t, tag } = speech
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2, minimumFractionDigits: 2 })
  const place = (at: number, error: number): string =>
    `${number.format(at)} ± ${number.format(reach * error)}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
    <section className="table-scroll" aria-label={t('foresight.figures', { of: title })} tabIndex={0}>
      <table className="table">
        <caption className="spoken">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('foresight.map.column.member')}</th>
            <th scope="col">{t('foresight.map.column.votes')}</th>
            <th scope="col">{t('foresight.map.column.first')}</th>
            <th scope="col">{t('foresight.map.column.second')}</th>
          </tr>
        </thead>
        <tbody>
          {points
            .toSorted((a, b) => speech.compare(a.name, b.name))
            .map(({ member, name, votes, at, errors }) => (
              <tr key={member}>
                <th scope="row">
                  <bdi>{name}</bdi> <span className="soft mono">{member}</span>
                </th>
                <td>{speech.number(votes)}</td>
                <td>
                  <bdi>{place(at[0]!, errors[0]!)}</bdi>
                </td>
                <td>
                  <bdi>{place(at[1]!, errors[1]!)}</bdi>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
