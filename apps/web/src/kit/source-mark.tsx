import { DialogTrigger, Popover, Button as Press, Dialog as Talk } from 'react-aria-components'
import { readSource } from '../names/source.ts'
import { useWords } from '../words/use-words.tsx'

interface SourceMarkProps {
  readonly source: string
  /** What the fact is about, for whoever hears the page. */
  readonly of: string
  /** The paper in which it is said, where the register names one. */
  readonly instrument?: string | undefined
  readonly note?: string | undefined
}

/** What a source says, whole: its words, its address to be opened, the paper and the remark that go with it. */
const Told = ({ source, instrument, note }: SourceMarkProps) => {
  const { t } = useWords()
  const { doubt, words, address, host } = readSource(source)
  return (
    <div className="stack" data-gap="small">
      {doubt !== null && (
        <p>
          <b>{t(`app.source.${doubt}`)}</b>
        </p>
      )}
      {words !== '' && (
        <p>
          <bdi>{words}</bdi>
        </p>
      )}
      {address !== null && (
        <p>
          <a href={address} target="_blank" rel="noreferrer nofollow">
            {t('organisation.source.open')}: <bdi dir="ltr">{host}</bdi> <span aria-hidden="true">↗</span>
          </a>
        </p>
      )}
      {instrument !== undefined && (
        <p>
          {t('organisation.source.instrument')}: <bdi>{instrument}</bdi>
        </p>
      )}
      {note !== undefined && (
        <p className="soft">
          <bdi>{note}</bdi>
        </p>
      )}
    </div>
  )
}

/**
 * The quiet mark behind a fact: `§` where a source says so, `≈` with the day where it is only assumed. Pressed, it opens
 * the source.
 */
export const SourceMark = (props: SourceMarkProps) => {
  const { t } = useWords()
  const { source, of } = props
  const { doubt, words } = readSource(source)
  const title = t('organisation.source.of', { what: of })
  const day = /^\d{4}-\d\d-\d\d/.exec(words)?.[0]
  return (
    <DialogTrigger>
      <Press className="source-mark no-print" data-doubt={doubt ?? undefined}>
        <span className="spoken">{title}</span>
        <span aria-hidden="true">{doubt === null ? '§' : '≈'}</span>
        {doubt === 'assumed' && day !== undefined && (
          <span>{t('organisation.source.dated', { date: day })}</span>
        )}
      </Press>
      <Popover className="source-popover" placement="bottom" offset={4}>
        <Talk className="source-told" aria-label={title}>
          <Told {...props} />
        </Talk>
      </Popover>
    </DialogTrigger>
  )
}
