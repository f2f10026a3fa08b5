import { type DomainState, institution } from '@gavel/domain'
import type { ContactShown, DirectoryAnswer } from '@gavel/notices/browser'
import { SourceMark } from '../../../kit/source-mark.tsx'
import { useNow, useRoom, useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { partyName } from '../../../names/names.ts'
import type { Asking } from '../acting/notices-button.tsx'
import { Opens } from '../acting/notices-dialog.tsx'
import { withContacts } from '../asking/state.ts'
import { Awaited, RoomPage } from '../sections.tsx'
import { useNoticesWords } from '../use-notices-words.ts'
import { NominateDialog, TermsDialog } from './contact-dialogs.tsx'
import { ContactCard, isOver } from './contact-shown.tsx'

const useDirectory = () => {
  const house = useSlice()
  const { data, isError } = useView<DirectoryAnswer>('/api/notices/contacts')
  return { house, data, isError }
}

/** Of one member: those who hold, and behind them those who are over. */
const OfMember = ({
  house,
  member,
  contacts,
  asking,
}: {
  readonly house: DomainState
  readonly member: string
  readonly contacts: readonly ContactShown[]
  readonly asking: Asking
}) => {
  const speech = useNoticesWords()
  const { t } = speech
  const over = contacts.filter(isOver)
  const current = contacts.filter(each => !isOver(each))
  return (
    <section className="card" aria-labelledby={`x-of-${member}`}>
      <h2 id={`x-of-${member}`}>
        <bdi>{partyName(house, speech, member)}</bdi>
      </h2>
      {current.length === 0 && <p className="soft">{t('notices.contacts.none')}</p>}
      <ul className="list">
        {current.map(contact => (
          <ContactCard key={contact.id} asking={asking} contact={contact} />
        ))}
      </ul>
      {over.length > 0 && (
        <details className="x-more">
          <summary>{t('notices.contacts.over', { n: over.length })}</summary>
          <ul className="list">
            {over.map(contact => (
              <ContactCard key={contact.id} asking={asking} contact={contact} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const Terms = ({ data, asking }: { readonly data: DirectoryAnswer; readonly asking: Asking }) => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const { staleDays, source } = data.terms
  return (
    <p className="row small soft">
      {t('notices.terms.told', { n: staleDays })}
      <SourceMark source={source} of={t('notices.terms')} />
      {as?.kind === 'secretariat' && (
        <Opens size="small" kind="quiet" words={t('notices.terms.set')}>
          {close => <TermsDialog asking={asking} staleDays={staleDays} onClose={close} />}
        </Opens>
      )}
    </p>
  )
}

const Directory = () => {
  const speech = useNoticesWords()
  const { t } = speech
  const { as } = useRoom()
  const now = useNow(600_000)
  const { house, data, isError } = useDirectory()
  if (house === undefined || data === undefined) return <Awaited failed={isError} />
  const own = as?.kind === 'delegate' ? as.member : undefined
  const asking = { house, state: withContacts(data.contacts) }
  const members = institution
    .activeMembers(house.institution, now)
    .toSorted((a, b) => speech.compare(partyName(house, speech, a), partyName(house, speech, b)))
    .toSorted((a, b) => Number(b === own) - Number(a === own))
  const has = new Set<string>(data.contacts.map(({ member }) => member))
  const named = members.filter(member => member === own || has.has(member))
  const others = members.filter(member => !named.includes(member))
  return (
    <>
      <Terms data={data} asking={asking} />
      <div className="x-directory">
        {named.map(member => (
          <OfMember
            key={member}
            house={house}
            member={member}
            contacts={data.contacts.filter(each => each.member === member)}
            asking={asking}
          />
        ))}
      </div>
      {others.length > 0 && (
        <p className="soft">
          {t('notices.contacts.without', {
            names: speech.list(others.map(member => partyName(house, speech, member))),
          })}
        </p>
      )}
    </>
  )
}

const Nominate = () => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const { house, data } = useDirectory()
  if (as?.kind !== 'delegate' || house === undefined || data === undefined) return null
  return (
    <Opens kind="primary" words={t('notices.nominate')}>
      {close => (
        <NominateDialog
          asking={{ house, state: withContacts(data.contacts) }}
          member={as.member}
          onClose={close}
        />
      )}
    </Opens>
  )
}

/** The points of contact: who is reached for whom, and whether she still is. */
export const ContactsScene = () => (
  <RoomPage here="contacts" act={<Nominate />}>
    <Directory />
  </RoomPage>
)
