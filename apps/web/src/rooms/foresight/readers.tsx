import type { DomainState } from '@gavel/domain'
import { initial, type ReadersAnswer } from '@gavel/foresight/browser'
import { useState } from 'react'
import { Choice, Line } from '../../decisions/fields.tsx'
import { useRoom, useSlice } from '../../live/use-room.tsx'
import { useView } from '../../live/use-view.ts'
import { ActFoot } from './acting/act-foot.tsx'
import { intends } from './acting/use-asked.ts'
import { useForesightWords } from './use-foresight-words.ts'

interface SettingProps {
  readonly house: DomainState
  readonly now: ReadersAnswer['readers']
}

/** F-8. The secretariat sets who reads forecasts, and says where that was decided. */
const Setting = ({ house, now }: SettingProps) => {
  const { t } = useForesightWords()
  const [readers, setReaders] = useState<ReadersAnswer['readers']>(now)
  const [source, setSource] = useState('')
  return (
    <div className="stack" data-gap="small">
      <Choice
        label={t('foresight.readers.who')}
        value={readers}
        onChange={value => setReaders(value === 'members' ? 'members' : 'mediators')}
        options={[
          ['mediators', t('foresight.readers.mediators')],
          ['members', t('foresight.readers.members')],
        ]}
      />
      <Line label={t('foresight.readers.source')} value={source} onChange={setSource} />
      <ActFoot
        house={house}
        state={initial}
        intent={intends('foresight.setReaders', { readers, source: source.trim() })}
        confirm={t('foresight.readers.set')}
        wanting={source.trim() === '' ? t('foresight.readers.wanting') : undefined}
        done={() => setSource('')}
      />
    </div>
  )
}

/** Who reads forecasts; undefined while it is asked for, and signed out. */
export const useReaders = (): ReadersAnswer | undefined => {
  const { as } = useRoom()
  return useView<ReadersAnswer>(as === null ? null : '/api/foresight/readers').data
}

/** F-8. Who reads forecasts here, by whose word; for members and those who serve them. */
export const Readers = () => {
  const house = useSlice()
  const { t, instant } = useForesightWords()
  const { as } = useRoom()
  const data = useReaders()
  if (data === undefined) return null
  const { readers, set } = data
  return (
    <section className="card stack" data-gap="small" aria-labelledby="f-readers">
      <h2 id="f-readers">{t('foresight.readers')}</h2>
      <p>
        <b>{t(`foresight.readers.${readers}`)}</b>{' '}
        <span className="soft">
          {set === null
            ? t('foresight.readers.unset')
            : t('foresight.readers.by', { source: set.source, at: instant(set.at, 'date') })}
        </span>
      </p>
      <p className="soft small">{t('foresight.readers.help')}</p>
      {as?.kind === 'secretariat' && house !== undefined && (
        <Setting key={readers} house={house} now={readers} />
      )}
    </section>
  )
}
