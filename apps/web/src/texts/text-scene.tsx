import { type DomainState, texts } from '@gavel/domain'
import type { MemberId, ParagraphId, TextId } from '@gavel/kernel'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Missing } from '../kit/missing.tsx'
import { Notice } from '../kit/notice.tsx'
import { useRoom, useSlice, useSliceFailure } from '../live/use-room.tsx'
import { useWords } from '../words/use-words.tsx'
import { type Filter, isFresh, standing } from './filters.ts'
import { Inspector } from './inspector.tsx'
import { ParagraphRow } from './paragraph-row.tsx'
import { nextDisputed } from './proposing.ts'
import { keepSeen, lastSeen } from './seen.ts'
import { TextHead } from './text-head.tsx'
import { Toolbar } from './toolbar.tsx'

interface Chosen {
  readonly paragraph: string
  readonly bracket?: string
}

/** How many paragraphs are put on the page at once; the rest follow while the reader begins to read. */
const portion = 24

/** Puts a long text on the page portion by portion, so that no single step holds up a slow phone. */
const usePortions = (total: number): number => {
  const [shown, setShown] = useState(portion)
  useEffect(() => {
    if (shown >= total) return
    const timer = setTimeout(() => setShown(before => before + portion), 0)
    return () => clearTimeout(timer)
  }, [shown, total])
  return shown
}

/** Keys for those who work all day in a text: next and previous dispute, and out of the paragraph. */
const useKeys = (go: (step: 1 | -1) => void, leave: () => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]')
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === ']' || event.key === 'j') go(1)
      if (event.key === '[' || event.key === 'k') go(-1)
      if (event.key === 'Escape') leave()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [go, leave])
}

const ofAddress = (): Chosen | undefined =>
  location.hash.startsWith('#p-') ? { paragraph: decodeURIComponent(location.hash.slice(3)) } : undefined

interface RoomyProps {
  readonly state: DomainState
  readonly text: texts.Text
}

const Compilation = ({ state, text }: RoomyProps) => {
  const { t } = useWords()
  const { as } = useRoom()
  const own: MemberId | null = as?.kind === 'delegate' ? as.member : null
  const [filter, setFilter] = useState<Filter>('all')
  const [seen] = useState(() => lastSeen(text.id))
  const [chosen, setChosen] = useState<Chosen | undefined>(ofAddress)
  const all = useMemo(() => [...texts.paragraphsOf(text)], [text])
  const kept = useMemo(() => standing(text, filter, { own, seen }), [text, filter, own, seen])
  const shown = usePortions(all.length)
  useEffect(() => () => keepSeen(text.id, text.revision), [text.id, text.revision])
  const choose = useCallback((paragraph: string, bracket?: string) => {
    setChosen({ paragraph, ...(bracket === undefined ? {} : { bracket }) })
    history.replaceState(history.state, '', `#p-${encodeURIComponent(paragraph)}`)
  }, [])
  const leave = useCallback(() => setChosen(undefined), [])
  const go = useCallback(
    (step: 1 | -1) => {
      const next = nextDisputed(text, (chosen?.paragraph ?? null) as ParagraphId | null, step)
      if (next === undefined) return
      choose(next)
      document.getElementById(`p-${next}`)?.scrollIntoView({ block: 'center' })
    },
    [text, chosen, choose],
  )
  useKeys(go, leave)
  const inspected =
    chosen === undefined ? undefined : texts.paragraphOf(text, chosen.paragraph as ParagraphId)
  return (
    <div className="t-layout" data-inspecting={inspected === undefined ? undefined : ''}>
      <div className="t-body">
        <Toolbar filter={filter} onFilter={setFilter} onGo={go} own={own} count={kept.size} />
        <article lang={text.language} aria-label={text.title}>
          {all
            .slice(0, shown)
            .map(
              paragraph =>
                kept.has(paragraph.id) && (
                  <ParagraphRow
                    key={paragraph.id}
                    paragraph={paragraph}
                    chosen={chosen?.paragraph === paragraph.id}
                    bracket={chosen?.paragraph === paragraph.id ? chosen.bracket : undefined}
                    own={own}
                    fresh={isFresh(paragraph, seen)}
                    onChoose={choose}
                  />
                ),
            )}
          {kept.size === 0 && <p className="empty">{t('text.filter.none')}</p>}
        </article>
      </div>
      {inspected !== undefined && (
        <Inspector
          state={state}
          text={text}
          paragraph={inspected}
          bracket={chosen?.bracket}
          onClose={leave}
        />
      )}
    </div>
  )
}

/** The heart: a text under negotiation, every bracket with its depth and who stands where, and what one can do about it. */
export const TextScene = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const state = useSlice(id)
  const failure = useSliceFailure(id)
  const text = state === undefined ? undefined : texts.textOf(state.texts, id as TextId)
  useEffect(() => {
    if (text !== undefined) document.title = `${text.symbol ?? ''} ${text.title}`.trim()
  }, [text])
  if (state === undefined)
    return failure === undefined ? (
      <p className="busy" role="status">
        {t('app.loading')}
      </p>
    ) : (
      <p className="busy">{t('app.failed')}</p>
    )
  if (text === undefined) return <Missing />
  return (
    <div className="t-scene">
      <TextHead text={text} tab="text" />
      {text.frozen !== null && <Notice tone="warn">{t('texts.frozen', { reason: text.frozen })}</Notice>}
      <Compilation state={state} text={text} />
    </div>
  )
}
