import type { DomainState, decisions } from '@gavel/domain'
import type { InstrumentId } from '@gavel/kernel'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { freshId } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'
import { Line, Tick } from './fields.tsx'
import type { Decision } from './standing.ts'

/** The final clauses as they are being written: every field as it stands in its box. */
interface Clauses {
  readonly name: string
  readonly signatureFrom: string
  readonly signatureUntil: string
  readonly accessionFrom: string
  readonly instruments: string
  readonly delayMonths: string
  readonly delayDays: string
  readonly laterPartyMonths: string
  readonly laterPartyDays: string
  readonly denunciationMonths: string
  readonly denunciationDays: string
  readonly onFirstOfMonth: boolean
  readonly definitiveSignature: boolean
  readonly provisional: boolean
  readonly reservationsPermitted: boolean
  readonly declarationsPermitted: boolean
  readonly languages: string
  readonly source: string
}

const emptyClauses = (today: string): Clauses => ({
  name: '',
  signatureFrom: today,
  signatureUntil: '',
  accessionFrom: today,
  instruments: '',
  delayMonths: '',
  delayDays: '',
  laterPartyMonths: '',
  laterPartyDays: '',
  denunciationMonths: '12',
  denunciationDays: '',
  onFirstOfMonth: false,
  definitiveSignature: false,
  provisional: false,
  reservationsPermitted: false,
  declarationsPermitted: true,
  languages: 'en',
  source: '',
})

const whole = (text: string): number => (text.trim() === '' ? 0 : Number(text))

/** Clauses as the rules want them; what cannot be counted they refuse (D-47). */
export const termsOf = (clauses: Clauses): decisions.InstrumentTerms => ({
  signature: {
    from: clauses.signatureFrom,
    until: clauses.signatureUntil === '' ? null : clauses.signatureUntil,
  },
  accessionFrom: clauses.accessionFrom,
  definitiveSignature: clauses.definitiveSignature,
  entryIntoForce: {
    instruments: whole(clauses.instruments),
    delayDays: whole(clauses.delayDays),
    delayMonths: whole(clauses.delayMonths),
    laterPartyDays: whole(clauses.laterPartyDays),
    laterPartyMonths: whole(clauses.laterPartyMonths),
    onFirstOfMonth: clauses.onFirstOfMonth,
  },
  provisionalApplication: clauses.provisional,
  reservations: clauses.reservationsPermitted ? 'permitted' : 'none',
  declarations: clauses.declarationsPermitted,
  denunciationDays: whole(clauses.denunciationDays),
  denunciationMonths: whole(clauses.denunciationMonths),
  languages: clauses.languages.split(/[\s,;]+/).filter(Boolean),
  source: clauses.source.trim(),
})

interface OpenProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly today: string
}

/** Opens an instrument by a decision that is adopted: its final clauses, as they will be counted. */
export const OpenInstrument = ({ state, decision, today }: OpenProps) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('instrument.open')}</Button>
      {open && (
        <ClausesDialog state={state} decision={decision} today={today} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

const ClausesDialog = ({ state, decision, today, onClose }: OpenProps & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const sending = useSend()
  const [instrument] = useState(() => freshId('instrument') as InstrumentId)
  const [clauses, setClauses] = useState<Clauses>(() => ({ ...emptyClauses(today), name: decision.title }))
  const change = (part: Partial<Clauses>): void => setClauses(before => ({ ...before, ...part }))
  return (
    <Dialog title={t('instrument.open')} isOpen onClose={onClose} wide deliberate>
      <div className="stack">
        <ClauseFields clauses={clauses} change={change} />
        <ProblemShown problem={sending.problem} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <ActButton
            state={state}
            sending={sending}
            kind="primary"
            intent={{
              type: 'decisions.openInstrument',
              body: { instrument, decision: decision.id, name: clauses.name.trim(), terms: termsOf(clauses) },
            }}
            done={onClose}
          >
            {t('instrument.open')}
          </ActButton>
        </p>
      </div>
    </Dialog>
  )
}

const lines = [
  ['signatureFrom', 'date'],
  ['signatureUntil', 'date'],
  ['accessionFrom', 'date'],
  ['instruments', 'number'],
  ['delayMonths', 'number'],
  ['delayDays', 'number'],
  ['laterPartyMonths', 'number'],
  ['laterPartyDays', 'number'],
  ['denunciationMonths', 'number'],
  ['denunciationDays', 'number'],
] as const

const ticks = [
  'onFirstOfMonth',
  'definitiveSignature',
  'provisional',
  'reservationsPermitted',
  'declarationsPermitted',
] as const

interface ClauseProps {
  readonly clauses: Clauses
  readonly change: (part: Partial<Clauses>) => void
}

const ClauseFields = ({ clauses, change }: ClauseProps) => {
  const { t } = useWords()
  return (
    <>
      <Line label={t('instrument.field.name')} value={clauses.name} onChange={name => change({ name })} />
      <div className="d-pair">
        {lines.map(([name, type]) => (
          <Line
            key={name}
            type={type}
            label={t(`instrument.field.${name}`)}
            value={clauses[name]}
            onChange={value => change({ [name]: value })}
          />
        ))}
      </div>
      <div className="stack" data-gap="small">
        {ticks.map(name => (
          <Tick
            key={name}
            label={t(`instrument.field.${name}`)}
            value={clauses[name]}
            onChange={value => change({ [name]: value })}
          />
        ))}
      </div>
      <Line
        label={t('instrument.field.languages')}
        value={clauses.languages}
        onChange={languages => change({ languages })}
      />
      <Line
        label={t('instrument.field.source')}
        value={clauses.source}
        onChange={source => change({ source })}
      />
    </>
  )
}
