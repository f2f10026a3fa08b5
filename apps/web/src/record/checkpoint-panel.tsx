import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import type { Key } from '../words/keys.ts'
import { useWords } from '../words/use-words.tsx'
import { type Growth, isSound, type SeenCheckpoint } from './growth.ts'
import { forgetKey } from './known-key.ts'
import type { Look } from './look.ts'
import { forgetSeen } from './seen-checkpoint.ts'

/** A look at the record, renewed whenever it has grown: the sums are done in a part that is fetched for it. */
const useLook = () =>
  useQuery({
    queryKey: ['view', '/api/record/look'],
    queryFn: async () => {
      const { lookAtRecord, newestFiles } = await import('./look.ts')
      const look = await lookAtRecord()
      return { look, files: look.kind === 'good' && look.size > 0 ? newestFiles(look.size) : null }
    },
    retry: false,
  })

type Good = Extract<Look, { readonly kind: 'good' }>

/** The latest checkpoint with its parts explained, and what it says about the past this device knows. */
export const CheckpointPanel = () => {
  const { t } = useWords()
  const { data, isPending, refetch } = useLook()
  return (
    <section className="card stack" aria-labelledby="checkpoint-title" data-gap="small">
      <h2 id="checkpoint-title">{t('record.checkpoint')}</h2>
      {isPending ? (
        <p className="soft">{t('record.checkpoint.busy')}</p>
      ) : data === undefined ? (
        <p>
          {t('record.checkpoint.failed')}{' '}
          <Button size="small" onPress={() => void refetch()}>
            {t('app.again')}
          </Button>
        </p>
      ) : (
        <LookShown look={data.look} files={data.files} />
      )}
    </section>
  )
}

interface LookProps {
  readonly look: Look
  readonly files: { readonly tile: string; readonly bundle: string } | null
}

/** There is room for the parts beside the entries; on a phone they wait until they are asked for. */
const hasRoom = (): boolean => matchMedia('(min-width: 64rem)').matches

const LookShown = ({ look, files }: LookProps) => {
  const { t } = useWords()
  const [open] = useState(hasRoom)
  if (look.kind === 'unsigned') return <p className="soft">{t('record.checkpoint.none')}</p>
  if (look.kind === 'bad')
    return (
      <Notice tone="bad" urgent>
        <p>{t('record.checkpoint.bad', { fault: look.fault })}</p>
        <pre>{look.note}</pre>
      </Notice>
    )
  return (
    <>
      <GrowthShown look={look} />
      <details className="e-mirror" open={open}>
        <summary>{t('record.parts')}</summary>
        <Parts look={look} />
      </details>
      <Mirror files={files} />
    </>
  )
}

interface PartProps {
  readonly label: Key
  readonly help: Key
  readonly value: string
}

const Part = ({ label, help, value }: PartProps) => {
  const { t } = useWords()
  return (
    <div className="e-part">
      <dt>{t(label)}</dt>
      <dd>
        <span className="mono d-hash" dir="ltr">
          {value}
        </span>
        <span className="small soft">{t(help)}</span>
      </dd>
    </div>
  )
}

/** The three lines of a checkpoint, the key that signed them, and who else did. */
const Parts = ({ look }: { readonly look: Good }) => {
  const { t, instant, number } = useWords()
  return (
    <dl className="e-parts">
      <Part label="record.part.origin" help="record.part.origin.help" value={look.origin} />
      <Part label="record.part.size" help="record.part.size.help" value={number(look.size)} />
      <Part label="record.part.root" help="record.part.root.help" value={look.root} />
      <Part label="record.part.key" help="record.part.key.help" value={look.key} />
      <div className="e-part">
        <dt>{t('record.part.witnesses')}</dt>
        <dd>
          {look.witnesses.length === 0 ? (
            <span className="small soft">{t('record.part.witnesses.none')}</span>
          ) : (
            <ul>
              {look.witnesses.map(({ name, at }) => (
                <li key={name}>
                  <bdi>
                    {at === null
                      ? t('record.part.witness.undated', { name })
                      : t('record.part.witness', { name, at: instant(at) })}
                  </bdi>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  )
}

const growthWords = (growth: Growth, { t, instant }: ReturnType<typeof useWords>): string => {
  switch (growth.kind) {
    case 'first':
      return t('record.growth.first', { now: growth.now })
    case 'otherKey':
      return t('record.growth.otherKey', { origin: growth.origin })
    default: {
      const { kind, at, ...facts } = growth
      return t(`record.growth.${kind}`, { ...facts, at: instant(at) })
    }
  }
}

/** Whether the record has only grown; when it has not, loudly, with both checkpoints to be kept. */
const GrowthShown = ({ look }: { readonly look: Good }) => {
  const speech = useWords()
  const { t } = speech
  const { growth, before, note } = look
  const sound = isSound(growth)
  return (
    <div className="stack" data-gap="small">
      <h3>{t('record.growth')}</h3>
      <Notice tone={sound ? 'good' : 'bad'} urgent={!sound}>
        <p>
          <span aria-hidden="true">{sound ? '✓ ' : '✕ '}</span>
          {t('record.checkpoint.good')} <bdi>{growthWords(growth, speech)}</bdi>
        </p>
        {!sound && before !== undefined && <Evidence before={before} note={note} origin={look.origin} />}
      </Notice>
    </div>
  )
}

interface EvidenceProps {
  readonly before: SeenCheckpoint
  readonly note: string
  readonly origin: string
}

/** The two signed checkpoints that do not go together, to be kept and shown to others. */
const Evidence = ({ before, note, origin }: EvidenceProps) => {
  const { t, instant } = useWords()
  const [forgotten, setForgotten] = useState(false)
  const forget = (): void => {
    forgetSeen(origin)
    forgetKey(origin)
    setForgotten(true)
  }
  return (
    <>
      <p>{t('record.growth.keep')}</p>
      <h4>{t('record.growth.seen', { at: instant(before.at, 'precise') })}</h4>
      <pre>{before.note}</pre>
      <h4>{t('record.growth.now')}</h4>
      <pre>{note}</pre>
      {forgotten ? (
        <p role="status">{t('record.forgotten')}</p>
      ) : (
        <>
          <p className="small">{t('record.forget.help')}</p>
          <p>
            <Button size="small" onPress={forget}>
              {t('record.forget')}
            </Button>
          </p>
        </>
      )}
    </>
  )
}

/** Where the plain files lie that the whole record is made of. */
const Mirror = ({ files }: Pick<LookProps, 'files'>) => {
  const { t } = useWords()
  return (
    <details className="e-mirror">
      <summary>{t('record.mirror')}</summary>
      <div className="stack" data-gap="small">
        <p className="small">{t('record.mirror.help')}</p>
        <ul className="e-links small">
          <li>
            <a href="/log/checkpoint">{t('record.mirror.checkpoint')}</a>
          </li>
          <li>
            <a href="/log/vkey">{t('record.mirror.key')}</a>
          </li>
          {files !== null && (
            <>
              <li>
                <a href={files.tile}>{t('record.mirror.tile')}</a>
              </li>
              <li>
                <a href={files.bundle}>{t('record.mirror.bundle')}</a>
              </li>
            </>
          )}
        </ul>
        <p className="small">{t('record.mirror.command')}</p>
        <pre dir="ltr">{`gavel record verify ${location.origin}`}</pre>
      </div>
    </details>
  )
}
