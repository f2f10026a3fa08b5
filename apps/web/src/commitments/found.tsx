import type { ReactNode } from 'react'
import { Missing } from '../kit/missing.tsx'
import { useWords } from '../words/use-words.tsx'
import { type FoundOne, useCommitment } from './use-commitment.ts'

interface FoundProps {
  readonly id: string
  readonly children: (found: FoundOne) => ReactNode
}

/** What is made of a commitment once it is here; why it is not, where it is not. */
export const Found = ({ id, children }: FoundProps) => {
  const { t } = useWords()
  const found = useCommitment(id)
  switch (found.kind) {
    case 'found':
      return children(found)
    case 'missing':
      return <Missing />
    default:
      return (
        <div className="page">
          <p className="busy" role="status">
            {t(found.kind === 'failed' ? 'app.failed' : 'app.loading')}
          </p>
        </div>
      )
  }
}
