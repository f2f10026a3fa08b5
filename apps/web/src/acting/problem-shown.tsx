import { Notice } from '../kit/notice.tsx'
import { RefusalShown } from '../kit/refusal.tsx'
import type { Problem } from '../live/request.ts'
import { useSlice } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'

/** Why an act was not accepted: by which rule and on which facts, or what else went wrong. */
export const ProblemShown = ({ problem }: { readonly problem: Problem | null }) => {
  const speech = useWords()
  const state = useSlice()
  if (problem === null) return null
  return (
    <Notice tone="bad" urgent>
      {problem.rule === undefined ? (
        <>
          <p>{problem.title}</p>
          {problem.detail !== undefined && <p>{problem.detail}</p>}
          {problem.faults?.map(({ pointer, message }) => (
            <p key={pointer} className="mono">
              {pointer}: {message}
            </p>
          ))}
        </>
      ) : (
        <RefusalShown
          rule={problem.rule}
          {...(problem.facts === undefined ? {} : { facts: problem.facts })}
          nameOf={id => partyName(state, speech, id)}
        />
      )}
    </Notice>
  )
}
