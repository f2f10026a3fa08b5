import { meetings } from '@gavel/domain'
import { useState } from 'react'
import { Line } from '../decisions/fields.tsx'
import { useWords } from '../words/use-words.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { AtHand } from './at-hand.ts'

const kinds = ['member', 'observer', 'reply'] as const
type Kind = (typeof kinds)[number]

const speakers = {
  member: [{ kind: 'member', member: '' as never }, 'statement'],
  observer: [{ kind: 'observer', observer: '' }, 'statement'],
  reply: [{ kind: 'member', member: '' as never }, 'reply'],
} as const

/** M-40. The seconds in force for a kind of speaker on an item, 0 where there is no limit. */
const inForce = ({ state, meeting, now }: AtHand, item: string, kind: Kind): string => {
  const [speaker, floor] = speakers[kind]
  return String(meetings.secondsFor(speaker, floor, meeting, item, state, now) ?? 0)
}

/** The chair sets how long speakers have on an item. */
export const LimitsDialog = (props: AtHand & { readonly item: string; readonly onClose: () => void }) => {
  const { t } = useWords()
  const { state, meeting, item, onClose } = props
  const [written, setWritten] = useState<Readonly<Record<Kind, string>>>(() => ({
    member: inForce(props, item, 'member'),
    observer: inForce(props, item, 'observer'),
    reply: inForce(props, item, 'reply'),
  }))
  const seconds = Object.fromEntries(kinds.map(kind => [kind, Number.parseInt(written[kind], 10)]))
  return (
    <ActDialog
      state={state}
      title={t('floor.limits')}
      lead={t('floor.limits.lead', { number: item })}
      intent={{ type: 'meetings.limitTime', body: { meeting: meeting.id, item, seconds } }}
      confirm={t('floor.limits.set')}
      onClose={onClose}
    >
      <div className="m-triple">
        {kinds.map(kind => (
          <Line
            key={kind}
            type="number"
            label={t(`floor.limits.${kind}`)}
            value={written[kind]}
            onChange={value => setWritten(before => ({ ...before, [kind]: value }))}
          />
        ))}
      </div>
    </ActDialog>
  )
}
