import { texts } from '@gavel/domain'
import { get, type MemberId, type OptionId } from '@gavel/kernel'
import { bracketsIn } from '@gavel/text'
import { memo } from 'react'
import { positions, standSigns } from '../kit/stand.tsx'
import { useWords } from '../words/use-words.tsx'
import { ContentShown } from './written/content.tsx'
import { whoSays } from './written/supports.tsx'

interface RowProps {
  readonly paragraph: texts.NegotiatedParagraph
  readonly chosen: boolean
  readonly bracket: string | undefined
  /** The delegation whose own stands are marked, if somebody sits here for one. */
  readonly own: MemberId | null
  readonly fresh: boolean
  readonly onChoose: (paragraph: string, bracket?: string) => void
}

const rungSigns = { open: '○', agreedInInformals: '◔', agreedAdRef: '◑', agreed: '●' } as const

/** Everything delegations can stand on in a paragraph. */
const supportsOf = (paragraph: texts.NegotiatedParagraph): readonly texts.Support[] => [
  paragraph.whole,
  ...bracketsIn(paragraph.content).flatMap(({ bracket }) =>
    bracket.options.flatMap(({ id }) => get(paragraph.options, id as OptionId) ?? []),
  ),
  ...(paragraph.deletion === null ? [] : [paragraph.deletion]),
  ...(paragraph.move === null ? [] : [paragraph.move]),
  ...(paragraph.offer === null ? [] : [paragraph.offer]),
]

/** In the margin: how many stand how, and where one's own delegation stands. */
const Margin = ({ paragraph, own }: Pick<RowProps, 'paragraph' | 'own'>) => {
  const { t } = useWords()
  const supports = supportsOf(paragraph)
  const counted = positions
    .map(
      position =>
        [position, supports.reduce((n, support) => n + whoSays(support, position).length, 0)] as const,
    )
    .filter(([, n]) => n > 0)
  const mine =
    own === null
      ? undefined
      : positions.find(position => supports.some(support => whoSays(support, position).includes(own)))
  if (counted.length === 0) return null
  return (
    <span className="t-margin">
      {counted.map(([position, n]) => (
        <span
          key={position}
          className="said"
          data-stand={position}
          {...(mine === position ? { 'data-mine': '' } : {})}
        >
          <span aria-hidden="true">
            {standSigns[position]}
            {n}
          </span>
          <span className="spoken">{t('stand.count', { n, stand: t(`stand.do.${position}`) })}</span>
        </span>
      ))}
    </span>
  )
}

const Marks = ({ paragraph, fresh }: Pick<RowProps, 'paragraph' | 'fresh'>) => {
  const { t } = useWords()
  const { proposed, deletion, move, alternativeOf, offer, reopening } = paragraph
  return (
    <>
      {fresh && <span className="t-fresh">{t('text.fresh')}</span>}
      {proposed && <span className="badge">{t('text.mark.proposed')}</span>}
      {alternativeOf !== null && <span className="badge">{t('text.mark.alternative')}</span>}
      {deletion !== null && <span className="badge">{t('text.mark.deletion')}</span>}
      {move !== null && <span className="badge">{t('text.mark.move')}</span>}
      {offer !== null && (
        <span className="badge" data-tone="accent">
          {t('text.mark.offer')}
        </span>
      )}
      {reopening !== null && (
        <span className="badge" data-tone="wait">
          {t('text.mark.reopening')}
        </span>
      )}
    </>
  )
}

/** A paragraph in the compilation. It renders again only when it has changed itself. */
export const ParagraphRow = memo(({ paragraph, chosen, bracket, own, fresh, onChoose }: RowProps) => {
  const { t } = useWords()
  const { id, number, kind, level, rung } = paragraph
  const disputed = texts.isDisputed(paragraph)
  const label = t('text.row', {
    number: number || '¶',
    rung: t(`rung.${rung}`),
    n: paragraph.brackets,
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the number is the button; a click on the words is a short cut for a pointer
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      id={`p-${id}`}
      className="t-row w-paragraph"
      data-kind={kind}
      data-level={Math.min(level, 4)}
      data-rung={rung}
      data-disputed={disputed ? '' : undefined}
      data-chosen={chosen ? '' : undefined}
      onClick={() => onChoose(id)}
    >
      <button
        type="button"
        className="t-number"
        aria-label={label}
        aria-pressed={chosen}
        onClick={event => {
          event.stopPropagation()
          onChoose(id)
        }}
      >
        <span className="t-rung" data-rung={rung} aria-hidden="true">
          {rungSigns[rung]}
        </span>
        <bdi>{number || '¶'}</bdi>
      </button>
      <p dir="auto" className={paragraph.deletion === null ? undefined : 't-struck'}>
        <ContentShown content={paragraph.content} chosen={bracket} onBracket={each => onChoose(id, each)} />
      </p>
      <p className="t-marks">
        <Marks paragraph={paragraph} fresh={fresh} />
        <Margin paragraph={paragraph} own={own} />
      </p>
    </div>
  )
})
