import type { OutlookAnswer, TableAnswer } from '@gavel/foresight/browser'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { Missing } from '../../../kit/missing.tsx'
import { useSlice } from '../../../live/use-room.tsx'
import { useAskAgain, useView } from '../../../live/use-view.ts'
import { hrefOf, idIn } from '../address.ts'
import { ChanceGiven } from '../chance.tsx'
import { consensusOf, isWide } from '../outlook/groups.ts'
import { Heard } from '../outlook/item-line.tsx'
import { useOutlookPath } from '../outlook/use-outlook.ts'
import { Awaited, RoomPage } from '../sections.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { Members } from './members.tsx'
import { SoundingsNoted } from './soundings.tsx'

/** What is foreseen of a text rests on the stands in it as well: when the text moves, it is asked for anew. */
export const useForesightOf = (text: string) => {
  const house = useSlice(text)
  const askAgain = useAskAgain()
  const moved = house?.texts
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text as it stands is what sets it off
  useEffect(() => {
    void askAgain('/api/foresight')
  }, [moved, askAgain])
  return house
}

const Ways = ({ text }: { readonly text: string }) => {
  const { t } = useForesightWords()
  return (
    <p className="row no-print">
      <Link className="button" href={hrefOf(text, '/table')}>
        {t('foresight.table.way')}
      </Link>
      <Link className="button" href={`/texts/${encodeURIComponent(text)}`}>
        {t('foresight.text.way')}
      </Link>
    </p>
  )
}

/** One text: how near consensus is, what each member would do and how that is known, whom to sound first. */
export const ItemScene = ({ text: part = '' }: { readonly text?: string }) => {
  const text = idIn(part)
  const { t } = useForesightWords()
  const house = useForesightOf(text)
  const { data, isError } = useView<OutlookAnswer>(useOutlookPath())
  const table = useView<TableAnswer>(`/api/foresight/texts/${encodeURIComponent(text)}/table`)
  if (isError || table.isError) return <Missing />
  if (house === undefined || data === undefined || table.data === undefined) return <Awaited failed={false} />
  const item = data.items.find(each => each.text === text)
  if (item === undefined)
    return (
      <RoomPage title={table.data.title}>
        <p>{t('foresight.notOpen')}</p>
      </RoomPage>
    )
  const consensus = consensusOf(item.somebody)
  return (
    <RoomPage
      title={item.title}
      lead={
        <div className="f-item-top">
          <p className="f-question">{t('foresight.question')}</p>
          <ChanceGiven chance={consensus} inWords />
          {isWide(consensus) && <p className="small f-wide">{t('foresight.wide')}</p>}
          <p className="small soft" role="status">
            <Heard item={item} />
          </p>
        </div>
      }
    >
      <Ways text={text} />
      <Members house={house} item={item} table={table.data} />
      <SoundingsNoted house={house} table={table.data} />
    </RoomPage>
  )
}
