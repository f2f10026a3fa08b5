import { type DomainState, texts } from '@gavel/domain'
import type { ParagraphId, TextId } from '@gavel/kernel'
import { words } from '@gavel/text'
import { ActButton } from '../acting/act-button.tsx'
import type { Sending } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import type { Intent } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { OptionCard } from './option-card.tsx'
import { placeWords } from './place-words.ts'
import type { ProposingWhat } from './proposing.ts'

interface MattersProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly paragraph: texts.NegotiatedParagraph
  readonly sending: Sending
  readonly onPropose: (what: ProposingWhat) => void
}

interface Settling {
  readonly state: DomainState
  readonly sending: Sending
  readonly choices: readonly { readonly label: string; readonly intent: Intent }[]
}

/** What who steers can do to settle something: one button for each outcome. */
const Settle = ({ state, sending, choices }: Settling) => {
  const { as } = useRoom()
  if (as === null || as.kind === 'delegate' || as.kind === 'observer') return null
  return (
    <p className="row">
      {choices.map(({ label, intent }) => (
        <ActButton key={label} state={state} sending={sending} size="small" intent={intent}>
          {label}
        </ActButton>
      ))}
    </p>
  )
}

/** The paragraph itself, beside other wordings of the whole of it. */
const Alternatives = ({ state, text, paragraph, sending }: MattersProps) => {
  const { t } = useWords()
  const root = paragraph.alternativeOf === null ? paragraph : texts.paragraphOf(text, paragraph.alternativeOf)
  if (root === undefined || root.alternatives.length === 0) return null
  const all = [root, ...root.alternatives.flatMap(id => texts.paragraphOf(text, id) ?? [])]
  return (
    <section className="t-bracket">
      <h3>{t('text.alternatives')}</h3>
      <ol>
        {all.map(each => (
          <OptionCard
            key={each.id}
            state={state}
            sending={sending}
            support={each.whole}
            target={{ text: text.id as TextId, paragraph: each.id as ParagraphId }}
            label={each.number || '¶'}
            content={each.content}
            settle={{
              type: 'texts.closeAlternatives',
              body: { text: text.id, paragraph: root.id, chosen: each.id, base: root.revision },
            }}
          />
        ))}
      </ol>
    </section>
  )
}

/** A proposed deletion, with what settles it. */
const Deletion = ({ state, text, paragraph, sending }: MattersProps) => {
  const { t } = useWords()
  const at = { text: text.id, paragraph: paragraph.id }
  const settled = (deleted: boolean): Intent => ({
    type: 'texts.settleDeletion',
    body: { ...at, deleted, base: paragraph.revision },
  })
  if (paragraph.deletion === null) return null
  return (
    <section className="t-bracket">
      <h3>{t('text.mark.deletion')}</h3>
      <ol>
        <OptionCard
          state={state}
          sending={sending}
          support={paragraph.deletion}
          target={{ ...at, on: 'deletion' }}
          label={t('text.delete.it')}
          content={[]}
          plain
        />
      </ol>
      <Settle
        state={state}
        sending={sending}
        choices={[
          { label: t('text.delete.do'), intent: settled(true) },
          { label: t('text.delete.not'), intent: settled(false) },
        ]}
      />
    </section>
  )
}

/** A proposed move, with what settles it. */
const Move = ({ state, text, paragraph, sending }: MattersProps) => {
  const { t } = useWords()
  const at = { text: text.id, paragraph: paragraph.id }
  const settled = (moved: boolean): Intent => ({
    type: 'texts.settleMove',
    body: { ...at, moved, base: paragraph.revision },
  })
  if (paragraph.move === null) return null
  return (
    <section className="t-bracket">
      <h3>{t('text.mark.move')}</h3>
      <ol>
        <OptionCard
          state={state}
          sending={sending}
          support={paragraph.move}
          target={{ ...at, on: 'move' }}
          label={placeWords(text, paragraph.move.place, t)}
          content={[]}
          plain
        />
      </ol>
      <Settle
        state={state}
        sending={sending}
        choices={[
          { label: t('text.move.do'), intent: settled(true) },
          { label: t('text.move.not'), intent: settled(false) },
        ]}
      />
    </section>
  )
}

/** A paragraph proposed anew is kept, or leaves the text. */
const Anew = ({ state, text, paragraph, sending }: MattersProps) => {
  const { t } = useWords()
  const settled = (kept: boolean): Intent => ({
    type: 'texts.settleParagraph',
    body: { text: text.id, paragraph: paragraph.id, kept, base: paragraph.revision },
  })
  if (!paragraph.proposed) return null
  return (
    <Settle
      state={state}
      sending={sending}
      choices={[
        { label: t('text.keep.do'), intent: settled(true) },
        { label: t('text.keep.not'), intent: settled(false) },
      ]}
    />
  )
}

/** The chair's wording for the paragraph, its account of what it leaves out, and the stands on it. */
const Offer = ({ state, text, paragraph, sending }: MattersProps) => {
  const { t } = useWords()
  const { offer } = paragraph
  if (offer === null) return null
  return (
    <section className="t-bracket" data-chair="">
      <h3>{t('text.mark.offer')}</h3>
      <ol>
        <OptionCard
          state={state}
          sending={sending}
          support={offer}
          target={{ text: text.id, paragraph: paragraph.id, on: 'chairsText' }}
          label={t('text.offer.instead')}
          content={[words(offer.wording)]}
        />
      </ol>
      {offer.accounted.map(({ id, reason }) => (
        <p key={id} className="small soft">
          {t('text.offer.leavesOut')} <bdi>{reason}</bdi>
        </p>
      ))}
      <Settle
        state={state}
        sending={sending}
        choices={[
          {
            label: t('text.offer.accept'),
            intent: { type: 'texts.acceptChairsText', body: { text: text.id, paragraphs: [paragraph.id] } },
          },
        ]}
      />
    </section>
  )
}

/** What else a delegation can propose of a paragraph. */
const Propose = ({ state, text, paragraph, sending, onPropose }: MattersProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  if (as?.kind !== 'delegate') return null
  return (
    <p className="row t-propose">
      <Button size="small" onPress={() => onPropose({ kind: 'alternative' })}>
        {t('text.propose.alternative')}
      </Button>
      <Button size="small" onPress={() => onPropose({ kind: 'paragraph' })}>
        {t('text.propose.paragraph')}
      </Button>
      <Button size="small" onPress={() => onPropose({ kind: 'move' })}>
        {t('text.propose.move')}
      </Button>
      <ActButton
        state={state}
        sending={sending}
        size="small"
        intent={{
          type: 'texts.proposeDeletion',
          body: { text: text.id, paragraph: paragraph.id, base: paragraph.revision },
        }}
      >
        {t('text.propose.deletion')}
      </ActButton>
    </p>
  )
}

/** What can be stood on beyond the brackets, and what else a delegation can propose of a paragraph. */
export const Matters = (props: MattersProps) => {
  const { t } = useWords()
  const { state, text, paragraph, sending } = props
  return (
    <>
      <Alternatives {...props} />
      <Deletion {...props} />
      <Move {...props} />
      <Anew {...props} />
      <Offer {...props} />
      {paragraph.alternatives.length === 0 && paragraph.alternativeOf === null && (
        <section className="t-bracket">
          <h3>{t('text.whole')}</h3>
          <ol>
            <OptionCard
              state={state}
              sending={sending}
              support={paragraph.whole}
              target={{ text: text.id, paragraph: paragraph.id }}
              label={t('text.whole.label')}
              content={[]}
              plain
            />
          </ol>
        </section>
      )}
      <Propose {...props} />
    </>
  )
}
