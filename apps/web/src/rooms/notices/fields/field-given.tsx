import { type DomainState, institution } from '@gavel/domain'
import type { FieldShape } from '@gavel/notices/browser'
import { Choice, Line, Lines } from '../../../decisions/fields.tsx'
import { useNow } from '../../../live/use-room.tsx'
import { InstantField } from '../../../meetings/instant-field.tsx'
import { partyName } from '../../../names/names.ts'
import { useNoticesWords } from '../use-notices-words.ts'
import { type Written, wallIn } from './written.ts'

interface GivenProps {
  readonly house: DomainState
  readonly field: FieldShape
  readonly value: Written
  readonly zone: string
  readonly onChange: (value: Written) => void
}

const Place = ({
  label,
  value,
  onChange,
}: { readonly label: string } & Pick<GivenProps, 'value' | 'onChange'>) => {
  const { t } = useNoticesWords()
  const { text = '', latitude = '', longitude = '' } = value
  return (
    <fieldset className="x-place">
      <legend>{label}</legend>
      <Line
        label={t('notices.place.name')}
        value={text}
        onChange={next => onChange({ ...value, text: next })}
      />
      <div className="d-pair">
        <Line
          label={t('notices.place.latitude')}
          value={latitude}
          onChange={next => onChange({ ...value, latitude: next })}
        />
        <Line
          label={t('notices.place.longitude')}
          value={longitude}
          onChange={next => onChange({ ...value, longitude: next })}
        />
      </div>
    </fieldset>
  )
}

const useParties = (house: DomainState) => {
  const speech = useNoticesWords()
  const now = useNow(600_000)
  return institution
    .activeMembers(house.institution, now)
    .map(id => [id, partyName(house, speech, id)] as const)
    .toSorted(([, a], [, b]) => speech.compare(a, b))
}

/** A field as it is filled in, by what it holds. */
export const FieldGiven = ({ house, field, value, zone, onChange }: GivenProps) => {
  const { t, name } = useNoticesWords()
  const parties = useParties(house)
  const own = name(field.name, field.field)
  const unit = field.unit === undefined ? '' : ` (${field.unit})`
  const label = `${own}${unit}${field.required ? '' : ` · ${t('notices.optional')}`}`
  const text = (next: string): void => onChange({ ...value, text: next })
  const one = { label, value: value.text ?? '', onChange: text }
  switch (field.kind) {
    case 'text':
      return <Lines {...one} />
    case 'number':
      return <Line {...one} type="number" />
    case 'date':
      return <Line {...one} type="date" />
    case 'instant':
      return <InstantField label={label} zone={zone} value={wallIn(value)} onChange={onChange} />
    case 'place':
      return <Place label={label} value={value} onChange={onChange} />
    case 'choice':
      return (
        <Choice
          {...one}
          options={[
            ['', '—'],
            ...(field.choices ?? []).map(each => [each.choice, name(each.name, each.choice)] as const),
          ]}
        />
      )
    case 'member':
      return <Choice {...one} options={[['', '—'], ...parties]} />
  }
}
