import { useMemo } from 'react'
import { Link } from 'wouter'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { type Sending, useSend } from '../acting/use-send.ts'
import { type Choice, type Ready, readyIn } from '../due/ready.ts'
import { Badge } from '../kit/notice.tsx'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import type { Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import type { OfText } from './of-text.ts'

const choiceWords = ({ t }: Speech, { what }: Ready, { outcome, wording }: Choice): string => {
  if (outcome === 'on') return t('ready.on', { wording: wording === '' ? t('ready.noWords') : wording })
  return what === 'deletion' || what === 'move' || what === 'newParagraph'
    ? t(`ready.${what}.${outcome}`)
    : t(`ready.what.${what}`)
}

interface RowProps extends OfText {
  readonly ready: Ready
  readonly sending: Sending
}

const Row = ({ state, text, ready, sending }: RowProps) => {
  const speech = useWords()
  const { t, list } = speech
  const href = `/texts/${encodeURIComponent(text.id)}#p-${encodeURIComponent(ready.paragraph)}`
  return (
    <li className="stack" data-gap="small">
      <p className="row">
        <Link href={href}>
          <bdi>{t('text.paragraph', { number: ready.number || '¶' })}</bdi>
        </Link>
        <Badge>{t(`ready.what.${ready.what}`)}</Badge>
        {!ready.spoken && <span className="small soft">{t('ready.silent')}</span>}
      </p>
      {ready.choices.map(choice => (
        <div key={`${choice.outcome} ${choice.wording}`} className="k-choice">
          <ActButton state={state} sending={sending} size="small" intent={choice.intent}>
            <bdi>{choiceWords(speech, ready, choice)}</bdi>
          </ActButton>
          {choice.maintainedBy.length > 0 && (
            <span className="small soft">
              <bdi>{list(choice.maintainedBy.map(member => partyName(state, speech, member)))}</bdi>
            </span>
          )}
        </div>
      ))}
    </li>
  )
}

/** T-28 to T-33. What may be settled now, because nobody stands in the way, each with its outcomes. */
export const ReadyPanel = ({ state, text }: OfText) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const all = useMemo(() => readyIn(room, state, text), [room, state, text])
  return (
    <section className="stack" data-gap="small" aria-labelledby="k-ready">
      <h3 id="k-ready">
        {t('ready.title')} <span className="soft numeric">{all.length}</span>
      </h3>
      <ProblemShown problem={sending.problem} />
      {all.length === 0 ? (
        <p className="soft">{t('ready.none')}</p>
      ) : (
        <ul className="list">
          {all.map(ready => (
            <Row
              key={`${ready.what} ${ready.paragraph} ${ready.choices[0]?.wording}`}
              state={state}
              text={text}
              ready={ready}
              sending={sending}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
