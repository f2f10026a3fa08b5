import type { DomainState } from '@gavel/domain'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { useRoom, useSlice } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { Sections } from '../sections.tsx'
import { AllCommitments } from './all.tsx'
import { Mine } from './mine.tsx'

const Head = () => {
  const { t } = useWords()
  const { as } = useRoom()
  return (
    <header className="stack" data-gap="small">
      <div className="row" data-spread="">
        <h1>{t('app.commitments')}</h1>
        {(as?.kind === 'delegate' || as?.kind === 'secretariat') && (
          <Link className="button" data-kind="primary" href="/commitments/new">
            {t(as.kind === 'delegate' ? 'commitments.undertake' : 'commitments.record')}
          </Link>
        )}
      </div>
      <Sections here="commitments" />
    </header>
  )
}

const Body = ({ state }: { readonly state: DomainState }) => {
  const { as } = useRoom()
  return (
    <>
      {as?.kind === 'delegate' && <Mine state={state} member={as.member} />}
      <AllCommitments state={state} />
    </>
  )
}

/** What members have undertaken: one's own first, then all of it, searched and by pages. */
export const CommitmentsScene = () => {
  const { t } = useWords()
  const state = useSlice()
  useEffect(() => {
    document.title = t('app.commitments')
  }, [t])
  return (
    <div className="page">
      <Head />
      {state === undefined ? (
        <p className="busy" role="status">
          {t('app.loading')}
        </p>
      ) : (
        <Body state={state} />
      )}
    </div>
  )
}
