import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { EvidenceShown } from '../evidence-fields.tsx'
import type { FoundOne } from '../use-commitment.ts'

/** C-28. Evidence added on its own, each with who may read it. */
export const MoreEvidence = ({ answer, state }: FoundOne) => {
  const speech = useWords()
  const { t } = speech
  const { evidence } = answer.commitment
  if (evidence.length === 0) return null
  return (
    <section className="stack" data-gap="small" aria-labelledby="more-evidence">
      <h2 id="more-evidence">{t('commitment.evidence')}</h2>
      <ul className="list">
        {[...evidence].reverse().map(({ member, evidence: one, audience }) => (
          <li key={one.evidence}>
            <EvidenceShown evidence={one} />
            <p className="small soft">
              <bdi>{partyName(state, speech, member)}</bdi> · {t(`commitment.audience.${audience.kind}`)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
