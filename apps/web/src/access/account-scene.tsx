import { capacityName } from '@gavel/domain'
import { Link, useLocation } from 'wouter'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { request } from '../live/request.ts'
import { isSeated } from '../live/room.ts'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { capacityWords } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { AnotherDevice } from './another-device.tsx'
import type { Methods } from './answers.ts'
import { LettersShown } from './letters.tsx'
import { LinkedAccounts } from './linked-accounts.tsx'
import { Passkeys } from './passkeys-shown.tsx'
import { SignedInPlaces, Trail } from './signed-in-places.tsx'

/** Who one is here: the name on the record, the sign-in, and what one may act as until when. */
const WhoIAm = () => {
  const speech = useWords()
  const { t, instant } = speech
  const { viewer } = useRoom()
  const state = useSlice()
  const { signIn, capacities } = viewer
  return (
    <section className="card">
      <dl className="facts">
        <dt>{t('account.person')}</dt>
        <dd>
          <bdi>{viewer.name}</bdi> <span className="mono soft small">{viewer.person}</span>
          {signIn !== null && (
            <p className="small soft">
              {t('account.since', { at: instant(signIn.since, 'long'), way: t(`way.${signIn.way}`) })}
            </p>
          )}
        </dd>
        <dt>{t('account.capacities')}</dt>
        <dd>
          {capacities.length === 0 && t('account.capacities.none')}
          <ul className="stack" data-gap="small">
            {capacities.map(({ as, rights, until }) => (
              <li key={capacityName(as)}>
                <bdi>{capacityWords(state, speech, as)}</bdi>{' '}
                <span className="small soft">
                  {speech.list(rights.map(right => t(`right.${right as 'read'}`)))}
                  {' · '}
                  {until === null ? t('account.noEnd') : t('account.until', { at: instant(until, 'date') })}
                </span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  )
}

/** Whoever sits in a seat of a demonstration has no ways in of her own; she can leave it. */
const Seated = () => {
  const { t } = useWords()
  const { refresh, viewer } = useRoom()
  const [, go] = useLocation()
  const leave = async (): Promise<void> => {
    await request('DELETE', '/api/demo/seat')
    await refresh()
    go('/seats')
  }
  return (
    <Notice tone="warn">
      <p>{t('account.seated', { seat: viewer.name ?? '' })}</p>
      <p className="row">
        <Button onPress={() => void leave()}>{t('seats.leave')}</Button>
        <Link href="/seats" className="button">
          {t('seats.another')}
        </Link>
      </p>
    </Notice>
  )
}

/** One's ways in: passkeys, accounts, where one is signed in, another device, and what happened to them. */
export const AccountScene = () => {
  const { t } = useWords()
  const { viewer } = useRoom()
  const { data: methods } = useView<Methods>('/api/sign-in/methods')
  return (
    <section className="page s-account">
      <h1>{t('account.title')}</h1>
      {viewer.person === null ? (
        <p className="row">
          <span>{t('account.signedOut')}</span>
          <Link href="/sign-in?from=%2Faccount" className="button" data-kind="primary">
            {t('app.signIn')}
          </Link>
        </p>
      ) : (
        <>
          <WhoIAm />
          {isSeated(viewer) ? (
            <Seated />
          ) : (
            methods !== undefined && (
              <>
                <Passkeys methods={methods} />
                <LinkedAccounts methods={methods} />
                <AnotherDevice />
                <LettersShown />
              </>
            )
          )}
          <SignedInPlaces />
          {!isSeated(viewer) && <Trail />}
        </>
      )}
    </section>
  )
}
