import type { DomainState, decisions, meetings } from '@gavel/domain'
import { get, type TextId, values } from '@gavel/kernel'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { Button } from '../kit/button.tsx'
import { useSlice } from '../live/use-room.tsx'
import type { Key } from '../words/keys.ts'
import { useWords } from '../words/use-words.tsx'
import { type AtHand, steers } from './at-hand.ts'
import { MessageForm, PickDecision, PickText } from './hall-choices.tsx'
import { HallShown } from './hall-shown.tsx'
import { TextSteps } from './hall-steps.tsx'
import { listInView } from './list-in-view.ts'
import type { Meeting } from './next-step.ts'

interface Choice {
  readonly what: meetings.Shown
  readonly word: Key
}

/** What the hall can be shown at one touch, as things stand. */
const choicesFor = (meeting: Meeting, put: string | undefined): readonly Choice[] => {
  const item = listInView(meeting)
  return [
    { what: { kind: 'title' }, word: 'hall.show.title' },
    { what: { kind: 'agenda' }, word: 'hall.show.agenda' },
    ...(item === undefined
      ? []
      : [
          { what: { kind: 'item', item }, word: 'hall.show.item' } as const,
          { what: { kind: 'speakers', item }, word: 'hall.show.speakers' } as const,
        ]),
    { what: { kind: 'presence' }, word: 'hall.show.presence' },
    ...(put === undefined
      ? []
      : [{ what: { kind: 'decision', decision: put as never }, word: 'hall.show.decision' } as const]),
    { what: { kind: 'nothing' }, word: 'hall.show.nothing' },
  ]
}

const putHere = (state: DomainState, meeting: Meeting): decisions.Decision | undefined =>
  [...values(state.decisions.decisions)].findLast(
    ({ course }) => (course.stage === 'put' || course.stage === 'proposed') && course.meeting === meeting.id,
  )

type Picking = 'text' | 'silence' | 'message'
const pickings: readonly Picking[] = ['text', 'silence', 'message']

const Buttons = ({ state, meeting, sending }: AtHand) => {
  const { t } = useWords()
  const [picking, pick] = useState<Picking>()
  const shown = JSON.stringify(meeting.shown?.what)
  const put = putHere(state, meeting)
  // Whether the hall may be shown a decision depends on who may read its text, which the rules then look for.
  const withText = useSlice(put?.subject.kind === 'text' ? put.subject.text : null)
  return (
    <>
      <p className="m-hall-buttons">
        {choicesFor(meeting, put?.id).map(({ what, word }) => (
          <ActButton
            key={word}
            state={what.kind === 'decision' ? (withText ?? state) : state}
            sending={sending}
            size="small"
            pressed={JSON.stringify(what) === shown}
            intent={{ type: 'meetings.show', body: { meeting: meeting.id, what } }}
          >
            {t(word)}
          </ActButton>
        ))}
        {pickings.map(each => (
          <Button
            key={each}
            size="small"
            aria-expanded={picking === each}
            aria-pressed={meeting.shown?.what.kind === each}
            onPress={() => pick(picking === each ? undefined : each)}
          >
            {t(`hall.show.${each}`)}…
          </Button>
        ))}
      </p>
      {picking === 'text' && <PickText {...{ meeting, sending }} onDone={() => pick(undefined)} />}
      {picking === 'silence' && (
        <PickDecision {...{ state, meeting, sending }} onDone={() => pick(undefined)} />
      )}
      {picking === 'message' && <MessageForm {...{ meeting, sending }} onDone={() => pick(undefined)} />}
    </>
  )
}

const Preview = ({ state, meeting }: Pick<AtHand, 'state' | 'meeting'>) => {
  const { t } = useWords()
  const what = meeting.shown?.what
  const withText = useSlice(what?.kind === 'text' ? (what.text as TextId) : null)
  const held = withText !== undefined && get(withText.meetings.meetings, meeting.id) !== undefined
  return (
    <figure className="m-preview" aria-label={t('hall.preview')}>
      <div inert>
        <HallShown state={held ? withText : state} meeting={meeting} preview />
      </div>
    </figure>
  )
}

/** What the hall sees, as a preview; who steers drives it from here. */
export const HallPanel = (at: AtHand) => {
  const { t } = useWords()
  const { meeting } = at
  const what = meeting.shown?.what
  return (
    <section className="m-panel" aria-labelledby="hall-title">
      <h2 id="hall-title">{t('hall.title')}</h2>
      <Preview {...at} />
      {steers(at) && meeting.status !== 'closed' && <Buttons {...at} />}
      {steers(at) && what?.kind === 'text' && <TextSteps {...at} shown={what} />}
      <p className="small">
        <a href={`/meetings/${encodeURIComponent(meeting.id)}/display`} target="_blank" rel="noopener">
          {t('hall.open')}
          <span className="spoken"> ({t('hall.open.window')})</span>
        </a>
      </p>
    </section>
  )
}
