import { type commitments as chapter, type DomainState, institution } from '@gavel/domain'
import type { PersonId } from '@gavel/kernel'
import { useState } from 'react'
import { ActButton } from '../../acting/act-button.tsx'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { useSend } from '../../acting/use-send.ts'
import { Choice, Line } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useNow, useRoom } from '../../live/use-room.tsx'
import { dayWords } from '../../names/days.ts'
import { useWords } from '../../words/use-words.tsx'
import type { Inside } from '../asked-state.ts'
import { DialogFoot } from '../dialog-foot.tsx'
import { personName } from '../report/what-next.tsx'
import type { FoundOne } from '../use-commitment.ts'

interface ContactsProps extends FoundOne {
  readonly inside: Inside
}

const roles = ['focalPoint', 'alternate', 'validator'] as const

/** Whether the viewer heads this delegation: she names and releases (C-31). */
const useHeads = (member: string): boolean => {
  const { viewer } = useRoom()
  return viewer.capacities.some(
    ({ as, rights }) => as.kind === 'delegate' && as.member === member && rights.includes('accredit'),
  )
}

/** Those who may hold a part: everybody accredited for the delegation now. */
const peopleOf = (state: DomainState, member: string, now: string): readonly PersonId[] => [
  ...new Set(
    institution
      .credentialsIn(state.institution, { kind: 'delegate', member: member as never })
      .filter(one => one.status === 'valid' && institution.isWithinPeriod(one, now as never))
      .map(({ person }) => person),
  ),
]

const NameDialog = ({ answer, state, inside, onClose }: ContactsProps & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const now = useNow(60_000)
  const people = peopleOf(state, inside.member, now)
  const [person, setPerson] = useState<string>(people[0] ?? '')
  const [role, setRole] = useState<chapter.ContactRole>('focalPoint')
  const [scope, setScope] = useState<'all' | 'area' | 'commitment'>('commitment')
  const [until, setUntil] = useState('')
  const { area } = answer.row
  const scopes = ['commitment', ...(area === null ? [] : ['area' as const]), 'all'] as const
  const chosen: chapter.Scope =
    scope === 'commitment'
      ? { kind: 'commitment', commitment: answer.commitment.id }
      : scope === 'area' && area !== null
        ? { kind: 'area', area }
        : { kind: 'all' }
  const body = {
    member: inside.member,
    person: person as PersonId,
    role,
    scope: chosen,
    ...(until === '' ? {} : { until }),
  }
  return (
    <Dialog title={t('contacts.name')} isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('contacts.lead')}</p>
        <Choice
          label={t('contacts.person')}
          value={person}
          onChange={setPerson}
          options={people.map(id => [id, personName(state, id)])}
        />
        <Choice
          label={t('contacts.role')}
          value={role}
          onChange={value => setRole(value as chapter.ContactRole)}
          options={roles.map(each => [each, t(`contacts.role.${each}`)])}
        />
        <Choice
          label={t('contacts.scope')}
          value={scope}
          onChange={value => setScope(value as typeof scope)}
          options={scopes.map(each => [each, t(`contacts.scope.${each}`)])}
        />
        <Line label={t('catalogue.field.untilOpen')} type="date" value={until} onChange={setUntil} />
        <DialogFoot
          state={state}
          intent={{ type: 'commitments.nameContact', body }}
          confirm={t('contacts.name')}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}

/** C-31. Who reports on the commitment and who validates, with alternates, so that it survives a change of staff. */
export const Contacts = (props: ContactsProps) => {
  const { state, inside } = props
  const speech = useWords()
  const { t } = speech
  const heads = useHeads(inside.member)
  const sending = useSend()
  const [naming, setNaming] = useState(false)
  return (
    <div className="stack" data-gap="small">
      <h3>{t('contacts.title')}</h3>
      {inside.contacts.length === 0 && <p className="small soft">{t('contacts.none')}</p>}
      <ul className="u-contacts">
        {inside.contacts.map(({ person, role, scope, until }) => (
          <li key={JSON.stringify([person, role, scope])}>
            <span>
              <bdi>{personName(state, person)}</bdi>{' '}
              <span className="small soft">
                {t(`contacts.role.${role}`)} · {t(`contacts.scope.${scope.kind}`)}
                {until !== undefined && ` · ${t('contacts.until', { day: dayWords(speech, until) })}`}
              </span>
            </span>
            {heads && (
              <ActButton
                state={state}
                intent={{
                  type: 'commitments.releaseContact',
                  body: { member: inside.member, person, role, scope },
                }}
                sending={sending}
                size="small"
                kind="quiet"
              >
                {t('contacts.release')}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      <ProblemShown problem={sending.problem} />
      {heads && (
        <p>
          <Button size="small" onPress={() => setNaming(true)}>
            {t('contacts.name')}
          </Button>
        </p>
      )}
      {naming && <NameDialog {...props} onClose={() => setNaming(false)} />}
    </div>
  )
}
