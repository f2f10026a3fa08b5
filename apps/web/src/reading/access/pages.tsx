import type { NameInLanguages } from '../../words/speaking.ts'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { PageHead } from '../frame/parts.tsx'

export interface TokenProps {
  readonly token: string
}

const TokenForm = ({ token, words }: TokenProps & { readonly words: string }) => (
  <form method="post" action="/sign-in">
    <input type="hidden" name="token" value={token} />
    <button type="submit" className="button" data-kind="primary">
      {words}
    </button>
  </form>
)

const TokenBody = ({ token }: TokenProps) => {
  const { t } = useWords()
  return (
    <>
      <PageHead title={t('app.signIn')} lead={t('reading.signIn.link')} />
      <TokenForm token={token} words={t('app.signIn')} />
    </>
  )
}

/** The page behind an invitation or a link: a press on it signs in, opening it alone does not. */
export const tokenPage: PageOf<TokenProps> = {
  head: (_props, _reading, { t }) => ({ title: t('app.signIn'), unlisted: true }),
  Body: TokenBody,
}

export interface CodeProps {
  readonly claim: string
  /** Undefined while the other device has not approved this one. */
  readonly code?: string
}

const CodeBody = ({ claim, code }: CodeProps) => {
  const { t } = useWords()
  return (
    <>
      <PageHead title={t('app.signIn')} />
      {code === undefined ? (
        <p role="status">{t('reading.signIn.waiting')}</p>
      ) : (
        <>
          <p>{t('reading.signIn.compare')}</p>
          <p>
            <strong className="code r-code" dir="ltr">
              {code}
            </strong>
          </p>
        </>
      )}
      <TokenForm token={claim} words={t('reading.signIn.approved')} />
    </>
  )
}

/** What the device that opened a link shows until the other one has approved it. */
export const codePage: PageOf<CodeProps> = {
  head: (_props, _reading, { t }) => ({ title: t('app.signIn'), unlisted: true }),
  Body: CodeBody,
}

export interface WaysProps {
  /** Ministries at which one can sign in. */
  readonly providers: readonly { readonly id: string; readonly label: NameInLanguages }[]
}

const WaysBody = ({ providers }: WaysProps) => {
  const { t, name } = useWords()
  return (
    <>
      <PageHead title={t('app.signIn')} lead={t('reading.signIn.lead')} />
      <ul className="r-list">
        {providers.map(({ id, label }) => (
          <li key={id} className="r-item">
            <a className="button" href={`/api/sign-in/oidc/${encodeURIComponent(id)}`} rel="nofollow">
              {t('reading.signIn.at')} <bdi>{name(label, id)}</bdi>
            </a>
          </li>
        ))}
        <li className="r-item">
          <p>{t('reading.signIn.invitation')}</p>
        </li>
        <li className="r-item">
          <p>
            {t('reading.signIn.passkey')} <a href="/sign-in">{t('reading.signIn.app')}</a>
          </p>
        </li>
      </ul>
    </>
  )
}

/** The ways in, for whoever comes without a link. */
export const signInPage: PageOf<WaysProps> = {
  head: (_props, _reading, { t }) => ({ title: t('app.signIn'), unlisted: true }),
  Body: WaysBody,
}

export interface ProblemProps {
  readonly status: number
  /** What went wrong, in English, as programs are told. */
  readonly title: string
  readonly detail?: string
  /** The rule that refused, where one did. */
  readonly rule?: string
}

const told = [401, 403, 404, 429, 500, 503] as const

const ProblemBody = ({ status, title, detail, rule }: ProblemProps) => {
  const { t } = useWords()
  const known = told.find(each => each === status)
  return (
    <>
      <PageHead above={String(status)} title={known === undefined ? title : t(`reading.problem.${known}`)} />
      {known === 404 ? <p>{t('app.notFound.help')}</p> : detail !== undefined && <p dir="auto">{detail}</p>}
      {rule !== undefined && (
        <p>
          <a href={`/rules/${rule}`}>{t('app.rule', { rule })}</a>
        </p>
      )}
      <p>
        <a href="/">{t('reading.problem.home')}</a>
      </p>
    </>
  )
}

/** What did not work. What is not there and what is closed to the reader look the same. */
export const problemPage: PageOf<ProblemProps> = {
  head: ({ status, title }, _reading, { t }) => {
    const known = told.find(each => each === status)
    return { title: known === undefined ? title : t(`reading.problem.${known}`), unlisted: true }
  },
  Body: ProblemBody,
}
