import { type DomainState, texts } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { useId, useState } from 'react'
import {
  Disclosure,
  DisclosurePanel,
  Label,
  Button as Press,
  TextArea,
  TextField,
} from 'react-aria-components'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { useClosedWords } from '../kit/refusal.tsx'
import { whyClosed } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Comments } from './comments.tsx'
import {
  type Instructing,
  type InstructionPart,
  instructIntent,
  instructingOf,
  instructionParts,
  isBlank,
} from './instructing.ts'

interface OwnProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly paragraph: texts.NegotiatedParagraph
  readonly member: MemberId
}

/** The mark on everything that one delegation alone can read: a sign and a sentence. */
export const OwnMark = ({ state, member }: Pick<OwnProps, 'state' | 'member'>) => {
  const speech = useWords()
  return (
    <p className="g-own">
      <span aria-hidden="true">⚑</span>{' '}
      {speech.t('instructions.own', { member: partyName(state, speech, member) })}
    </p>
  )
}

/** The parts that were given, each under its word. */
export const InstructionsShown = ({ given }: { readonly given: Instructing }) => {
  const { t } = useWords()
  return (
    <dl className="g-given">
      {instructionParts
        .filter(part => given[part] !== '')
        .map(part => (
          <div key={part} data-part={part}>
            <dt>{t(`instructions.${part}`)}</dt>
            <dd dir="auto">{given[part]}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What is being written and not saved, for as long as the page is open: choosing another paragraph loses nothing. */
const unsaved = new Map<string, Instructing>()

/** The place of somebody's unsaved words; in another seat they are not there. */
const useUnsavedKey = (text: string, paragraph: string): string =>
  `${useRoom().viewer.person} ${text} ${paragraph}`

/** The four parts opened for writing. Saved they go to the record, sealed for the delegation alone. */
export const InstructionsForm = ({
  state,
  text,
  paragraph,
  member,
  first = 'redLine',
  onClose,
}: OwnProps & { readonly first?: InstructionPart; readonly onClose: () => void }) => {
  const { t } = useWords()
  const room = useRoom()
  const sending = useSend()
  const closedWords = useClosedWords()
  const key = useUnsavedKey(text.id, paragraph.id)
  const [given, setGiven] = useState(
    () => unsaved.get(key) ?? instructingOf(state.texts, member, text.id, paragraph.id),
  )
  const write = (next: Instructing): void => {
    unsaved.set(key, next)
    setGiven(next)
  }
  const close = (): void => {
    unsaved.delete(key)
    onClose()
  }
  const intent = instructIntent(member, text.id, paragraph.id, given)
  const closed = closedWords(whyClosed(room, state, intent))
  const save = async (): Promise<void> => {
    if (await sending.send(intent)) close()
  }
  return (
    <form
      className="stack"
      data-gap="small"
      onSubmit={event => {
        event.preventDefault()
        if (closed === undefined) void save()
      }}
    >
      {instructionParts.map(part => (
        <TextField
          key={part}
          className="field"
          value={given[part]}
          onChange={words => write({ ...given, [part]: words })}
          maxLength={4_000}
        >
          <Label>{t(`instructions.${part}`)}</Label>
          <TextArea dir="auto" rows={2} autoFocus={part === first} />
        </TextField>
      ))}
      <ProblemShown problem={sending.problem} />
      <div className="row" data-spread="">
        <Button kind="quiet" size="small" onPress={close}>
          {t('app.cancel')}
        </Button>
        <Button
          kind="primary"
          size="small"
          type="submit"
          busy={sending.busy}
          {...(closed === undefined ? {} : { closed })}
        >
          {t('instructions.save')}
        </Button>
      </div>
    </form>
  )
}

/** A delegation's own instructions and its talk about a paragraph, beside the paragraph; for its delegates alone. */
export const Instructions = ({ state, text, paragraph }: Omit<OwnProps, 'member'>) => {
  const { t } = useWords()
  const { as } = useRoom()
  const key = useUnsavedKey(text.id, paragraph.id)
  const [editing, setEditing] = useState(() => unsaved.has(key))
  const [folding, setFolding] = useState<boolean>()
  const heading = useId()
  if (as?.kind !== 'delegate') return null
  const own = { state, text, paragraph, member: as.member }
  const given = instructingOf(state.texts, as.member, text.id, paragraph.id)
  const said = texts.commentsOf(state.texts, as.member, text.id, paragraph.id).length
  // Where nothing is noted and nothing said, the options come first: the panel is one line until it is opened.
  const open = folding ?? (editing || said > 0 || !isBlank(given))
  return (
    <section className="g-panel" aria-labelledby={heading}>
      <Disclosure isExpanded={open} onExpandedChange={setFolding}>
        <h3 id={heading}>
          <Press slot="trigger" className="g-toggle">
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> {t('instructions.title')}
          </Press>
        </h3>
        <DisclosurePanel>
          <div className="stack" data-gap="small">
            <OwnMark {...own} />
            {editing ? (
              <InstructionsForm {...own} onClose={() => setEditing(false)} />
            ) : (
              <>
                {isBlank(given) ? (
                  <p className="small soft">{t('instructions.none')}</p>
                ) : (
                  <InstructionsShown given={given} />
                )}
                <p>
                  <Button size="small" onPress={() => setEditing(true)}>
                    {isBlank(given) ? t('instructions.give') : t('instructions.change')}
                  </Button>
                </p>
              </>
            )}
            <h4>
              {t('comments.title')}
              {said > 0 && ` (${said})`}
            </h4>
            <Comments {...own} />
          </div>
        </DisclosurePanel>
      </Disclosure>
    </section>
  )
}
