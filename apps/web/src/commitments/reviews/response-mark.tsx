import { useWords } from '../../words/use-words.tsx'
import type { RecommendationRow } from './shapes.ts'

/** A sign of its own for each response. */
export const responseSigns: { readonly [response in RecommendationRow['response']]: string } = {
  waiting: '○',
  supported: '●',
  partlySupported: '◐',
  noted: '◌',
  pending: '◷',
}

/** How a recommendation was responded to, in a sign and a word. */
export const ResponseMark = ({ response }: Pick<RecommendationRow, 'response'>) => {
  const { t } = useWords()
  return (
    <span className="p-course" data-response={response}>
      <span aria-hidden="true" className="p-sign">
        {responseSigns[response]}
      </span>{' '}
      {t(`recommendations.response.${response}`)}
    </span>
  )
}
