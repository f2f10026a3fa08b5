import type { DomainState } from '@gavel/domain'
import type { FieldShape, NoticeAnswer, ValueShape } from '@gavel/notices/browser'
import { dayWords } from '../../../names/days.ts'
import { partyName } from '../../../names/names.ts'
import { useNoticesWords } from '../use-notices-words.ts'

interface ValueProps {
  readonly house: DomainState
  readonly field: Pick<FieldShape, 'kind' | 'unit' | 'choices'>
  readonly value: ValueShape
}

const Place = ({ value }: { readonly value: Extract<ValueShape, object> }) => {
  const { number } = useNoticesWords()
  const { name, latitude, longitude } = value
  return (
    <>
      <bdi>{name}</bdi>
      {latitude !== undefined && longitude !== undefined && (
        <bdi dir="ltr" className="small soft mono">
          {' '}
          {number(latitude)}°, {number(longitude)}°
        </bdi>
      )}
    </>
  )
}

/** An instant on the reader's clock, and by UTC where that is another. */
export const InstantShown = ({ at }: { readonly at: string }) => {
  const { instant } = useNoticesWords()
  const utc = instant(at, 'long', 'UTC')
  return (
    <time dateTime={at}>
      {instant(at)}
      {instant(at) !== utc && <span className="small soft"> ({instant(at, 'short', 'UTC')} UTC)</span>}
    </time>
  )
}

/** What a field holds, in the form of its kind. */
export const ValueShown = ({ house, field, value }: ValueProps) => {
  const speech = useNoticesWords()
  const { kind, unit, choices = [] } = field
  if (typeof value === 'number')
    return (
      <>
        {speech.number(value)} {unit !== undefined && <bdi className="soft">{unit}</bdi>}
      </>
    )
  if (typeof value === 'object') return <Place value={value} />
  switch (kind) {
    case 'date':
      return <time dateTime={value}>{dayWords(speech, value)}</time>
    case 'instant':
      return <InstantShown at={value} />
    case 'choice':
      return <bdi>{speech.name(choices.find(({ choice }) => choice === value)?.name, value)}</bdi>
    case 'member':
      return <bdi>{partyName(house, speech, value)}</bdi>
    default:
      return (
        <span className="x-words" dir="auto">
          {value}
        </span>
      )
  }
}

/** What a notice says, field by field; those left empty are not shown. */
export const FieldsShown = ({
  house,
  fields,
}: { readonly house: DomainState } & Pick<NoticeAnswer, 'fields'>) => {
  const { name } = useNoticesWords()
  return (
    <dl className="facts x-facts">
      {fields.map(
        field =>
          field.value !== null && (
            <div key={field.field} className="facts-row">
              <dt>
                <bdi>{name(field.name, field.field)}</bdi>
              </dt>
              <dd>
                <ValueShown house={house} field={field} value={field.value} />
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
