import { type DomainState, institution } from '@gavel/domain'
import type { Instant, MemberId } from '@gavel/kernel'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { Line } from '../../decisions/fields.tsx'
import { partiesOf } from '../../institution/register.ts'
import { Button } from '../../kit/button.tsx'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'

interface ParticipantsProps {
  readonly state: DomainState
  readonly now: Instant
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** What is looked for is found whatever the letters: without marks and capitals. */
const plain = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

interface ChipsProps extends ParticipantsProps {
  readonly title: string
  readonly ids: readonly string[]
  readonly sought: string
}

const Chips = ({ state, title, ids, sought, chosen, onChange }: ChipsProps) => {
  const speech = useWords()
  const shown = ids.filter(id => plain(`${partyName(state, speech, id)} ${id}`).includes(plain(sought)))
  if (shown.length === 0) return null
  const flip = (id: string, on: boolean): void =>
    onChange(on ? [...chosen, id] : chosen.filter(one => one !== id))
  return (
    <fieldset aria-label={title} className="p-chips">
      {shown.map(id => (
        <ToggleButton
          key={id}
          className="p-chip"
          isSelected={chosen.includes(id)}
          onChange={on => flip(id, on)}
        >
          <span aria-hidden="true" className="p-chip-sign" />
          <bdi>{partyName(state, speech, id)}</bdi>
        </ToggleButton>
      ))}
    </fieldset>
  )
}

/** C-13. Who took part, one touch for each: members in the order of the register, then observers and partners. */
export const Participants = (props: ParticipantsProps) => {
  const { state, now, chosen, onChange } = props
  const { t } = useWords()
  const [sought, setSought] = useState('')
  const members = institution.activeMembers(state.institution, now)
  const others = (['observerState', 'observerOrganisation', 'partner'] as const).flatMap(kind =>
    partiesOf(state.institution, kind, now).map(({ party }) => party.id),
  )
  return (
    <fieldset className="p-participants">
      <legend>{t('plans.participants')}</legend>
      <div className="row" data-spread="">
        <p className="small" role="status">
          {t('plans.participants.n', { n: chosen.length })}
        </p>
        <p className="row">
          <Button size="small" onPress={() => onChange([...new Set([...chosen, ...members])] as MemberId[])}>
            {t('plans.participants.all')}
          </Button>
          <Button size="small" kind="quiet" onPress={() => onChange([])}>
            {t('plans.participants.none')}
          </Button>
        </p>
      </div>
      <Line type="search" label={t('plans.participants.find')} value={sought} onChange={setSought} />
      <Chips {...props} title={t('plans.participants.members')} ids={members} sought={sought} />
      {others.length > 0 && (
        <details open={sought !== ''}>
          <summary>{t('plans.participants.others')}</summary>
          <Chips {...props} title={t('plans.participants.others')} ids={others} sought={sought} />
        </details>
      )}
    </fieldset>
  )
}
