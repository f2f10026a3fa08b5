import type { MemberId } from '@gavel/kernel'
import type { ContactId, ContactShown, Reply } from '@gavel/notices/browser'
import { ProblemShown } from '../../../acting/problem-shown.tsx'
import { useSend } from '../../../acting/use-send.ts'
import { useRoom } from '../../../live/use-room.tsx'
import { dayWords } from '../../../names/days.ts'
import { languages } from '../../../words/language.ts'
import { type Asking, NoticesButton } from '../acting/notices-button.tsx'
import { Opens } from '../acting/notices-dialog.tsx'
import { intends } from '../asking/use-asked.ts'
import { useNoticesWords } from '../use-notices-words.ts'
import { NominateDialog, VerifyDialog, WithdrawContactDialog } from './contact-dialogs.tsx'

interface ContactProps {
  readonly asking: Asking
  readonly contact: ContactShown
}

const signs = {
  nominated: '○',
  verified: '◷',
  active: '✓',
  stale: '!',
  ended: '✕',
  withdrawn: '✕',
  replaced: '→',
} as const

/** Whether a contact is over. */
export const isOver = ({ status }: Pick<ContactShown, 'status'>): boolean =>
  ['ended', 'withdrawn', 'replaced'].includes(status.kind)

/** Where a contact stands, in words: since when, until when, and why. */
const StatusShown = ({ contact: { status } }: Pick<ContactProps, 'contact'>) => {
  const speech = useNoticesWords()
  const { t, instant } = speech
  return (
    <span className="x-clock" data-kind={`contact-${status.kind}`}>
      <span className="x-sign" aria-hidden="true">
        {signs[status.kind]}
      </span>
      <span>
        {status.kind === 'nominated' &&
          t('notices.contact.is.nominated', { at: instant(status.since, 'date') })}
        {status.kind === 'verified' &&
          t('notices.contact.is.verified', { day: dayWords(speech, status.begins) })}
        {status.kind === 'active' &&
          t('notices.contact.is.active', {
            seen: instant(status.seenAt, 'date'),
            until: instant(status.staleFrom, 'date'),
          })}
        {status.kind === 'stale' &&
          t(`notices.contact.is.${status.why}`, { at: instant(status.since, 'date') })}
        {status.kind === 'ended' && t('notices.contact.is.ended', { day: dayWords(speech, status.on) })}
        {status.kind === 'withdrawn' &&
          t('notices.contact.is.withdrawn', { at: instant(status.since, 'date') })}
        {status.kind === 'replaced' &&
          t('notices.contact.is.replaced', { at: instant(status.since, 'date') })}
      </span>
    </span>
  )
}

/** What came of a test call: answered after how long, late, awaited, or nothing. */
export const ReplyShown = ({ reply }: { readonly reply: Reply }) => {
  const { t, instant, duration } = useNoticesWords()
  const { kind } = reply
  return (
    <span
      className="x-clock"
      data-kind={kind === 'acknowledged' ? 'inTime' : kind === 'noReply' ? 'silent' : kind}
    >
      <span className="x-sign" aria-hidden="true">
        {kind === 'acknowledged' ? '✓' : kind === 'late' ? '!' : kind === 'awaited' ? '◷' : '…'}
      </span>
      <span>
        {(kind === 'acknowledged' || kind === 'late') &&
          t(`notices.call.${kind}`, { time: duration(reply.afterMs) })}
        {kind === 'awaited' && t('notices.call.awaited', { at: instant(reply.replyBy, 'short') })}
        {kind === 'noReply' && t('notices.call.noReply', { at: instant(reply.since, 'short') })}
      </span>
    </span>
  )
}

/** How a contact is reached. */
const Reached = ({ contact }: Pick<ContactProps, 'contact'>) => {
  const speech = useNoticesWords()
  const { t } = speech
  const { email, telephone, hours, language, from, until } = contact
  return (
    <p className="row small">
      {telephone !== undefined && (
        <a href={`tel:${telephone.replaceAll(/[^+\d]/g, '')}`} dir="ltr">
          {telephone}
        </a>
      )}
      {email !== undefined && (
        <a href={`mailto:${email}`} dir="ltr" className="x-address">
          {email}
        </a>
      )}
      <span className="soft">
        {Object.hasOwn(languages, language) ? languages[language as 'en'] : language}
      </span>
      {hours !== undefined && <bdi className="soft">{hours}</bdi>}
      <span className="soft">
        {until === undefined
          ? t('notices.contact.since', { from: dayWords(speech, from) })
          : t('notices.contact.period', { from: dayWords(speech, from), until: dayWords(speech, until) })}
      </span>
    </p>
  )
}

/** What one's own delegation does with its contact. */
const OwnActs = ({ asking, contact }: ContactProps) => {
  const { t } = useNoticesWords()
  const sending = useSend()
  const named = { contact: contact.id as ContactId, member: contact.member as MemberId }
  return (
    <>
      <ProblemShown problem={sending.problem} />
      <p className="row">
        <NoticesButton
          {...asking}
          size="small"
          intent={intends('notices.confirmContact', named)}
          sending={sending}
          of={contact.name}
        >
          {t('notices.contact.confirm')}
        </NoticesButton>
        <Opens size="small" kind="quiet" words={t('notices.replace')} of={contact.name}>
          {close => <NominateDialog asking={asking} member={named.member} before={contact} onClose={close} />}
        </Opens>
        <Opens size="small" kind="quiet" words={t('notices.contact.withdraw')} of={contact.name}>
          {close => <WithdrawContactDialog asking={asking} contact={contact} onClose={close} />}
        </Opens>
      </p>
    </>
  )
}

/** A point of contact: who, how she is reached, where she stands, what came of the last test call. */
export const ContactCard = ({ asking, contact }: ContactProps) => {
  const { t } = useNoticesWords()
  const { as } = useRoom()
  const over = isOver(contact)
  return (
    <li className="x-contact" data-over={over ? '' : undefined}>
      <p className="row">
        <b>
          <bdi>{contact.name}</bdi>
        </b>
        <span className="small soft">{t(`notices.kind.${contact.kind}`)}</span>
        {contact.office !== undefined && <bdi className="small soft">{contact.office}</bdi>}
      </p>
      {!over && <Reached contact={contact} />}
      <StatusShown contact={contact} />
      {contact.lastCall !== null && !over && (
        <span className="row small">
          <span className="soft">{t('notices.call.last')}</span> <ReplyShown reply={contact.lastCall.reply} />
        </span>
      )}
      {!over && as?.kind === 'delegate' && as.member === contact.member && (
        <OwnActs asking={asking} contact={contact} />
      )}
      {contact.status.kind === 'nominated' && as?.kind === 'secretariat' && (
        <p>
          <Opens size="small" kind="primary" words={t('notices.verify')} of={contact.name}>
            {close => <VerifyDialog asking={asking} contact={contact} onClose={close} />}
          </Opens>
        </p>
      )}
    </li>
  )
}
