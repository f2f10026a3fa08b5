import type { DomainState } from '@gavel/domain'
import type { Line, LinesAnswer } from '@gavel/notices/browser'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../../kit/button.tsx'
import { useRoom, useSlice } from '../../../live/use-room.tsx'
import { useView } from '../../../live/use-view.ts'
import { Awaited, RoomPage } from '../sections.tsx'
import { useNoticesWords } from '../use-notices-words.ts'
import { LineShown } from './line-shown.tsx'
import { waits } from './waits.ts'

const Write = () => {
  const { t } = useNoticesWords()
  return (
    <Link className="button" data-kind="primary" href="/notices/new">
      {t('notices.write')}
    </Link>
  )
}

interface LinesProps {
  readonly house: DomainState
  readonly lines: readonly Line[]
  /** Whether they stand under a heading of their own. */
  readonly under?: boolean
}

const Lines = ({ house, lines, under = false }: LinesProps) => (
  <ul className="x-lines">
    {lines.map(line => (
      <LineShown key={line.id} house={house} line={line} under={under} />
    ))}
  </ul>
)

/** A list by pages; undefined while it is fetched. */
const useLines = (path: string, query: Readonly<Record<string, string>>) => {
  const [pages, setPages] = useState<readonly string[]>([])
  const before = pages.at(-1)
  const asked = new URLSearchParams({ ...query, ...(before === undefined ? {} : { before }) })
  const { data, isError } = useView<LinesAnswer>(`${path}?${asked}`)
  return {
    data,
    isError,
    older: data?.next == null ? undefined : () => setPages([...pages, data.next!]),
    newer: before === undefined ? undefined : () => setPages(pages.slice(0, -1)),
  }
}

const Pages = ({ older, newer }: Pick<ReturnType<typeof useLines>, 'older' | 'newer'>) => {
  const { t } = useNoticesWords()
  if (older === undefined && newer === undefined) return null
  return (
    <p className="row" data-spread="">
      {newer === undefined ? <span /> : <Button onPress={newer}>{t('notices.newer')}</Button>}
      {older !== undefined && <Button onPress={older}>{t('notices.older')}</Button>}
    </p>
  )
}

/** Those that wait for the delegation first, whatever their age; then the others. */
const Received = ({ house, lines }: LinesProps) => {
  const { t } = useNoticesWords()
  const waiting = lines.filter(waits)
  const others = lines.filter(line => !waits(line))
  return (
    <>
      <section className="stack" data-gap="small" aria-labelledby="x-waiting">
        <h2 id="x-waiting">{t('notices.waiting')}</h2>
        {waiting.length === 0 ? (
          <p className="soft">{t('notices.waiting.none')}</p>
        ) : (
          <Lines house={house} lines={waiting} under />
        )}
      </section>
      {others.length > 0 && (
        <section className="stack" data-gap="small" aria-labelledby="x-others">
          <h2 id="x-others">{t('notices.seenTo')}</h2>
          <Lines house={house} lines={others} under />
        </section>
      )}
    </>
  )
}

const useMember = (): string => {
  const { as } = useRoom()
  return as?.kind === 'delegate' ? as.member : ''
}

const Inbox = () => {
  const house = useSlice()
  const { data, isError, ...pages } = useLines('/api/notices/inbox', { member: useMember() })
  if (house === undefined || data === undefined) return <Awaited failed={isError} />
  return (
    <>
      <Received house={house} lines={data.notices} />
      <Pages {...pages} />
    </>
  )
}

const Whole = ({
  path,
  query,
  empty,
}: {
  readonly path: string
  readonly query: Record<string, string>
  readonly empty: string
}) => {
  const house = useSlice()
  const { data, isError, ...pages } = useLines(path, query)
  if (house === undefined || data === undefined) return <Awaited failed={isError} />
  return (
    <>
      {data.notices.length === 0 && <p className="empty">{empty}</p>}
      <Lines house={house} lines={data.notices} />
      <Pages {...pages} />
    </>
  )
}

/** What one's delegation was sent; for the secretariat, which is sent nothing, whatever it may read. */
export const InboxScene = () => {
  const { as } = useRoom()
  if (as?.kind === 'secretariat') return <AllScene />
  return (
    <RoomPage here="inbox" only="delegate" act={<Write />}>
      <Inbox />
    </RoomPage>
  )
}

/** What one's delegation has sent, and who is silent. */
export const SentScene = () => {
  const { t } = useNoticesWords()
  const member = useMember()
  return (
    <RoomPage here="sent" only="delegate" act={<Write />}>
      <Whole path="/api/notices/sent" query={{ member }} empty={t('notices.sent.none')} />
    </RoomPage>
  )
}

/** Everything the types let the secretariat read. */
export const AllScene = () => {
  const { t } = useNoticesWords()
  return (
    <RoomPage here="all" only="secretariat">
      <p className="soft x-lead">{t('notices.all.lead')}</p>
      <Whole path="/api/notices" query={{}} empty={t('notices.all.none')} />
    </RoomPage>
  )
}
