import type { DomainState } from '@gavel/domain'
import type { PackagesAnswer, TableAnswer } from '@gavel/foresight/browser'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../../kit/button.tsx'
import { Missing } from '../../../kit/missing.tsx'
import { useView } from '../../../live/use-view.ts'
import { hrefOf, idIn } from '../address.ts'
import { useForesightOf } from '../item/item-scene.tsx'
import { Awaited, RoomPage } from '../sections.tsx'
import { ReleasesShown } from '../tell/released.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { Grid } from './grid.tsx'
import { Packages } from './packages.tsx'
import { WithdrawDialog } from './release-dialog.tsx'

const Withdraw = ({
  house,
  table,
  release,
}: {
  readonly house: DomainState
  readonly table: TableAnswer
  readonly release: TableAnswer['releases'][number]
}) => {
  const { t } = useForesightWords()
  const [isOpen, setOpen] = useState(false)
  if (release.withdrawn !== undefined) return null
  return (
    <p className="no-print">
      <Button
        size="small"
        kind="grave"
        aria-label={t('foresight.withdraw.of', { title: release.title })}
        onPress={() => setOpen(true)}
      >
        {t('foresight.withdraw')}
      </Button>
      {isOpen && (
        <WithdrawDialog house={house} table={table} release={release} onClose={() => setOpen(false)} />
      )}
    </p>
  )
}

/** F-2. Options by delegations, the packages nobody refuses, and what was put before the body. */
export const TableScene = ({ text: part = '' }: { readonly text?: string }) => {
  const text = idIn(part)
  const { t } = useForesightWords()
  const house = useForesightOf(text)
  const path = `/api/foresight/texts/${encodeURIComponent(text)}`
  const table = useView<TableAnswer>(`${path}/table`)
  const packages = useView<PackagesAnswer>(`${path}/packages`)
  if (table.isError || packages.isError) return <Missing />
  if (house === undefined || table.data === undefined) return <Awaited failed={false} />
  return (
    <RoomPage title={table.data.title} lead={<p className="soft f-lead">{t('foresight.table.lead')}</p>}>
      <p className="row no-print">
        <Link className="button" href={hrefOf(text)}>
          {t('foresight.item.way')}
        </Link>
        <Link className="button" href={`/texts/${encodeURIComponent(text)}`}>
          {t('foresight.text.way')}
        </Link>
      </p>
      {table.data.points.length === 0 ? (
        <p className="empty">{t('foresight.tell.noPoints')}</p>
      ) : (
        <>
          {packages.data === undefined ? (
            <Awaited failed={false} />
          ) : (
            <Packages house={house} table={table.data} found={packages.data} />
          )}
          <Grid house={house} table={table.data} />
        </>
      )}
      <section className="stack" aria-labelledby="f-released">
        <h2 id="f-released">{t('foresight.released.way')}</h2>
        <ReleasesShown
          points={table.data.points}
          releases={table.data.releases}
          act={release => <Withdraw house={house} table={table.data} release={release} />}
        />
      </section>
    </RoomPage>
  )
}
