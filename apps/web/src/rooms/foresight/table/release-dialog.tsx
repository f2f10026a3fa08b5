import type { DomainState } from '@gavel/domain'
import type { ChoiceShape, ReleaseId, TableAnswer } from '@gavel/foresight/browser'
import type { TextId } from '@gavel/kernel'
import { useState } from 'react'
import { Line, Lines } from '../../../decisions/fields.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { freshId } from '../../../live/room.ts'
import { ActFoot } from '../acting/act-foot.tsx'
import { intends } from '../acting/use-asked.ts'
import { ChoicesShown } from '../tell/choices.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { withReleases } from './known.ts'

interface ReleaseProps {
  readonly house: DomainState
  readonly table: TableAnswer
  readonly choices: readonly ChoiceShape[]
  readonly onClose: () => void
}

/** F-6, F-7. To put a package before those who negotiate, in two steps: its words, then who will read it. */
export const ReleaseDialog = ({ house, table, choices, onClose }: ReleaseProps) => {
  const { t } = useForesightWords()
  const [release] = useState(() => freshId('package') as ReleaseId)
  const [step, setStep] = useState<1 | 2>(1)
  const [title, setTitle] = useState('')
  const [words, setWords] = useState('')
  const intent = intends('foresight.release', {
    release,
    text: table.text as TextId,
    title: title.trim(),
    choices: [...choices],
    ...(words.trim() === '' ? {} : { words: words.trim() }),
  })
  const wanting = title.trim() === '' ? t('foresight.release.wanting') : undefined
  return (
    <Dialog title={t('foresight.release')} isOpen onClose={onClose} deliberate wide>
      <div className="stack">
        <p className="d-step">{t('decision.step', { n: step })}</p>
        {step === 1 ? (
          <>
            <Line label={t('foresight.release.title')} value={title} onChange={setTitle} />
            <Lines label={t('foresight.release.words')} value={words} onChange={setWords} />
            <ChoicesShown points={table.points} choices={choices} />
            <p className="closed-line small" role="status">
              {wanting}
            </p>
            <p className="row" data-spread="">
              <Button kind="quiet" onPress={onClose}>
                {t('app.cancel')}
              </Button>
              <Button kind="primary" closed={wanting} onPress={() => setStep(2)}>
                {t('decision.continue')}
              </Button>
            </p>
          </>
        ) : (
          <>
            <p>
              <b>{t('foresight.release.readers')}</b> {t('foresight.release.nothingElse')}
            </p>
            <h3 dir="auto">{title}</h3>
            {words.trim() !== '' && <p dir="auto">{words}</p>}
            <ChoicesShown points={table.points} choices={choices} />
            <ActFoot
              house={house}
              state={withReleases(table.text, table.releases)}
              intent={intent}
              confirm={t('foresight.release.confirm')}
              kind="grave"
              back={{ words: t('app.back'), press: () => setStep(1) }}
              done={onClose}
            />
          </>
        )}
      </div>
    </Dialog>
  )
}

interface WithdrawProps {
  readonly house: DomainState
  readonly table: TableAnswer
  readonly release: TableAnswer['releases'][number]
  readonly onClose: () => void
}

/** F-7. To withdraw a package, once, with a reason. */
export const WithdrawDialog = ({ house, table, release, onClose }: WithdrawProps) => {
  const { t } = useForesightWords()
  const [reason, setReason] = useState('')
  return (
    <Dialog title={t('foresight.withdraw.of', { title: release.title })} isOpen onClose={onClose} deliberate>
      <div className="stack">
        <p className="soft">{t('foresight.withdraw.lead')}</p>
        <Lines label={t('foresight.withdraw.reason')} value={reason} onChange={setReason} />
        <ActFoot
          house={house}
          state={withReleases(table.text, table.releases)}
          intent={intends('foresight.withdrawRelease', {
            release: release.id as ReleaseId,
            text: table.text as TextId,
            reason: reason.trim(),
          })}
          kind="grave"
          confirm={t('foresight.withdraw')}
          wanting={reason.trim() === '' ? t('foresight.withdraw.wanting') : undefined}
          back={{ words: t('app.cancel'), press: onClose }}
          done={onClose}
        />
      </div>
    </Dialog>
  )
}
