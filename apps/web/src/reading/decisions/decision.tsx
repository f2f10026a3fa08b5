import { decisions, texts, unnamed } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { BodyName, Facts, PageHead, Party, Section, When } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { type EntryRow, EntryRows } from '../record/happened.tsx'
import { Verify } from '../record/verify.tsx'
import { textAddress } from '../texts/list.tsx'
import { InstrumentShown } from './instrument.tsx'
import { decisionAddress, StatusBadge, StatusTold, statusWords } from './status.tsx'

export interface DecisionProps {
  readonly decision: decisions.Decision
  /** What happened to it, oldest first, as far as the public may read it. */
  readonly entries: readonly EntryRow[]
}

/** Acts that settle what is decided, the last of which a proof of the decision is about. */
const settling = [
  'decisions.publish',
  'decisions.confirmSilence',
  'decisions.declareAdopted',
  'decisions.openSilence',
  'decisions.put',
  'decisions.proposeSilence',
]

/** The entry that proves the decision: that of its publication, else of its adoption, else of its being put. */
const provingEntry = (entries: readonly EntryRow[]): EntryRow | undefined =>
  settling.map(type => entries.findLast(({ act }) => act?.type === type)).find(entry => entry !== undefined)

const SubjectShown = ({ subject }: { readonly subject: decisions.Subject }) => {
  const { t } = useWords()
  const { state } = useReading()
  if (subject.kind === 'wording')
    return (
      <blockquote className="r-decided" dir="auto">
        <p>{subject.wording}</p>
      </blockquote>
    )
  const text = texts.textOf(state.texts, subject.text)
  return (
    <p className="r-decided">
      <a href={`${textAddress(subject.text)}/versions/${encodeURIComponent(subject.symbol)}`}>
        <bdi>{text?.title ?? subject.symbol}</bdi>
      </a>{' '}
      <span className="mono">{subject.symbol}</span>{' '}
      <a href={`/api/documents/${subject.document}`} className="small">
        {t('reading.download')}
      </a>
    </p>
  )
}

