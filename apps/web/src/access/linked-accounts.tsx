import { ProblemShown } from '../acting/problem-shown.tsx'
import { useAsking } from '../acting/use-asking.ts'
import { useAnnounce } from '../kit/announcer.tsx'
import { Button } from '../kit/button.tsx'
import { request } from '../live/request.ts'
import { useRoom } from '../live/use-room.tsx'
import { useAskAgain, useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import { AddingProblem } from './adding.tsx'
import type { LinkedAccount, Methods } from './answers.ts'

/** One's accounts at ministries that may vouch here. Nothing where no provider is known. */
export const LinkedAccounts = ({ methods }: { readonly methods: Methods }) => {
  const { t, name, instant } = useWords()
  const { viewer } = useRoom()
  const linking = useAsking()
  const removing = useAsking()
  const announce = useAnnounce()
  const askAgain = useAskAgain()
  const { data } = useView<{ accounts: readonly LinkedAccount[] }>('/api/accounts')
  const members = new Set(viewer.capacities.flatMap(({ as }) => (as.kind === 'delegate' ? [as.member] : [])))
  const mine = methods.oidc.filter(({ member }) => member === null || members.has(member as never))
  const last = removing.problem?.type.endsWith('last-way-in') === true
  if (mine.length === 0 && (data?.accounts.length ?? 0) === 0) return null
  const link = async (provider: string): Promise<void> => {
    const begun = await linking.ask(() => request<{ url: string }>('POST', `/api/accounts/${provider}`, {}))
    if (begun !== undefined) location.assign(begun.url)
  }
  const unlink = async (id: string): Promise<void> => {
    const gone = await removing.done(() =>
      request('DELETE', `/api/accounts/${encodeURIComponent(id)}${last ? '?anyway=true' : ''}`),
    )
    await askAgain('/api/accounts', '/api/sign-ins')
    if (gone) announce(t('linked.removed'))
  }
  return (
    <section className="card stack" aria-labelledby="linked">
      <h2 id="linked">{t('linked.title')}</h2>
      <ul className="list">
        {data?.accounts.map(({ id, provider, label, shown, since }) => (
          <li key={id} className="row" data-spread="">
            <span>
              <bdi>{label === null ? provider : name(label)}</bdi>
              <span className="soft">
                {shown !== null && (
                  <>
                    {' · '}
                    <bdi>{shown}</bdi>
                  </>
                )}
                {' · '}
                {t('passkeys.since', { at: instant(since, 'date') })}
              </span>
            </span>
            <Button size="small" kind="grave" onPress={() => void unlink(id)}>
              {last ? t('passkeys.remove.anyway') : t('linked.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemShown problem={removing.problem} />
      <AddingProblem asking={linking} />
      <ul className="row">
        {mine.map(({ id, label }) => (
          <li key={id}>
            <Button onPress={() => void link(id)}>{t('linked.add', { provider: name(label) })}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
