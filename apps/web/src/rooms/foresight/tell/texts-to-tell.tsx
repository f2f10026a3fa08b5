import { institution } from '@gavel/domain'
import type { BodyId } from '@gavel/kernel'
import { Link } from 'wouter'
import { useNow, useRoom, useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { bodyName } from '../../../names/names.ts'
import { hrefOf } from '../address.ts'
import { Awaited } from '../sections.tsx'
import { useForesightWords } from '../use-foresight-words.ts'

interface Summary {
  readonly id: string
  readonly title: string
  readonly symbol: string | null
  readonly body: string
  readonly stage: 'laying' | 'open' | 'adopted'
}

/** The open texts, each with the way to tell of it, where one's delegation sits in its body, and to the packages released on it. */
export const TextsToTell = () => {
  const speech = useForesightWords()
  const { t } = speech
  const house = useSlice()
  const { as } = useRoom()
  const now = useNow(600_000)
  const { data, isError } = useView<{ readonly texts: readonly Summary[] }>('/api/texts')
  if (data === undefined || house === undefined) return <Awaited failed={isError} />
  const open = data.texts.filter(({ stage }) => stage === 'open')
  const tells = ({ body }: Summary): boolean =>
    as?.kind === 'delegate' && institution.sitsIn(house.institution, as.member, body as BodyId, now)
  if (open.length === 0) return <p className="empty">{t('foresight.noItems')}</p>
  return (
    <ul className="f-items">
      {open.map(text => (
        <li key={text.id} className="f-item f-told">
          <div className="f-item-head">
            <h2>
              <Link href={`/texts/${encodeURIComponent(text.id)}`}>
                <bdi>{text.title}</bdi>
              </Link>
            </h2>
            <p className="small soft">
              {text.symbol !== null && <span className="mono">{text.symbol}</span>}{' '}
              <bdi>{bodyName(house, speech, text.body)}</bdi>
            </p>
          </div>
          <p className="row">
            {tells(text) && (
              <Link className="button" data-kind="primary" href={hrefOf(text.id, '/tell')}>
                {t('foresight.tell.way')}
              </Link>
            )}
            <Link className="button" href={hrefOf(text.id, '/released')}>
              {t('foresight.released.way')}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}
