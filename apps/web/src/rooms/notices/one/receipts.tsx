import type { MemberId } from '@gavel/kernel'
import type { NoticeAnswer, Receipt } from '@gavel/notices/browser'
import { useRoom } from '../../../live/use-room.tsx'
import { partyName } from '../../../names/names.ts'
import { Opens } from '../acting/notices-dialog.tsx'
import { ClockShown } from '../clock.tsx'
import { useNoticesWords } from '../use-notices-words.ts'
import { RecordDialog } from './receiving.tsx'
import type { OneProps } from './use-one.ts'

/** By which way something was told that was not told here. */
const How = ({ how, recordedAt }: { readonly how: string; readonly recordedAt: string }) => {
  const { t, instant } = useNoticesWords()
  if (how === 'here') return null
  return (
    <span className="small soft">
      {t('notices.receivedBy', {
        how: t(`notices.how.${how as 'telephone'}`),
        at: instant(recordedAt, 'short'),
      })}
    </span>
  )
}

const Acknowledged = ({ receipt }: { readonly receipt: Receipt }) => {
  const { t, instant, duration } = useNoticesWords()
  const { acknowledgement, acknowledged, silentSince } = receipt
  if (acknowledgement === null) return null
  const isSilent = silentSince !== null && acknowledgement.kind === 'untimed'
  return (
    <div className="stack" data-gap="small">
      <ClockShown what="acknowledge" clock={acknowledgement} />
      {isSilent && (
        <span className="small soft">{t('notices.silentSince', { at: instant(silentSince, 'short') })}</span>
      )}
      {acknowledged !== null && <How {...acknowledged} />}
      {acknowledged?.byAnswer === true && <span className="small soft">{t('notices.byAnswer')}</span>}
      {acknowledged?.note != null && (
        <blockquote className="x-quote" dir="auto">
          {acknowledged.note}
        </blockquote>
      )}
      {acknowledgement.kind === 'silent' && silentSince !== null && (
        <span className="small soft">
          {t('notices.silentSince', { at: instant(silentSince, 'short') })}
          <span className="spoken"> {duration(acknowledgement.silentMs)}</span>
        </span>
      )}
    </div>
  )
}

const Answers = ({ receipt, isAsked }: { readonly receipt: Receipt; readonly isAsked: boolean }) => {
  const { t } = useNoticesWords()
  const { answer, answers } = receipt
  if (answer === null || answers === null || (!isAsked && answers.length === 0)) return null
  return (
    <div className="stack" data-gap="small">
      <ClockShown what="answer" clock={answer} />
      {answers.map(each => (
        <blockquote key={each.recordedAt + each.words} className="x-quote" dir="auto">
          {each.choice !== null && (
            <b className="x-choice" data-choice={each.choice}>
              <span aria-hidden="true">{each.choice === 'accepts' ? '✓' : '✕'}</span>{' '}
              {t(`notices.answer.${each.choice}`)}
            </b>
          )}
          <span className="x-words">{each.words}</span>
          <How {...each} />
        </blockquote>
      ))}
    </div>
  )
}

/** How many have acknowledged, where the viewer is told of all. */
const Sum = ({ notice }: { readonly notice: NoticeAnswer }) => {
  const { t } = useNoticesWords()
  if (notice.silent === null) return null
  return (
    <p>
      {notice.silent === 0
        ? t('notices.allAcknowledged', { n: notice.to.length })
        : t('notices.silent', { n: notice.silent, all: notice.to.length })}
    </p>
  )
}

/** Who has acknowledged and answered, and who is silent since when, as far as the viewer is told. */
export const Receipts = ({ notice, asking }: OneProps) => {
  const speech = useNoticesWords()
  const { t } = speech
  const { as } = useRoom()
  const records = as?.kind === 'secretariat' && notice.status !== 'withdrawn'
  const told = new Set(notice.receipts.map(({ member }) => member))
  return (
    <section className="stack" data-gap="small" aria-labelledby="x-receipts">
      <h2 id="x-receipts">{t('notices.receipts')}</h2>
      <Sum notice={notice} />
      <ul className="x-receipts">
        {notice.receipts.map(receipt => (
          <li
            key={receipt.member}
            data-silent={receipt.silentSince === null ? undefined : (receipt.acknowledgement?.kind ?? '')}
          >
            <h3>
              <bdi>{partyName(asking.house, speech, receipt.member)}</bdi>
            </h3>
            <Acknowledged receipt={receipt} />
            <Answers receipt={receipt} isAsked={notice.answerBy !== null} />
            {records && (
              <p>
                <Opens
                  size="small"
                  words={t('notices.record')}
                  of={partyName(asking.house, speech, receipt.member)}
                >
                  {close => (
                    <RecordDialog
                      notice={notice}
                      asking={asking}
                      member={receipt.member as MemberId}
                      onClose={close}
                    />
                  )}
                </Opens>
              </p>
            )}
          </li>
        ))}
      </ul>
      {notice.to.some(member => !told.has(member)) && (
        <p className="small soft">{t('notices.receipts.sendersOnly')}</p>
      )}
    </section>
  )
}
