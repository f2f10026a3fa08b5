import '../styles/meetings.css'
import { useState } from 'react'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { Choice } from '../decisions/fields.tsx'
import { Button } from '../kit/button.tsx'
import { useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import type { AtHand } from './at-hand.ts'
import { JournalPapers } from './journal-papers.tsx'
import type { JournalAnswer } from './journal-shapes.ts'
import { JournalShown } from './journal-shown.tsx'
import { MeetingFrame } from './meeting-scene.tsx'
import { handOver, journalPath, type PrintedForm, printed } from './printed.ts'

/** What is fetched and what is made here look alike to whoever takes it away. */
const asButton = { className: 'button', 'data-size': 'small' } as const

const endings = { text: 'txt', markdown: 'md' } as const

/** The journal, and the list of decisions, to take away. */
const Exports = ({ meeting, sitting }: Pick<AtHand, 'meeting'> & { readonly sitting: number | null }) => {
  const { t } = useWords()
  const take = async (form: PrintedForm): Promise<void> => {
    const words = await printed(journalPath(meeting.id, sitting), form)
    if (words !== undefined) handOver(`journal-${meeting.id}.${endings[form]}`, words, form)
  }
  return (
    <p className="row small no-print">
      <Button size="small" onPress={() => print()}>
        {t('journal.print')}
      </Button>
      <a {...asButton} href={journalPath(meeting.id, sitting)} target="_blank" rel="noopener">
        {t('journal.asHtml')}
      </a>
      <a {...asButton} href={journalPath(meeting.id, sitting, 'journal.pdf')} target="_blank" rel="noopener">
        PDF
      </a>
      <Button size="small" onPress={() => void take('text')}>
        {t('journal.asText')}
      </Button>
      <Button size="small" onPress={() => void take('markdown')}>
        {t('journal.asMarkdown')}
      </Button>
      <a {...asButton} href={journalPath(meeting.id, sitting, 'decisions')} target="_blank" rel="noopener">
        {t('journal.decisions')}
      </a>
    </p>
  )
}

const Journal = (at: AtHand) => {
  const { t } = useWords()
  const { state, meeting, sending } = at
  const [chosen, setChosen] = useState('')
  const sitting = chosen === '' ? null : Number(chosen)
  const { data } = useView<JournalAnswer>(journalPath(meeting.id, sitting))
  const papers = meeting.journals.find(each => each.sitting === sitting)
  return (
    <div className="m-notice">
      <div className="stack">
        <p className="soft small no-print">{t('journal.lead')}</p>
        {meeting.sittings.length > 1 && (
          <div className="no-print">
            <Choice
              label={t('journal.of')}
              value={chosen}
              onChange={setChosen}
              options={[
                ['', t('journal.whole')],
                ...meeting.sittings.map(
                  ({ number }) => [String(number), t('journal.sitting', { n: number })] as const,
                ),
              ]}
            />
          </div>
        )}
        <Exports meeting={meeting} sitting={sitting} />
        {data !== undefined && <JournalShown state={state} meeting={meeting} journal={data} />}
      </div>
      <div className="stack">
        {sending.problem !== null && <ProblemShown problem={sending.problem} />}
        <JournalPapers {...at} sitting={sitting} papers={papers} />
      </div>
    </div>
  )
}

/** The journal of a meeting, live from the record while it goes on; afterwards on its way to approval. */
export const JournalScene = ({ id }: { readonly id: string }) => (
  <MeetingFrame id={id} tab="journal">
    {at => <Journal {...at} />}
  </MeetingFrame>
)
