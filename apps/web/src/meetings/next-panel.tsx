import { meetings } from '@gavel/domain'
import { ActButton } from '../acting/act-button.tsx'
import { ClosedLine } from '../acting/closed-line.tsx'
import type { Intent } from '../live/room.ts'
import type { Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'
import { CourseActs } from './course-acts.tsx'
import { before } from './matter-panel.tsx'
import { type NextStep, nextStep } from './next-step.ts'
import { PauseWords } from './pause-words.tsx'
import { speakerWords } from './roles.ts'

interface Offered {
  readonly intent: Intent
  readonly words: string
}

/** The act of the next step and what its button says; undefined where another panel holds the step. */
const offered = (step: NextStep, { state, meeting }: AtHand, speech: Speech): Offered | undefined => {
  const { t } = speech
  const at = { meeting: meeting.id }
  switch (step.kind) {
    case 'open':
      return { intent: { type: 'meetings.open', body: at }, words: t('sitting.open') }
    case 'resume':
      return {
        intent: { type: 'meetings.resume', body: at },
        words:
          meeting.status === 'adjourned'
            ? t('sitting.resume.sitting', { n: meeting.sittings.length + 1 })
            : t('sitting.resume'),
      }
    case 'adoptAgenda':
      return {
        intent: { type: 'meetings.adoptAgenda', body: { ...at, agenda: meeting.agenda } },
        words: t('agenda.adopt'),
      }
    case 'takeUp':
      return {
        intent: { type: 'meetings.takeUpItem', body: { ...at, item: step.item } },
        words: t('agenda.takeUp', { number: step.item }),
      }
    case 'conclude':
      return {
        intent: { type: 'meetings.concludeItem', body: { ...at, item: step.item, outcome: 'concluded' } },
        words: t('agenda.conclude', { number: step.item }),
      }
    case 'giveFloor':
      return {
        intent: { type: 'meetings.giveFloor', body: { ...at, request: step.request.request } },
        words: t('floor.give', { speaker: speakerWords(state, speech, step.request.speaker) }),
      }
    default:
      return undefined
  }
}

const titleOf = (meeting: AtHand['meeting'], item: string): string =>
  meeting.agenda.find(({ number }) => number === item)?.title ?? ''

/** What a step is about, in a line under its button. */
const About = ({ step, meeting }: { readonly step: NextStep; readonly meeting: AtHand['meeting'] }) => {
  const { t } = useWords()
  switch (step.kind) {
    case 'takeUp':
    case 'conclude':
      return (
        <p className="soft">
          <bdi>{titleOf(meeting, step.item)}</bdi>
        </p>
      )
    case 'rule':
      return <p className="soft">{t('sitting.rule')}</p>
    case 'decide':
      return (
        <p>
          <a href="#matter">{t('sitting.decide')}</a>
        </p>
      )
    default:
      return null
  }
}

/** The item under consideration, for those who follow. */
const ItemNow = ({ meeting }: Pick<AtHand, 'meeting'>) => {
  const { t } = useWords()
  const item = meetings.currentItem(meeting)
  if (meeting.status !== 'open') return null
  return (
    <p className="m-item-now">
      <span className="soft small">{t(item === undefined ? 'sitting.item.none' : 'sitting.item')}</span>
      {item !== undefined && (
        <b>
          {item} <bdi>{titleOf(meeting, item)}</bdi>
        </b>
      )}
    </p>
  )
}

/** For the chair: the one thing that comes next, closed by its rule while it is, and what she does with the sitting. */
export const NextPanel = (at: AtHand) => {
  const speech = useWords()
  const { t } = speech
  const { state, meeting, role, sending } = at
  const step = nextStep(meeting, before(state, meeting).length > 0)
  if (role !== 'chair' || step === undefined)
    return (
      <>
        <PauseWords meeting={meeting} />
        <ItemNow meeting={meeting} />
      </>
    )
  const act = offered(step, at, speech)
  return (
    <section className="m-panel m-next" aria-labelledby="next-title">
      <h2 id="next-title">{t('sitting.next')}</h2>
      <PauseWords meeting={meeting} />
      {act !== undefined && (
        <>
          <p>
            <ActButton state={state} sending={sending} kind="primary" intent={act.intent}>
              {act.words}
            </ActButton>
          </p>
          <ClosedLine state={state} intent={act.intent} />
        </>
      )}
      <About step={step} meeting={meeting} />
      <CourseActs {...at} />
    </section>
  )
}
