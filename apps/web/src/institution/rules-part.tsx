import { type DomainState, parameter, parameterNames } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import { SourceMark } from '../kit/source-mark.tsx'
import { dayWords } from '../names/days.ts'
import { useWords } from '../words/use-words.tsx'
import { valueWords } from './register.ts'

interface RulesProps {
  readonly state: DomainState
  readonly at: Instant
}

/** The numbers and choices the rules were applied with on a day, and who says so. */
export const RulesPart = ({ state, at }: RulesProps) => {
  const speech = useWords()
  const { t } = speech
  return (
    <section className="stack" data-gap="small" aria-labelledby="o-parameters">
      <h2 id="o-parameters">{t('institution.parameters')}</h2>
      <p className="soft">{t('institution.parameters.lead')}</p>
      <div className="table-scroll">
        <table className="table o-parameters">
          <thead>
            <tr>
              {(['parameter', 'value', 'since'] as const).map(column => (
                <th key={column} scope="col">
                  {t(`institution.${column}`)}
                </th>
              ))}
              <th scope="col">{t('app.source')}</th>
            </tr>
          </thead>
          <tbody>
            {parameterNames.map(name => {
              const { value, since, source } = parameter(state.institution, name, at)
              return (
                <tr key={name} id={`parameter-${name}`}>
                  <th scope="row" className="mono small">
                    <bdi dir="ltr">{name}</bdi>
                  </th>
                  <td>
                    <bdi>{valueWords(value)}</bdi>
                  </td>
                  <td className="soft">
                    {since.startsWith('1900') ? '' : dayWords(speech, since.slice(0, 10))}
                  </td>
                  <td>
                    <SourceMark source={source} of={name} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
