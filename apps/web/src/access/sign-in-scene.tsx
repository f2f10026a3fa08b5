import { type ReactNode, useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import { Link, useLocation, useSearch } from 'wouter'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useAsking } from '../acting/use-asking.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import type { Methods } from './answers.ts'
import { knowsPasskeys, NoPasskey, signInWithPasskey } from './passkey.ts'
import { pastedLink, returnTo } from './return-to.ts'

const Way = ({ title, lead, children }: { title: string; lead: string; children: ReactNode }) => (
  <section className="card stack" data-gap="small">
    <h2>{title}</h2>
    <p className="soft">{lead}</p>
    {children}
  </section>
)

const ByPasskey = ({ methods, done }: { readonly methods: Methods; readonly done: () => Promise<void> }) => {
  const { t } = useWords()
  const asking = useAsking()
  const [letBe, setLetBe] = useState(false)
  const { available, origin } = methods.passkey
  const why = !available
    ? t('signIn.passkey.noSite', { origin })
    : knowsPasskeys()
      ? undefined
      : t('signIn.passkey.noBrowser')
  const go = async (): Promise<void> => {
    setLetBe(false)
    try {
      if (await asking.done(signInWithPasskey)) await done()
    } catch (error) {
      if (!(error instanceof NoPasskey)) throw error
      setLetBe(true)
    }
  }
  return (
    <Way title={t('signIn.passkey')} lead={t('signIn.passkey.lead')}>
      <p>
        <Button
          kind="primary"
          {...(why === undefined ? {} : { closed: why })}
          onPress={() => void go()}
          busy={asking.busy}
        >
          {asking.busy ? t('signIn.passkey.waiting') : t('signIn.passkey.do')}
        </Button>
      </p>
      {why !== undefined && <p className="small soft">{why}</p>}
      {letBe && (
        <Notice tone="warn" urgent>
          {t('signIn.passkey.letBe')}
        </Notice>
      )}
      <ProblemShown problem={asking.problem} />
    </Way>
  )
}

const ByMinistry = ({ methods, from }: { readonly methods: Methods; readonly from: string }) => {
  const { t, name } = useWords()
  if (methods.oidc.length === 0) return null
  return (
    <Way title={t('signIn.oidc')} lead={t('signIn.oidc.lead')}>
      <ul className="row">
        {methods.oidc.map(({ id, label }) => (
          <li key={id}>
            <a className="button" href={`/api/sign-in/oidc/${id}?returnTo=${encodeURIComponent(from)}`}>
              {t('signIn.oidc.do', { provider: name(label) })}
            </a>
          </li>
        ))}
      </ul>
    </Way>
  )
}

const ByLink = () => {
  const { t } = useWords()
  const [pasted, setPasted] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = (): void => {
    const path = pastedLink(pasted)
    // The page behind it is the server's: it spends the link only when a button is pressed there.
    if (path === undefined) setWrong(true)
    else location.assign(path)
  }
  return (
    <Way title={t('signIn.link')} lead={t('signIn.link.lead')}>
      <form
        className="s-paste"
        onSubmit={event => {
          event.preventDefault()
          open()
        }}
      >
        <TextField
          className="field"
          value={pasted}
          isInvalid={wrong}
          onChange={value => {
            setPasted(value)
            setWrong(false)
          }}
          autoComplete="off"
        >
          <Label>{t('signIn.link.paste')}</Label>
          <Input dir="ltr" spellCheck={false} />
          <FieldError>{t('signIn.link.not')}</FieldError>
        </TextField>
        <Button type="submit">{t('signIn.link.go')}</Button>
      </form>
    </Way>
  )
}

/** Every way in, and back to where one was. */
export const SignInScene = () => {
  const { t, name } = useWords()
  const room = useRoom()
  const state = useSlice()
  const [, go] = useLocation()
  const from = returnTo(useSearch())
  const { data: methods } = useView<Methods>('/api/sign-in/methods')
  const done = async (): Promise<void> => {
    await room.refresh()
    go(from, { replace: true })
  }
  const organisation = state?.institution.organisation
  return (
    <section className="page s-narrow">
      <header className="stack" data-gap="small">
        {organisation != null && (
          <p className="soft">
            <bdi>{name(organisation.name)}</bdi>
          </p>
        )}
        <h1>{t('signIn.title')}</h1>
        <p className="soft">{t('signIn.lead')}</p>
      </header>
      {room.viewer.person !== null && (
        <Notice tone="good">
          <p>{t('signIn.in', { name: room.viewer.name ?? room.viewer.person })}</p>
          <p className="row">
            <Link href={from} className="button">
              {t('app.home')}
            </Link>
            <Link href="/account" className="button">
              {t('app.account')}
            </Link>
          </p>
        </Notice>
      )}
      {methods === undefined ? (
        <p className="busy" role="status">
          {t('app.loading')}
        </p>
      ) : (
        <>
          <ByPasskey methods={methods} done={done} />
          <ByMinistry methods={methods} from={from} />
          <ByLink />
          {methods.demonstration && (
            <Way title={t('signIn.demonstration')} lead={t('signIn.demonstration.lead')}>
              <p>
                <Link href="/seats" className="button">
                  {t('app.takeSeat')}
                </Link>
              </p>
            </Way>
          )}
        </>
      )}
      <p className="small soft">{t('signIn.none')}</p>
    </section>
  )
}
