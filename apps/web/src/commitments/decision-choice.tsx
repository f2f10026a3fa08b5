import { type DomainState, decisions } from '@gavel/domain'
import { get, values } from '@gavel/kernel'
import { Choice } from '../decisions/fields.tsx'
import { useNow, useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import { withDecisions } from './asked-state.ts'

type Decision = decisions.Decision

/** How many of the register's last decisions are offered. */
const offered = 100

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (decision: string) => void
}

/** One of the decisions that were adopted, the latest first; or none. */
export const DecisionChoice = ({ label, value, onChange }: ChoiceProps) => {
  const { t } = useWords()
  const state = useSlice()
  const now = useNow(60_000)
  const { data } = useView<{ register: readonly decisions.RegisterRow[] }>(
    `/api/register?order=newest&limit=${offered}`,
  )
  const held = state === undefined ? [] : [...values(state.decisions.decisions)]
  const adopted = held.filter(one => decisions.decisionStatus(one, now).kind === 'adopted')
  const rows = new Map<string, string>([
    ...adopted.map(({ id, title, number }) => [id, `${number?.symbol ?? '—'} · ${title}`] as const),
    ...(data?.register ?? []).map(row => [row.decision, `${row.number} · ${row.title}`] as const),
  ])
  return (
    <Choice
      label={label}
      value={value}
      onChange={onChange}
      options={[['', t('commitment.noDecision')], ...rows]}
    />
  )
}

/**
 * The state the rules are asked of where something leans on a decision: with the decision in it, wherever it was, and its
 * text. Without a decision, the slice. Undefined while it is fetched.
 */
export const useLeaning = (decision: string): DomainState | undefined => {
  const base = useSlice()
  const held = base && get(base.decisions.decisions, decision)
  const path = `/api/decisions/${encodeURIComponent(decision)}`
  const { data } = useView<Decision>(
    base === undefined || decision === '' || held !== undefined ? null : path,
  )
  const found = held ?? data
  const subject = found?.subject
  const withText = useSlice(subject?.kind === 'text' ? subject.text : null)
  const state = withText ?? base
  return state === undefined || found === undefined ? state : withDecisions(state, [found])
}
