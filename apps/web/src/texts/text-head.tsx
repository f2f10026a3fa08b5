import { texts } from '@gavel/domain'
import { Link } from 'wouter'
import { Badge } from '../kit/notice.tsx'
import { useRoom, useSlice } from '../live/use-room.tsx'
import { bodyName } from '../names/names.ts'
import { rooms } from '../rooms/rooms.ts'
import { useWords } from '../words/use-words.tsx'

export type TextTab = 'text' | 'convergence' | 'chairs' | 'compare' | 'papers'

const tabs: readonly (readonly [TextTab, string])[] = [
  ['text', ''],
  ['convergence', '/convergence'],
  ['chairs', '/chairs-text'],
  ['compare', '/versions'],
  ['papers', '/papers'],
]

/** How far a text has come, as one bar: a part for each rung, as wide as its share of the paragraphs. */
const Progress = ({ text }: { readonly text: texts.Text }) => {
  const { t } = useWords()
  const total = texts.rungs.reduce((sum, rung) => sum + text.rungs[rung], 0)
  return (
    <ul className="t-progress">
      {texts.rungs.map(rung => (
        <li key={rung} data-rung={rung} data-empty={text.rungs[rung] === 0 ? '' : undefined}>
          <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">
            <rect width={total === 0 ? 0 : (100 * text.rungs[rung]) / total} height="1" />
          </svg>
          <span>
            {t(`rung.${rung}`)} <b className="numeric">{text.rungs[rung]}</b>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What a text is, how far it has come, and the ways to look at it. */
export const TextHead = ({ text, tab }: { readonly text: texts.Text; readonly tab: TextTab }) => {
  const speech = useWords()
  const { t, name: inLanguage } = speech
  const state = useSlice()
  const { as } = useRoom()
  const steers = as?.kind === 'secretariat' || (as?.kind === 'chair' && as.body === text.body)
  return (
    <header className="t-head">
      {text.fictional && <p className="t-fictional">{t('text.fictional')}</p>}
      <p className="row soft small">
        {text.symbol !== null && <span className="mono">{text.symbol}</span>}
        <bdi>{bodyName(state, speech, text.body)}</bdi>
        <span>{t(`texts.kind.${text.kind}`)}</span>
        <span>{t(`texts.audience.${text.audience.kind}`)}</span>
        <Badge tone={text.stage === 'adopted' ? 'good' : 'plain'}>{t(`texts.stage.${text.stage}`)}</Badge>
        {steers && (
          <Link className="no-print" href={`/desk/texts?text=${encodeURIComponent(text.id)}`}>
            {t('app.desk')}
          </Link>
        )}
      </p>
      <h1 dir="auto">{text.title}</h1>
      <p className="t-open">
        <b>{t('texts.inDispute', { n: text.disputed })}</b>
      </p>
      <Progress text={text} />
      <nav className="tabs no-print" aria-label={text.title}>
        {tabs.map(([name, path]) => (
          <Link
            key={name}
            href={`/texts/${encodeURIComponent(text.id)}${path}`}
            {...(name === tab ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`text.tab.${name}`)}
          </Link>
        ))}
        {rooms.map(({ name, ofText }) => {
          const path = as === null ? undefined : ofText?.path(text, as)
          return (
            path !== undefined && (
              <Link key={name} href={path}>
                {inLanguage(ofText!.name)}
              </Link>
            )
          )
        })}
      </nav>
    </header>
  )
}
