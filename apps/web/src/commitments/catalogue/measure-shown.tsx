import type { DomainState } from '@gavel/domain'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../kit/button.tsx'
import { SourceMark } from '../../kit/source-mark.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { dayWords } from '../../names/days.ts'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { AreaRow } from '../answers.ts'
import { AgreeDialog, LeaveDialog } from './agreeing.tsx'
import { isTakenUp } from './editions.ts'

interface MeasureProps {
  readonly state: DomainState
  readonly catalogue: string
  readonly measure: AreaRow['measures'][number]
}

/** Who agreed to carry a measure out, and since when; and who no longer does. */
const Agreed = ({ state, measure }: Pick<MeasureProps, 'state' | 'measure'>) => {
  const speech = useWords()
  const { t } = speech
  if (measure.agreed.length === 0) return null
  return (
    <details className="small">
      <summary>
        {t('catalogue.agreed', { n: measure.agreed.filter(one => one.until === undefined).length })}
      </summary>
      <ul className="u-terms">
        {measure.agreed.map(({ member, from, until, source }) => (
          <li key={`${member} ${from}`}>
            <bdi>{partyName(state, speech, member)}</bdi>{' '}
            <span className="soft">
              {until === undefined
                ? t('organisation.from', { from: dayWords(speech, from) })
                : t('catalogue.left', { from: dayWords(speech, from), until: dayWords(speech, until) })}
            </span>
            {source !== undefined && <SourceMark source={source} of={partyName(state, speech, member)} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

const Acts = ({ catalogue, measure }: MeasureProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const [open, setOpen] = useState<'agree' | 'leave' | null>(null)
  if (as?.kind !== 'delegate' && as?.kind !== 'secretariat') return null
  const ref = { catalogue, measure: measure.measure }
  const agreed = measure.agreed.filter(({ until }) => until === undefined).map(({ member }) => member)
  const has = as.kind === 'delegate' ? agreed.includes(as.member) : agreed.length > 0
  const close = (): void => setOpen(null)
  return (
    <p className="row no-print">
      {(as.kind === 'secretariat' || !has) && (
        <Button size="small" onPress={() => setOpen('agree')}>
          {t('catalogue.agree')}
        </Button>
      )}
      {has && (
        <Button size="small" kind="quiet" onPress={() => setOpen('leave')}>
          {t('catalogue.leave')}
        </Button>
      )}
      <Link
        className="button"
        data-size="small"
        data-kind="quiet"
        href={`/commitments/new?${new URLSearchParams(ref)}`}
      >
        {t('catalogue.undertake')}
      </Link>
      {open === 'agree' && <AgreeDialog measure={ref} onClose={close} />}
      {open === 'leave' && <LeaveDialog measure={ref} agreed={agreed} onClose={close} />}
    </p>
  )
}

/** One measure: its words and source, who carries it out, and how often it has been taken up. */
export const MeasureShown = (props: MeasureProps) => {
  const { state, catalogue, measure } = props
  const { t, name } = useWords()
  const { number, source, commitments, activities } = measure
  const called = name(measure.name, measure.measure)
  const query = new URLSearchParams({ catalogue, measure: measure.measure })
  return (
    <li className="stack u-measure" data-gap="small">
      <p>
        {number !== undefined && <span className="mono small soft">{number} </span>}
        <bdi>{called}</bdi>
        <SourceMark source={source} of={number ?? measure.measure} />
      </p>
      <p className="row small">
        <span className="u-status" data-status={isTakenUp(measure) ? 'complete' : 'notStarted'}>
          <span className="u-sign" aria-hidden="true">
            {isTakenUp(measure) ? '●' : '○'}
          </span>
          {t(isTakenUp(measure) ? 'catalogue.takenUp' : 'catalogue.notTakenUp')}
        </span>
        {commitments > 0 && (
          <Link href={`/commitments?${query}`}>{t('catalogue.commitments', { n: commitments })}</Link>
        )}
        {activities > 0 && <span className="soft">{t('catalogue.activities', { n: activities })}</span>}
      </p>
      <Agreed state={state} measure={measure} />
      <Acts {...props} />
    </li>
  )
}
