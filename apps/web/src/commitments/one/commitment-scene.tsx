import { useEffect } from 'react'
import { Link } from 'wouter'
import { Notice } from '../../kit/notice.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { Found } from '../found.tsx'
import { RowMeta } from '../list/row.tsx'
import { Sections } from '../sections.tsx'
import type { FoundOne } from '../use-commitment.ts'
import { CommitmentActs } from './acts.tsx'
import { Findings } from './findings.tsx'
import { History } from './history.tsx'
import { InsidePart } from './inside.tsx'
import { MoreEvidence } from './more-evidence.tsx'
import { Owners } from './owners.tsx'
import { Reports } from './reports.tsx'
import { TermsPart } from './terms.tsx'

/** What has become of a commitment that stands no more. */
const Ended = ({ answer }: FoundOne) => {
  const { t, instant } = useWords()
  const { ended } = answer.commitment
  if (ended === null) return null
  return (
    <Notice tone="warn">
      <p>
        <b>{t(`commitment.ended.${ended.kind}`, { day: instant(ended.at, 'date') })}</b>{' '}
        {ended.kind === 'carriedForward' && (
          <Link href={`/commitments/${encodeURIComponent(ended.into)}`}>{t('commitment.into')}</Link>
        )}
      </p>
      <bdi className="u-quote">{ended.reason}</bdi>
    </Notice>
  )
}

const Head = (found: FoundOne) => (
  <header className="stack" data-gap="small">
    <Sections here="commitments" />
    <h1>
      <bdi>{found.answer.commitment.terms.title}</bdi>
    </h1>
    <RowMeta state={found.state} row={found.answer.row} />
    <Ended {...found} />
  </header>
)

const Page = (found: FoundOne) => {
  const { t } = useWords()
  const { as } = useRoom()
  const { title } = found.answer.commitment.terms
  useEffect(() => {
    document.title = title
  }, [title])
  const inside = found.answer.inside.find(one => as?.kind === 'delegate' && one.member === as.member)
  return (
    <div className="page">
      <Head {...found} />
      <div className="d-columns">
        <aside className="d-side" aria-label={t('commitment.acts')}>
          {inside !== undefined && <InsidePart {...found} inside={inside} />}
          <CommitmentActs {...found} />
        </aside>
        <div className="d-main">
          <TermsPart {...found} />
          <Owners {...found} />
          <Reports {...found} />
          <Findings {...found} />
          <MoreEvidence {...found} />
          <History {...found} />
        </div>
      </div>
    </div>
  )
}

/** One commitment: what was undertaken, by whom, what is told and found of it, what is due. */
export const CommitmentScene = ({ id = '' }: { readonly id?: string }) => (
  <Found id={id}>{found => <Page key={id} {...found} />}</Found>
)
