import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'

interface Summary {
  readonly id: string
  readonly title: string
  readonly symbol: string | null
  readonly body: string
  readonly stage: 'laying' | 'open' | 'adopted'
  readonly disputed: number
  readonly fictional: boolean
}

/** Every text the viewer may read. */
export const TextsScene = () => {
  const speech = useWords()
  const { t } = speech
  const state = useSlice()
  const { as } = useRoom()
  const { data } = useView<{ texts: readonly Summary[] }>('/api/texts')
  return (
    <section className="page">
      <div className="row" data-spread="">
        <h1>{t('texts.title')}</h1>
        {as !== null && as.kind !== 'observer' && (
          <Link className="button" data-kind="primary" href="/texts/new">
            {t('papers.bringIn')}
          </Link>
        )}
      </div>
      {data !== undefined && data.texts.length === 0 && <p className="empty">{t('texts.none')}</p>}
      <ul className="list">
        {data?.texts.map(text => (
          <li key={text.id} className="stack" data-gap="small">
            <h2>
              <Link href={`/texts/${encodeURIComponent(text.id)}`}>
                <bdi>{text.title}</bdi>
              </Link>
            </h2>
            <p className="row soft">
              {text.symbol !== null && <span className="mono">{text.symbol}</span>}
              <bdi>{bodyName(state, speech, text.body)}</bdi>
              <Badge tone={text.stage === 'adopted' ? 'good' : 'plain'}>
                {t(`texts.stage.${text.stage}`)}
              </Badge>
              <span>{t('texts.inDispute', { n: text.disputed })}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
