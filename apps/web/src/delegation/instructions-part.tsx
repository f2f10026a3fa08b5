import { type DomainState, texts } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { useMemo, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { standSigns } from '../kit/stand.tsx'
import { useNow } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { instructingOf, isBlank } from '../texts/instructing.ts'
import { InstructionsForm, InstructionsShown, OwnMark } from '../texts/instructions.tsx'
import { ContentShown } from '../texts/written/content.tsx'
import { useWords } from '../words/use-words.tsx'
import { WithText } from './text-choice.tsx'

const shows = ['all', 'given', 'disputed'] as const
type Show = (typeof shows)[number]

interface TableProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly member: MemberId
}

interface RowProps extends TableProps {
  readonly paragraph: texts.NegotiatedParagraph
  readonly said: readonly texts.Position[]
}

/** One paragraph: its words, what the delegation says of it aloud, and what it noted for itself. */
const Row = ({ state, text, member, paragraph, said }: RowProps) => {
  const { t } = useWords()
  const [editing, setEditing] = useState(false)
  const given = instructingOf(state.texts, member, text.id, paragraph.id)
  const talk = texts.commentsOf(state.texts, member, text.id, paragraph.id).length
  const number = paragraph.number || '¶'
  const href = `/texts/${encodeURIComponent(text.id)}#p-${encodeURIComponent(paragraph.id)}`
  return (
    <tr>
      <th scope="row">
        <Link href={href}>
          <bdi>{number}</bdi>
        </Link>
        <p className="g-words" lang={text.language} dir="auto">
          <ContentShown content={paragraph.content} />
        </p>
      </th>
      <td data-label={t('delegation.col.stand')}>
        {[...new Set(said)].map(position => (
          <span key={position} className="said g-position" data-stand={position}>
            <span aria-hidden="true">{standSigns[position]}</span> {t(`stand.word.${position}`)}
          </span>
        ))}
      </td>
      <td>
        {editing ? (
          <InstructionsForm
            state={state}
            text={text}
            paragraph={paragraph}
            member={member}
            onClose={() => setEditing(false)}
          />
        ) : (
          <>
            <InstructionsShown given={given} />
            <p className="row no-print">
              <Button size="small" kind="quiet" onPress={() => setEditing(true)}>
                {isBlank(given) ? t('instructions.give') : t('instructions.change')}
                <span className="spoken"> {t('delegation.instructions.of', { number })}</span>
              </Button>
              {talk > 0 && (
                <Link href={href} className="small">
                  {t('delegation.talk', { n: talk })}
                </Link>
              )}
            </p>
          </>
        )}
      </td>
    </tr>
  )
}

/** What the delegation says of each paragraph aloud, by paragraph. */
const saidBy = (text: texts.Text, member: MemberId): ReadonlyMap<string, readonly texts.Position[]> => {
  const said = new Map<string, texts.Position[]>()
  for (const { paragraph, position } of texts.whereStands(text, member))
    said.set(paragraph, [...(said.get(paragraph) ?? []), position])
  return said
}

const Choice = ({ show, onShow }: { readonly show: Show; readonly onShow: (show: Show) => void }) => {
  const { t } = useWords()
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={t('delegation.instructions.show')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[show]}
      onSelectionChange={([next]) => next !== undefined && onShow(next as Show)}
    >
      {shows.map(each => (
        <ToggleButton key={each} id={each}>
          {t(`delegation.instructions.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

const Sheet = ({ state, text, member }: TableProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const now = useNow(60_000)
  const [show, setShow] = useState<Show>('all')
  const said = useMemo(() => saidBy(text, member), [text, member])
  const all = [...texts.paragraphsOf(text)].filter(({ kind }) => kind !== 'heading')
  const shown = all.filter(
    paragraph =>
      show === 'all' ||
      (show === 'disputed'
        ? texts.isDisputed(paragraph)
        : !isBlank(instructingOf(state.texts, member, text.id, paragraph.id))),
  )
  return (
    <section className="stack" data-gap="small">
      <header className="row no-print" data-spread="">
        <Choice show={show} onShow={setShow} />
        <Button size="small" onPress={() => print()}>
          {t('delegation.instructions.print')}
        </Button>
      </header>
      <h2 dir="auto">{text.title}</h2>
      <p className="g-print">
        {t('delegation.confidential', {
          member: partyName(state, speech, member),
          at: instant(now, 'long'),
        })}
      </p>
      {shown.length === 0 && <p className="empty">{t('delegation.instructions.empty')}</p>}
      {shown.length > 0 && (
        <table className="table g-sheet">
          <thead>
            <tr>
              {(['paragraph', 'stand', 'instructions'] as const).map(column => (
                <th key={column} scope="col">
                  {t(`delegation.col.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(paragraph => (
              <Row
                key={paragraph.id}
                state={state}
                text={text}
                member={member}
                paragraph={paragraph}
                said={said.get(paragraph.id) ?? []}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** The delegation's instructions for a whole text, paragraph by paragraph, to be read, changed and printed. */
export const InstructionsPart = ({ member }: { readonly member: MemberId }) => {
  const { t } = useWords()
  return (
    <WithText>
      {(state, text) => (
        <>
          <div className="stack no-print" data-gap="small">
            <p className="soft">{t('delegation.instructions.lead')}</p>
            <OwnMark state={state} member={member} />
          </div>
          <Sheet state={state} text={text} member={member} />
        </>
      )}
    </WithText>
  )
}
