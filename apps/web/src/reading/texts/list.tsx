import { texts } from '@gavel/domain'
import { Badge } from '../../kit/notice.tsx'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { BodyName, PageHead, When } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'
import { Progress } from './progress.tsx'

export const textAddress = (id: string): string => `/texts/${encodeURIComponent(id)}`

const TextRow = ({ text }: { readonly text: texts.Text }) => {
  const { t } = useWords()
  return (
    <li className="r-item">
      <h2>
        <a href={textAddress(text.id)}>
          <bdi>{text.title}</bdi>
        </a>
      </h2>
      <p className="r-meta">
        {text.symbol !== null && <span className="mono">{text.symbol}</span>}
        <BodyName id={text.body} />
        <span>{t(`texts.kind.${text.kind}`)}</span>
        <Badge tone={text.stage === 'adopted' ? 'good' : 'plain'}>{t(`texts.stage.${text.stage}`)}</Badge>
        {text.fictional && <Badge tone="wait">{t('reading.fictional')}</Badge>}
        <span>
          {t('reading.introduced')} <When at={text.introducedAt} style="date" />
        </span>
      </p>
      <p>
        <b>{t('texts.inDispute', { n: text.disputed })}</b>
      </p>
      <Progress text={text} />
    </li>
  )
}

const TextsBody = () => {
  const { t } = useWords()
  const { state } = useReading()
  const all = state.texts.order.flatMap(id => texts.textOf(state.texts, id) ?? [])
  return (
    <>
      <PageHead title={t('texts.title')} lead={t('reading.texts.lead')} />
      {all.length === 0 && <p className="empty">{t('texts.none')}</p>}
      <ul className="r-list">
        {all.toReversed().map(text => (
          <TextRow key={text.id} text={text} />
        ))}
      </ul>
    </>
  )
}

/** Every text the public may read, the latest first. */
export const textsPage: PageOf<unknown> = {
  head: (_props, _reading, { t }) => ({ title: t('texts.title'), description: t('reading.texts.lead') }),
  Body: TextsBody,
}
