import { type DomainState, type decisions, parameter } from '@gavel/domain'
import type { Instant, MemberId } from '@gavel/kernel'
import { Checkbox, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components'
import { useKept } from '../kit/kept.ts'
import { Notice } from '../kit/notice.tsx'
import type { Intent } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Countdown } from './silence-clock.tsx'
import type { Decision } from './standing.ts'
import { TwoSteps } from './two-steps.tsx'

interface BreakProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly silence: decisions.Silence
  readonly member: MemberId
  readonly now: Instant
  /** Undefined while the clock stands still. */
  readonly expiresAt: Instant | undefined
  readonly onClose: () => void
}

type How = 'objection' | 'amendment'

/** What the rules of its opening say may break this silence, and who is told the name of who does. */
const rulesOf = ({ institution }: DomainState, decision: Decision, silence: decisions.Silence) => {
  const opened = silence.entries[0]!.at
  const brokenBy = parameter(institution, 'silence.brokenBy', opened, decision.body).value
  return {
    byAmendment: brokenBy.includes('amendment') || brokenBy.includes('substantiveAmendment'),
    editorialIsComment: !brokenBy.includes('amendment') && brokenBy.includes('substantiveAmendment'),
    named: parameter(institution, 'silence.namesBreaker', opened, decision.body).value,
  }
}

interface Written {
  readonly how: How
  readonly words: string
  readonly editorial: boolean
}

const intentOf = (decision: Decision, member: MemberId, { how, words, editorial }: Written): Intent => ({
  type: 'decisions.breakSilence',
  body: {
    decision: decision.id,
    member,
    by:
      how === 'objection'
        ? { kind: 'objection', ...(words === '' ? {} : { reason: words }) }
        : { kind: 'amendment', wording: words, ...(editorial ? { editorial } : {}) },
  },
})

/** To break a silence: first how and with which words, then, with the time that is left in sight, the confirmation. */
export const BreakDialog = (props: BreakProps) => {
  const { state, decision, silence, member, onClose } = props
  const speech = useWords()
  const { t } = speech
  const rules = rulesOf(state, decision, silence)
  const kept = `break.${decision.id}.${member}`
  const [how, keepHow, forgetHow] = useKept(`${kept}.how`, 'objection')
  const [words, keepWords, forgetWords] = useKept(`${kept}.words`)
  const [editorial, keepEditorial, forgetEditorial] = useKept(`${kept}.editorial`)
  const written: Written = {
    how: how === 'amendment' && rules.byAmendment ? 'amendment' : 'objection',
    words: words.trim(),
    editorial: editorial === 'yes' && rules.editorialIsComment && how === 'amendment',
  }
  const name = partyName(state, speech, member)
  return (
    <TwoSteps
      state={state}
      title={t('silence.break.title')}
      intent={intentOf(decision, member, written)}
      missing={written.how === 'amendment' && written.words === '' ? t('silence.break.missing') : undefined}
      confirm={t(written.editorial ? 'silence.break.comment' : 'silence.break.do', { member: name })}
      onClose={onClose}
      onDone={() => {
        forgetHow()
        forgetWords()
        forgetEditorial()
      }}
      first={
        <>
          <p>{t('silence.break.means')}</p>
          <p className="soft">
            <bdi>{t(rules.named ? 'silence.break.named' : 'silence.break.unnamed', { member: name })}</bdi>
          </p>
          <Choice how={written.how} onHow={keepHow} byAmendment={rules.byAmendment} />
          <TextField className="field" value={words} onChange={keepWords} maxLength={4_000}>
            <Label>{t(written.how === 'amendment' ? 'silence.break.wording' : 'silence.break.reason')}</Label>
            <TextArea dir="auto" rows={4} />
          </TextField>
          {written.how === 'amendment' && rules.editorialIsComment && (
            <Checkbox
              className="d-check"
              isSelected={editorial === 'yes'}
              onChange={on => keepEditorial(on ? 'yes' : '')}
            >
              <span className="d-box" aria-hidden="true" /> {t('silence.break.editorial')}
            </Checkbox>
          )}
          <p className="small soft">{t('silence.break.kept')}</p>
        </>
      }
      second={<Confirmed {...props} written={written} name={name} />}
    />
  )
}

interface ChoiceProps {
  readonly how: How
  readonly onHow: (how: string) => void
  readonly byAmendment: boolean
}

const Choice = ({ how, onHow, byAmendment }: ChoiceProps) => {
  const { t } = useWords()
  const ways: readonly How[] = byAmendment ? ['objection', 'amendment'] : ['objection']
  return (
    <RadioGroup className="d-radios" value={how} onChange={onHow}>
      <Label>{t('silence.break.how')}</Label>
      {ways.map(way => (
        <Radio key={way} value={way} className="d-radio">
          <span className="d-dot" aria-hidden="true" />
          <span>
            <b>{t(`silence.break.${way}`)}</b>
            <span className="small soft">{t(`silence.break.${way}.help`)}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

interface ConfirmedProps extends BreakProps {
  readonly written: Written
  readonly name: string
}

const Confirmed = ({ decision, expiresAt, now, written, name }: ConfirmedProps) => {
  const { t } = useWords()
  const { line } = useRoom()
  return (
    <>
      <p>
        <b>
          <bdi>
            {t(written.editorial ? 'silence.break.confirm.comment' : 'silence.break.confirm', {
              member: name,
            })}
          </bdi>
        </b>{' '}
        {!written.editorial && t(`silence.broken.${written.how}`)}
        {': '}
        <bdi>{decision.title}</bdi>
      </p>
      {written.words === '' ? (
        <p className="soft">{t('silence.break.noReason')}</p>
      ) : (
        <blockquote className="d-quote" dir="auto">
          {written.words}
        </blockquote>
      )}
      {expiresAt !== undefined && (
        <div className="row">
          <span className="soft">{t('silence.break.left')}</span>
          <Countdown until={expiresAt} now={now} />
        </div>
      )}
      {line !== 'live' && (
        <Notice tone="warn">
          <p>{t('silence.break.offline')}</p>
        </Notice>
      )}
    </>
  )
}
