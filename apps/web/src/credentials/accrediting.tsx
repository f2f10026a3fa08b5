import type { Capacity, DomainState, institution } from '@gavel/domain'
import { get, type Instant, type PersonId } from '@gavel/kernel'
import { type ReactNode, useState } from 'react'
import { Checkbox, CheckboxGroup, FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { useAnnounce } from '../kit/announcer.tsx'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Notice } from '../kit/notice.tsx'
import { useClosedWords } from '../kit/refusal.tsx'
import { freshId, type Intent, isSeated, whyClosed } from '../live/room.ts'
import { useNow, useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { Inviting } from './inviting.tsx'
import { knownBy, untilEndOf } from './standing.ts'

const rightsInOrder = ['read', 'speak', 'propose', 'join', 'object', 'accredit'] as const

/** What is offered to a capacity at most (I-26), and what is ticked at first. */
const rightsFor = (kind: Capacity['kind'], head: boolean): readonly institution.Right[] => {
  if (kind === 'delegate') return head ? rightsInOrder : rightsInOrder.filter(right => right !== 'accredit')
  if (kind === 'secretariat') return ['read', 'speak', 'propose', 'accredit']
  return kind === 'observer' ? ['read', 'speak'] : ['read', 'speak', 'propose']
}

const offered = (kind: Capacity['kind']): readonly institution.Right[] =>
  kind === 'delegate' ? rightsInOrder : rightsFor(kind, false)

interface Filled {
  readonly name: string
  readonly person: string
  readonly rights: readonly string[]
  readonly until: string
  readonly instrument: string
}

interface FieldsProps {
  readonly state: DomainState
  readonly capacity: Capacity
  readonly filled: Filled
  readonly onChange: (filled: Filled) => void
  readonly needsInstrument: boolean
}

const NameFields = ({ state, filled, onChange }: FieldsProps) => {
  const { t } = useWords()
  const known = get(state.institution.credentialsOf, filled.person)?.at(-1)
  const taken = known === undefined ? undefined : get(state.institution.credentials, known)?.name
  const other = taken !== undefined && taken !== filled.name.trim()
  return (
    <>
      <TextField
        className="field"
        value={filled.name}
        maxLength={200}
        isRequired
        autoFocus
        onChange={name =>
          onChange({
            ...filled,
            name,
            ...(filled.person === knownBy(filled.name) ? { person: knownBy(name) } : {}),
          })
        }
      >
        <Label>{t('credential.name')}</Label>
        <Input dir="auto" autoComplete="off" />
      </TextField>
      <TextField
        className="field"
        value={filled.person}
        maxLength={60}
        isRequired
        isInvalid={other}
        onChange={person => onChange({ ...filled, person })}
      >
        <Label>{t('credential.person')}</Label>
        <Input dir="ltr" autoComplete="off" spellCheck={false} />
        <Text slot="description">{t('credential.person.help')}</Text>
        <FieldError>{t('credential.person.taken', { name: taken ?? '' })}</FieldError>
      </TextField>
    </>
  )
}

const Fields = (props: FieldsProps) => {
  const { t } = useWords()
  const { capacity, filled, onChange, needsInstrument } = props
  return (
    <>
      <NameFields {...props} />
      <CheckboxGroup
        className="field"
        value={[...filled.rights]}
        onChange={rights => onChange({ ...filled, rights })}
      >
        <Label>{t('credential.rights')}</Label>
        <div className="row">
          {offered(capacity.kind).map(right => (
            <Checkbox key={right} value={right} className="check">
              <span className="check-box" aria-hidden="true" />
              {t(`right.${right}`)}
            </Checkbox>
          ))}
        </div>
        <Text slot="description">{t('credential.rights.help')}</Text>
      </CheckboxGroup>
      <TextField className="field" value={filled.until} onChange={until => onChange({ ...filled, until })}>
        <Label>{t('credential.until')}</Label>
        <Input type="date" />
      </TextField>
      <TextField
        className="field"
        value={filled.instrument}
        maxLength={200}
        isRequired={needsInstrument}
        onChange={instrument => onChange({ ...filled, instrument })}
      >
        <Label>{t(needsInstrument ? 'credential.instrument.needed' : 'credential.instrument.label')}</Label>
        <Input dir="auto" autoComplete="off" />
      </TextField>
    </>
  )
}

const intentOf = (credential: string, capacity: Capacity, filled: Filled, now: Instant): Intent => {
  const until = untilEndOf(filled.until)
  const instrument = filled.instrument.trim()
  return {
    type: 'institution.accredit',
    body: {
      credential,
      person: filled.person as PersonId,
      name: filled.name.trim(),
      capacity,
      rights: filled.rights as readonly institution.Right[],
      from: now,
      ...(until === undefined ? {} : { until: until as Instant }),
      ...(instrument === '' ? {} : { instrument }),
    },
  }
}

interface AccreditingProps {
  readonly state: DomainState
  readonly title: string
  readonly capacity: Capacity
  /** Whether the right to accredit is ticked at first: the secretariat accredits heads of delegation alone (I-24). */
  readonly head?: boolean
  /** What comes before the fields: in which capacity, where that is chosen. */
  readonly before?: ReactNode
  readonly onClose: () => void
}

interface AccreditedProps {
  readonly name: string
  readonly onInvite: () => void
  readonly onClose: () => void
}

const Accredited = ({ name, onInvite, onClose }: AccreditedProps) => {
  const { t } = useWords()
  const { viewer } = useRoom()
  return (
    <div className="stack">
      <Notice tone="good">{t('credential.done', { name })}</Notice>
      <div className="row" data-spread="">
        <Button kind="quiet" onPress={onClose}>
          {t('app.close')}
        </Button>
        <Button
          kind="primary"
          onPress={onInvite}
          {...(isSeated(viewer) ? { closed: t('credential.invite.seat') } : {})}
        >
          {t('credential.inviteNow')}
        </Button>
      </div>
    </div>
  )
}

/** Accrediting somebody: her name, her rights, until when; then the invitation by which she comes in. */
export const Accrediting = ({ state, title, capacity, head = false, before, onClose }: AccreditingProps) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const announce = useAnnounce()
  const closedWords = useClosedWords()
  const now = useNow(10_000)
  const [credential] = useState(() => freshId('cred'))
  const [filled, setFilled] = useState<Filled>({
    name: '',
    person: '',
    rights: rightsFor(capacity.kind, head),
    until: '',
    instrument: '',
  })
  const [done, setDone] = useState<'said' | 'inviting'>()
  const bySecretariat = room.as?.kind === 'secretariat' && capacity.kind === 'delegate'
  const intent = intentOf(credential, capacity, filled, now)
  const blank = filled.name.trim() === '' || filled.person === ''
  const closed = blank || done !== undefined ? undefined : closedWords(whyClosed(room, state, intent))
  const send = async (): Promise<void> => {
    if (!(await sending.send(intent))) return
    announce(t('credential.done', { name: filled.name.trim() }))
    setDone('said')
  }
  if (done === 'inviting')
    return <Inviting person={filled.person} name={filled.name.trim()} onClose={onClose} />
  return (
    <Dialog title={title} isOpen onClose={onClose} deliberate>
      {done === 'said' ? (
        <Accredited name={filled.name.trim()} onInvite={() => setDone('inviting')} onClose={onClose} />
      ) : (
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault()
            if (closed === undefined) void send()
          }}
        >
          {before}
          <Fields
            state={state}
            capacity={capacity}
            filled={filled}
            onChange={setFilled}
            needsInstrument={bySecretariat}
          />
          {closed !== undefined && <p className="small soft">{closed}</p>}
          <ProblemShown problem={sending.problem} />
          <div className="row" data-spread="">
            <Button kind="quiet" onPress={onClose}>
              {t('app.cancel')}
            </Button>
            <Button
              type="submit"
              kind="primary"
              busy={sending.busy}
              {...(closed === undefined ? {} : { closed })}
            >
              {t('credential.accredit')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
