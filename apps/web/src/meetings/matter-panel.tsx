import { type DomainState, decisions } from '@gavel/domain'
import { type Instant, values } from '@gavel/kernel'
import { useState } from 'react'
import { Link } from 'wouter'
import { BringDialog } from '../decisions/bring-dialog.tsx'
import { PutChairActs, PutOwnActs } from '../decisions/put-acts.tsx'
import { useDecision } from '../decisions/use-decision.ts'
import { Button } from '../kit/button.tsx'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'
import { listInView } from './list-in-view.ts'
import type { Meeting } from './next-step.ts'
import { memberNames } from './roles.ts'

/** What is before the meeting: put for adoption, or proposed to be settled by silence. */
export const before = (state: DomainState, meeting: Meeting): readonly decisions.Decision[] =>
  [...values(state.decisions.decisions)].filter(
    ({ course }) => (course.stage === 'put' || course.stage === 'proposed') && course.meeting === meeting.id,
  )

const adoptedIn = (state: DomainState, meeting: Meeting): readonly decisions.Decision[] =>
  [...values(state.decisions.decisions)].filter(
    ({ course }) => course.stage === 'adopted' && course.meeting === meeting.id,
  )

interface MatterProps extends AtHand {
  readonly id: string
}

/** One thing that is before the meeting: its words, who objects, and what can be done about it. */
const Matter = ({ id, role, now }: MatterProps & { readonly now: Instant }) => {
  const speech = useWords()
  const { t } = speech
  const found = useDecision(id)
  if (found.kind !== 'found') return null
  const { state, decision } = found
  const { subject } = decision
  const objectors = decisions.whoObjects(decision)
  return (
    <article className="m-matter">
      <h3 dir="auto">{decision.title}</h3>
      {subject.kind === 'wording' ? (
        <blockquote className="m-wording" dir="auto">
          {subject.wording}
        </blockquote>
      ) : (
        <p>
          <Link href={`/texts/${encodeURIComponent(subject.text)}`} className="mono">
            {subject.symbol}
          </Link>
        </p>
      )}
      <p className="m-ask">{t('matter.ask')}</p>
      <p
        aria-live="assertive"
        className={objectors.length === 0 ? 'soft' : 'said'}
        data-stand={objectors.length === 0 ? undefined : 'objects'}
      >
        {objectors.length === 0 ? (
          t('matter.none')
        ) : (
          <>
            <span aria-hidden="true">✕</span>{' '}
            <bdi>
              {t('matter.objected', {
                members: memberNames(state, speech, objectors),
                n: objectors.length,
              })}
            </bdi>
          </>
        )}
      </p>
      <div className="row">
        {role === 'chair' && <PutChairActs state={state} decision={decision} now={now} />}
        {role === 'delegate' && <PutOwnActs state={state} decision={decision} now={now} />}
      </div>
      <p className="small">
        <Link href={`/decisions/${encodeURIComponent(id)}`}>{t('matter.page')}</Link>
      </p>
    </article>
  )
}

/** What is put to the meeting, and what was adopted in it. */
export const MatterPanel = (at: AtHand) => {
  const { t } = useWords()
  const { state, meeting, role } = at
  const [open, setOpen] = useState(false)
  const put = before(state, meeting)
  const adopted = adoptedIn(state, meeting)
  const item = listInView(meeting)
  const puts = role === 'chair' && meeting.status === 'open'
  if (put.length === 0 && adopted.length === 0 && !puts) return null
  return (
    <section
      className="m-panel m-matters"
      id="matter"
      aria-labelledby="matter-title"
      data-open={put.length === 0 ? undefined : ''}
    >
      <h2 id="matter-title">{t('matter.title')}</h2>
      {put.map(({ id }) => (
        <Matter key={id} {...at} id={id} />
      ))}
      {puts && (
        <p>
          <Button onPress={() => setOpen(true)}>{t('matter.put')}</Button>
        </p>
      )}
      {open && (
        <BringDialog
          state={state}
          body={meeting.body}
          {...(item === undefined ? {} : { under: { meeting: meeting.id, item } })}
          onClose={() => setOpen(false)}
        />
      )}
      {adopted.length > 0 && (
        <>
          <h3>{t('matter.adopted')}</h3>
          <ul className="m-adopted">
            {adopted.map(({ id, title, number }) => (
              <li key={id}>
                <Link href={`/decisions/${encodeURIComponent(id)}`}>
                  <span className="mono">{number?.symbol}</span> <bdi>{title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
