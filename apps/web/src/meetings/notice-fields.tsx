import type { meetings } from '@gavel/domain'
import { Choice, Line } from '../decisions/fields.tsx'
import { useWords } from '../words/use-words.tsx'
import { AgendaBuilder } from './agenda-builder.tsx'
import type { AgendaRow } from './agenda-rows.ts'
import { InstantField, type Wall } from './instant-field.tsx'
import { ZoneField } from './zone-field.tsx'

/** What a notice says, as it is being written. */
export interface NoticeWritten {
  readonly title: string
  readonly place: string
  readonly timeZone: string
  readonly opens: Wall
  readonly format: meetings.MeetingFormat
  readonly access: meetings.MeetingAccess
  readonly rows: readonly AgendaRow[]
}

interface NoticeProps {
  readonly written: NoticeWritten
  readonly onChange: (part: Partial<NoticeWritten>) => void
}

const formats = ['inPerson', 'hybrid', 'virtual'] as const
const accesses = ['public', 'closed'] as const

/** The fields of a notice: what, how, where, when, and about what. */
export const NoticeFields = ({ written, onChange }: NoticeProps) => {
  const { t } = useWords()
  return (
    <>
      <Line label={t('notice.name')} value={written.title} onChange={title => onChange({ title })} />
      <div className="m-triple">
        <Choice
          label={t('notice.format')}
          value={written.format}
          onChange={format => onChange({ format: format as meetings.MeetingFormat })}
          options={formats.map(each => [each, t(`meeting.format.${each}`)])}
        />
        <Choice
          label={t('notice.access')}
          value={written.access}
          onChange={access => onChange({ access: access as meetings.MeetingAccess })}
          options={accesses.map(each => [each, t(`meeting.access.${each}`)])}
        />
        <Line label={t('notice.place')} value={written.place} onChange={place => onChange({ place })} />
      </div>
      <ZoneField value={written.timeZone} onChange={timeZone => onChange({ timeZone })} />
      <InstantField
        zone={written.timeZone}
        label={t('notice.opensAt')}
        value={written.opens}
        onChange={opens => onChange({ opens })}
      />
      <AgendaBuilder rows={written.rows} onChange={rows => onChange({ rows })} />
    </>
  )
}
