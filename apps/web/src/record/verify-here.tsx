import type { DomainState } from '@gavel/domain'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useSlice } from '../live/use-room.tsx'
import { actWords, capacityWords } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { forgetKey, type KeyStanding, meetKey } from './known-key.ts'
import type { Step, Verification } from './steps.ts'
import { notProven, outcomeSign, proofOf, sentenceOf } from './verdict.ts'

interface Verified {
  readonly verification: Verification
  /** How this device stands to the key; absent where somebody gave the key herself. */
  readonly standing?: KeyStanding
}

type Result =
  | { readonly kind: 'idle' | 'busy' | 'unreached' | 'noProof' }
  | ({ readonly kind: 'done' } & Verified)

/** Does the sums in a part of the application that is fetched when somebody asks for it. */
const verified = async (index: number, document: string | undefined): Promise<Result> => {
  const [{ fetchProof }, { verifyInSteps }] = await Promise.all([
    import('./fetch-proof.ts'),
    import('./steps.ts'),
  ])
  try {
    const given = await fetchProof({
      proof: `/api/proof/${index}`,
      document: document === undefined ? undefined : `/api/documents/${document}`,
    })
    if (given === null) return { kind: 'noProof' }
    const verification = verifyInSteps(given)
    return { kind: 'done', verification, standing: meetKey(given.key) }
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'unreached' }
    throw error
  }
}

/** Verifies an entry of the record in the reader's own browser, and shows every step in words. */
export const VerifyHere = ({ index, document }: { readonly index: number; readonly document?: string }) => {
  const { t } = useWords()
  const [result, setResult] = useState<Result>({ kind: 'idle' })
  const run = async (): Promise<void> => {
    setResult({ kind: 'busy' })
    setResult(await verified(index, document))
  }
  return (
    <div className="stack v-verify">
      <p className="row">
        <Button kind="primary" onPress={() => void run()}>
          {t(result.kind === 'done' ? 'verify.again' : 'verify.here')}
        </Button>
        <a className="button" href={`/api/proof/${index}`} download={`entry-${index}.tlog-proof`}>
          {t('record.proof.download')}
        </a>
      </p>
      <div role="status" aria-live="polite">
        {result.kind === 'busy' && <p className="soft">{t('verify.busy')}</p>}
        {result.kind === 'unreached' && <Notice tone="warn">{t('verify.unreached')}</Notice>}
        {result.kind === 'noProof' && <Notice tone="warn">{t('verify.noProof')}</Notice>}
        {result.kind === 'done' && <VerificationShown {...result} />}
      </div>
    </div>
  )
}

/** What came of a verification: the answer, each step, what the entry says, what it proves and what it does not. */
export const VerificationShown = ({ verification, standing }: Verified) => {
  const { t } = useWords()
  const state = useSlice()
  const { good, steps, index, origin } = verification
  const trusted = standing?.kind !== 'changed'
  return (
    <div className="stack">
      <Notice tone={good && trusted ? 'good' : 'bad'} urgent={!good}>
        <p>
          <b>
            <span aria-hidden="true">{good ? '✓' : '✕'}</span>{' '}
            {good ? t('verify.good', { index: index ?? 0, origin }) : t('verify.bad')}
          </b>
        </p>
      </Notice>
      {standing !== undefined && <KeyStandingShown standing={standing} origin={origin} />}
      <h3>{t('verify.steps')}</h3>
      <ol className="v-steps">
        {steps.map(step => (
          <StepShown key={step.name} step={step} />
        ))}
      </ol>
      {good && <SaidShown state={state} verification={verification} />}
      {good && <Meaning verification={verification} />}
    </div>
  )
}

const StepShown = ({ step }: { readonly step: Step }) => {
  const { t } = useWords()
  const sentence = sentenceOf(step)
  return (
    <li data-outcome={step.outcome}>
      <p>
        <span aria-hidden="true" className="v-sign">
          {outcomeSign[step.outcome]}
        </span>
        <b>{t(`verify.${step.name}.title`)}</b>{' '}
        <span className="v-outcome">{t(`verify.${step.outcome}`)}</span>
      </p>
      {sentence !== null && (
        <p className="small v-hash">
          <bdi>{t(sentence.key, sentence.values)}</bdi>
        </p>
      )}
    </li>
  )
}

const KeyStandingShown = ({
  standing,
  origin,
}: {
  readonly standing: KeyStanding
  readonly origin: string
}) => {
  const { t, instant } = useWords()
  if (standing.kind === 'changed')
    return (
      <Notice tone="bad" urgent>
        <p>{t('verify.key.changed', { origin })}</p>
        <p>
          <Button size="small" onPress={() => forgetKey(origin)}>
            {t('record.forget')}
          </Button>
        </p>
      </Notice>
    )
  return (
    <p className="small soft">
      {standing.kind === 'first'
        ? t('verify.key.first')
        : t('verify.key.known', { day: instant(standing.since, 'date') })}
    </p>
  )
}

interface SaidProps {
  readonly state: DomainState | undefined
  readonly verification: Verification
}

/** The entry in words, out of the very bytes that were verified. */
const SaidShown = ({ state, verification }: SaidProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const { type, at, as } = verification.said?.act ?? {}
  if (typeof type !== 'string' || typeof at !== 'string' || typeof as !== 'object' || as === null) return null
  return (
    <section className="stack" data-gap="small">
      <h3>{t('verify.says')}</h3>
      <dl className="facts">
        <div className="facts-row">
          <dt>{t('verify.says.act')}</dt>
          <dd>{actWords(speech, type)}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('verify.says.as')}</dt>
          <dd>
            <bdi>{capacityWords(state, speech, as as Parameters<typeof capacityWords>[2])}</bdi>
          </dd>
        </div>
        <div className="facts-row">
          <dt>{t('verify.says.at')}</dt>
          <dd>
            <time dateTime={at}>{instant(at, 'precise', 'UTC')}</time>
          </dd>
        </div>
      </dl>
    </section>
  )
}

const Meaning = ({ verification }: { readonly verification: Verification }) => {
  const { t } = useWords()
  return (
    <div className="v-meaning">
      <section>
        <h3>{t('verify.proves')}</h3>
        <ul>
          {proofOf(verification).map(({ key, values }) => (
            <li key={key}>{t(key, values)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('verify.provesNot')}</h3>
        <ul>
          {notProven.map(key => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
