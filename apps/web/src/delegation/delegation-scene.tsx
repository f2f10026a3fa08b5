import type { DomainState } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { Link } from 'wouter'
import { RemindersPart } from '../commitments/reminders/reminders-part.tsx'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { InstructionsPart } from './instructions-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { StandingPart } from './standing-part.tsx'

const parts = ['standing', 'instructions', 'people'] as const
type PartName = (typeof parts)[number]

const hrefOf = (part: PartName): string => (part === 'standing' ? '/delegation' : `/delegation/${part}`)

interface OwnPage {
  readonly state: DomainState
  readonly member: MemberId
  readonly part: PartName
}

const OwnDelegation = ({ state, member, part }: OwnPage) => {
  const speech = useWords()
  const { t } = speech
  return (
    <div className="page">
      <header className="stack" data-gap="small">
        <h1>{t('delegation.title', { member: partyName(state, speech, member) })}</h1>
        <nav className="tabs no-print" aria-label={t('app.delegation')}>
          {parts.map(each => (
            <Link
              key={each}
              href={hrefOf(each)}
              {...(each === part ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`delegation.tab.${each}`)}
            </Link>
          ))}
        </nav>
      </header>
      {part === 'standing' && <RemindersPart state={state} />}
      {part === 'standing' && <StandingPart member={member} />}
      {part === 'instructions' && <InstructionsPart member={member} />}
      {part === 'people' && <PeoplePart state={state} member={member} />}
    </div>
  )
}

/** One's own delegation: where it stands, what it noted for itself, who acts for it. */
export const DelegationScene = ({ part = 'standing' }: { readonly part?: string }) => {
  const { t } = useWords()
  const { as } = useRoom()
  const state = useSlice()
  if (as?.kind !== 'delegate')
    return (
      <section className="page">
        <h1>{t('app.delegation')}</h1>
        <p className="soft">{t('delegation.notDelegate')}</p>
        {as === null && (
          <p>
            <Link href="/sign-in?from=%2Fdelegation" className="button" data-kind="primary">
              {t('app.signIn')}
            </Link>
          </p>
        )}
      </section>
    )
  if (state === undefined)
    return (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    )
  const known = parts.find(each => each === part)
  return <OwnDelegation state={state} member={as.member} part={known ?? 'standing'} />
}
