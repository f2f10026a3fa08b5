import { type Instant, msBetween } from '@gavel/kernel'
import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { Button } from '../kit/button.tsx'
import type { Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import { Select } from './fields.tsx'
import { allZones, closeOfBusiness, instantOf, ownZone } from './zones.ts'

/** An expiry as it is being chosen: a day and a time on the clock of a zone, and the words it is announced in. */
export interface Expiry {
  readonly zone: string
  readonly day: string
  readonly time: string
  /** Null while they are made of the rest. */
  readonly words: string | null
}

/** The instant and the words an expiry stands for; the instant is undefined while it names none. */
export const meantBy = (
  { zone, day, time, words }: Expiry,
  { t, tag }: Speech,
): {
  readonly at: Instant | undefined
  readonly announcedAs: string
  readonly fault: 'gap' | 'twice' | null
} => {
  const named = instantOf(zone, `${day}T${time}`)
  if (named.kind !== 'instant')
    return { at: undefined, announcedAs: words ?? '', fault: named.kind === 'gap' ? 'gap' : null }
  const said = t('bring.announced', {
    day: weekday(named.at, zone, tag),
    time,
    zone,
    utc: named.at.slice(0, 16).replace('T', ' '),
  })
  return { at: named.at, announcedAs: words ?? said, fault: named.twice ? 'twice' : null }
}

const weekday = (at: Instant, timeZone: string, tag: string): string =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone }).format(new Date(at))

/** Close of business in a zone, as an expiry. */
export const atCloseOfBusiness = (zone: string, now: Instant, hours: number): Expiry => {
  const [day, time] = closeOfBusiness(zone, now, hours).split('T') as [string, string]
  return { zone, day, time, words: null }
}

interface ExpiryProps {
  readonly value: Expiry
  readonly onChange: (value: Expiry) => void
  readonly now: Instant
  /** The least number of hours the rules ask for; null where they ask for none. */
  readonly hours: number | null
  /** Zones that are offered first; one alone cannot be changed. */
  readonly zones: readonly string[]
}

const ZoneField = ({ value, onChange, zones }: Pick<ExpiryProps, 'value' | 'onChange' | 'zones'>) => {
  const { t } = useWords()
  const [all] = useState(allZones)
  const usual = [...new Set([...zones, ownZone(), 'UTC'])]
  return (
    <Select label={t('bring.zone')} value={value.zone} onChange={zone => onChange({ ...value, zone })}>
      <optgroup label={t('bring.zone.usual')}>
        {usual.map(zone => (
          <option key={zone}>{zone}</option>
        ))}
      </optgroup>
      <optgroup label={t('bring.zone.all')}>
        {all
          .filter(zone => !usual.includes(zone))
          .map(zone => (
            <option key={zone}>{zone}</option>
          ))}
      </optgroup>
    </Select>
  )
}

/** What an expiry comes to: how long it runs, and what is wrong with it. */
const Meaning = ({ value, now, hours }: Omit<ExpiryProps, 'onChange' | 'zones'>) => {
  const speech = useWords()
  const { t, duration, instant } = speech
  const { at, fault } = meantBy(value, speech)
  return (
    <div className="small stack" data-gap="small" aria-live="polite">
      {fault !== null && <p className="d-fault">{t(`bring.${fault}`)}</p>}
      {at !== undefined && at <= now && <p className="d-fault">{t('bring.past')}</p>}
      {at !== undefined && at > now && (
        <p>
          {t('bring.runs', { duration: duration(msBetween(now, at)) })}{' '}
          <span className="soft">
            {t('silence.here', { zone: ownZone() })}: {instant(at, 'full')}
          </span>
        </p>
      )}
      {hours !== null && <p className="soft">{t('bring.minimum', { hours })}</p>}
    </div>
  )
}

/** Chooses an exact instant by a day and a time on the clock of a zone, with the words it is announced in. */
export const ExpiryField = ({ value, onChange, now, hours, zones }: ExpiryProps) => {
  const speech = useWords()
  const { t } = speech
  const [only] = zones
  return (
    <fieldset className="d-expiry">
      <legend>{t('bring.expiry')}</legend>
      {zones.length === 1 && only === value.zone ? (
        <p className="small">
          {t('bring.zone')}: <b>{value.zone}</b>
        </p>
      ) : (
        <ZoneField value={value} onChange={onChange} zones={zones} />
      )}
      <div className="d-pair">
        <TextField
          className="field"
          value={value.day}
          onChange={day => onChange({ ...value, day })}
          type="date"
        >
          <Label>{t('bring.day')}</Label>
          <Input />
        </TextField>
        <TextField
          className="field"
          value={value.time}
          onChange={time => onChange({ ...value, time })}
          type="time"
        >
          <Label>{t('bring.time')}</Label>
          <Input />
        </TextField>
      </div>
      <p className="row">
        <Button
          size="small"
          hint={t('bring.cob.help')}
          onPress={() => onChange({ ...atCloseOfBusiness(value.zone, now, hours ?? 0), words: value.words })}
        >
          {t('bring.cob')}
        </Button>
      </p>
      <Meaning value={value} now={now} hours={hours} />
      <TextField
        className="field"
        value={meantBy(value, speech).announcedAs}
        onChange={words => onChange({ ...value, words: words === '' ? null : words })}
        maxLength={300}
      >
        <Label>{t('bring.announcedAs')}</Label>
        <Input dir="auto" />
      </TextField>
    </fieldset>
  )
}
