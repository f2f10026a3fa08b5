import { type DomainState, texts } from '@gavel/domain'
import type { MemberId } from '@gavel/kernel'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { standSigns } from '../kit/stand.tsx'
import { HappeningsShown } from '../since/happenings-shown.tsx'
import { useVisit } from '../since/marks.ts'
import { useHappenings } from '../since/use-happenings.ts'
import { Separations } from '../texts/separations.tsx'
import { useWords } from '../words/use-words.tsx'
import { WithText } from './text-choice.tsx'

const hrefOf = (text: string, paragraph: string): string =>
  `/texts/${encodeURIComponent(text)}#p-${encodeURIComponent(paragraph)}`

interface StandingProps {
  readonly text: texts.Text
  readonly member: MemberId
}

/** Everything the delegation has said of a text, in the order of the text. */
const Said = ({ text, member }: StandingProps) => {
  const { t } = useWords()
  const all = useMemo(() => texts.whereStands(text, member), [text, member])
  if (all.length === 0) return <p className="soft">{t('delegation.stands.none')}</p>
  return (
    <ul className="list g-said">
      {all.map(({ paragraph, number, option, on, wording, position, note }) => (
        <li key={`${paragraph} ${option ?? on ?? ''}`}>
          <p className="row">
            <Link href={hrefOf(text.id, paragraph)}>
              <bdi>{t('text.paragraph', { number: number || '¶' })}</bdi>
            </Link>
            <span className="said" data-stand={position}>
              <span aria-hidden="true">{standSigns[position]}</span> {t(`stand.word.${position}`)}
            </span>
          </p>
          <p className="g-words" dir="auto">
            {wording === '' ? <i>{t('text.noWords')}</i> : wording}
          </p>
          {note !== undefined && (
            <p className="small soft" dir="auto">
              {note}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

const Since = () => {
  const { t } = useWords()
  const { since } = useVisit()
  const { all, ready } = useHappenings(since)
  if (!ready) return null
  return (
    <section className="stack" data-gap="small">
      <h2>{since === null ? t('since.title.new') : t('since.title')}</h2>
      {all.length === 0 ? <p className="soft">{t('since.none')}</p> : <HappeningsShown all={all} />}
    </section>
  )
}

const Standing = ({ state, text, member }: StandingProps & { readonly state: DomainState }) => {
  const { t } = useWords()
  return (
    <div className="g-standing">
      <section className="stack" data-gap="small">
        <h2>{t('delegation.separates')}</h2>
        <Separations state={state} text={text} member={member} />
      </section>
      <section className="stack" data-gap="small">
        <h2>{t('delegation.stands')}</h2>
        <Said text={text} member={member} />
      </section>
    </div>
  )
}

/** Where the delegation stands: what separates it from consensus, what it has said, what has happened. */
export const StandingPart = ({ member }: { readonly member: MemberId }) => (
  <>
    <WithText>{(state, text) => <Standing state={state} text={text} member={member} />}</WithText>
    <Since />
  </>
)
