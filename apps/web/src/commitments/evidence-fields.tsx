import type { commitments as chapter } from '@gavel/domain'
import { useState } from 'react'
import { Line } from '../decisions/fields.tsx'
import { Button } from '../kit/button.tsx'
import { freshId } from '../live/room.ts'
import { dayWords } from '../names/days.ts'
import { useWords } from '../words/use-words.tsx'

type Evidence = chapter.Evidence

/** Where a piece of evidence is to be found: a way to it, or the mark of its document. */
export const EvidenceShown = ({ evidence }: { readonly evidence: Evidence }) => {
  const speech = useWords()
  const { title, on, address, document } = evidence
  const isWay = address !== undefined && /^https?:\/\//.test(address)
  return (
    <span>
      {isWay ? (
        <a href={address} target="_blank" rel="noreferrer nofollow">
          <bdi>{title}</bdi> <span aria-hidden="true">↗</span>
        </a>
      ) : (
        <bdi>{title}</bdi>
      )}{' '}
      <time className="small soft" dateTime={on}>
        {dayWords(speech, on)}
      </time>
      {!isWay && address !== undefined && <bdi className="small soft"> {address}</bdi>}
      {document !== undefined && (
        <span className="small soft mono u-hash" title={document}>
          {' '}
          {document.slice(0, 12)}…
        </span>
      )}
    </span>
  )
}

interface OneProps {
  readonly today: string
  readonly onGiven: (evidence: Evidence) => void
}

/** C-28. One piece of evidence: what it is, of which day, and at which address it is found. */
const OneMore = ({ today, onGiven }: OneProps) => {
  const { t } = useWords()
  const [title, setTitle] = useState('')
  const [on, setOn] = useState(today)
  const [address, setAddress] = useState('')
  const ready = title.trim() !== '' && address.trim() !== '' && on !== ''
  const give = (): void => {
    onGiven({ evidence: freshId('evidence'), title: title.trim(), on, address: address.trim() })
    setTitle('')
    setAddress('')
  }
  return (
    <fieldset className="d-expiry">
      <legend>{t('evidence.one')}</legend>
      <Line label={t('evidence.title')} value={title} onChange={setTitle} />
      <div className="d-pair">
        <Line label={t('evidence.address')} value={address} onChange={setAddress} />
        <Line label={t('evidence.on')} type="date" value={on} onChange={setOn} />
      </div>
      <p>
        <Button size="small" closed={ready ? undefined : t('evidence.wanting')} onPress={give}>
          {t('evidence.add')}
        </Button>
      </p>
    </fieldset>
  )
}

interface FieldsProps {
  readonly value: readonly Evidence[]
  readonly onChange: (evidence: readonly Evidence[]) => void
  readonly today: string
}

/** The evidence a report brings with it. */
export const EvidenceFields = ({ value, onChange, today }: FieldsProps) => {
  const { t } = useWords()
  return (
    <div className="stack" data-gap="small">
      <ul className="list">
        {value.map(one => (
          <li key={one.evidence} className="row" data-spread="">
            <EvidenceShown evidence={one} />
            <Button
              size="small"
              kind="quiet"
              aria-label={t('evidence.remove', { title: one.title })}
              onPress={() => onChange(value.filter(each => each !== one))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <OneMore today={today} onGiven={one => onChange([...value, one])} />
    </div>
  )
}
