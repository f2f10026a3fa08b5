import { texts } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import { useState } from 'react'
import { Link } from 'wouter'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { Button } from '../kit/button.tsx'
import { Badge } from '../kit/notice.tsx'
import { RefusalShown } from '../kit/refusal.tsx'
import type { Written, WrittenAct } from '../live/outbox.ts'
import { freshId } from '../live/room.ts'
import { useOutbox, useRecorded, useRoom, useSlice } from '../live/use-room.tsx'
import { actWords } from '../names/names.ts'
import { useWordsOfActs } from '../rooms/room-words.ts'
import { useWords } from '../words/use-words.tsx'
import { asAlternative, wordsIn } from './reworked.ts'

/** Where an act leads: the paragraph or the decision it is about. */
const placeOf = ({ body }: WrittenAct): string | null => {
  const { text, paragraph, decision, meeting } = body as Readonly<Record<string, string | undefined>>
  if (text !== undefined)
    return `/texts/${encodeURIComponent(text)}${paragraph === undefined ? '' : `#p-${encodeURIComponent(paragraph)}`}`
  if (decision !== undefined) return `/decisions/${encodeURIComponent(decision)}`
  return meeting === undefined ? null : `/meetings/${encodeURIComponent(meeting)}`
}

const Words = ({ acts }: Pick<Written, 'acts'>) => (
  <>
    {acts.flatMap(wordsIn).map(words => (
      <blockquote key={words} className="b-words" dir="auto">
        {words}
      </blockquote>
    ))}
  </>
)

/** The words now, where what was written was written against older ones. */
const Conflict = ({ written }: { readonly written: Written }) => {
  const { t } = useWords()
  const facts = written.problem?.facts
  if (written.problem?.rule !== 'T-15' || typeof facts?.['current'] !== 'string') return null
  return (
    <>
      <h3>{t('outbox.now')}</h3>
      <blockquote className="b-words" dir="auto">
        {facts['current']}
      </blockquote>
    </>
  )
}

interface RefusedProps {
  readonly written: Written
}

/** What can be done with what was not accepted: send it again, as an alternative, or let it go; its words stay until then. */
const Refused = ({ written }: RefusedProps) => {
  const { t } = useWords()
  const { outbox } = useRoom()
  const [sure, setSure] = useState(false)
  const first = written.acts[0]!
  const text = (first.body as { readonly text?: string }).text
  const state = useSlice(text ?? null)
  const whole =
    text === undefined || state === undefined ? undefined : texts.textOf(state.texts, text as TextId)
  const alternative = whole === undefined ? null : asAlternative(written, whole)
  const again = (acts: readonly WrittenAct[]): void =>
    void outbox?.again(
      written.id,
      acts.map(act => ({ ...act, id: freshId('act') })),
    )
  return (
    <>
      {written.problem?.rule === undefined ? (
        <ProblemShown problem={written.problem ?? null} />
      ) : (
        <RefusalShown rule={written.problem.rule} />
      )}
      <Conflict written={written} />
      <p className="row">
        {alternative !== null && (
          <Button kind="primary" onPress={() => again([alternative])}>
            {t('outbox.asAlternative')}
          </Button>
        )}
        <Button onPress={() => again(written.acts)}>{t('outbox.again')}</Button>
        {sure ? (
          <Button kind="grave" onPress={() => void outbox?.discard(written.id)}>
            {t('outbox.discard.sure')}
          </Button>
        ) : (
          <Button kind="quiet" onPress={() => setSure(true)}>
            {t('outbox.discard')}
          </Button>
        )}
      </p>
    </>
  )
}

const Row = ({ written }: RefusedProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const first = written.acts[0]!
  const place = placeOf(first)
  return (
    <li className="stack" data-gap="small">
      <p className="row">
        <Badge tone={written.state === 'refused' ? 'bad' : 'wait'}>
          {t(`outbox.state.${written.state}`)}
        </Badge>
        <b>{actWords(speech, first.type)}</b>
        {place !== null && <Link href={place}>{t('outbox.place')}</Link>}
        <time className="soft" dateTime={new Date(written.writtenAt).toISOString()}>
          {instant(new Date(written.writtenAt).toISOString(), 'short')}
        </time>
      </p>
      <Words acts={written.acts} />
      {written.state === 'refused' && <Refused written={written} />}
    </li>
  )
}

/** Everything this person wrote that is not on the record yet, what was not accepted and why, and what was recorded last. */
export const OutboxScene = () => {
  const speech = useWords()
  const { t, instant } = speech
  const written = useOutbox()
  const recorded = useRecorded()
  useWordsOfActs([...written.flatMap(({ acts }) => acts), ...recorded].map(({ type }) => type))
  return (
    <section className="page">
      <h1>{t('outbox.title')}</h1>
      <p className="soft">{t('outbox.lead')}</p>
      {written.length === 0 ? <p className="empty">{t('outbox.empty')}</p> : null}
      <ul className="list">
        {written.map(each => (
          <Row key={each.id} written={each} />
        ))}
      </ul>
      {recorded.length > 0 && (
        <>
          <h2>{t('outbox.recorded')}</h2>
          <ul className="list">
            {recorded.map(({ id, type, receipt }) => (
              <li key={id} className="row">
                <Badge tone="good">{t('outbox.state.recorded')}</Badge>
                <span>{actWords(speech, type)}</span>
                <Link href={`/record/${receipt.index}`} className="mono">
                  {receipt.index}
                </Link>
                <time className="soft" dateTime={receipt.at}>
                  {instant(receipt.at, 'short')}
                </time>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
