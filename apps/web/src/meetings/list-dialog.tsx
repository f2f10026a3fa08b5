import type { meetings } from '@gavel/domain'
import type { RequestId } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Tick } from '../decisions/fields.tsx'
import { freshId } from '../live/room.ts'
import { useWords } from '../words/use-words.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { AtHand } from './at-hand.ts'
import { speakerNamed, speakersOffered } from './speakers-offered.ts'

const ranks = ['headOfState', 'headOfGovernment', 'minister'] as const

/** The chair or the secretariat lists somebody who can be heard. */
export const ListDialog = (props: AtHand & { readonly item: string; readonly onClose: () => void }) => {
  const speech = useWords()
  const { t } = speech
  const { state, meeting, role, item, onClose } = props
  const offered = speakersOffered(props, speech)
  const [request] = useState(() => freshId('r') as RequestId)
  const [who, setWho] = useState(offered[0]?.[0] ?? 'secretariat')
  const [kind, setKind] = useState<meetings.FloorKind>('statement')
  const [rank, setRank] = useState('')
  const [first, setFirst] = useState(false)
  return (
    <ActDialog
      state={state}
      title={t('floor.list.add')}
      intent={{
        type: 'meetings.askFloor',
        body: {
          meeting: meeting.id,
          item,
          request,
          speaker: speakerNamed(who),
          kind,
          ...(rank === '' ? {} : { rank: rank as (typeof ranks)[number] }),
          ...(first ? { first } : {}),
        },
      }}
      confirm={t('floor.list.add')}
      onClose={onClose}
    >
      <Choice label={t('floor.list.who')} value={who} onChange={setWho} options={offered} />
      <Choice
        label={t('floor.list.as')}
        value={kind}
        onChange={value => setKind(value as meetings.FloorKind)}
        options={[
          ['statement', t('floor.list.as.statement')],
          ['reply', t('floor.list.as.reply')],
        ]}
      />
      <Choice
        label={t('floor.list.rank')}
        value={rank}
        onChange={setRank}
        options={[
          ['', t('floor.list.rank.none')],
          ...ranks.map(each => [each, t(`floor.rank.${each}`)] as const),
        ]}
      />
      {role === 'chair' && <Tick label={t('floor.list.first')} value={first} onChange={setFirst} />}
    </ActDialog>
  )
}
