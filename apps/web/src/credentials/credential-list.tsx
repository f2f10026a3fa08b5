import type { DomainState, institution } from '@gavel/domain'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Badge } from '../kit/notice.tsx'
import { useClosedWords } from '../kit/refusal.tsx'
import { isSeated, whyClosed } from '../live/room.ts'
import { useNow, useRoom } from '../live/use-room.tsx'
import { capacityWords } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { type Change, Changing, changeIntent, changes } from './changing.tsx'
import { Inviting } from './inviting.tsx'
import { isHead, isPast, standingOf, standingTones } from './standing.ts'

interface RowProps {
  readonly state: DomainState
  readonly credential: institution.Credential
  readonly onChange: (change: Change) => void
  readonly onInvite: () => void
  readonly withCapacity: boolean
}

/** The steps that its status allows: a valid one is suspended, a suspended one restored, either revoked (I-29). */
const stepsFor = (status: institution.Credential['status']): readonly Change[] =>
  changes.filter(change =>
    change === 'restore' ? status === 'suspended' : status === 'valid' || change === 'revoke',
  )

const Steps = ({ state, credential, onChange, onInvite }: RowProps) => {
  const { t } = useWords()
  const room = useRoom()
  const closedWords = useClosedWords()
  const now = useNow(2_000)
  const mayAccredit = room.as?.kind === 'delegate' || room.as?.kind === 'secretariat'
  if (!mayAccredit || isPast(credential, now)) return null
  return (
    <p className="row no-print">
      <Button
        size="small"
        onPress={onInvite}
        {...(isSeated(room.viewer) ? { closed: t('credential.invite.seat') } : {})}
      >
        {t('credential.invite')}
      </Button>
      {stepsFor(credential.status).map(change => {
        const closed = closedWords(whyClosed(room, state, changeIntent(change, credential.id, '…')))
        return (
          <Button
            key={change}
            size="small"
            kind={change === 'restore' ? 'plain' : 'grave'}
            {...(closed === undefined ? {} : { closed })}
            onPress={() => onChange(change)}
          >
            {t(`credential.${change}`)}
          </Button>
        )
      })}
    </p>
  )
}

const Row = (props: RowProps) => {
  const { state, credential, withCapacity } = props
  const speech = useWords()
  const { t, instant, list } = speech
  const { viewer } = useRoom()
  const now = useNow(2_000)
  const standing = standingOf(credential, now)
  const { from, until, rights, suspendedBy, instrument } = credential
  return (
    <li className="k-credential">
      <div className="stack" data-gap="small">
        <h3 className="row">
          <bdi>{credential.name}</bdi>
          <Badge tone={standingTones[standing]}>{t(`credential.status.${standing}`)}</Badge>
          {isHead(credential) && <Badge tone="accent">{t('delegation.people.head')}</Badge>}
          {viewer.person === credential.person && <Badge>{t('delegation.people.you')}</Badge>}
        </h3>
        <p className="small soft">
          <span className="mono">{credential.person}</span>
          {withCapacity && (
            <>
              {' · '}
              <bdi>{capacityWords(state, speech, credential.capacity)}</bdi>
            </>
          )}
          {' · '}
          {list(rights.map(right => t(`right.${right}`)))}
          {' · '}
          {until === undefined
            ? t('credential.open', { from: instant(from, 'date') })
            : t('credential.period', { from: instant(from, 'date'), until: instant(until, 'date') })}
        </p>
        {instrument !== undefined && (
          <p className="small soft" dir="auto">
            {t('credential.instrument', { instrument })}
          </p>
        )}
        {suspendedBy !== undefined && standing === 'suspended' && (
          <p className="small">
            {t(
              suspendedBy === 'secretariat'
                ? 'credential.suspendedBy.secretariat'
                : 'credential.suspendedBy.own',
            )}
          </p>
        )}
      </div>
      <Steps {...props} />
    </li>
  )
}

interface ListProps {
  readonly state: DomainState
  readonly credentials: readonly institution.Credential[]
  /** Where they are of several capacities, each says of which. */
  readonly withCapacity?: boolean
}

/** Credentials with how they stand, and what may be done about each. */
export const CredentialList = ({ state, credentials, withCapacity = false }: ListProps) => {
  const [changing, setChanging] = useState<{ readonly change: Change; readonly id: string }>()
  const [inviting, setInviting] = useState<institution.Credential>()
  const changed = credentials.find(({ id }) => id === changing?.id)
  return (
    <>
      <ul className="list">
        {credentials.map(credential => (
          <Row
            key={credential.id}
            state={state}
            credential={credential}
            withCapacity={withCapacity}
            onChange={change => setChanging({ change, id: credential.id })}
            onInvite={() => setInviting(credential)}
          />
        ))}
      </ul>
      {changing !== undefined && changed !== undefined && (
        <Changing
          state={state}
          change={changing.change}
          credential={changed}
          onClose={() => setChanging(undefined)}
        />
      )}
      {inviting !== undefined && (
        <Inviting person={inviting.person} name={inviting.name} onClose={() => setInviting(undefined)} />
      )}
    </>
  )
}
