import { type commitments as chapter, type DomainState, institution } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Line, Lines } from '../../decisions/fields.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useNow, useRoom, useSlice } from '../../live/use-room.tsx'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { DialogFoot } from '../dialog-foot.tsx'

interface DialogProps {
  readonly measure: chapter.MeasureRef
  readonly onClose: () => void
}

interface MemberProps {
  readonly state: DomainState
  readonly among: readonly string[]
  readonly value: string
  readonly onChange: (member: string) => void
}

/** For the secretariat: the member whose word it records. */
const MemberChoice = ({ state, among, value, onChange }: MemberProps) => {
  const speech = useWords()
  return (
    <Choice
      label={speech.t('commitment.field.member')}
      value={value}
      onChange={onChange}
      options={[['', '—'], ...among.map(id => [id, partyName(state, speech, id)] as const)]}
    />
  )
}

/** C-16. A delegate speaks for her member and of today; the secretariat says whose word it records, and from where. */
const useWhose = () => {
  const { as } = useRoom()
  const now = useNow(60_000)
  const own = as?.kind === 'delegate' ? as.member : ''
  const [member, setMember] = useState<string>(own)
  const [on, setOn] = useState(now.slice(0, 10))
  const [source, setSource] = useState('')
  const recorded = as?.kind === 'secretariat'
  const cited = recorded && source.trim() !== '' ? { source: source.trim() } : {}
  return { now, recorded, member: member as MemberId, setMember, on, setOn, source, setSource, cited }
}

/** C-3. To agree to carry a measure out. */
export const AgreeDialog = ({ measure, onClose }: DialogProps) => {
  const { t } = useWords()
  const state = useSlice()
  const { now, recorded, member, setMember, on, setOn, source, setSource, cited } = useWhose()
  if (state === undefined) return null
  const members = institution.activeMembers(state.institution, now)
  return (
    <Dialog title={t('catalogue.agree.title')} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('catalogue.agree.lead')}</p>
        {recorded && <MemberChoice state={state} among={members} value={member} onChange={setMember} />}
        <Line label={t('catalogue.field.from')} type="date" value={on} onChange={setOn} />
        {recorded && <Line label={t('commitment.field.source')} value={source} onChange={setSource} />}
        <DialogFoot
          state={state}
          intent={{ type: 'commitments.agreeToMeasure', body: { ...measure, member, from: on, ...cited } }}
          confirm={t('catalogue.agree')}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}

/** C-3. To leave a measure again, with a reason. */
export const LeaveDialog = ({
  measure,
  agreed,
  onClose,
}: DialogProps & { readonly agreed: readonly string[] }) => {
  const { t } = useWords()
  const state = useSlice()
  const { recorded, member, setMember, on, setOn, source, setSource, cited } = useWhose()
  const [reason, setReason] = useState('')
  if (state === undefined) return null
  const body = { ...measure, member, until: on, reason: reason.trim(), ...cited }
  return (
    <Dialog title={t('catalogue.leave.title')} isOpen onClose={onClose}>
      <div className="stack">
        {recorded && <MemberChoice state={state} among={agreed} value={member} onChange={setMember} />}
        <Line label={t('catalogue.field.until')} type="date" value={on} onChange={setOn} />
        <Lines label={t('commitment.field.reason')} value={reason} onChange={setReason} />
        {recorded && <Line label={t('commitment.field.source')} value={source} onChange={setSource} />}
        <DialogFoot
          state={state}
          intent={{ type: 'commitments.leaveMeasure', body }}
          confirm={t('catalogue.leave')}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}
