import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import { actWords, capacityWords } from '../names/names.ts'
import { VerifyHere } from '../record/verify-here.tsx'
import { useWords } from '../words/use-words.tsx'
import type { Decision } from './standing.ts'
import type { Step } from './use-decision.ts'

interface ProofProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly history: readonly Step[]
}

const tellingActs: { readonly [stage in Decision['course']['stage']]: string } = {
  put: 'decisions.put',
  proposed: 'decisions.proposeSilence',
  silence: 'decisions.openSilence',
  adopted: 'decisions.declareAdopted',
  noConsensus: 'decisions.declareNoConsensus',
  takenBack: 'decisions.withdrawPut',
}

/** The entry that says what was decided; the last of its kind, for a decision may come up again. */
const tellingEntry = ({ course }: Decision, history: readonly Step[]): Step | undefined =>
  history.findLast(({ act }) => act.type === tellingActs[course.stage])

/** The decision on the record: its decisive entry to be verified here, and everything else that made it what it is. */
export const Proof = ({ state, decision, history }: ProofProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const telling = tellingEntry(decision, history)
  const { subject, course } = decision
  const named = subject.kind === 'text' && course.stage !== 'noConsensus' && course.stage !== 'takenBack'
  return (
    <section className="stack" aria-labelledby="proof-title" data-gap="small">
      <h2 id="proof-title">{t('decision.proof')}</h2>
      {telling !== undefined && (
        <>
          <p className="soft">
            {t('decision.proof.entry', { index: telling.index, act: actWords(speech, telling.act.type) })}{' '}
            {course.stage === 'silence' && t('decision.proof.silence')}
          </p>
          <VerifyHere
            key={telling.index}
            index={telling.index}
            {...(named ? { document: subject.document } : {})}
          />
        </>
      )}
      <details>
        <summary>{t('decision.proof.all', { n: history.length })}</summary>
        <ol className="list small">
          {[...history].reverse().map(({ index, act }) => (
            <li key={index}>
              <Link href={`/record/${index}`} className="mono">
                {index}
              </Link>{' '}
              {actWords(speech, act.type)}
              <span className="soft">
                {' · '}
                <bdi>{capacityWords(state, speech, act.as)}</bdi>
                {' · '}
                <time dateTime={act.at}>{instant(act.at, 'short')}</time>
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}
