import type { DomainState } from '@gavel/domain'
import { Link } from 'wouter'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { byItem, type JournalAnswer, type JournalDecision, type JournalStep } from './journal-shapes.ts'
import type { Meeting } from './next-step.ts'
import { memberNames, speakerWords } from './roles.ts'
import { minutesOf } from './speech-clock.ts'
import { saidIn, stepWords } from './step-words.ts'

interface ShownProps {
  readonly state: DomainState
  readonly meeting: Meeting
  readonly journal: JournalAnswer
}

/** Who was in the room, one line for each delegation with the times it came and went. */
const Presence = ({ state, meeting, journal }: ShownProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const at = (when: string): string => instant(when, 'time', meeting.timeZone)
  const members = [...new Set(journal.presence.map(({ member }) => member))]
    .map(id => ({ id, name: partyName(state, speech, id) }))
    .sort((a, b) => speech.compare(a.name, b.name))
  return (
    <ul className="m-presence">
      {members.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>{' '}
          <span className="soft small numeric">
            {journal.presence
              .filter(({ member }) => member === id)
              .map(({ from, until }) =>
                until === null
                  ? t('journal.presence.now', { from: at(from) })
                  : t('journal.presence.span', { from: at(from), until: at(until) }),
              )
              .join('; ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

const Step = ({ state, meeting, step }: Omit<ShownProps, 'journal'> & { readonly step: JournalStep }) => {
  const speech = useWords()
  const { t, instant } = speech
  const said = saidIn(step.event)
  return (
    <li>
      <time className="soft small numeric" dateTime={step.event.at}>
        {instant(step.event.at, 'time', meeting.timeZone)}
      </time>
      <div>
        <p>
          <bdi>{stepWords(step.event, { state, speech, timeZone: meeting.timeZone })}</bdi>{' '}
          <Link
            className="m-entry no-print"
            href={`/record/${step.index}`}
            title={t('journal.entry', { index: step.index })}
          >
            <span className="spoken">{t('journal.entry', { index: step.index })}</span>
            <span aria-hidden="true">№ {step.index}</span>
          </Link>
        </p>
        {said !== undefined && (
          <blockquote className="m-quote" dir="auto">
            {said}
          </blockquote>
        )}
      </div>
    </li>
  )
}

const Proceedings = ({ state, meeting, journal }: ShownProps) => {
  const { t } = useWords()
  const titleOf = (item: string): string =>
    journal.agenda.items.find(({ number }) => number === item)?.title ??
    meeting.agenda.find(({ number }) => number === item)?.title ??
    ''
  return byItem(journal.steps).map(({ item, steps }) => (
    <section key={`${item} ${steps[0]!.index}`} className="m-run">
      <h3>
        <bdi>
          {item === null ? t('journal.before') : t('journal.item', { number: item, title: titleOf(item) })}
        </bdi>
      </h3>
      <ol className="m-steps">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one entry may bring several events, in their order
          <Step key={`${step.index} ${at}`} state={state} meeting={meeting} step={step} />
        ))}
      </ol>
    </section>
  ))
}

const Speeches = ({ state, journal }: ShownProps) => {
  const speech = useWords()
  const { t } = speech
  return (
    <ol className="m-speeches">
      {journal.speeches.map(({ index, speaker, kind, item, usedMs, seconds, how }) => (
        <li key={index}>
          <bdi>{speakerWords(state, speech, speaker)}</bdi>{' '}
          <span className="soft small">
            {t('journal.speech', { item })}
            {kind === 'reply' && ` · ${t('floor.reply')}`} ·{' '}
            {usedMs === null
              ? t('journal.speech.now')
              : seconds === null
                ? minutesOf(usedMs)
                : t('journal.speech.used', { used: minutesOf(usedMs), limit: minutesOf(seconds * 1_000) })}
            {how === 'taken' && ` · ${t('journal.speech.taken')}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

const Decision = ({
  state,
  decision,
}: {
  readonly state: DomainState
  readonly decision: JournalDecision
}) => {
  const speech = useWords()
  const { t } = speech
  const { number, title, outcome, objections, statements } = decision
  return (
    <li>
      <p>
        {number !== null && <b className="mono">{number} </b>}
        <Link href={`/decisions/${encodeURIComponent(decision.decision)}`}>
          <bdi>{title}</bdi>
        </Link>{' '}
        <span className="soft small">{t(`journal.outcome.${outcome}`)}</span>
      </p>
      {objections.map(({ member, reason, withdrawnAt }) => (
        <div key={`${member} ${reason} ${withdrawnAt}`} className="small">
          <bdi>
            {t(withdrawnAt === null ? 'journal.objected' : 'journal.objected.withdrew', {
              member: partyName(state, speech, member),
            })}
          </bdi>
          {reason !== null && (
            <blockquote className="m-quote" dir="auto">
              {reason}
            </blockquote>
          )}
        </div>
      ))}
      {statements.map(({ member, kind, wording }) => (
        <div key={`${member} ${kind} ${wording}`}>
          <p className="small">
            <bdi>{partyName(state, speech, member)}</bdi>, {t(`statement.kind.${kind}`)}
          </p>
          <blockquote className="m-quote" dir="auto">
            {wording}
          </blockquote>
        </div>
      ))}
    </li>
  )
}

const Statements = ({ state, journal }: ShownProps) => {
  const speech = useWords()
  const { t } = speech
  return (
    <ul className="list">
      {journal.statements
        .filter(({ forJournal }) => forJournal)
        .map(({ statement, speaker, purpose, joined, wording }) => (
          <li key={statement}>
            <p>
              <bdi>
                {joined.length > 0
                  ? t('journal.statement.joint', {
                      speaker: speakerWords(state, speech, speaker),
                      members: memberNames(state, speech, joined),
                    })
                  : t('journal.statement.of', {
                      speaker: speakerWords(state, speech, speaker),
                      purpose: t(`said.purpose.${purpose}`),
                    })}
              </bdi>
            </p>
            {wording !== null && (
              <blockquote className="m-quote" dir="auto">
                {wording}
              </blockquote>
            )}
          </li>
        ))}
    </ul>
  )
}

/** The journal as it is drawn up from the record for whoever looks: who was there, what was done, decided and said. */
export const JournalShown = (props: ShownProps) => {
  const { t } = useWords()
  const { state, journal } = props
  if (journal.steps.length === 0 && journal.presence.length === 0)
    return <p className="empty">{t('journal.none')}</p>
  return (
    <div className="m-journal">
      {journal.presence.length > 0 && (
        <section aria-labelledby="journal-presence">
          <h2 id="journal-presence">{t('journal.presence')}</h2>
          <Presence {...props} />
        </section>
      )}
      <section aria-labelledby="journal-proceedings">
        <h2 id="journal-proceedings">{t('journal.proceedings')}</h2>
        <Proceedings {...props} />
      </section>
      {journal.speeches.length > 0 && (
        <section aria-labelledby="journal-speakers">
          <h2 id="journal-speakers">{t('journal.speakers')}</h2>
          <Speeches {...props} />
        </section>
      )}
      <section aria-labelledby="journal-decisions">
        <h2 id="journal-decisions">{t('journal.decisions')}</h2>
        {journal.decisions.length === 0 && <p className="soft">{t('journal.decisions.none')}</p>}
        <ol className="list">
          {journal.decisions.map(decision => (
            <Decision key={decision.decision} state={state} decision={decision} />
          ))}
        </ol>
      </section>
      {journal.statements.some(({ forJournal }) => forJournal) && (
        <section aria-labelledby="journal-statements">
          <h2 id="journal-statements">{t('journal.statements')}</h2>
          <Statements {...props} />
        </section>
      )}
    </div>
  )
}
