import type { ToldAnswer } from '@gavel/foresight/browser'
import { useState } from 'react'
import { Link } from 'wouter'
import { Missing } from '../../../kit/missing.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { useRoom, useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { bodyName, partyName } from '../../../names/names.ts'
import { hrefOf, idIn } from '../address.ts'
import { Awaited, RoomPage } from '../sections.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { TakeBack, Telling } from './telling.tsx'

/** Who reads what is told, by name where it is known; said before a word is written. */
const ReadBy = ({ told }: { readonly told: ToldAnswer }) => {
  const speech = useForesightWords()
  const { t } = speech
  const house = useSlice()
  const { chair } = told.readBy
  return (
    <Notice>
      <p>
        <b>
          {chair === null
            ? t('foresight.tell.readers.noChair', { body: bodyName(house, speech, told.body) })
            : t('foresight.tell.readers', {
                body: bodyName(house, speech, told.body),
                member: partyName(house, speech, chair),
              })}
        </b>{' '}
        {t('foresight.tell.readers.nobody')}
      </p>
    </Notice>
  )
}

const Told = ({ text, member }: { readonly text: string; readonly member: string }) => {
  const { t, instant } = useForesightWords()
  const house = useSlice(text)
  // A form begun anew after something was told: it begins with what was told last.
  const [turn, setTurn] = useState(0)
  const { data, isError } = useView<ToldAnswer>(
    `/api/foresight/texts/${encodeURIComponent(text)}/told?${new URLSearchParams({ member })}`,
  )
  if (isError) return <Missing />
  if (data === undefined || house === undefined) return <Awaited failed={false} />
  const { told } = data
  const hasTold = told !== null && told.points.length > 0
  return (
    <RoomPage title={data.title} lead={<p className="soft f-lead">{t('foresight.tell.lead')}</p>}>
      <ReadBy told={data} />
      <div className="row" data-spread="">
        <p role="status">
          {told === null
            ? t('foresight.tell.nothing')
            : t(hasTold ? 'foresight.tell.last' : 'foresight.tell.takenBack', { at: instant(told.at) })}
        </p>
        <p className="row no-print">
          {hasTold && <TakeBack house={house} told={data} done={() => setTurn(turn + 1)} />}
          <Link className="button" href={hrefOf(text, '/released')}>
            {t('foresight.released.way')}
          </Link>
          <Link className="button" href={`/texts/${encodeURIComponent(text)}`}>
            {t('foresight.text.way')}
          </Link>
        </p>
      </div>
      {data.points.length === 0 ? (
        <p className="empty">{t('foresight.tell.noPoints')}</p>
      ) : (
        <Telling key={`${turn} ${told?.at}`} house={house} told={data} done={() => setTurn(turn + 1)} />
      )}
    </RoomPage>
  )
}

/** F-4. For delegates: how far they can go, told to those who mediate and to nobody else. */
export const TellScene = ({ text: part = '' }: { readonly text?: string }) => {
  const { as } = useRoom()
  return as?.kind === 'delegate' ? <Told text={idIn(part)} member={as.member} /> : <Missing />
}
