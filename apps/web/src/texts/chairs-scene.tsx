import { type DomainState, texts } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import { words } from '@gavel/text'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Missing } from '../kit/missing.tsx'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { OfferForm } from './offer-form.tsx'
import { OptionCard } from './option-card.tsx'
import { TextHead } from './text-head.tsx'
import { ContentShown } from './written/content.tsx'

interface BesideProps {
  readonly state: DomainState
  readonly text: texts.Text
}

interface PairProps extends BesideProps {
  readonly paragraph: texts.NegotiatedParagraph
  readonly offer: NonNullable<texts.NegotiatedParagraph['offer']>
}

/** A paragraph as it stands, and the chair's wording beside it with the account of what that leaves out. */
const Pair = ({ state, text, paragraph, offer }: PairProps) => {
  const { t } = useWords()
  const sending = useSend()
  const leftOut = texts.leftOutBy(text, { paragraphs: [{ paragraph: paragraph.id, wording: offer.wording }] })
  return (
    <section className="h-pair" aria-label={t('text.paragraph', { number: paragraph.number || '¶' })}>
      <div className="w-paragraph">
        <span className="w-number">{paragraph.number || '¶'}</span>
        <p dir="auto">
          <ContentShown content={paragraph.content} />
        </p>
      </div>
      <div className="stack" data-gap="small">
        <ProblemShown problem={sending.problem} />
        <ul>
          <OptionCard
            state={state}
            sending={sending}
            support={offer}
            target={{ text: text.id, paragraph: paragraph.id, on: 'chairsText' }}
            label={t('text.offer.instead')}
            content={[words(offer.wording)]}
            settle={{ type: 'texts.acceptChairsText', body: { text: text.id, paragraphs: [paragraph.id] } }}
          />
        </ul>
        {leftOut.length > 0 && (
          <ul className="small soft h-account" aria-label={t('text.offer.leavesOut')}>
            {leftOut.map(({ id, wording }) => (
              <li key={id}>
                <del>{wording === '' ? t('text.noWords') : wording}</del>{' '}
                <bdi>
                  {offer.accounted.find(each => each.id === id)?.reason ?? t('text.offer.unaccounted')}
                </bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

const Beside = ({ state, text }: BesideProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const sending = useSend()
  const offered = [...texts.paragraphsOf(text)].flatMap(paragraph =>
    paragraph.offer === null ? [] : [{ paragraph, offer: paragraph.offer }],
  )
  const steers = as?.kind === 'chair' || as?.kind === 'facilitator'
  return (
    <>
      {offered.length === 0 && <p className="soft">{t('chairs.none')}</p>}
      {offered.map(({ paragraph, offer }) => (
        <Pair key={paragraph.id} state={state} text={text} paragraph={paragraph} offer={offer} />
      ))}
      <ProblemShown problem={sending.problem} />
      {steers && offered.length > 0 && (
        <p className="row">
          <ActButton
            state={state}
            sending={sending}
            intent={{ type: 'texts.acceptChairsText', body: { text: text.id, paragraphs: 'all' } }}
          >
            {t('chairs.acceptAll')}
          </ActButton>
          <ActButton
            state={state}
            sending={sending}
            kind="grave"
            intent={{ type: 'texts.withdrawChairsText', body: { text: text.id } }}
          >
            {t('chairs.withdraw')}
          </ActButton>
        </p>
      )}
      {steers && <OfferForm state={state} text={text} />}
    </>
  )
}

/** The chair's text beside the compilation: what it offers, what it leaves out and why, and who stands how on it. */
export const ChairsScene = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const state = useSlice(id)
  const text = state === undefined ? undefined : texts.textOf(state.texts, id as TextId)
  if (state === undefined) return <p className="busy">{t('app.loading')}</p>
  if (text === undefined) return <Missing />
  return (
    <div className="t-scene">
      <TextHead text={text} tab="chairs" />
      <Beside state={state} text={text} />
    </div>
  )
}
