import type { Instant } from '@gavel/kernel'
import { Input, Label, TextField } from 'react-aria-components'
import { instantOf, wallTime } from '../decisions/zones.ts'
import { useWords } from '../words/use-words.tsx'

/** A time on the clock of a zone, as it is being written: `2026-12-10` and `18:00`. */
export interface Wall {
  readonly day: string
  readonly time: string
}

export const wallOf = (zone: string, at: Instant): Wall => {
  const [day = '', time = ''] = wallTime(zone, at).split('T')
  return { day, time }
}

/** The instant a time on the clock of a zone names; undefined while it names none. */
export const namedBy = (zone: string, { day, time }: Wall): Instant | undefined => {
  const named = instantOf(zone, `${day}T${time}`)
  return named.kind === 'instant' ? named.at : undefined
}

interface InstantProps {
  readonly zone: string
  readonly value: Wall
  readonly onChange: (value: Wall) => void
  readonly label: string
}

/** A day and a time on the clock of a zone, with the instant they name in UTC. */
export const InstantField = ({ zone, value, onChange, label }: InstantProps) => {
  const { t, instant } = useWords()
  const named = instantOf(zone, `${value.day}T${value.time}`)
  return (
    <fieldset className="m-instant">
      <legend>{label}</legend>
      <div className="m-pair">
        <TextField
          className="field"
          type="date"
          value={value.day}
          onChange={day => onChange({ ...value, day })}
        >
          <Label>{t('notice.day')}</Label>
          <Input />
        </TextField>
        <TextField
          className="field"
          type="time"
          value={value.time}
          onChange={time => onChange({ ...value, time })}
        >
          <Label>{t('notice.time')}</Label>
          <Input />
        </TextField>
      </div>
      <p className="small soft" aria-live="polite">
        {zone}
        {named.kind === 'instant' && ` · ${t('notice.inUtc', { at: instant(named.at, 'short', 'UTC') })}`}
        {named.kind === 'gap' && ` · ${t('notice.gap')}`}
        {named.kind === 'instant' && named.twice && ` · ${t('notice.twice')}`}
      </p>
    </fieldset>
  )
}
