import { institution } from '@gavel/domain'
import type { DecisionId, MemberId, TextId } from '@gavel/kernel'
import { useState } from 'react'
import { useTexts } from '../../decisions/bringing.ts'
import { Choice, Line } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { freshId } from '../../live/room.ts'
import { useNow, useRoom, useSlice } from '../../live/use-room.tsx'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { AreaRow } from '../answers.ts'
import { withPapers } from '../asked-state.ts'
import { DecisionChoice, useLeaning } from '../decision-choice.tsx'
import { DialogFoot } from '../dialog-foot.tsx'

interface AreaActsProps {
  readonly area: string
  readonly called: string
  readonly papers: AreaRow['papers']
}

/** C-4. A coordinator, appointed by a decision that was adopted. */
const AppointDialog = ({ area, called, onClose }: AreaActsProps & { readonly onClose: () => void }) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(60_000)
  const [office, setOffice] = useState<'coordinator' | 'coCoordinator'>('coordinator')
  const [holder, setHolder] = useState('')
  const [from, setFrom] = useState(now.slice(0, 10))
  const [until, setUntil] = useState('')
  const [decision, setDecision] = useState('')
  const state = useLeaning(decision)
  if (state === undefined) return null
  const members = institution.activeMembers(state.institution, now)
  const body = {
    area,
    office,
    holder: holder as MemberId,
    from,
    ...(until === '' ? {} : { until }),
    decision: decision as DecisionId,
  }
  return (
    <Dialog title={t('catalogue.appoint.title', { area: called })} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('catalogue.appoint.lead')}</p>
        <Choice
          label={t('catalogue.field.office')}
          value={office}
          onChange={value => setOffice(value as typeof office)}
          options={[
            ['coordinator', t('organisation.coordinator')],
            ['coCoordinator', t('organisation.coCoordinator')],
          ]}
        />
        <Choice
          label={t('commitment.field.member')}
          value={holder}
          onChange={setHolder}
          options={[['', '—'], ...members.map(id => [id, partyName(state, speech, id)] as const)]}
        />
        <div className="d-pair">
          <Line label={t('catalogue.field.from')} type="date" value={from} onChange={setFrom} />
          <Line label={t('catalogue.field.untilOpen')} type="date" value={until} onChange={setUntil} />
        </div>
        <DecisionChoice value={decision} onChange={setDecision} label={t('catalogue.field.decision')} />
        <DialogFoot
          state={state}
          intent={{ type: 'commitments.appointCoordinator', body }}
          confirm={t('catalogue.appoint')}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}

/** C-5. A concept paper or an action plan: one of the texts. */
const PaperDialog = ({ area, called, papers, onClose }: AreaActsProps & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const texts = useTexts()
  const [kind, setKind] = useState<'conceptPaper' | 'actionPlan'>('conceptPaper')
  const [text, setText] = useState('')
  const [paper] = useState(() => freshId('paper'))
  const base = useSlice(text === '' ? null : text)
  if (base === undefined) return null
  const state = withPapers(
    base,
    papers.map(each => ({ ...each, area })),
  )
  return (
    <Dialog title={t('catalogue.paper.title', { area: called })} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('catalogue.paper.lead')}</p>
        <Choice
          label={t('catalogue.field.kind')}
          value={kind}
          onChange={value => setKind(value as typeof kind)}
          options={[
            ['conceptPaper', t('catalogue.paper.conceptPaper')],
            ['actionPlan', t('catalogue.paper.actionPlan')],
          ]}
        />
        <Choice
          label={t('bring.text')}
          value={text}
          onChange={setText}
          options={[['', t('bring.text.choose')], ...texts.map(({ id, title }) => [id, title] as const)]}
        />
        <DialogFoot
          state={state}
          intent={{ type: 'commitments.recordPaper', body: { paper, area, kind, text: text as TextId } }}
          confirm={t('catalogue.paper.lay')}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}

/** What the chair, the secretariat and the coordinator of an area do about it; nothing for anybody else. */
export const AreaActs = (props: AreaActsProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [open, setOpen] = useState<'appoint' | 'paper' | null>(null)
  const appoints = as?.kind === 'chair' || as?.kind === 'secretariat'
  const lays = as?.kind === 'secretariat' || (as?.kind === 'coordinator' && as.area === props.area)
  if (!appoints && !lays) return null
  const close = (): void => setOpen(null)
  return (
    <p className="row no-print">
      {appoints && (
        <Button size="small" kind="quiet" onPress={() => setOpen('appoint')}>
          {t('catalogue.appoint')}
        </Button>
      )}
      {lays && (
        <Button size="small" kind="quiet" onPress={() => setOpen('paper')}>
          {t('catalogue.paper.lay')}
        </Button>
      )}
      {open === 'appoint' && <AppointDialog {...props} onClose={close} />}
      {open === 'paper' && <PaperDialog {...props} onClose={close} />}
    </p>
  )
}
