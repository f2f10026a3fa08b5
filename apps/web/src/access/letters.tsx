import { type FormEvent, useState } from 'react'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useAsking } from '../acting/use-asking.ts'
import { useAnnounce } from '../kit/announcer.tsx'
import { Button } from '../kit/button.tsx'
import { request } from '../live/request.ts'
import { useAskAgain, useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'

/** What the API answers about letters (packages/contract/src/access.ts). */
interface Letters {
  readonly available: boolean
  readonly digest: {
    readonly address: string
    readonly every: 'day' | 'week'
    readonly confirmedAt: string | null
    readonly awaitsCode: boolean
    readonly last: { readonly at: string; readonly outcome: 'accepted' | 'refused' | 'failed' } | null
  } | null
}

const written = (event: FormEvent<HTMLFormElement>, name: string): string =>
  String(new FormData(event.currentTarget).get(name) ?? '').trim()

/** Where to, and how often; the language is the one she reads in. */
const AskForm = ({
  kept,
  onAsked,
}: {
  readonly kept: Letters['digest']
  readonly onAsked: () => Promise<void>
}) => {
  const { t, language } = useWords()
  const asking = useAsking()
  const ask = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const body = { address: written(event, 'address'), every: written(event, 'every'), language }
    if (await asking.done(() => request('PUT', '/api/digest', body))) await onAsked()
  }
  return (
    <form className="stack" onSubmit={event => void ask(event)}>
      <label className="field">
        <span>{t('letters.address')}</span>
        <input name="address" type="email" autoComplete="email" required defaultValue={kept?.address ?? ''} />
      </label>
      <label className="field">
        <span>{t('letters.every')}</span>
        <select name="every" defaultValue={kept?.every ?? 'day'}>
          <option value="day">{t('letters.every.day')}</option>
          <option value="week">{t('letters.every.week')}</option>
        </select>
      </label>
      <ProblemShown problem={asking.problem} />
      <p>
        <Button type="submit">{t(kept === null ? 'letters.ask' : 'letters.change')}</Button>
      </p>
    </form>
  )
}

/** The code that was sent there, by which she proves that the address is hers. */
const CodeForm = ({ onProved }: { readonly onProved: () => Promise<void> }) => {
  const { t } = useWords()
  const asking = useAsking()
  const confirm = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const code = written(event, 'code')
    if (await asking.done(() => request('POST', '/api/digest/confirm', { code }))) await onProved()
  }
  return (
    <form className="stack" onSubmit={event => void confirm(event)}>
      <label className="field">
        <span>{t('letters.code')}</span>
        <input
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d{8}"
          maxLength={8}
          required
          dir="ltr"
        />
      </label>
      <ProblemShown problem={asking.problem} />
      <p>
        <Button type="submit" kind="primary">
          {t('letters.prove')}
        </Button>
      </p>
    </form>
  )
}

/** Letters that remind, where the server sends any: to an address one has proved, ended by one press. */
export const LettersShown = () => {
  const { t, instant } = useWords()
  const ending = useAsking()
  const announce = useAnnounce()
  const askAgain = useAskAgain()
  const [changing, setChanging] = useState(false)
  const { data } = useView<Letters>('/api/digest')
  if (data === undefined || (!data.available && data.digest === null)) return null
  const { digest } = data
  const again = async (): Promise<void> => {
    setChanging(false)
    await askAgain('/api/digest')
  }
  const end = async (): Promise<void> => {
    if (!(await ending.done(() => request('DELETE', '/api/digest')))) return
    await again()
    announce(t('letters.ended'))
  }
  return (
    <section className="card stack" aria-labelledby="letters">
      <h2 id="letters">{t('letters.title')}</h2>
      <p className="soft">{t('letters.lead')}</p>
      {digest !== null && (
        <p className="row" data-spread="">
          <span>
            <bdi>{digest.address}</bdi>
            <span className="soft">
              {' · '}
              {digest.confirmedAt === null ? t('letters.unproved') : t(`letters.every.${digest.every}`)}
              {digest.last !== null && (
                <>
                  {' · '}
                  {t(`letters.last.${digest.last.outcome}`, { at: instant(digest.last.at, 'long') })}
                </>
              )}
            </span>
          </span>
          <span className="row">
            {!changing && data.available && (
              <Button size="small" onPress={() => setChanging(true)}>
                {t('letters.change')}
              </Button>
            )}
            <Button size="small" kind="grave" onPress={() => void end()}>
              {t('letters.end')}
            </Button>
          </span>
        </p>
      )}
      <ProblemShown problem={ending.problem} />
      {digest?.awaitsCode === true && <CodeForm onProved={again} />}
      {(digest === null || changing) && <AskForm kept={digest} onAsked={again} />}
    </section>
  )
}
