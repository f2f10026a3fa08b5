import { type DomainState, institution } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { useState } from 'react'
import { Accrediting } from '../credentials/accrediting.tsx'
import { CredentialList } from '../credentials/credential-list.tsx'
import { isPast } from '../credentials/standing.ts'
import { Button } from '../kit/button.tsx'
import { useNow, useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'

/** Who acts for the delegation. Its head accredits here, suspends, restores, revokes and invites. */
export const PeoplePart = ({ state, member }: { readonly state: DomainState; readonly member: MemberId }) => {
  const speech = useWords()
  const { t } = speech
  const { viewer } = useRoom()
  const now = useNow(2_000)
  const [accrediting, setAccrediting] = useState(false)
  const all = institution.credentialsIn(state.institution, { kind: 'delegate', member })
  const present = all.filter(credential => !isPast(credential, now))
  const past = all.filter(credential => isPast(credential, now))
  const heads = viewer.capacities.some(
    ({ as, rights }) => as.kind === 'delegate' && as.member === member && rights.includes('accredit'),
  )
  return (
    <section className="stack">
      <header className="row" data-spread="">
        <div className="g-lead">
          <h2>{t('delegation.people.title')}</h2>
          <p className="soft">{t('delegation.people.lead')}</p>
        </div>
        {heads && (
          <Button kind="primary" onPress={() => setAccrediting(true)}>
            {t('delegation.people.accredit')}
          </Button>
        )}
      </header>
      {present.length === 0 && <p className="empty">{t('delegation.people.none')}</p>}
      <CredentialList state={state} credentials={present} />
      {past.length > 0 && (
        <details>
          <summary>{t('delegation.people.past', { n: past.length })}</summary>
          <CredentialList state={state} credentials={past} />
        </details>
      )}
      {accrediting && (
        <Accrediting
          state={state}
          title={t('credential.accredit.title', { member: partyName(state, speech, member) })}
          capacity={{ kind: 'delegate', member }}
          onClose={() => setAccrediting(false)}
        />
      )}
    </section>
  )
}
