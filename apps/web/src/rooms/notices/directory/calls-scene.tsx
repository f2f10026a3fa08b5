import type { CallsAnswer, DirectoryAnswer, PingId } from '@gavel/notices/browser'
import { useState } from 'react'
import { Link } from 'wouter'
import { Line, Tick } from '../../../decisions/fields.tsx'
import { freshId } from '../../../live/room.ts'
import { useRoom, useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import type { Asking } from '../acting/notices-button.tsx'
import { NoticesDialog, Opens } from '../acting/notices-dialog.tsx'
import { withContacts } from '../asking/state.ts'
import { intends } from '../asking/use-asked.ts'
import { Awaited, RoomPage } from '../sections.tsx'
import { useNoticesWords } from '../use-notices-words.ts'

type Call = CallsAnswer['pings'][number]

/** How a call went, in figures and words. */
export const CallFigures = ({ call }: { readonly call: Call }) => {
  const { t, duration } = useNoticesWords()
  const { called, acknowledged, late, awaited, noReply, medianMs, slowestMs } = call
  return (
    <p className="row small">
      <span>{t('notices.call.answered', { n: acknowledged + late, all: called })}</span>
      {late > 0 && <span>{t('notices.call.ofThemLate', { n: late })}</span>}
      {awaited > 0 && <span>{t('notices.call.stillAwaited', { n: awaited })}</span>}
      {noReply > 0 && (
        <span className="x-clock" data-kind="silent">
          {t('notices.call.withoutReply', { n: noReply })}
        </span>
      )}
      {medianMs !== null && (
        <span className="soft">
          {t('notices.call.times', { median: duration(medianMs), slowest: duration(slowestMs ?? medianMs) })}
        </span>
      )}
    </p>
  )
}

const Start = ({ asking, onClose }: { readonly asking: Asking; readonly onClose: () => void }) => {
  const { t } = useNoticesWords()
  const [id] = useState(() => freshId('call'))
  const [technical, setTechnical] = useState(true)
  const [diplomatic, setDiplomatic] = useState(false)
  const [hours, setHours] = useState('24')
  const kinds = [...(technical ? ['technical' as const] : []), ...(diplomatic ? ['diplomatic' as const] : [])]
  const count = Number(hours)
  const fits = Number.isInteger(count) && count >= 1 && count <= 8_784
  return (
    <NoticesDialog
      {...asking}
      title={t('notices.call.start')}
      lead={t('notices.call.start.lead')}
      intent={intends('notices.ping', { ping: id as PingId, kinds, replyHours: fits ? count : 1 })}
      confirm={t('notices.call.start')}
      wanting={kinds.length === 0 || !fits ? t('notices.call.wanting') : undefined}
      onClose={onClose}
    >
      <Tick label={t('notices.kind.technical')} value={technical} onChange={setTechnical} />
      <Tick label={t('notices.kind.diplomatic')} value={diplomatic} onChange={setDiplomatic} />
      <Line label={t('notices.call.hours')} type="number" value={hours} onChange={setHours} />
    </NoticesDialog>
  )
}

const Starting = () => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const house = useSlice()
  const { data } = useView<DirectoryAnswer>(as?.kind === 'secretariat' ? '/api/notices/contacts' : null)
  if (house === undefined || data === undefined) return null
  return (
    <Opens kind="primary" words={t('notices.call.start')}>
      {close => <Start asking={{ house, state: withContacts(data.contacts) }} onClose={close} />}
    </Opens>
  )
}

const Calls = () => {
  const { t, instant } = useNoticesWords()
  const { data, isError } = useView<CallsAnswer>('/api/notices/pings')
  if (data === undefined) return <Awaited failed={isError} />
  if (data.pings.length === 0) return <p className="empty">{t('notices.calls.none')}</p>
  return (
    <ul className="x-lines">
      {data.pings.map(call => (
        <li key={call.id} className="x-line">
          <div className="x-what">
            <h2 className="x-callname">
              <Link href={`/notices/calls/${encodeURIComponent(call.id)}`}>
                {t('notices.call.of', { at: instant(call.at) })}
              </Link>
            </h2>
            <CallFigures call={call} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Test calls to points of contact, and after how long they answered. */
export const CallsScene = () => {
  const { t } = useNoticesWords()
  return (
    <RoomPage here="calls" act={<Starting />}>
      <p className="soft x-lead">{t('notices.calls.lead')}</p>
      <Calls />
    </RoomPage>
  )
}
