import { type DomainState, texts } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { standSigns } from '../kit/stand.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'

interface SeparationsProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly member: MemberId
}

const shortened = (wording: string): string =>
  wording.length > 160 ? `${wording.slice(0, 159).trimEnd()}…` : wording

/** What separates a delegation from consensus: where it maintains what others object to, or objects to what they maintain. */
export const Separations = ({ state, text, member }: SeparationsProps) => {
  const speech = useWords()
  const { t, list } = speech
  const found = useMemo(() => texts.whatSeparates(text, member), [text, member])
  if (found.length === 0)
    return (
      <p className="soft">
        {t('convergence.separates.nothing', { member: partyName(state, speech, member) })}
      </p>
    )
  return (
    <ul className="list">
      {found.map(({ paragraph, number, option, on, wording, position, against }) => (
        <li key={`${paragraph} ${option ?? on ?? ''}`} className="stack" data-gap="small">
          <p className="row">
            <Link href={`/texts/${encodeURIComponent(text.id)}#p-${encodeURIComponent(paragraph)}`}>
              <bdi>{t('text.paragraph', { number: number || '¶' })}</bdi>
            </Link>
            <span className="said" data-stand={position}>
              <span aria-hidden="true">{standSigns[position]}</span> {t(`stand.word.${position}`)}
            </span>
          </p>
          <p className="c-words" dir="auto">
            {wording === '' ? <i>{t('text.noWords')}</i> : shortened(wording)}
          </p>
          <p className="small soft">
            {t('convergence.against')} <bdi>{list(against.map(each => partyName(state, speech, each)))}</bdi>
          </p>
        </li>
      ))}
    </ul>
  )
}
