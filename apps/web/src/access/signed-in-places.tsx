import { ProblemShown } from '../acting/problem-shown.tsx'
import { useAsking } from '../acting/use-asking.ts'
import { useAnnounce } from '../kit/announcer.tsx'
import { Button } from '../kit/button.tsx'
import { Badge } from '../kit/notice.tsx'
import { request } from '../live/request.ts'
import { useAskAgain, useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import type { SignInRow, TrailRow } from './answers.ts'
import { deviceWords } from './device-words.ts'

const Row = ({ row, onEnd }: { readonly row: SignInRow; readonly onEnd: () => void }) => {
  const speech = useWords()
  const { t, instant } = speech
  const device = deviceWords(speech, row.device)
  return (
    <tr>
      <th scope="row">
        <bdi>{device}</bdi> {row.current && <Badge tone="good">{t('signIns.current')}</Badge>}
      </th>
      <td data-label={t('signIns.col.way')}>
        {t(`way.${row.way}`)}
        {row.by !== null && (
          <span className="soft">
            {' · '}
            <bdi>{row.by}</bdi>
          </span>
        )}
        <br />
        <time className="small soft" dateTime={row.since}>
          {instant(row.since, 'short')}
        </time>
      </td>
      <td data-label={t('signIns.col.seen')}>
        <time dateTime={row.seen}>{instant(row.seen, 'short')}</time>
      </td>
      <td data-label={t('signIns.col.until')}>
        <time dateTime={row.until}>{instant(row.until, 'date')}</time>
      </td>
      <td data-label={t('signIns.col.network')} className="mono" dir="ltr">
        {row.network ?? '—'}
      </td>
      <td>
        {!row.current && (
          <Button size="small" kind="grave" aria-label={t('signIns.end.label', { device })} onPress={onEnd}>
            {t('signIns.end')}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** Where one is signed in: each sign-in with its device, since when and last seen, and the way to end it. */
export const SignedInPlaces = () => {
  const { t } = useWords()
  const asking = useAsking()
  const announce = useAnnounce()
  const askAgain = useAskAgain()
  const { data } = useView<{ signIns: readonly SignInRow[] }>('/api/sign-ins')
  const rows = data?.signIns ?? []
  const end = async (id: string): Promise<void> => {
    const gone = await asking.done(() => request('DELETE', `/api/sign-ins/${encodeURIComponent(id)}`))
    await askAgain('/api/sign-ins')
    if (gone) announce(t('signIns.ended'))
  }
  const endOthers = async (): Promise<void> => {
    const answer = await asking.ask(() =>
      request<{ revoked: number }>('POST', '/api/sign-ins/revoke-others', {}),
    )
    await askAgain('/api/sign-ins')
    if (answer !== undefined) announce(t('signIns.endedOthers', { n: answer.revoked }))
  }
  return (
    <section className="card stack" aria-labelledby="sign-ins">
      <header className="row" data-spread="">
        <h2 id="sign-ins">{t('signIns.title')}</h2>
        {rows.length > 1 && (
          <Button size="small" kind="grave" onPress={() => void endOthers()}>
            {t('signIns.endOthers')}
          </Button>
        )}
      </header>
      <ProblemShown problem={asking.problem} />
      <table className="table s-rows">
        <thead>
          <tr>
            {(['device', 'way', 'seen', 'until', 'network'] as const).map(column => (
              <th key={column} scope="col">
                {t(`signIns.col.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="spoken">{t('signIns.end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.id} row={row} onEnd={() => void end(row.id)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What happened to one's ways in, the latest first. */
export const Trail = () => {
  const speech = useWords()
  const { t, instant } = speech
  const { data } = useView<{ trail: readonly TrailRow[] }>('/api/sign-ins/trail')
  return (
    <section className="card stack" aria-labelledby="trail">
      <h2 id="trail">{t('trail.title')}</h2>
      <p className="soft small">{t('trail.lead')}</p>
      {data?.trail.length === 0 && <p>{t('trail.none')}</p>}
      <ol className="list s-trail">
        {data?.trail.map(({ at, what, way, device, network, name }) => (
          <li key={`${at}${what}`}>
            <span>
              {t(`trail.${what}`, {
                ...(way === undefined ? {} : { way: t(`way.${way}`) }),
                name: name ?? '',
              })}
            </span>
            <span className="soft small">
              <time dateTime={at}>{instant(at, 'short')}</time>
              {' · '}
              <bdi>{deviceWords(speech, device)}</bdi>
              {network !== null && (
                <>
                  {' · '}
                  <bdi className="mono">{network}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
