import type { meetings } from '@gavel/domain'
import type { CorrectionId } from '@gavel/kernel'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { Line, Lines } from '../decisions/fields.tsx'
import { ReasonDialog } from '../decisions/reason-dialog.tsx'
import { Button } from '../kit/button.tsx'
import { freshId } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { ActDialog } from './act-dialog.tsx'
import { type AtHand, steers } from './at-hand.ts'
import { JournalFileDialog } from './journal-file-dialog.tsx'
import { journalPath, printed, wordsOf } from './printed.ts'
import { ownMember } from './roles.ts'

export interface PapersProps extends AtHand {
  readonly sitting: number | null
  readonly papers: meetings.Journal | undefined
}

/** Which sitting an act on a journal names; the whole meeting where it names none. */
const ofSitting = ({ meeting, sitting }: PapersProps) => ({
  meeting: meeting.id,
  ...(sitting === null ? {} : { sitting }),
})

type Correction = meetings.Journal['corrections'][number]

const CorrectionShown = (props: PapersProps & { readonly correction: Correction }) => {
  const speech = useWords()
  const { t } = speech
  const { state, sending, correction } = props
  const [refusing, setRefusing] = useState(false)
  const { answer, member, place, wording } = correction
  const at = { ...ofSitting(props), correction: correction.correction }
  return (
    <li className="stack" data-gap="small">
      <p>
        <b>
          <bdi>{partyName(state, speech, member)}</bdi>
        </b>{' '}
        {place !== undefined && <bdi className="soft">{place}</bdi>}
      </p>
      <blockquote className="m-quote" dir="auto">
        {wording}
      </blockquote>
      <p className="small soft">
        {answer === undefined
          ? t('journal.correction.open')
          : answer.taken
            ? `✓ ${t('journal.correction.taken')}`
            : t('journal.correction.refused', { reason: answer.reason ?? '' })}
      </p>
      {answer === undefined && steers(props) && (
        <p className="row no-print">
          <ActButton
            state={state}
            sending={sending}
            size="small"
            intent={{ type: 'meetings.answerCorrection', body: { ...at, taken: true } }}
          >
            {t('journal.correction.take')}
          </ActButton>
          <Button size="small" onPress={() => setRefusing(true)}>
            {t('journal.correction.refuse')}
          </Button>
        </p>
      )}
      {refusing && (
        <ReasonDialog
          state={state}
          title={t('journal.correction.refuse')}
          lead={wording}
          label={t('journal.correction.reason')}
          name={`correction.${correction.correction}`}
          intentWith={reason => ({
            type: 'meetings.answerCorrection',
            body: { ...at, taken: false, reason },
          })}
          onClose={() => setRefusing(false)}
        />
      )}
    </li>
  )
}

/** A delegation says what should stand where. */
const Asking = (props: PapersProps & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const { state, onClose } = props
  const { as } = useRoom()
  const [correction] = useState(() => freshId('c') as CorrectionId)
  const [place, setPlace] = useState('')
  const [wording, setWording] = useState('')
  const member = ownMember(as)
  if (member === undefined) return null
  return (
    <ActDialog
      state={state}
      title={t('journal.correct')}
      lead={t('journal.correct.lead')}
      intent={{
        type: 'meetings.askCorrection',
        body: {
          ...ofSitting(props),
          correction,
          member,
          ...(place.trim() === '' ? {} : { place: place.trim() }),
          wording: wording.trim(),
        },
      }}
      confirm={t('journal.correct.do')}
      onClose={onClose}
    >
      <Line label={t('journal.correct.place')} value={place} onChange={setPlace} />
      <Lines label={t('journal.correct.words')} value={wording} onChange={setWording} />
    </ActDialog>
  )
}

type Open = 'circulate' | 'correct' | 'approve' | 'corrigendum'

