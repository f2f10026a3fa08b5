import { type institution, isParameterName, parameter } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { valueWords } from '../../institution/register.ts'
import { useRule } from '../../kit/refusal.tsx'
import { actWords } from '../../names/names.ts'
import type { Key } from '../../words/keys.ts'
import { useWords } from '../../words/use-words.tsx'
import type { PageOf } from '../frame/page-of.ts'
import { Day, Facts, PageHead, Section, SourceShown } from '../frame/parts.tsx'
import { useReading } from '../frame/reading.tsx'

/** A rule as the rulebook has it. */
export interface RuleTold {
  readonly id: string
  /** The heading it stands under. */
  readonly heading: string
  readonly source: string
  /** The names of the numbers and choices it leans on. */
  readonly parameters: readonly string[]
  /** Of a rule of a room, which the words of the screens do not have. */
  readonly sentence?: string
}

export interface ChapterTold {
  /** The letter its ids begin with. */
  readonly letter: 'I' | 'M' | 'T' | 'D' | 'C'
  readonly rules: readonly RuleTold[]
}

export interface RulesProps {
  readonly chapters: readonly ChapterTold[]
}

const headingsOf = (rules: readonly RuleTold[]): readonly string[] => [
  ...new Set(rules.map(({ heading }) => heading)),
]

const Chapter = ({ chapter }: { readonly chapter: ChapterTold }) => {
  const { t } = useWords()
  const sentence = useRule()
  return (
    <Section id={`chapter-${chapter.letter}`} title={t(`reading.chapter.${chapter.letter}` as Key)}>
      {headingsOf(chapter.rules).map(heading => (
        <div key={heading} className="r-dimension">
          {heading !== '' && (
            <h3 lang="en">
              <bdi>{heading}</bdi>
            </h3>
          )}
          <dl className="r-rules">
            {chapter.rules
              .filter(rule => rule.heading === heading)
              .map(({ id }) => (
                <div key={id} id={id}>
                  <dt>
                    <a href={`/rules/${id}`} className="mono">
                      {id}
                    </a>
                  </dt>
                  <dd>{sentence(id)}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </Section>
  )
}

const RulesBody = ({ chapters }: RulesProps) => {
  const { t } = useWords()
  return (
    <>
      <PageHead title={t('reading.rules')} lead={t('reading.rules.lead')} />
      {chapters.map(chapter => (
        <Chapter key={chapter.letter} chapter={chapter} />
      ))}
    </>
  )
}

/** Every rule by its chapter: the sentences a refusal cites. */
export const rulesPage: PageOf<RulesProps> = {
  head: (_props, _reading, { t }) => ({ title: t('reading.rules'), description: t('reading.rules.lead') }),
  Body: RulesBody,
}

export interface RuleProps {
  readonly rule: RuleTold
  /** Acts it may stand in the way of. */
  readonly acts: readonly string[]
}

/** The value of a parameter now, and what it was before. */
const ParameterShown = ({ name }: { readonly name: string }) => {
  const { t } = useWords()
  const { state, now } = useReading()
  if (!isParameterName(name)) return <p className="mono">{name}</p>
  const { value, source } = parameter(state.institution, name, now)
  const history: readonly institution.DatedValue[] = get(state.institution.parameters, name) ?? []
  return (
    <div className="r-item">
      <p>
        <span className="mono">{name}</span> = <b>{valueWords(value)}</b>{' '}
        <span className="small">
          <SourceShown source={source} />
        </span>
      </p>
      {history.length > 1 && (
        <ul className="r-plain small">
          {history.map(dated => (
            <li key={`${dated.since} ${dated.body ?? ''}`}>
              <Day on={dated.since.slice(0, 10)} />: <bdi>{valueWords(dated.value)}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <a href={`/organisation#parameter-${name}`}>{t('institution.parameters')}</a>
      </p>
    </div>
  )
}

const RuleBody = ({ rule, acts }: RuleProps) => {
  const speech = useWords()
  const { t } = speech
  const sentence = useRule()
  return (
    <>
      <PageHead
        above={
          <>
            <a href="/rules">{t('reading.rules')}</a>
            {rule.heading !== '' && (
              <>
                {' · '}
                <bdi lang="en">{rule.heading}</bdi>
              </>
            )}
          </>
        }
        title={t('app.rule', { rule: rule.id })}
      />
      <p className="r-rule-sentence">{rule.sentence ?? sentence(rule.id)}</p>
      <Facts facts={[{ name: t('app.source'), value: <SourceShown source={rule.source} /> }]} />
      {rule.parameters.length > 0 && (
        <Section id="parameters" title={t('institution.parameters')}>
          {rule.parameters.map(name => (
            <ParameterShown key={name} name={name} />
          ))}
        </Section>
      )}
      {acts.length > 0 && (
        <Section id="acts" title={t('reading.rule.acts')}>
          <ul className="r-plain">
            {acts.map(type => (
              <li key={type}>
                {actWords(speech, type)} <span className="mono soft small">{type}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** One rule: its sentence, where it comes from, the numbers it leans on, and what it may stand in the way of. */
export const rulePage: PageOf<RuleProps> = {
  head: ({ rule }, _reading, { t }) => ({ title: t('app.rule', { rule: rule.id }) }),
  Body: RuleBody,
}
