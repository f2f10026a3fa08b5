import { type DomainState, institution } from '@gavel/domain'
import { get, type Instant, type MemberId, values } from '@gavel/kernel'
import { Choice, Line, Lines, Select, Tick } from '../../decisions/fields.tsx'
import { useNow, useRoom } from '../../live/use-room.tsx'
import { dimensionName, partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { areaName } from './plan-words.ts'
import type { ActivityRow } from './shapes.ts'

type Planned = ActivityRow['planned']
type MeasureRef = Planned['measures'][number]

/** What is planned as it is being written: every field as it stands in its box. */
export interface PlannedForm {
  readonly title: string
  readonly area: string
  readonly measures: readonly MeasureRef[]
  /** Empty: a host is sought. */
  readonly host: string
  readonly format: Planned['format']
  readonly from: string
  readonly until: string
  readonly place: string
  readonly aim: string
}

export const emptyPlanned: PlannedForm = {
  title: '',
  area: '',
  measures: [],
  host: '',
  format: 'inPerson',
  from: '',
  until: '',
  place: '',
  aim: '',
}

export const formOf = (planned: Planned): PlannedForm => ({
  ...planned,
  host: planned.host ?? '',
  place: planned.place ?? '',
})

/** What is planned, as the rules are asked of it (C-8). One day: until is the day it begins. */
export const plannedOf = ({ host, place, from, until, title, aim, ...rest }: PlannedForm): Planned => ({
  ...rest,
  title: title.trim(),
  aim: aim.trim(),
  host: host === '' ? null : (host as MemberId),
  from,
  until: until === '' ? from : until,
  ...(place.trim() === '' ? {} : { place: place.trim() }),
})

interface FieldsProps {
  readonly state: DomainState
  readonly form: PlannedForm
  readonly change: (part: Partial<PlannedForm>) => void
}

const formats = ['inPerson', 'hybrid', 'virtual'] as const

/** One area out of those on the register, under their dimensions. */
export const AreaChoice = ({
  state,
  label,
  none,
  value,
  onChange,
}: {
  readonly state: DomainState
  readonly label: string
  readonly none: string
  readonly value: string
  readonly onChange: (area: string) => void
}) => {
  const speech = useWords()
  const { areas, areaOrder } = state.institution
  const dimensions = [...new Set(areaOrder.map(id => get(areas, id)!.dimension))]
  return (
    <Select label={label} value={value} onChange={onChange}>
      <option value="">{none}</option>
      {dimensions.map(dimension => (
        <optgroup key={dimension} label={dimensionName(state, speech, dimension)}>
          {areaOrder
            .filter(id => get(areas, id)!.dimension === dimension)
            .map(id => (
              <option key={id} value={id}>
                {areaName(state, speech, id)}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  )
}

const isSame = (a: MeasureRef, b: MeasureRef): boolean =>
  a.catalogue === b.catalogue && a.measure === b.measure

/** The measures of an area, of every edition of the catalogue, to be ticked. */
const MeasuresField = ({ state, form, change }: FieldsProps) => {
  const { t, name } = useWords()
  const { catalogues } = state.commitments
  const all = [...values(catalogues)]
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .flatMap(({ id, order, measures }) =>
      order
        .map(each => get(measures, each)!)
        .filter(({ area }) => area === form.area)
        .map(measure => ({ ref: { catalogue: id, measure: measure.measure }, measure })),
    )
  if (all.length === 0) return null
  const flip = (ref: MeasureRef, on: boolean): void =>
    change({
      measures: on ? [...form.measures, ref] : form.measures.filter(one => !isSame(one, ref)),
    })
  return (
    <fieldset className="p-measures">
      <legend>{t('plans.measures')}</legend>
      {all.map(({ ref, measure }) => (
        <Tick
          key={`${ref.catalogue} ${ref.measure}`}
          label={`${name(measure.name)} (${ref.catalogue})`}
          value={form.measures.some(one => isSame(one, ref))}
          onChange={on => flip(ref, on)}
        />
      ))}
    </fieldset>
  )
}

/** C-7, C-10. Who may be named as a host: a delegation itself, by the secretariat anybody, or whoever it is already. */
const hostsFor = (
  state: DomainState,
  as: ReturnType<typeof useRoom>['as'],
  now: Instant,
  present: string,
): readonly string[] => {
  if (as?.kind === 'secretariat') return institution.activeMembers(state.institution, now)
  const own = as?.kind === 'delegate' ? [as.member as string] : []
  return [...new Set([...own, ...(present === '' ? [] : [present])])]
}

/** What is planned: what and to what end, where it belongs, who hosts it, when, where and how. */
export const PlannedFields = ({ state, form, change }: FieldsProps) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const now = useNow(60_000)
  return (
    <>
      <Line label={t('plans.field.title')} value={form.title} onChange={title => change({ title })} />
      <Lines label={t('plans.field.aim')} value={form.aim} onChange={aim => change({ aim })} />
      <div className="d-pair">
        <AreaChoice
          state={state}
          label={t('plans.field.area')}
          none={t('plans.field.area.choose')}
          value={form.area}
          onChange={area => change({ area, measures: [] })}
        />
        <Choice
          label={t('plans.field.host')}
          value={form.host}
          onChange={host => change({ host })}
          options={[
            ['', t('plans.host.sought')],
            ...hostsFor(state, as, now, form.host).map(id => [id, partyName(state, speech, id)] as const),
          ]}
        />
        <Line
          type="date"
          label={t('plans.field.from')}
          value={form.from}
          onChange={from => change({ from, until: form.until < from ? from : form.until })}
        />
        <Line
          type="date"
          label={t('plans.field.until')}
          value={form.until}
          onChange={until => change({ until })}
        />
        <Choice
          label={t('plans.field.format')}
          value={form.format}
          onChange={format => change({ format: format as PlannedForm['format'] })}
          options={formats.map(format => [format, t(`plans.format.${format}`)])}
        />
        <Line label={t('plans.field.place')} value={form.place} onChange={place => change({ place })} />
      </div>
      <MeasuresField state={state} form={form} change={change} />
    </>
  )
}
