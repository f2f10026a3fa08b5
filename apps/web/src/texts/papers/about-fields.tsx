import type { Capacity, DomainState } from '@gavel/domain'
import { values } from '@gavel/kernel'
import { Choice, Line, Tick } from '../../decisions/fields.tsx'
import { bodyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { About } from './draft-read.ts'

interface AboutProps {
  readonly state: DomainState
  readonly as: Capacity
  readonly about: About
  readonly onChange: (about: About) => void
}

const languageName = (tag: string, inLanguage: string): string => {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** What a draft is called, before which body it is laid, and who may read it. */
export const AboutFields = ({ state, as, about, onChange }: AboutProps) => {
  const speech = useWords()
  const { t } = speech
  const change = (part: Partial<About>): void => onChange({ ...about, ...part })
  const audiences = ['public', 'members', 'body', ...(as.kind === 'delegate' ? ['delegation'] : [])] as const
  const tags = state.institution.organisation?.languages ?? ['en']
  return (
    <>
      <Line label={t('papers.title')} value={about.title} onChange={title => change({ title })} />
      <div className="i-fields">
        <Choice
          label={t('papers.body')}
          value={about.body}
          onChange={body => change({ body })}
          options={[
            ['', t('papers.body.choose')],
            ...[...values(state.institution.bodies)].map(
              ({ id }) => [id, bodyName(state, speech, id)] as const,
            ),
          ]}
        />
        <Choice
          label={t('papers.audience')}
          value={about.audience}
          onChange={audience => change({ audience: audience as About['audience'] })}
          options={audiences.map(audience => [
            audience,
            t(`texts.audience.${audience as About['audience']}`),
          ])}
        />
        <Choice
          label={t('papers.language')}
          value={about.language}
          onChange={language => change({ language })}
          options={tags.map(tag => [tag, languageName(tag, speech.language)])}
        />
      </div>
      <Tick
        label={t('papers.fictional')}
        value={about.fictional}
        onChange={fictional => change({ fictional })}
      />
    </>
  )
}
