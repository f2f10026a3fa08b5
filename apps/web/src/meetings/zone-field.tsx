import { useState } from 'react'
import { allZones, ownZone } from '../decisions/zones.ts'
import { useWords } from '../words/use-words.tsx'

interface ZoneProps {
  readonly value: string
  readonly onChange: (zone: string) => void
}

/** The zone in which the times of a meeting are read; the usual ones first. */
export const ZoneField = ({ value, onChange }: ZoneProps) => {
  const { t } = useWords()
  const [all] = useState(allZones)
  const usual = [...new Set([value, ownZone(), 'UTC'])]
  return (
    <label className="field">
      <span className="d-label">{t('notice.zone')}</span>
      <select value={value} onChange={event => onChange(event.target.value)}>
        {usual.map(zone => (
          <option key={zone}>{zone}</option>
        ))}
        <optgroup label={t('notice.zone.all')}>
          {all
            .filter(zone => !usual.includes(zone))
            .map(zone => (
              <option key={zone}>{zone}</option>
            ))}
        </optgroup>
      </select>
    </label>
  )
}
