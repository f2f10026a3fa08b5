import type { DomainState } from '@gavel/domain'
import { entries, get } from '@gavel/kernel'
import { Choice, Line, Lines, Select, Tick } from '../../decisions/fields.tsx'
import { useWords } from '../../words/use-words.tsx'
import { DecisionChoice } from '../decision-choice.tsx'
import { type FieldProps, steps } from './terms-form.ts'

/** The measures of all editions, edition by edition. */
const Measures = ({ state }: { readonly state: DomainState }) => {
  const { t, name } = useWords()
  const { catalogues } = state.commitments
  return [...entries(catalogues)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([id, edition]) => (
      <optgroup key={id} label={t('catalogue.edition', { catalogue: id })}>
        {edition.order
          .map(each => get(edition.measures, each)!)
          .map(({ measure, number, name: called }) => (
            <option key={measure} value={`${id} ${measure}`}>
              {number ?? measure} · {name(called, measure).slice(0, 90)}
            </option>
          ))}
      </optgroup>
    ))
}

/** What is undertaken: its name, the pledge in the member's own words, the measure or area it is of. */
export const What = ({ state, form, change }: FieldProps) => {
  const { t, name } = useWords()
  const { areas, areaOrder } = state.institution
  return (
    <section className="stack" data-gap="small" aria-labelledby="what">
      <h2 id="what">{t('undertake.what')}</h2>
      <Line label={t('undertake.name')} value={form.title} onChange={title => change({ title })} />
      <Lines label={t('undertake.pledge')} value={form.pledge} onChange={pledge => change({ pledge })} />
      <Select
        label={t('undertake.measure')}
        value={form.measure}
        onChange={measure => change({ measure, area: '' })}
      >
        <option value="">{t('undertake.measure.none')}</option>
        <Measures state={state} />
      </Select>
      {form.measure === '' && (
        <Choice
          label={t('commitments.filter.area')}
          value={form.area}
          onChange={area => change({ area })}
          options={[
            ['', t('undertake.area.none')],
            ...areaOrder.map(id => [id, `${name(get(areas, id)?.name, id)} (${id})`] as const),
          ]}
        />
      )}
    </section>
  )
}

/** From when until when, or without an end. */
export const Dates = ({ form, change }: FieldProps) => {
  const { t } = useWords()
  return (
    <section className="stack" data-gap="small" aria-labelledby="dates">
      <h2 id="dates">{t('undertake.dates')}</h2>
      <div className="d-pair">
        <Line
          label={t('catalogue.field.from')}
          type="date"
          value={form.from}
          onChange={from => change({ from })}
        />
        {!form.openEnd && (
          <Line
            label={t('catalogue.field.until')}
            type="date"
            value={form.until}
            onChange={until => change({ until })}
          />
        )}
      </div>
      <Tick label={t('undertake.openEnd')} value={form.openEnd} onChange={openEnd => change({ openEnd })} />
    </section>
  )
}

/** When it will be reported on. */
export const Reporting = ({ form, change }: FieldProps) => {
  const { t } = useWords()
  return (
    <section className="stack" data-gap="small" aria-labelledby="reporting">
      <h2 id="reporting">{t('undertake.reporting')}</h2>
      <div className="d-pair">
        <Line
          label={t('undertake.first')}
          type="date"
          value={form.first}
          onChange={first => change({ first })}
        />
        <Choice
          label={t('undertake.every')}
          value={form.everyMonths}
          onChange={everyMonths => change({ everyMonths })}
          options={steps.map(months => [String(months), t('undertake.every.months', { n: months })])}
        />
      </div>
    </section>
  )
}

/** Who may read it, and the decision it follows from. */
export const Leaning = ({ form, change, isNew = false }: FieldProps) => {
  const { t } = useWords()
  return (
    <section className="stack" data-gap="small" aria-labelledby="leaning">
      <h2 id="leaning">{t('undertake.leaning')}</h2>
      {isNew && (
        <Choice
          label={t('undertake.audience')}
          value={form.audience}
          onChange={audience => change({ audience: audience as typeof form.audience })}
          options={[
            ['public', t('commitment.audience.public')],
            ['members', t('commitment.audience.members')],
          ]}
        />
      )}
      <DecisionChoice
        label={t('undertake.decision')}
        value={form.decision}
        onChange={decision => change({ decision })}
      />
    </section>
  )
}