const Dialogs = (props: PapersProps & { readonly open: Open; readonly onClose: () => void }) => {
  const { t } = useWords()
  const { state, meeting, sitting, papers, open, onClose } = props
  const at = ofSitting(props)
  const taken = papers?.corrections.some(({ answer }) => answer?.taken === true) ?? false
  const common = { state, onClose }
  switch (open) {
    case 'circulate':
      return (
        <JournalFileDialog
          {...common}
          title={t(papers === undefined ? 'journal.circulate' : 'journal.circulate.anew')}
          lead={t('journal.circulate.lead')}
          confirm={t('journal.circulate')}
          words={() => printed(journalPath(meeting.id, sitting), 'markdown')}
          edits
          intent={document => ({ type: 'meetings.circulateJournal', body: { ...at, document } })}
        />
      )
    case 'approve':
      return (
        <JournalFileDialog
          {...common}
          title={t('journal.approve')}
          lead={t(taken ? 'journal.approve.corrected' : 'journal.approve.same')}
          confirm={t('journal.approve')}
          words={() => wordsOf(papers!.document)}
          edits={taken}
          intent={hash => ({
            type: 'meetings.approveJournal',
            body: { ...at, document: taken ? hash : papers!.document },
          })}
        />
      )
    case 'corrigendum':
      return (
        <JournalFileDialog
          {...common}
          title={t('journal.corrigendum')}
          lead={t('journal.corrigendum.lead')}
          confirm={t('journal.corrigendum')}
          words={async () => `# ${t('journal.corrigendum')}: ${meeting.title}\n`}
          edits
          about={t('journal.corrigendum.words')}
          intent={(document, wording) => ({
            type: 'meetings.issueCorrigendum',
            body: { ...at, document, wording },
          })}
        />
      )
    case 'correct':
      return <Asking {...props} onClose={onClose} />
  }
}

/** What can be done with a journal on its way, by who steers and by a delegation. */
const PapersActs = (props: PapersProps) => {
  const { t } = useWords()
  const { role, papers } = props
  const [open, setOpen] = useState<Open>()
  const approved = papers?.approvedAt !== undefined
  const button = (which: Open, words: string, primary = false) => (
    <Button {...(primary ? { kind: 'primary' as const } : {})} onPress={() => setOpen(which)}>
      {words}
    </Button>
  )
  return (
    <>
      <p className="row no-print">
        {steers(props) &&
          !approved &&
          button(
            'circulate',
            t(papers === undefined ? 'journal.circulate' : 'journal.circulate.anew'),
            papers === undefined,
          )}
        {role === 'delegate' && papers !== undefined && !approved && button('correct', t('journal.correct'))}
        {role === 'chair' &&
          papers !== undefined &&
          !approved &&
          button('approve', t('journal.approve'), true)}
        {steers(props) && approved && button('corrigendum', t('journal.corrigendum'))}
      </p>
      {open !== undefined && <Dialogs {...props} open={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

const Way = ({ meeting, papers, now }: PapersProps & { readonly papers: meetings.Journal }) => {
  const { t, instant } = useWords()
  const at = (when: string): string => instant(when, 'full', meeting.timeZone)
  const over = papers.correctionsUntil <= now
  return (
    <ul className="m-plain">
      <li>✓ {t('journal.circulated', { at: at(papers.circulatedAt) })}</li>
      {papers.approvedAt === undefined ? (
        <li>
          {over ? '✓' : '◷'}{' '}
          {t(over ? 'journal.correctionsOver' : 'journal.correctionsUntil', {
            at: at(papers.correctionsUntil),
          })}
        </li>
      ) : (
        <li>✓ {t('journal.approved', { at: at(papers.approvedAt) })}</li>
      )}
      <li>
        <a href={`/api/documents/${papers.document}`} download="journal.md">
          {t(papers.approvedAt === undefined ? 'journal.file' : 'journal.file.approved')}
        </a>{' '}
        <span className="soft small m-hash">
          SHA-256 <span className="mono">{papers.document}</span>
        </span>
      </li>
    </ul>
  )
}

/** A journal on its way: circulated, corrected, approved; and what put it right afterwards. */
export const JournalPapers = (props: PapersProps) => {
  const { t, instant } = useWords()
  const { papers, role, meeting } = props
  const outside = role === 'onlooker' || role === 'observer'
  if (meeting.openedAt === undefined) return null
  return (
    <section className="m-panel" aria-labelledby="papers-title">
      <h2 id="papers-title">{t('journal.papers')}</h2>
      {papers === undefined ? (
        <p className="soft">{t(outside ? 'journal.papers.outside' : 'journal.papers.none')}</p>
      ) : (
        <Way {...props} papers={papers} />
      )}
      {papers !== undefined && papers.corrections.length > 0 && (
        <>
          <h3>{t('journal.corrections')}</h3>
          <ul className="list">
            {papers.corrections.map(correction => (
              <CorrectionShown key={correction.correction} {...props} correction={correction} />
            ))}
          </ul>
        </>
      )}
      {papers !== undefined && papers.corrigenda.length > 0 && (
        <>
          <h3>{t('journal.corrigenda')}</h3>
          <ul className="list">
            {papers.corrigenda.map(({ document, wording, at }) => (
              <li key={document}>
                <p dir="auto">{wording}</p>
                <p className="small">
                  {instant(at, 'long', meeting.timeZone)} ·{' '}
                  <a href={`/api/documents/${document}`} download="corrigendum.md">
                    {t('journal.corrigendum')}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <PapersActs {...props} />
    </section>
  )
}
