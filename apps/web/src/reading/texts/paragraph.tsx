import type { texts } from '@gavel/domain'
import { get, type MemberId, type OptionId } from '@gavel/kernel'
import { bracketsIn, type Content, type Option } from '@gavel/text'
import type { ReactNode } from 'react'
import { partyName } from '../../names/names.ts'
import { placeWords } from '../../texts/place-words.ts'
import { ContentShown } from '../../texts/written/content.tsx'
import { SupportShown } from '../../texts/written/supports.tsx'
import { useWords } from '../../words/use-words.tsx'
import { useReading } from '../frame/reading.tsx'

export const rungSigns = { open: '○', agreedInInformals: '◔', agreedAdRef: '◑', agreed: '●' } as const

const useNames = (): texts.NameOf => {
  const speech = useWords()
  const { state } = useReading()
  return (member: MemberId) => partyName(state, speech, member)
}

/** The words of a content with its brackets, as one line of text. */
export const plainOf = (content: Content): string =>
  content
    .map(inline =>
      inline.kind === 'bracket'
        ? `[${inline.options.map(option => plainOf(option.content)).join('][')}]`
        : 'text' in inline
          ? inline.text
          : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

const short = (words: string): string => (words.length > 72 ? `${words.slice(0, 69).trimEnd()}…` : words)

const isSaid = (support: texts.Support): boolean => support.proposer !== null || support.stands.size > 0

/** What is stood on, and who says what of it. */
const Row = ({ what, children }: { readonly what: ReactNode; readonly children: ReactNode }) => (
  <li>
    <span className="r-stood">{what}</span> <span className="r-said">{children}</span>
  </li>
)

const OptionRow = ({
  option,
  support,
  nameOf,
}: {
  readonly option: Option
  readonly support: texts.Support | undefined
  readonly nameOf: texts.NameOf
}) => {
  const { t, list } = useWords()
  const printed = option.attributions.map(({ text }) => text)
  if (printed.length === 0 && (support === undefined || !isSaid(support))) return null
  const words = short(plainOf(option.content))
  return (
    <Row what={words === '' ? <i>{t('text.noWords')}</i> : <q dir="auto">{words}</q>}>
      {support !== undefined && <SupportShown support={support} nameOf={nameOf} />}
      {printed.length > 0 && (
        <span className="said">
          {t('reading.printed')} <bdi>{list(printed)}</bdi>
        </span>
      )}
    </Row>
  )
}

/** Who stands where on a paragraph, in words and marks: on each option, on the paragraph as a whole, on what is proposed for it. */
export const StandsShown = ({
  paragraph,
  text,
}: {
  readonly paragraph: texts.NegotiatedParagraph
  readonly text: texts.Text
}) => {
  const { t } = useWords()
  const nameOf = useNames()
  const options = bracketsIn(paragraph.content).flatMap(({ bracket }) => bracket.options)
  const { whole, deletion, move } = paragraph
  const hasPrinted = options.some(({ attributions }) => attributions.length > 0)
  const hasSaid = options.some(({ id }) => {
    const support = get(paragraph.options, id as OptionId)
    return support !== undefined && isSaid(support)
  })
  if (!hasPrinted && !hasSaid && !isSaid(whole) && deletion === null && move === null) return null
  return (
    <ul className="r-stands" aria-label={t('text.inspector', { number: paragraph.number || '¶' })}>
      {options.map(option => (
        <OptionRow
          key={option.id}
          option={option}
          support={get(paragraph.options, option.id as OptionId)}
          nameOf={nameOf}
        />
      ))}
      {isSaid(whole) && (
        <Row what={t('text.whole')}>
          <SupportShown support={whole} nameOf={nameOf} />
        </Row>
      )}
      {deletion !== null && (
        <Row what={t('text.mark.deletion')}>
          <SupportShown support={deletion} nameOf={nameOf} />
        </Row>
      )}
      {move !== null && (
        <Row what={`${t('text.mark.move')}: ${placeWords(text, move.place, t)}`}>
          <SupportShown support={move} nameOf={nameOf} />
        </Row>
      )}
    </ul>
  )
}

/** The chair's wording for a paragraph, beside what the delegations have before them. */
const OfferShown = ({ offer }: { readonly offer: texts.Support & { readonly wording: string } }) => {
  const { t } = useWords()
  const nameOf = useNames()
  return (
    <aside className="r-offer">
      <p className="r-offer-name">{t('text.offer.instead')}</p>
      <p dir="auto" className="r-words">
        {offer.wording}
      </p>
      {isSaid(offer) && (
        <p className="r-said">
          <SupportShown support={offer} nameOf={nameOf} />
        </p>
      )}
    </aside>
  )
}

const marksOf = (paragraph: texts.NegotiatedParagraph) =>
  [
    ['text.mark.proposed', paragraph.proposed],
    ['text.mark.alternative', paragraph.alternativeOf !== null],
    ['text.mark.reopening', paragraph.reopening !== null],
  ] as const

interface ParagraphProps {
  readonly text: texts.Text
  readonly paragraph: texts.NegotiatedParagraph
  /** Without an address of its own: where it is shown as a glimpse of a text that is elsewhere. */
  readonly loose?: boolean
}

/** A heading of the text: one of the page too, so that readers can go from one to the next. */
const HeadingShown = ({ paragraph, loose }: ParagraphProps) => (
  <h3 {...(loose === true ? {} : { id: `p-${paragraph.id}` })} className="r-heading" dir="auto">
    {paragraph.number !== '' && <>{paragraph.number} </>}
    <ContentShown content={paragraph.content} />
  </h3>
)

/** A paragraph of the compilation: its words and brackets, who stands where, the chair's text beside it. */
export const ParagraphShown = ({ text, paragraph, loose = false }: ParagraphProps) => {
  const { t } = useWords()
  const { id, number, level, rung, kind } = paragraph
  if (kind === 'heading' && paragraph.brackets === 0)
    return <HeadingShown text={text} paragraph={paragraph} loose={loose} />
  const marks = marksOf(paragraph).filter(([, holds]) => holds)
  return (
    <div
      {...(loose ? {} : { id: `p-${id}` })}
      className="r-paragraph w-paragraph"
      data-kind={kind}
      data-level={Math.min(level, 3)}
      data-offer={paragraph.offer === null ? undefined : ''}
    >
      <p className="w-number">
        <span className="r-rung" data-rung={rung} aria-hidden="true" title={t(`rung.${rung}`)}>
          {rungSigns[rung]}
        </span>
        <span className="spoken">{t(`rung.${rung}`)}</span>{' '}
        {loose ? <bdi>{number}</bdi> : <a href={`#p-${id}`}>{number === '' ? '¶' : <bdi>{number}</bdi>}</a>}
      </p>
      <p dir="auto" className={paragraph.deletion === null ? 'r-words' : 'r-words r-struck'}>
        <ContentShown content={paragraph.content} />
      </p>
      {marks.length > 0 && (
        <p className="r-marks">
          {marks.map(([word]) => (
            <span key={word} className="badge">
              {t(word)}
            </span>
          ))}
        </p>
      )}
      <StandsShown paragraph={paragraph} text={text} />
      {paragraph.offer !== null && <OfferShown offer={paragraph.offer} />}
    </div>
  )
}
