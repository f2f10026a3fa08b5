import { institution, meetings } from '@gavel/domain'
import type { MemberId, StatementId } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Lines, Tick } from '../decisions/fields.tsx'
import { useKept } from '../kit/kept.ts'
import { freshId } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { ActDialog } from './act-dialog.tsx'
import { type AtHand, steers } from './at-hand.ts'
import { ownSpeaker } from './roles.ts'
import { speakerNamed, speakersOffered } from './speakers-offered.ts'

type Purpose = 'general' | 'national' | 'joint'
const purposes: readonly Purpose[] = ['national', 'general', 'joint']

interface JointProps extends AtHand {
  readonly own: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** On whose behalf a joint statement is made; each of them is of it once it has joined. */
const Joint = ({ state, meeting, now, own, chosen, onChange }: JointProps) => {
  const speech = useWords()
  const members = institution
    .membersOf(state.institution, meeting.body, now)
    .filter(id => `member:${id}` !== own)
    .map(id => ({ id, name: partyName(state, speech, id) }))
    .sort((a, b) => speech.compare(a.name, b.name))
  return (
    <fieldset className="m-ticks">
      <legend>{speech.t('said.onBehalfOf')}</legend>
      {members.map(({ id, name }) => (
        <Tick
          key={id}
          label={name}
          value={chosen.includes(id)}
          onChange={on => onChange(on ? [...chosen, id] : chosen.filter(each => each !== id))}
        />
      ))}
    </fieldset>
  )
}

/** A statement for the record: by whoever speaks, or recorded for her. */
export const StatementDialog = (props: AtHand & { readonly onClose: () => void }) => {
  const speech = useWords()
  const { t } = speech
  const { state, meeting, onClose } = props
  const { as } = useRoom()
  const [statement] = useState(() => freshId('s') as StatementId)
  const offered = speakersOffered(props, speech)
  const own = ownSpeaker(as)
  const [who, setWho] = useState(own === undefined ? offered[0]![0] : meetings.speakerName(own))
  const [purpose, setPurpose] = useState<Purpose>(own?.kind === 'member' ? 'national' : 'general')
  const [onBehalfOf, setOnBehalfOf] = useState<readonly string[]>([])
  const [forJournal, setForJournal] = useState(true)
  const [words, keep, forget] = useKept(`statement.${meeting.id}`)
  const item = meetings.currentItem(meeting)
  return (
    <ActDialog
      state={state}
      title={t('said.make')}
      lead={t('said.make.lead')}
      wide
      intent={{
        type: 'meetings.recordStatement',
        body: {
          meeting: meeting.id,
          statement,
          speaker: speakerNamed(who),
          purpose,
          ...(item === undefined ? {} : { item }),
          ...(purpose === 'joint' ? { onBehalfOf: onBehalfOf as readonly MemberId[] } : {}),
          wording: words.trim(),
          forJournal,
        },
      }}
      confirm={t('said.do')}
      onClose={onClose}
      onDone={forget}
    >
      {steers(props) && <Choice label={t('said.speaker')} value={who} onChange={setWho} options={offered} />}
      <Choice
        label={t('said.purpose')}
        value={purpose}
        onChange={value => setPurpose(value as Purpose)}
        options={purposes
          .filter(each => each !== 'joint' || who.startsWith('member:'))
          .map(each => [each, t(`said.purpose.${each}`)])}
      />
      {purpose === 'joint' && <Joint {...props} own={who} chosen={onBehalfOf} onChange={setOnBehalfOf} />}
      <Lines label={t('said.words')} value={words} onChange={keep} />
      <Tick label={t('said.forJournal')} value={forJournal} onChange={setForJournal} />
    </ActDialog>
  )
}
