import type { DomainState, texts } from '@gavel/domain'
import type { MemberId, OptionId, ParagraphId, TextId } from '@gavel/kernel'
import type { Content } from '@gavel/text'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import type { Sending } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import type { Intent } from '../live/room.ts'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import type { Key } from '../words/keys.ts'
import { useWords } from '../words/use-words.tsx'
import { StandDialog } from './stand-dialog.tsx'
import { ContentShown } from './written/content.tsx'
import { SupportShown, whoSays } from './written/supports.tsx'

/** What can be stood on: an option, or the paragraph itself, its deletion, its move, the chair's text for it. */
export interface StandTarget {
  readonly text: TextId
  readonly paragraph: ParagraphId
  readonly option?: OptionId
  readonly on?: texts.Matter
}

const stands = ['backs', 'canLiveWith', 'reserves', 'objects'] as const

interface StandsProps {
  readonly state: DomainState
  readonly target: StandTarget
  readonly support: texts.Support
  readonly sending: Sending
}

const standIntent = (target: StandTarget, stand: texts.Stand, note?: string): Intent => ({
  type: 'texts.takeStand',
  body: { ...target, stand, ...(note === undefined ? {} : { note }) },
})

/** The stands one's delegation can take. Backing is one press; to object or to reserve asks once more, and for a reason. */
const StandButtons = ({ state, target, support, sending }: StandsProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [asking, setAsking] = useState<'reserves' | 'objects'>()
  if (as?.kind !== 'delegate') return null
  const own = as.member
  const mine = stands.find(stand => whoSays(support, stand).includes(own))
  return (
    <div className="row o-stands">
      {stands.map(stand => (
        <ActButton
          key={stand}
          state={state}
          sending={sending}
          size="small"
          kind={mine === stand ? 'primary' : 'plain'}
          pressed={mine === stand}
          intent={standIntent(target, mine === stand ? 'none' : stand)}
          {...(mine !== stand && (stand === 'objects' || stand === 'reserves')
            ? { instead: () => setAsking(stand) }
            : {})}
        >
          {t(`stand.do.${stand}`)}
        </ActButton>
      ))}
      {asking !== undefined && (
        <StandDialog
          stand={asking}
          sending={sending}
          intentWith={note => standIntent(target, asking, note)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}

/** What one's delegation can do about the words themselves: withdraw its own, take over what nobody proposes, amend. */
const OwnWords = ({ state, target, support, sending, onEdit }: StandsProps & Pick<OptionProps, 'onEdit'>) => {
  const { t } = useWords()
  const { as } = useRoom()
  if (as?.kind !== 'delegate') return null
  const act = (word: Key, intent: Intent) => (
    <ActButton state={state} sending={sending} size="small" kind="quiet" intent={intent}>
      {t(word)}
    </ActButton>
  )
  return (
    <div className="row o-own">
      {onEdit !== undefined && (
        <Button size="small" kind="quiet" onPress={onEdit}>
          {t('text.edit.option')}
        </Button>
      )}
      {support.proposer === as.member && act('text.withdraw', { type: 'texts.withdraw', body: target })}
      {support.proposer === null && act('text.takeOver', { type: 'texts.takeOver', body: target })}
    </div>
  )
}

interface OptionProps extends StandsProps {
  readonly label: string
  readonly content: Content
  /** Opens these words for editing; absent where they cannot be edited by themselves. */
  readonly onEdit?: () => void
  /** What the chair would do to settle on it. */
  readonly settle?: Intent
  /** Its words stand on the page already. */
  readonly plain?: boolean
}

/** One option: its words, who stands where, and what one can do about it. */
export const OptionCard = ({ label, content, onEdit, settle, plain = false, ...rest }: OptionProps) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const base = useSlice()
  const { state, support, sending } = rest
  const nameOf = (member: MemberId): string => partyName(base, speech, member)
  const steers = as !== null && as.kind !== 'delegate' && as.kind !== 'observer'
  return (
    <li className="o-card">
      <p className="o-label">{label}</p>
      {!plain && (
        <p className="o-words" dir="auto">
          {content.length === 0 ? <i>{t('text.noWords')}</i> : <ContentShown content={content} />}
        </p>
      )}
      <div className="o-said">
        <SupportShown support={support} nameOf={nameOf} />
      </div>
      <StandButtons {...rest} />
      <OwnWords {...rest} {...(onEdit === undefined ? {} : { onEdit })} />
      {settle !== undefined && steers && (
        <p>
          <ActButton state={state} sending={sending} size="small" intent={settle}>
            {t('text.settle.on')}
          </ActButton>
        </p>
      )}
    </li>
  )
}
