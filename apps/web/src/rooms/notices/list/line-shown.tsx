import type { DomainState } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import type { Line, NoticeId } from '@gavel/notices/browser'
import { Link } from 'wouter'
import { ProblemShown } from '../../../acting/problem-shown.tsx'
import { useSend } from '../../../acting/use-send.ts'
import { Badge } from '../../../kit/notice.tsx'
import { partyName } from '../../../names/names.ts'
import { NoticesButton } from '../acting/notices-button.tsx'
import { hrefOf } from '../address.ts'
import { withNotice } from '../asking/state.ts'
import { intends } from '../asking/use-asked.ts'
import { ClockShown, SendingShown } from '../clock.tsx'
import { useNoticesWords } from '../use-notices-words.ts'

interface LineProps {
  readonly house: DomainState
  readonly line: Line
}

/** What it is called, whether its content is restricted, and whether it still holds. */
export const Marks = ({ line }: { readonly line: Pick<Line, 'restricted' | 'status' | 'corrections'> }) => {
  const { t } = useNoticesWords()
  return (
    <>
      {line.restricted && (
        <Badge tone="accent">
          <span aria-hidden="true">◆</span> {t('notices.restricted')}
        </Badge>
      )}
      {line.status !== 'open' && <Badge>{t(`notices.status.${line.status}`)}</Badge>}
      {line.corrections > 0 && <Badge>{t('notices.corrected', { n: line.corrections })}</Badge>}
    </>
  )
}

/** To whom it went: one or two by name, more by number. */
const To = ({ house, line }: LineProps) => {
  const speech = useNoticesWords()
  const { t, list } = speech
  const names = line.to.map(member => partyName(house, speech, member))
  return (
    <bdi>
      {names.length > 3 ? t('notices.toSo', { n: names.length }) : t('notices.to', { names: list(names) })}
    </bdi>
  )
}

/** One tap. */
const Acknowledge = ({ house, line }: LineProps) => {
  const { t } = useNoticesWords()
  const sending = useSend()
  const { mine } = line
  if (mine === null || mine.acknowledged !== null || line.status === 'withdrawn') return null
  const member = mine.member as MemberId
  return (
    <>
      <NoticesButton
        house={house}
        state={withNotice({ ...line, receipts: [mine], secretariat: true })}
        intent={intends('notices.acknowledge', { notice: line.id as NoticeId, member })}
        sending={sending}
        kind="primary"
        of={line.title}
      >
        {t('notices.acknowledge')}
      </NoticesButton>
      <ProblemShown problem={sending.problem} />
    </>
  )
}

/** What a delegation gave to a notice and owes it. */
const Mine = ({ line }: Pick<LineProps, 'line'>) => {
  const { mine, status } = line
  if (mine === null || (status === 'withdrawn' && mine.acknowledged === null)) return null
  return (
    <p className="x-clocks">
      {mine.acknowledgement !== null && <ClockShown what="acknowledge" clock={mine.acknowledgement} />}
      {mine.answer !== null && (line.answerBy !== null || (mine.answers ?? []).length > 0) && (
        <ClockShown what="answer" clock={mine.answer} />
      )}
    </p>
  )
}

/** How many have said nothing, for whoever is told of all. */
const Silent = ({ line }: Pick<LineProps, 'line'>) => {
  const { t } = useNoticesWords()
  if (line.silent === null || line.mine !== null || line.status === 'withdrawn') return null
  return (
    <p className="x-clocks">
      <span className="x-clock" data-kind={line.silent > 0 ? 'silent' : 'inTime'}>
        <span className="x-sign" aria-hidden="true">
          {line.silent > 0 ? '…' : '✓'}
        </span>
        {line.silent > 0
          ? t('notices.silent', { n: line.silent, all: line.to.length })
          : t('notices.allAcknowledged', { n: line.to.length })}
      </span>
    </p>
  )
}

/** A notice in a list: of which kind, whose, to whom, and how it stands for the one who reads; `under` a heading, or alone. */
export const LineShown = ({ house, line, under }: LineProps & { readonly under: boolean }) => {
  const speech = useNoticesWords()
  const { t, name, instant } = speech
  const Title = under ? 'h3' : 'h2'
  return (
    <li className="x-line" data-status={line.status}>
      <div className="x-what">
        <p className="row small soft">
          <bdi>{name(line.typeName, line.noticeType)}</bdi>
          <Marks line={line} />
        </p>
        <Title>
          <Link href={hrefOf(line.id)}>
            <bdi>{line.title}</bdi>
          </Link>
        </Title>
        <p className="row small soft">
          <bdi>{t('notices.from', { name: partyName(house, speech, line.from) })}</bdi>
          <To house={house} line={line} />
          <time dateTime={line.sentAt}>{instant(line.sentAt, 'short')}</time>
          {line.sending.kind === 'late' && <SendingShown clock={line.sending} />}
        </p>
        <Mine line={line} />
        <Silent line={line} />
      </div>
      <div className="x-do">
        <Acknowledge house={house} line={line} />
      </div>
    </li>
  )
}
