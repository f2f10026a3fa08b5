import { texts } from '@gavel/domain'
import { Link } from 'wouter'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { WithText } from '../delegation/text-choice.tsx'
import { Badge } from '../kit/notice.tsx'
import { useNow } from '../live/use-room.tsx'
import { bodyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { AudiencePanel } from './audience-panel.tsx'
import { IssuePanel } from './issue-panel.tsx'
import type { OfText } from './of-text.ts'
import { PenPanel } from './pen-panel.tsx'
import { ReadyPanel } from './ready-panel.tsx'

/** A text that is not open yet: the symbol it will be given, and the act that opens it under it. */
const OpenPanel = ({ state, text }: OfText) => {
  const { t } = useWords()
  const sending = useSend()
  const now = useNow(60_000)
  const { symbol } = texts.nextSymbol(state, text, now)
  return (
    <section className="card stack" data-gap="small" aria-labelledby="k-open">
      <h3 id="k-open">{t('desk.open')}</h3>
      <p>
        {t('desk.open.symbol')} <bdi className="mono">{symbol}</bdi>
      </p>
      <ProblemShown problem={sending.problem} />
      <p>
        <ActButton
          state={state}
          sending={sending}
          kind="primary"
          intent={{ type: 'texts.open', body: { text: text.id } }}
        >
          {t('desk.open.do')}
        </ActButton>
      </p>
    </section>
  )
}

const Chosen = ({ state, text }: OfText) => {
  const speech = useWords()
  const { t } = speech
  return (
    <article className="stack" aria-labelledby="k-text">
      <header className="stack" data-gap="small">
        <h2 id="k-text" dir="auto">
          <Link href={`/texts/${encodeURIComponent(text.id)}`}>{text.title}</Link>
        </h2>
        <p className="row soft small">
          <bdi className="mono" dir="ltr">
            {text.symbol ?? t('desk.noSymbol')}
          </bdi>
          <bdi>{bodyName(state, speech, text.body)}</bdi>
          <Badge tone={text.stage === 'adopted' ? 'good' : 'plain'}>{t(`texts.stage.${text.stage}`)}</Badge>
          <span>{t('texts.inDispute', { n: text.disputed })}</span>
        </p>
        {text.frozen !== null && <p>{t('texts.frozen', { reason: text.frozen })}</p>}
      </header>
      <div className="k-panels">
        {text.stage === 'laying' && <OpenPanel state={state} text={text} />}
        <PenPanel state={state} text={text} />
        <IssuePanel state={state} text={text} />
        <AudiencePanel key={text.id} state={state} text={text} />
      </div>
      <ReadyPanel state={state} text={text} />
    </article>
  )
}

/** One text at a time: its pen, its symbol and versions, its readers, what may be settled in it. */
export const TextsPart = ({ only }: { readonly only: string | null }) => (
  <WithText of={({ body }) => only === null || body === only}>
    {(state, text) => <Chosen state={state} text={text} />}
  </WithText>
)
