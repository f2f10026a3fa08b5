import type { commitments as chapter } from '@gavel/domain'
import { Choice, Line } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { useWords } from '../../words/use-words.tsx'
import { type EvidenceKind, evidenceKinds } from './terms-form.ts'

type Wanted = chapter.EvidenceWanted

interface WantedProps {
  readonly value: readonly Wanted[]
  readonly onChange: (wanted: readonly Wanted[]) => void
}

/** What would show that it was kept: at least one thing, said beforehand (C-17). One line is always there to be filled. */
export const EvidenceWanted = ({ value, onChange }: WantedProps) => {
  const { t } = useWords()
  const rows: readonly Wanted[] = value.length === 0 ? [{ kind: 'document', what: '' }] : value
  const set = (at: number, part: Partial<Wanted>): void =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...part } : row)))
  return (
    <section className="stack" data-gap="small" aria-labelledby="wanted">
      <h2 id="wanted">{t('undertake.evidence')}</h2>
      <p className="soft small">{t('undertake.evidence.help')}</p>
      <ul className="stack" data-gap="small">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
          <li key={at} className="u-wanted">
            <Choice
              label={t('undertake.evidence.kind')}
              value={row.kind}
              onChange={kind => set(at, { kind: kind as EvidenceKind })}
              options={evidenceKinds.map(kind => [kind, t(`evidence.kind.${kind}`)])}
            />
            <Line
              label={t('undertake.evidence.what')}
              value={row.what}
              onChange={what => set(at, { what })}
            />
            {rows.length > 1 && (
              <Button
                size="small"
                kind="quiet"
                aria-label={t('evidence.remove', { title: row.what })}
                onPress={() => onChange(rows.filter((_, place) => place !== at))}
              >
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p>
        <Button size="small" onPress={() => onChange([...rows, { kind: 'document', what: '' }])}>
          {t('undertake.evidence.more')}
        </Button>
      </p>
    </section>
  )
}