const Objections = ({ decision }: { readonly decision: decisions.Decision }) => {
  const { t } = useWords()
  const list = decision.objections
  if (list.length === 0) return null
  return (
    <Section id="objections" title={t('reading.objections')}>
      <ul className="r-list">
        {list.map(({ member, at, reason, withdrawnAt }) => (
          <li key={`${member} ${at}`} className="r-item">
            <p className="r-meta">
              <Party id={member} /> <When at={at} />
              {withdrawnAt !== undefined && (
                <span>
                  {t('reading.withdrawn')} <When at={withdrawnAt} />
                </span>
              )}
            </p>
            {reason !== undefined && <p dir="auto">{reason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Statements = ({ decision }: { readonly decision: decisions.Decision }) => {
  const { t } = useWords()
  if (decision.statements.length === 0) return null
  return (
    <Section id="statements" title={t('reading.statements.full')}>
      <ul className="r-list">
        {decision.statements.map(({ id, member, kind, wording, paragraph, at, withdrawnAt }) => (
          <li key={id} className="r-item">
            <p className="r-meta">
              <b>{t(`reading.statement.${kind}`)}</b> <Party id={member} />
              {paragraph !== undefined && <span>{t('text.paragraph', { number: paragraph })}</span>}
              <When at={at} />
              {withdrawnAt !== undefined && (
                <span>
                  {t('reading.withdrawn')} <When at={withdrawnAt} />
                </span>
              )}
            </p>
            <p className="r-words" dir="auto">
              {wording}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** D-36. Who broke a silence, and with what, where the rules tell it to everybody. */
const Breaker = ({ entry }: { readonly entry: decisions.SilenceEntry | undefined }) => {
  const { t } = useWords()
  if (entry?.kind !== 'broken') return null
  if (entry.member === unnamed) return <>{t('reading.silence.unnamed')}</>
  const words = entry.how.kind === 'amendment' ? entry.how.wording : entry.how.reason
  return (
    <>
      <Party id={entry.member} /> · {t(`reading.silence.by.${entry.how.kind}`)}
      {words !== undefined && <q dir="auto">{words}</q>}
    </>
  )
}

/** The course of a silence procedure: when it was opened and announced, who broke it, and the notice of its end. */
const SilenceFacts = ({ decision }: { readonly decision: decisions.Decision }) => {
  const { t } = useWords()
  if (decision.course.stage !== 'silence') return null
  const { silence } = decision.course
  const broken = silence.entries.find(({ kind }) => kind === 'broken')
  return (
    <Facts
      facts={[
        { name: t('reading.silence.opened'), value: <When at={silence.entries[0]!.at} /> },
        { name: t('reading.silence.announced'), value: <bdi>{silence.announcedAs}</bdi> },
        { name: t('reading.silence.broken'), value: broken && <Breaker entry={broken} /> },
        { name: t('reading.silence.notice'), value: silence.noticeAt && <When at={silence.noticeAt} /> },
        {
          name: t('reading.silence.confirmed'),
          value: silence.confirmed && <When at={silence.confirmed.at} />,
        },
      ]}
    />
  )
}

const DecisionBody = ({ decision, entries }: DecisionProps) => {
  const { t, language } = useWords()
  const { state, now } = useReading()
  const status = decisions.decisionStatus(decision, now)
  const instrument = get(state.decisions.instruments, get(state.decisions.instrumentOf, decision.id) ?? '')
  const proven = provingEntry(entries)
  const document = decision.subject.kind === 'text' ? decision.subject.document : undefined
  return (
    <>
      <PageHead
        above={
          <>
            <a href="/decisions">{t('app.decisions')}</a> · <BodyName id={decision.body} />
          </>
        }
        title={decision.title}
      />
      <p className="r-meta">
        {decision.number !== undefined && <b className="mono">{decision.number.symbol}</b>}
        <StatusBadge status={status} />
        <a href={`/api/decisions/${encodeURIComponent(decision.id)}/document.pdf`} rel="nofollow">
          PDF
        </a>
        {status.kind === 'silenceRunning' && (
          <a
            href={`/api/decisions/${encodeURIComponent(decision.id)}/silence.ics?language=${language}`}
            rel="nofollow"
          >
            {t('reading.silence.calendar')}
          </a>
        )}
      </p>
      <SubjectShown subject={decision.subject} />
      <StatusTold decision={decision} status={status} />
      <SilenceFacts decision={decision} />
      <Statements decision={decision} />
      <Objections decision={decision} />
      {instrument !== undefined && <InstrumentShown instrument={instrument} />}
      {entries.length > 0 && (
        <Section id="happened" title={t('reading.happened')}>
          <EntryRows entries={entries} proofs here={decisionAddress(decision.id)} />
        </Section>
      )}
      {proven !== undefined && (
        <Section id="verify" title={t('reading.verify')}>
          <Verify index={proven.index} document={document} />
        </Section>
      )}
    </>
  )
}

/** schema.org's word for what was decided. */
const structured = (
  { id, title, number, publishedAt }: decisions.Decision,
  status: decisions.DecisionStatus,
  by: string,
) =>
  status.kind === 'adopted'
    ? {
        '@context': 'https://schema.org',
        '@type': 'Legislation',
        name: title,
        identifier: number?.symbol ?? id,
        legislationDate: status.at.slice(0, 10),
        legislationPassedBy: { '@type': 'Organization', name: by },
        ...(publishedAt === undefined ? {} : { datePublished: publishedAt }),
      }
    : undefined

/** One decision: what was decided, how it stands, what was said of it, and how to check it without this server. */
export const decisionPage: PageOf<DecisionProps> = {
  head: ({ decision, entries }, { state, now }, { t, name }) => {
    const status = decisions.decisionStatus(decision, now)
    const data = structured(decision, status, name(state.institution.organisation?.name, 'Gavel'))
    return {
      title: `${decision.number?.symbol ?? ''} ${decision.title}`.trim(),
      description: `${decision.title}: ${statusWords(status, t)}`,
      verifies: provingEntry(entries) !== undefined,
      ...(data === undefined ? {} : { structured: data }),
      ...(status.kind === 'silenceRunning' ? { changesAt: status.expiresAt } : {}),
    }
  },
  Body: DecisionBody,
}
