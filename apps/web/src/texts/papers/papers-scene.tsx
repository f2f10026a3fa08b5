import { texts } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import { useEffect } from 'react'
import { Missing } from '../../kit/missing.tsx'
import { useRoom, useSlice, useSliceFailure } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { TextHead } from '../text-head.tsx'
import { FromWord } from './from-word.tsx'

const forms = ['compilation', 'clean', 'chairs'] as const

/** Each form of the text as a file, as the reader may read it at this moment. */
const Downloads = ({ text }: { readonly text: texts.Text }) => {
  const { t } = useWords()
  const address = `/api/texts/${encodeURIComponent(text.id)}/document`
  const clean = texts.cleanText(text) !== null
  return (
    <section className="stack">
      <h2>{t('papers.files')}</h2>
      <ul className="list">
        {forms
          .filter(form => form !== 'chairs' || text.offered.length > 0)
          .map(form => (
            <li key={form} className="stack" data-gap="small">
              <h3>{t(`papers.form.${form}`)}</h3>
              <p className="soft small">
                {t(form === 'clean' && !clean ? 'papers.form.clean.not' : `papers.form.${form}.help`)}
              </p>
              {(form !== 'clean' || clean) && (
                <p className="row">
                  <a className="button" data-size="small" href={`${address}.docx?of=${form}`} download>
                    Word (.docx)
                  </a>
                  <a className="button" data-size="small" href={`${address}.pdf?of=${form}`} download>
                    PDF
                  </a>
                </p>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}

/** A text as files: out, and a delegation's edits of it back in. */
export const PapersScene = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const state = useSlice(id)
  const failure = useSliceFailure(id)
  const { as } = useRoom()
  const text = state === undefined ? undefined : texts.textOf(state.texts, id as TextId)
  useEffect(() => {
    if (text !== undefined) document.title = `${t('text.tab.papers')} · ${text.title}`
  }, [t, text])
  if (state === undefined)
    return <p className="busy">{failure === undefined ? t('app.loading') : t('app.failed')}</p>
  if (text === undefined) return <Missing />
  return (
    <div className="t-scene">
      <TextHead text={text} tab="papers" />
      <div className="i-papers">
        <Downloads text={text} />
        {as?.kind === 'delegate' && text.stage === 'open' && (
          <FromWord state={state} text={text} member={as.member} />
        )}
      </div>
    </div>
  )
}
