import type { DomainState } from '@gavel/domain'
import { type Instant, msBetween } from '@gavel/kernel'
import { useNow } from '../../../live/use-room.tsx'
import { partyName } from '../../../names/names.ts'
import { InstantShown } from '../fields/fields-shown.tsx'
import { useNoticesWords } from '../use-notices-words.ts'

/** What a notice would carry if it were sent now: the terms of the event the rules lead to. */
export interface Terms {
  readonly to: readonly string[]
  readonly restricted: boolean
  readonly secretariat: boolean
  readonly receipts: 'sender' | 'all'
  readonly answers: 'sender' | 'all'
  readonly due: Instant | null
  readonly acknowledgeBy: Instant | null
  readonly answerBy: Instant | null
}

const Due = ({ due }: { readonly due: Instant | null }) => {
  const { t, instant, duration } = useNoticesWords()
  const now = useNow(30_000)
  if (due === null) return <>{t('notices.preview.noDue')}</>
  const left = msBetween(now, due)
  return (
    <span className="x-clock" data-kind={left < 0 ? 'late' : 'inTime'}>
      <span className="x-sign" aria-hidden="true">
        {left < 0 ? '!' : '✓'}
      </span>
      <span>
        {left < 0
          ? t('notices.preview.late', { due: instant(due, 'short'), time: duration(-left) })
          : t('notices.preview.inTime', { due: instant(due, 'short'), time: duration(left) })}
      </span>
    </span>
  )
}

/** Before it is sent: who will read it, who is told what, and the deadlines it sets, as the rules would set them now. */
export const Preview = ({ house, terms }: { readonly house: DomainState; readonly terms: Terms }) => {
  const speech = useNoticesWords()
  const { t, list } = speech
  const names = terms.to.map(member => partyName(house, speech, member))
  const by = (at: Instant | null) => (at === null ? t('notices.preview.none') : <InstantShown at={at} />)
  const rows = [
    ['notices.preview.goesTo', t('notices.preview.so', { n: names.length, names: list(names) })],
    [
      'notices.preview.secretariat',
      t(terms.secretariat ? 'notices.preview.reads' : 'notices.preview.readsNot'),
    ],
    ['notices.preview.receipts', t(`notices.toldTo.${terms.receipts}`)],
    ['notices.preview.answers', t(`notices.toldTo.${terms.answers}`)],
    [
      'notices.preview.mail',
      t(terms.restricted ? 'notices.preview.mail.restricted' : 'notices.preview.mail.open'),
    ],
    ['notices.preview.due', <Due key="due" due={terms.due} />],
    ['notices.preview.acknowledgeBy', by(terms.acknowledgeBy)],
    ['notices.preview.answerBy', by(terms.answerBy)],
  ] as const
  return (
    <section className="card" aria-labelledby="x-preview" aria-live="polite">
      <h2 id="x-preview">{t('notices.preview')}</h2>
      <dl className="facts">
        {rows.map(([word, shown]) => (
          <div key={word} className="facts-row">
            <dt>{t(word)}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
