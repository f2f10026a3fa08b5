import { texts } from '@gavel/domain'
import { useState } from 'react'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Notice } from '../kit/notice.tsx'
import type { Intent } from '../live/room.ts'
import { keepFile } from '../meetings/keep-file.ts'
import { useWords } from '../words/use-words.tsx'
import type { OfText } from './of-text.ts'

/** Any document's hash would do to ask the rules: what they look at is its shape. */
const someHash = '0'.repeat(64)

const issueIntent = (text: texts.Text, document: string): Intent => ({
  type: 'texts.issueVersion',
  body: { text: text.id, symbol: texts.nextRevision(text), document },
})

/** The text as it stands, printed: the very bytes that are issued. Undefined where it cannot be had. */
const printedText = async (id: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const answer = await fetch(`/api/texts/${encodeURIComponent(id)}`, {
    credentials: 'same-origin',
    headers: { accept: 'text/plain' },
  }).catch(() => undefined)
  return answer?.ok === true ? new Uint8Array(await answer.arrayBuffer()) : undefined
}

const Issuing = ({ text, onClose }: Pick<OfText, 'text'> & { readonly onClose: () => void }) => {
  const { t } = useWords()
  const sending = useSend()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string>()
  const [revision] = useState(text.revision)
  const symbol = texts.nextRevision(text)
  const moved = revision !== text.revision
  const issue = async (): Promise<void> => {
    setBusy(true)
    setFailed(undefined)
    const bytes = await printedText(text.id)
    const kept = bytes === undefined ? undefined : await keepFile(bytes, 'text/plain;charset=utf-8')
    setBusy(false)
    if (kept?.kind !== 'kept') return setFailed(t('desk.issue.failed'))
    if (await sending.send(issueIntent(text, kept.hash))) onClose()
  }
  return (
    <Dialog title={t('desk.issue.title', { symbol })} isOpen onClose={onClose} deliberate>
      <div className="stack">
        <p>{t('desk.issue.lead')}</p>
        <p className="soft">
          {t('texts.inDispute', { n: text.disputed })} · {t(`texts.audience.${text.audience.kind}`)}
        </p>
        {moved && <Notice tone="warn">{t('desk.issue.moved')}</Notice>}
        {failed !== undefined && (
          <Notice tone="bad" urgent>
            {failed}
          </Notice>
        )}
        <ProblemShown problem={sending.problem} />
        <div className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button kind="primary" busy={busy || sending.busy} onPress={() => void issue()}>
            {t('desk.issue.do', { symbol })}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

const Issued = ({ text }: { readonly text: texts.Text }) => {
  const { t, instant } = useWords()
  if (text.versions.length === 0) return <p className="soft small">{t('desk.issue.none')}</p>
  return (
    <ul className="small">
      {text.versions.map(({ symbol, at, document }) => (
        <li key={symbol}>
          <a href={`/api/documents/${document}`} className="mono" title={document}>
            <bdi dir="ltr">{symbol}</bdi>
          </a>{' '}
          <time dateTime={at} className="soft">
            {instant(at)}
          </time>
        </li>
      ))}
    </ul>
  )
}

/** T-5, T-48. The versions that were issued, and the next one under its symbol: two deliberate steps. */
export const IssuePanel = ({ state, text }: OfText) => {
  const { t } = useWords()
  const sending = useSend()
  const [issuing, setIssuing] = useState(false)
  return (
    <section className="card stack" data-gap="small" aria-labelledby="k-issue">
      <h3 id="k-issue">{t('desk.issue')}</h3>
      <Issued text={text} />
      {text.symbol !== null && (
        <p>
          <ActButton
            state={state}
            sending={sending}
            intent={issueIntent(text, someHash)}
            instead={() => setIssuing(true)}
          >
            {t('desk.issue.do', { symbol: texts.nextRevision(text) })}
          </ActButton>
        </p>
      )}
      {issuing && <Issuing text={text} onClose={() => setIssuing(false)} />}
    </section>
  )
}
