import { type DomainState, type decisions, institution as institutions } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import type { Intent } from '../live/room.ts'
import { useNow, useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Choice, Line, Lines, Tick } from './fields.tsx'
import type { Decision } from './standing.ts'

interface ActsProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly instrument: decisions.Instrument
  /** Today at the seat of the organisation. */
  readonly today: string
}

const acts = ['sign', 'deposit', 'apply', 'end', 'withdraw', 'denounce'] as const
type Act = (typeof acts)[number]

/** What is recorded of an instrument: by a delegation for its own member, by the secretariat as depositary for any party. */
export const InstrumentActs = (props: ActsProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [open, setOpen] = useState<Act>()
  if (as?.kind !== 'delegate' && as?.kind !== 'secretariat') return null
  const offered = props.instrument.terms.provisionalApplication
    ? acts
    : acts.filter(act => act !== 'apply' && act !== 'end')
  return (
    <>
      <p className="row no-print">
        {offered.map(act => (
          <Button key={act} size="small" onPress={() => setOpen(act)}>
            {t(`instrument.act.${act}`)}
          </Button>
        ))}
      </p>
      {open !== undefined && <ActDialog {...props} act={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

const consentKinds = ['ratification', 'acceptance', 'approval', 'accession', 'formalConfirmation'] as const

interface Written {
  readonly party: string
  readonly on: string
  readonly until: string
  readonly fullPowers: string
  readonly definitive: boolean
  readonly kind: (typeof consentKinds)[number]
  readonly counts: boolean
  readonly declarations: string
  readonly reservations: string
}

const linesOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** What was said beside an act of consent, each in a line of its own. */
const said = ({ declarations, reservations }: Written) => {
  const [declared, reserved] = [linesOf(declarations), linesOf(reservations)]
  return {
    ...(declared.length > 0 ? { declarations: declared } : {}),
    ...(reserved.length > 0 ? { reservations: reserved } : {}),
  }
}

const intentOf = (act: Act, { id }: decisions.Instrument, written: Written): Intent => {
  const { party, on, until, fullPowers, definitive, kind, counts } = written
  const at = { instrument: id, party: party as MemberId }
  switch (act) {
    case 'sign':
      return {
        type: 'decisions.signInstrument',
        body: { ...at, on, definitive, fullPowers: fullPowers.trim(), ...said(written) },
      }
    case 'deposit':
      return {
        type: 'decisions.depositInstrument',
        body: { ...at, on, kind, countsForEntry: counts, ...said(written) },
      }
    case 'apply':
      return {
        type: 'decisions.applyProvisionally',
        body: { ...at, from: on, ...(until === '' ? {} : { until }) },
      }
    case 'end':
      return { type: 'decisions.endProvisional', body: { ...at, on } }
    case 'withdraw':
      return { type: 'decisions.withdrawConsent', body: { ...at, on } }
    case 'denounce':
      return {
        type: 'decisions.denounceInstrument',
        body: { ...at, receivedOn: on, ...(until === '' ? {} : { effectiveOn: until }) },
      }
  }
}

/** The parties that can be named: those of the register in force. */
const partiesOf = ({ institution }: DomainState, now: Parameters<typeof institutions.partyAt>[2]) =>
  institution.partyOrder.filter(id => institutions.partyAt(institution, id, now)?.status === 'active')

const ActDialog = ({
  state,
  instrument,
  today,
  act,
  onClose,
}: ActsProps & { readonly act: Act; readonly onClose: () => void }) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const sending = useSend()
  const now = useNow(60_000)
  const own = as?.kind === 'delegate' ? as.member : undefined
  const parties = own === undefined ? partiesOf(state, now) : [own]
  const [written, setWritten] = useState<Written>(() => ({
    party: parties[0] ?? '',
    on: today,
    until: '',
    fullPowers: '',
    definitive: false,
    kind: 'ratification',
    counts: true,
    declarations: '',
    reservations: '',
  }))
  const change = (part: Partial<Written>): void => setWritten(before => ({ ...before, ...part }))
  return (
    <Dialog title={t(`instrument.act.${act}`)} isOpen onClose={onClose}>
      <div className="stack">
        <Choice
          label={t('instrument.field.party')}
          value={written.party}
          onChange={party => change({ party })}
          options={parties.map(id => [id, partyName(state, speech, id)])}
        />
        <ActFields act={act} written={written} change={change} terms={instrument.terms} />
        <ProblemShown problem={sending.problem} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <ActButton
            state={state}
            intent={intentOf(act, instrument, written)}
            sending={sending}
            kind={act === 'denounce' || act === 'withdraw' ? 'grave' : 'primary'}
            done={onClose}
          >
            {t(`instrument.act.${act}`)}
          </ActButton>
        </p>
      </div>
    </Dialog>
  )
}

interface FieldsProps {
  readonly act: Act
  readonly written: Written
  readonly change: (part: Partial<Written>) => void
  readonly terms: decisions.InstrumentTerms
}

const ActFields = ({ act, written, change, terms }: FieldsProps) => {
  const { t } = useWords()
  const consents = act === 'sign' || act === 'deposit'
  return (
    <>
      {act === 'deposit' && (
        <Choice
          label={t('instrument.field.kind')}
          value={written.kind}
          onChange={kind => change({ kind: kind as Written['kind'] })}
          options={consentKinds.map(kind => [kind, t(`instrument.kind.${kind}`)])}
        />
      )}
      <Line
        type="date"
        label={t(act === 'apply' ? 'instrument.field.from' : 'instrument.field.on')}
        value={written.on}
        onChange={on => change({ on })}
      />
      {(act === 'apply' || act === 'denounce') && (
        <Line
          type="date"
          label={t(act === 'apply' ? 'instrument.field.until' : 'instrument.field.effectiveOn')}
          value={written.until}
          onChange={until => change({ until })}
        />
      )}
      {act === 'sign' && (
        <Line
          label={t('instrument.field.fullPowers')}
          value={written.fullPowers}
          onChange={fullPowers => change({ fullPowers })}
        />
      )}
      {act === 'sign' && terms.definitiveSignature === true && (
        <Tick
          label={t('instrument.field.definitive')}
          value={written.definitive}
          onChange={definitive => change({ definitive })}
        />
      )}
      {act === 'deposit' && (
        <Tick
          label={t('instrument.field.counts')}
          value={written.counts}
          onChange={counts => change({ counts })}
        />
      )}
      {consents && terms.declarations && (
        <Lines
          label={t('instrument.field.declarations')}
          value={written.declarations}
          onChange={declarations => change({ declarations })}
        />
      )}
      {consents && terms.reservations === 'permitted' && (
        <Lines
          label={t('instrument.field.reservations')}
          value={written.reservations}
          onChange={reservations => change({ reservations })}
        />
      )}
    </>
  )
}
