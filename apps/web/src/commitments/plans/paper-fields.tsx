import type { commitments as chapter } from '@gavel/domain'
import { type ChangeEvent, useState } from 'react'
import { Line } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { freshId } from '../../live/room.ts'
import { keepFile } from '../../meetings/keep-file.ts'
import { useWords } from '../../words/use-words.tsx'
import { EvidenceShown } from '../evidence-fields.tsx'

type Paper = chapter.Evidence

/** A document where it is to be found: the file that was kept, or the place it is published at. */
export const PaperShown = ({ paper }: { readonly paper: Paper }) =>
  paper.document === undefined ? (
    <EvidenceShown evidence={paper} />
  ) : (
    <a href={`/api/documents/${encodeURIComponent(paper.document)}`} download={paper.title}>
      <bdi>{paper.title}</bdi>
    </a>
  )

interface PapersProps {
  readonly papers: readonly Paper[]
  readonly today: string
  readonly onChange: (papers: readonly Paper[]) => void
}

/** Documents of an activity: each with a title, at an address or as a file kept under its hash (C-28). */
export const PaperFields = ({ papers, today, onChange }: PapersProps) => {
  const { t } = useWords()
  const [title, setTitle] = useState('')
  const [address, setAddress] = useState('')
  const [why, setWhy] = useState<string>()
  const add = (more: Pick<Paper, 'address' | 'document'>, named: string): void => {
    onChange([...papers, { evidence: freshId('paper'), title: named, on: today, ...more }])
    setTitle('')
    setAddress('')
  }
  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = target.files ?? []
    if (file === undefined) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const kept = await keepFile(bytes, file.type || 'application/octet-stream')
    setWhy(kept.kind === 'failed' ? kept.why : undefined)
    if (kept.kind === 'kept') add({ document: kept.hash }, title.trim() || file.name)
    target.value = ''
  }
  const missing = title.trim() === '' || address.trim() === ''
  return (
    <details className="p-papers">
      <summary>{t('plans.papers', { n: papers.length })}</summary>
      <ul className="list">
        {papers.map(paper => (
          <li key={paper.evidence} className="row" data-spread="">
            <bdi>{paper.title}</bdi>
            <Button
              size="small"
              kind="quiet"
              aria-label={t('plans.papers.remove', { title: paper.title })}
              onPress={() => onChange(papers.filter(one => one !== paper))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <Line label={t('plans.papers.title')} value={title} onChange={setTitle} />
      <Line label={t('plans.papers.address')} value={address} onChange={setAddress} />
      <p>
        <Button
          size="small"
          {...(missing ? { closed: t('plans.papers.missing') } : {})}
          onPress={() => add({ address: address.trim() }, title.trim())}
        >
          {t('plans.papers.add')}
        </Button>
      </p>
      <label className="field">
        <span>{t('plans.papers.file')}</span>
        <input type="file" onChange={event => void take(event)} />
        {why !== undefined && <span slot="errorMessage">{t('journal.notKept', { why })}</span>}
      </label>
    </details>
  )
}
