import { type DomainState, texts } from '@gavel/domain'
import { get, type MemberId, type PersonId } from '@gavel/kernel'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { useClosedWords } from '../kit/refusal.tsx'
import { freshId, type Intent, whyClosed } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'

interface CommentsProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly paragraph: texts.NegotiatedParagraph
  readonly member: MemberId
}

/** The name a colleague was accredited under last; her id where it is not known here. */
const nameOf = ({ institution }: DomainState, person: PersonId): string => {
  const id = get(institution.credentialsOf, person)?.at(-1)
  return (id === undefined ? undefined : get(institution.credentials, id)?.name) ?? person
}

/** T-54. What the delegates of one delegation say to each other about a paragraph, as it comes in. */
export const Comments = ({ state, text, paragraph, member }: CommentsProps) => {
  const { t, instant } = useWords()
  const room = useRoom()
  const sending = useSend()
  const closedWords = useClosedWords()
  const [wording, setWording] = useState('')
  const [comment, setComment] = useState(() => freshId('c'))
  const thread = texts.commentsOf(state.texts, member, text.id, paragraph.id)
  const said = wording.trim()
  const intent: Intent = {
    type: 'texts.comment',
    body: { text: text.id, paragraph: paragraph.id, member, comment, wording: said === '' ? '…' : said },
  }
  const closed = closedWords(whyClosed(room, state, intent))
  const say = async (): Promise<void> => {
    if (said === '' || !(await sending.send(intent))) return
    setWording('')
    setComment(freshId('c'))
  }
  return (
    <div className="stack" data-gap="small">
      <ol className="g-thread" aria-live="polite">
        {thread.map(({ comment: id, by, at, wording: words }) => (
          <li key={id} data-mine={by === room.viewer.person ? '' : undefined}>
            <p className="small soft">
              <bdi>{nameOf(state, by)}</bdi>
              {' · '}
              <time dateTime={at}>{instant(at, 'short')}</time>
            </p>
            <p dir="auto">{words}</p>
          </li>
        ))}
      </ol>
      <form
        className="g-say"
        onSubmit={event => {
          event.preventDefault()
          if (closed === undefined) void say()
        }}
      >
        <TextField className="field" value={wording} onChange={setWording} maxLength={4_000}>
          <Label>{t('comments.say')}</Label>
          <TextArea dir="auto" rows={1} />
        </TextField>
        <Button size="small" type="submit" busy={sending.busy} {...(closed === undefined ? {} : { closed })}>
          {t('comments.send')}
        </Button>
      </form>
      <ProblemShown problem={sending.problem} />
    </div>
  )
}
