import type { DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { useSlice } from '../live/use-room.tsx'
import type { NameInLanguages, Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'

const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** The word for a field of an event; the field's own name where there is none. */
const fieldWords = ({ t, knows }: Speech, name: string): string => {
  const key = `field.${name}`
  return knows(key) ? t(key) : name
}

/** What an id is called, if it is one that is known here: a member, a body, a meeting, a decision. */
const nameOf = (state: DomainState | undefined, speech: Speech, value: string): string | undefined => {
  if (state === undefined) return undefined
  const named = get(state.institution.parties, value)?.name ?? get(state.institution.bodies, value)?.name
  if (named !== undefined) return speech.name(named, value)
  return get(state.meetings.meetings, value)?.title ?? get(state.decisions.decisions, value)?.title
}

const Text = ({ value }: { readonly value: string }) => {
  const speech = useWords()
  const state = useSlice()
  if (instantForm.test(value)) return <time dateTime={value}>{speech.instant(value, 'precise', 'UTC')}</time>
  const name = nameOf(state, speech, value)
  if (name !== undefined && name !== value)
    return (
      <span>
        <bdi>{name}</bdi> <span className="mono small soft">{value}</span>
      </span>
    )
  return value.length > 60 || /\s/.test(value) ? (
    <span dir="auto" className="e-words">
      {value}
    </span>
  ) : (
    <span className="mono d-hash" dir="ltr">
      {value}
    </span>
  )
}

/** A name in several languages, as the organisation keeps it. */
const isName = (value: object): value is NameInLanguages =>
  typeof (value as { en?: unknown }).en === 'string' &&
  Object.keys(value).every(language => language.length === 2)

/** Any value of an event, read out: names for ids, times as times, lists as lists, what is inside as what is inside. */
export const ValueShown = ({ value }: { readonly value: unknown }) => {
  const { t, number, name } = useWords()
  if (value === null || value === undefined) return <span className="soft">—</span>
  if (typeof value === 'boolean') return <span>{t(value ? 'entry.yes' : 'entry.no')}</span>
  if (typeof value === 'number') return <span className="numeric">{number(value)}</span>
  if (typeof value === 'string') return <Text value={value} />
  if (Array.isArray(value)) return <ListShown list={value} />
  if (isName(value)) return <bdi>{name(value)}</bdi>
  return <FieldsShown fields={Object.entries(value)} />
}

const ListShown = ({ list }: { readonly list: readonly unknown[] }) => {
  if (list.length === 0) return <span className="soft">—</span>
  return (
    <ul className="e-list">
      {list.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what stands in an event never moves
        <li key={at}>
          <ValueShown value={each} />
        </li>
      ))}
    </ul>
  )
}

/** The members of an event or of a part of it, as a list of names and values. */
export const FieldsShown = ({ fields }: { readonly fields: readonly (readonly [string, unknown])[] }) => {
  const speech = useWords()
  return (
    <dl className="facts e-fields">
      {fields.map(([name, value]) => (
        <div key={name} className="facts-row">
          <dt>{fieldWords(speech, name)}</dt>
          <dd>
            <ValueShown value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
