import type { Capacity, DomainState } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { useState } from 'react'
import { Accrediting } from '../credentials/accrediting.tsx'
import { CredentialList } from '../credentials/credential-list.tsx'
import { withoutHead } from '../due/needs.ts'
import { Button } from '../kit/button.tsx'
import { useNow } from '../live/use-room.tsx'
import { capacityWords, partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { delegationsOf, othersOf, toExamine } from './examined.ts'
import { OtherSeat } from './other-seat.tsx'

interface CredentialsProps {
  readonly state: DomainState
}

const Headless = ({
  state,
  onAccredit,
}: CredentialsProps & { readonly onAccredit: (as: Capacity) => void }) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(2_000)
  const all = withoutHead(state, now)
  if (all.length === 0) return null
  return (
    <section className="stack" data-gap="small" aria-labelledby="k-headless">
      <h2 id="k-headless">
        {t('desk.headless')} <span className="soft numeric">{all.length}</span>
      </h2>
      <p className="soft">{t('desk.headless.lead')}</p>
      <ul className="k-headless">
        {all.map(member => {
          const called = partyName(state, speech, member)
          return (
            <li key={member}>
              <bdi>{called}</bdi>
              <Button
                size="small"
                onPress={() => onAccredit({ kind: 'delegate', member: member as MemberId })}
              >
                {t('desk.headless.do')} <span className="spoken">{called}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const Examine = ({ state }: CredentialsProps) => {
  const { t } = useWords()
  const now = useNow(2_000)
  const all = toExamine(state, now)
  return (
    <section className="stack" data-gap="small" aria-labelledby="k-examine">
      <h2 id="k-examine">
        {t('desk.examine')} <span className="soft numeric">{all.length}</span>
      </h2>
      <p className="soft">
        {t('desk.examine.lead')}{' '}
        <a href="/rules/I-30" className="mono small">
          I-30
        </a>
      </p>
      {all.length === 0 ? (
        <p className="soft">{t('desk.examine.none')}</p>
      ) : (
        <CredentialList state={state} credentials={all} withCapacity />
      )}
    </section>
  )
}

const ByDelegation = ({ state }: CredentialsProps) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(2_000)
  return (
    <section className="stack" data-gap="small" aria-labelledby="k-all">
      <h2 id="k-all">{t('desk.delegations')}</h2>
      {delegationsOf(state, now).map(({ member, credentials }) => (
        <details key={member} className="k-side">
          <summary>
            <bdi>{partyName(state, speech, member)}</bdi>{' '}
            <span className="soft numeric">{credentials.length}</span>
          </summary>
          {credentials.length === 0 ? (
            <p className="soft">{t('delegation.people.none')}</p>
          ) : (
            <CredentialList state={state} credentials={credentials} />
          )}
        </details>
      ))}
    </section>
  )
}

/** Who may act for whom: heads to be named, what delegations gave to be examined, everybody else's seats; and invitations. */
export const CredentialsPart = ({ state }: CredentialsProps) => {
  const speech = useWords()
  const { t } = speech
  const now = useNow(2_000)
  const [accrediting, setAccrediting] = useState<Capacity>()
  const [other, setOther] = useState(false)
  return (
    <>
      <Headless state={state} onAccredit={setAccrediting} />
      <Examine state={state} />
      <section className="stack" data-gap="small" aria-labelledby="k-others">
        <header className="row" data-spread="">
          <h2 id="k-others">{t('desk.others')}</h2>
          <Button onPress={() => setOther(true)}>{t('desk.others.do')}</Button>
        </header>
        <CredentialList state={state} credentials={othersOf(state, now)} withCapacity />
      </section>
      <ByDelegation state={state} />
      {accrediting !== undefined && (
        <Accrediting
          state={state}
          title={t('desk.accredit.title', { capacity: capacityWords(state, speech, accrediting) })}
          capacity={accrediting}
          head
          onClose={() => setAccrediting(undefined)}
        />
      )}
      {other && <OtherSeat state={state} onClose={() => setOther(false)} />}
    </>
  )
}
