import { type DomainState, institution, parameter } from '@gavel/domain'
import type { BodyId, Instant } from '@gavel/kernel'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { type Bringing, isReady, meetingsOf, type TextRow } from './bringing.ts'
import { ExpiryField } from './expiry.tsx'
import { Choice, Line, Lines, Select } from './fields.tsx'

interface FieldsProps {
  readonly state: DomainState
  readonly body: BodyId
  readonly now: Instant
  readonly written: Bringing
  readonly change: (part: Partial<Bringing>) => void
  readonly rows: readonly TextRow[]
}

const ways = ['put', 'propose', 'open'] as const

/** The form in which a chair brings something to decision. */
export const BringFields = (props: FieldsProps) => {
  const { state, body, now, written, change } = props
  const { t } = useWords()
  const hours = parameter(state.institution, 'silence.minimumHours', now, body).value
  const zones = [...new Set(meetingsOf(state, body).map(({ timeZone }) => timeZone))]
  return (
    <>
      <RadioGroup
        className="d-radios"
        value={written.way}
        onChange={way => change({ way: way as Bringing['way'] })}
      >
        <Label>{t('bring.way')}</Label>
        {ways.map(way => (
          <Radio key={way} value={way} className="d-radio">
            <span className="d-dot" aria-hidden="true" />
            <span>
              <b>{t(`bring.${way}`)}</b>
              <span className="small soft">{t(`bring.${way}.help`)}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {written.way !== 'open' && <MeetingFields {...props} />}
      <Line label={t('bring.name')} value={written.title} onChange={title => change({ title })} />
      <SubjectFields {...props} />
      {written.way === 'put' && <MinusOne {...props} />}
      {written.way !== 'put' && (
        <ExpiryField
          value={written.expiry}
          onChange={expiry => change({ expiry })}
          now={now}
          hours={hours}
          zones={[...zones, 'UTC']}
        />
      )}
    </>
  )
}

const MeetingFields = ({ state, body, written, change }: FieldsProps) => {
  const { t } = useWords()
  const meetings = meetingsOf(state, body)
  const chosen = meetings.find(({ id }) => id === written.meeting)
  if (chosen === undefined) return <p className="d-fault">{t('bring.meeting.none')}</p>
  return (
    <div className="d-pair">
      <Choice
        label={t('bring.meeting')}
        value={written.meeting}
        onChange={meeting => change({ meeting })}
        options={meetings.map(({ id, title }) => [id, title])}
      />
      <Choice
        label={t('bring.item')}
        value={written.item}
        onChange={item => change({ item })}
        options={chosen.agenda.map(({ number, title }) => [number, `${number}. ${title}`])}
      />
    </div>
  )
}

const SubjectFields = ({ written, change, rows }: FieldsProps) => {
  const { t } = useWords()
  const words = (row: TextRow): string => {
    if (row.disputed > 0) return t('bring.text.dirty', { title: row.title, n: row.disputed })
    const issued = row.versions.at(-1)
    return issued === undefined
      ? t('bring.text.unissued', { title: row.title })
      : `${issued.symbol} · ${row.title}`
  }
  return (
    <>
      <Choice
        label={t('bring.subject')}
        value={written.kind}
        onChange={kind => change({ kind: kind as Bringing['kind'] })}
        options={[
          ['wording', t('bring.subject.wording')],
          ['text', t('bring.subject.text')],
        ]}
      />
      {written.kind === 'wording' ? (
        <Lines label={t('bring.wording')} value={written.wording} onChange={wording => change({ wording })} />
      ) : (
        <Select label={t('bring.text')} value={written.text} onChange={text => change({ text })}>
          <option value="">{t('bring.text.choose')}</option>
          {rows.map(row => (
            <option key={row.id} value={row.id} disabled={!isReady(row)}>
              {words(row)}
            </option>
          ))}
        </Select>
      )}
    </>
  )
}

/** Consensus without one member, where the rules list a case for it (D-9); nothing where they list none. */
const MinusOne = ({ state, body, now, written, change }: FieldsProps) => {
  const speech = useWords()
  const { t } = speech
  const cases = parameter(state.institution, 'consensus.minusOneCases', now, body).value
  if (cases.length === 0) return null
  const members = institution.membersOf(state.institution, body, now)
  const { minusOne } = written
  return (
    <fieldset className="d-expiry">
      <legend>{t('bring.minusOne')}</legend>
      <Choice
        label={t('bring.minusOne.case')}
        value={minusOne.case}
        onChange={chosen => change({ minusOne: { ...minusOne, case: chosen } })}
        options={[['', t('bring.minusOne.none')], ...cases.map(each => [each, each] as const)]}
      />
      {minusOne.case !== '' && (
        <Choice
          label={t('bring.minusOne.member')}
          value={minusOne.member}
          onChange={member => change({ minusOne: { ...minusOne, member } })}
          options={[['', '—'], ...members.map(id => [id, partyName(state, speech, id)] as const)]}
        />
      )}
    </fieldset>
  )
}
