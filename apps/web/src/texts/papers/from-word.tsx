import { type DomainState, texts } from '@gavel/domain'
import type { MemberId, ParagraphId } from '@gavel/kernel'
import type { EditSource } from '@gavel/text'
import { useState } from 'react'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { useAsking } from '../../acting/use-asking.ts'
import { useSend } from '../../acting/use-send.ts'
import { Tick } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Drop } from '../../kit/drop.tsx'
import { Notice } from '../../kit/notice.tsx'
import { RefusalShown, useClosedWords } from '../../kit/refusal.tsx'
import { foreseen } from '../../live/room.ts'
import { useRoom } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { inFileOrder } from './in-file-order.ts'
import { chosenActs, type WordChanges, wordChanges } from './word-changes.ts'

/** A change in the words of the file: what was struck and what was put. */
const SourceShown = ({ source: { author, deleted, inserted, tracked } }: { readonly source: EditSource }) => {
  const { t } = useWords()
  return (
    <span>
      {deleted !== undefined && <del dir="auto">{deleted}</del>}{' '}
      {inserted !== undefined && <ins dir="auto">{inserted}</ins>}{' '}
      <span className="small soft">
        <bdi>{author}</bdi>
        {!tracked && ` · ${t('papers.word.untracked')}`}
      </span>
    </span>
  )
}

interface PickedProps {
  readonly text: texts.Text
  readonly changes: WordChanges
  readonly leftOut: ReadonlySet<number>
  readonly onLeftOut: (leftOut: ReadonlySet<number>) => void
}

/** The changes that can be proposed, each of which may be left out. */
const Picked = ({ text, changes, leftOut, onLeftOut }: PickedProps) => {
  const { t } = useWords()
  const flip = (at: number, taken: boolean): void => {
    const next = new Set(leftOut)
    if (taken) next.delete(at)
    else next.add(at)
    onLeftOut(next)
  }
  const numberOf = (body: object): string => {
    const { paragraph } = body as { readonly paragraph?: string }
    return texts.paragraphOf(text, paragraph as ParagraphId)?.number || '¶'
  }
  return (
    <ul className="i-list">
      {inFileOrder(changes.acts).map(({ key, thing: { act, source } }, at) => (
        <li key={key} className="i-picked">
          <Tick
            label={t(`papers.word.act.${act.type}` as 'papers.word.act.texts.propose', {
              number: numberOf(act.body),
            })}
            value={!leftOut.has(at)}
            onChange={taken => flip(at, taken)}
          />
          <SourceShown source={source} />
        </li>
      ))}
    </ul>
  )
}

/** The changes that cannot be proposed: their words, and why. */
const Unplaced = ({ changes }: { readonly changes: WordChanges }) => {
  const { t } = useWords()
  if (changes.unplaced.length === 0) return null
  return (
    <details className="card" open>
      <summary>{t('papers.word.unplaced', { n: changes.unplaced.length })}</summary>
      <ul className="i-list">
        {inFileOrder(changes.unplaced).map(({ key, thing: left }) => (
          <li key={key}>
            <SourceShown source={left.source} />
            {left.rule === undefined ? (
              <p className="small">{t(`papers.word.why.${left.why}`)}</p>
            ) : (
              <RefusalShown rule={left.rule} {...(left.facts === undefined ? {} : { facts: left.facts })} />
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

interface FromWordProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly member: MemberId
}

interface FoundProps extends FromWordProps {
  readonly changes: WordChanges
  readonly onSent: (n: number) => void
}

const WordFound = ({ state, text, changes, onSent }: FoundProps) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const closedWords = useClosedWords()
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set())
  const intents = chosenActs(changes, leftOut)
  const ahead = foreseen(room, state, intents)
  const closed =
    intents.length === 0
      ? t('papers.word.none')
      : ahead.kind === 'refused'
        ? closedWords(ahead.refusal)
        : undefined
  const send = async (): Promise<void> => {
    if (await sending.send(...intents)) onSent(intents.length)
  }
  return (
    <section className="stack" aria-label={t('papers.word.found')}>
      <h3>{t('papers.word.found')}</h3>
      {changes.ofThisText === false && <Notice tone="warn">{t('papers.word.other')}</Notice>}
      {changes.acts.length === 0 && <p className="empty">{t('papers.word.none')}</p>}
      <Picked text={text} changes={changes} leftOut={leftOut} onLeftOut={setLeftOut} />
      <Unplaced changes={changes} />
      {inFileOrder(changes.notices).map(({ key, thing: { kind, words } }) => (
        <Notice key={key} tone="warn">
          {t(`papers.notice.${kind}`)} <bdi>{words}</bdi>
        </Notice>
      ))}
      {changes.comments.length + changes.formatting.length > 0 && (
        <p className="small soft">
          {t('papers.word.beside', { comments: changes.comments.length, looks: changes.formatting.length })}
        </p>
      )}
      <ProblemShown problem={sending.problem} />
      <p>
        <Button
          kind="primary"
          busy={sending.busy}
          {...(closed === undefined ? {} : { closed })}
          onPress={() => void send()}
        >
          {t('text.propose.send', { n: intents.length })}
        </Button>
      </p>
    </section>
  )
}

/** A delegation proposes by a Word file: its tracked changes are shown as what they would propose before they are sent. */
export const FromWord = ({ state, text, member }: FromWordProps) => {
  const { t } = useWords()
  const asking = useAsking()
  const [changes, setChanges] = useState<WordChanges>()
  const [sent, setSent] = useState(0)
  const take = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return
    setSent(0)
    setChanges(undefined)
    setChanges(await asking.ask(() => wordChanges(text.id, member, file)))
  }
  return (
    <section className="stack no-print">
      <h2>{t('papers.word.title')}</h2>
      <p className="soft">{t('papers.word.lead')}</p>
      <Drop
        title={t('papers.word.file')}
        help={t('papers.word.file.help')}
        accept=".docx"
        onFiles={files => void take(files)}
      />
      <div role="status">
        {asking.busy && <p className="busy">{t('papers.reading')}</p>}
        {sent > 0 && <Notice tone="good">{t('papers.word.sent', { n: sent })}</Notice>}
      </div>
      <ProblemShown problem={asking.problem} />
      {changes !== undefined && (
        <WordFound
          state={state}
          text={text}
          member={member}
          changes={changes}
          onSent={n => {
            setSent(n)
            setChanges(undefined)
          }}
        />
      )}
    </section>
  )
}
