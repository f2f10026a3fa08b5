import { type DomainState, texts } from '@gavel/domain'
import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { useWords } from '../words/use-words.tsx'
import { DocumentShown } from './document.tsx'
import type { Decision, Status } from './standing.ts'

interface WhatProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly status: Status
}

const titleOf = ({ kind }: Status) => {
  switch (kind) {
    case 'adopted':
      return 'decision.what.adopted'
    case 'notAdopted':
      return 'decision.what.not'
    case 'put':
      return 'decision.what.put'
    default:
      return 'decision.what.silence'
  }
}

/** What is decided, word for word: words from the floor, or the very document a text was issued as. */
export const What = ({ state, decision, status }: WhatProps) => {
  const { t } = useWords()
  const { subject } = decision
  const underSilence = decision.course.stage === 'silence' || decision.course.stage === 'proposed'
  const interim = underSilence && decision.number === undefined && status.kind !== 'notAdopted'
  return (
    <section className="stack" aria-labelledby="what-title" data-gap="small">
      <h2 id="what-title">{t(titleOf(status))}</h2>
      {interim && (
        <p className="small row">
          <Badge tone="wait">{t('decision.interim')}</Badge>
          <span className="soft">{t('decision.interim.notice')}</span>
        </p>
      )}
      {subject.kind === 'wording' ? (
        <>
          <blockquote className="d-wording" dir="auto">
            {subject.wording}
          </blockquote>
          <p className="small soft">{t('decision.wording')}</p>
        </>
      ) : (
        <TextSubject state={state} subject={subject} />
      )}
    </section>
  )
}

type TextSubjectOf = Extract<Decision['subject'], { readonly kind: 'text' }>

const TextSubject = ({
  state,
  subject,
}: {
  readonly state: DomainState
  readonly subject: TextSubjectOf
}) => {
  const { t } = useWords()
  const text = texts.textOf(state.texts, subject.text)
  return (
    <>
      <p className="row">
        <span className="mono">{t('decision.text', { symbol: subject.symbol })}</span>
        {text !== undefined && <bdi>{text.title}</bdi>}
        <Link href={`/texts/${encodeURIComponent(subject.text)}`}>{t('decision.text.open')}</Link>
        <a href={`/api/documents/${subject.document}`} download={`${subject.symbol.replaceAll('/', '-')}`}>
          {t('decision.document.download')}
        </a>
      </p>
      <p className="small soft d-hash">
        {t('decision.document')} · SHA-256 <span className="mono">{subject.document}</span>
      </p>
      <DocumentShown hash={subject.document} {...(text === undefined ? {} : { language: text.language })} />
    </>
  )
}
