import { type DomainState, texts } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import { type ReactNode, useId, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'

interface Choice {
  readonly id: string
  readonly title: string
  readonly symbol: string | null
  readonly stage: string
  readonly body: string
}

const remembered = 'gavel.delegation.text'

const Whole = ({
  id,
  children,
}: {
  readonly id: string
  readonly children: (state: DomainState, text: texts.Text) => ReactNode
}) => {
  const { t } = useWords()
  const state = useSlice(id)
  const text = state === undefined ? undefined : texts.textOf(state.texts, id as TextId)
  return text === undefined ? (
    <p className="busy" role="status">
      {t('app.loading')}
    </p>
  ) : (
    children(state!, text)
  )
}

/** One of the texts before the delegation, and what is shown of it: that of `?text=`, or the one chosen last on this device. */
export const WithText = ({
  of = () => true,
  children,
}: {
  /** Which of the texts are meant; all that are not adopted unless told. */
  readonly of?: (text: Choice) => boolean
  readonly children: (state: DomainState, text: texts.Text) => ReactNode
}) => {
  const { t } = useWords()
  const label = useId()
  const { data } = useView<{ texts: readonly Choice[] }>('/api/texts')
  const open = (data?.texts ?? []).filter(text => text.stage !== 'adopted' && of(text))
  const asked = new URLSearchParams(useSearch()).get('text')
  const [wanted, setWanted] = useState(() => asked ?? localStorage.getItem(remembered))
  const chosen = open.find(({ id }) => id === wanted) ?? open[0]
  const choose = (id: string): void => {
    localStorage.setItem(remembered, id)
    setWanted(id)
  }
  if (data !== undefined && chosen === undefined)
    return (
      <>
        <p className="empty">{t('delegation.text.none')}</p>
        <p className="empty-way">
          <Link className="button" href="/texts/new">
            {t('papers.bringIn')}
          </Link>
        </p>
      </>
    )
  return (
    <>
      {open.length > 1 && (
        <div className="field g-text no-print">
          <label htmlFor={label}>{t('delegation.text')}</label>
          <select id={label} value={chosen?.id} onChange={event => choose(event.target.value)}>
            {open.map(({ id, title, symbol }) => (
              <option key={id} value={id}>
                {symbol === null ? title : `${symbol} · ${title}`}
              </option>
            ))}
          </select>
        </div>
      )}
      {chosen !== undefined && (
        <Whole key={chosen.id} id={chosen.id}>
          {children}
        </Whole>
      )}
    </>
  )
}
