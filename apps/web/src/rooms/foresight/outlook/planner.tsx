import type { ItemShown } from '@gavel/foresight/browser'
import { useState } from 'react'
import { Line } from '../../../decisions/fields.tsx'
import { useDraft } from '../../../kit/draft.ts'
import { useRoom } from '../../../live/use-room.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { type AllSaid, type Planned, planOf, type Said, unsaid, wholeIn } from './plan.ts'
import { useAsked } from './use-outlook.ts'

interface NumberProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}

/** A small whole number; what is typed meanwhile and is none changes nothing. */
const Whole = ({ label, value, least, most, onChange }: NumberProps) => {
  const [typed, setTyped] = useState(String(value))
  return (
    <input
      className="f-whole"
      aria-label={label}
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      value={typed}
      onChange={event => {
        setTyped(event.target.value)
        onChange(wholeIn(event.target.value, least, most, value))
      }}
    />
  )
}

interface RowProps {
  readonly planned: Planned
  readonly say: (said: Said) => void
}

const signs = { bring: '✓', prepare: '?', leave: '–' } as const

const Row = ({ planned: { item, said, advice, why }, say }: RowProps) => {
  const { t } = useForesightWords()
  const of = (words: string): string => `${words}: ${item.title}`
  return (
    <tr data-advice={advice}>
      <th scope="row">
        <bdi>{item.title}</bdi>
      </th>
      <td>
        <b>
          <span aria-hidden="true">{signs[advice]}</span> {t(`foresight.advice.${advice}`)}
        </b>
        <span className="small soft f-why">{t(`foresight.advice.why.${why}`)}</span>
      </td>
      <td>
        <Whole
          label={of(t('foresight.plan.minutes'))}
          value={said.minutes}
          least={1}
          most={600}
          onChange={minutes => say({ ...said, minutes })}
        />
      </td>
      <td>
        <Whole
          label={of(t('foresight.plan.importance'))}
          value={said.importance}
          least={1}
          most={10}
          onChange={importance => say({ ...said, importance })}
        />
      </td>
      <td>
        <input
          className="f-due"
          type="checkbox"
          aria-label={of(t('foresight.plan.due'))}
          checked={said.due}
          onChange={event => say({ ...said, due: event.target.checked })}
        />
      </td>
    </tr>
  )
}

const Rows = ({
  planned,
  say,
}: {
  readonly planned: readonly Planned[]
  readonly say: (text: string, said: Said) => void
}) => {
  const { t } = useForesightWords()
  const figures = t('foresight.figures', { of: t('foresight.plan') })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
    <section className="table-scroll" aria-label={figures} tabIndex={0}>
      <table className="table f-plan">
        <thead>
          <tr>
            <th scope="col">{t('foresight.plan.item')}</th>
            <th scope="col">{t('foresight.plan.advice')}</th>
            <th scope="col">{t('foresight.plan.minutes')}</th>
            <th scope="col">{t('foresight.plan.importance')}</th>
            <th scope="col">{t('foresight.plan.due')}</th>
          </tr>
        </thead>
        <tbody>
          {planned.map(each => (
            <Row key={each.item.text} planned={each} say={said => say(each.item.text, said)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/**
 * Which items to bring now. How long the meeting is stands in the address; what a chair says of each item stays on her
 * device, for it says what she thinks of it.
 */
export const Planner = ({ items }: { readonly items: readonly ItemShown[] }) => {
  const { t } = useForesightWords()
  const { viewer } = useRoom()
  const [asked, ask] = useAsked('minutes')
  const kept = useDraft<{ readonly said: AllSaid }>(`${viewer.person}.foresight.plan`, { said: {} })
  const minutes = wholeIn(asked, 1, 1_440, 180)
  const { planned, minutesUsed } = planOf(items, kept.value.said, minutes)
  const say = (text: string, said: Said): void =>
    kept.change({ said: { ...kept.value.said, [text]: { ...unsaid, ...said } } })
  return (
    <section className="stack" aria-labelledby="f-planner">
      <h2 id="f-planner">{t('foresight.plan')}</h2>
      <p className="soft f-lead">{t('foresight.plan.lead')}</p>
      <div className="f-available">
        <Line
          label={t('foresight.plan.available')}
          type="number"
          value={asked ?? String(minutes)}
          onChange={ask}
        />
        <p role="status">{t('foresight.plan.used', { n: minutesUsed, of: minutes })}</p>
      </div>
      <Rows planned={planned} say={say} />
    </section>
  )
}
