import { type DomainState, texts } from '@gavel/domain'
import type { MemberId, OptionId, ParagraphId, TextId } from '@gavel/kernel'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Missing } from '../kit/missing.tsx'
import { Notice } from '../kit/notice.tsx'
import { useRoom, useSlice, useSliceFailure } from '../live/use-room.tsx'
import { useSeenText } from '../since/marks.ts'
import { useWords } from '../words/use-words.tsx'
import { Editing as EditingParagraph } from './editing.tsx'
import { type Filter, isFresh, standing } from './filters.ts'
import { Guide } from './guide.tsx'
import { Inspector } from './inspector.tsx'
import { ParagraphRow } from './paragraph-row.tsx'
import { nextDisputed } from './proposing.ts'
import { TextHead } from './text-head.tsx'
import { Toolbar } from './toolbar.tsx'

interface Chosen {
  readonly paragraph: string
  readonly bracket?: string
}

/** About how many paragraphs are put on the page at once; the rest follow while the reader begins to read. */
const portion = 4

/** Puts a long text on the page portion by portion, so that no single step holds up a slow phone. */
const usePortions = (total: number): number => {
  const [shown, setShown] = useState(3)
  useEffect(() => {
    if (shown >= total) return
    const timer = setTimeout(() => setShown(before => before + 2), 0)
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

interface CompilationProps {
  readonly state: DomainState
  readonly text: texts.Text
}

const toParagraph = (id: string, block: ScrollLogicalPosition): void =>
  document.getElementById(`p-${id}`)?.scrollIntoView({ block })

/** On a narrow screen the inspector covers the lower part. */
const isNarrow = (): boolean => matchMedia('(max-width: 72rem)').matches

/** Which paragraph is looked at, which of its brackets, and whether it is open for editing. */
const useChoice = (text: texts.Text) => {
  const [chosen, setChosen] = useState<Chosen | undefined>(ofAddress)
  const [editing, setEditing] = useState<Editing>()
  const choose = useCallback((paragraph: string, bracket?: string) => {
    setChosen({ paragraph, ...(bracket === undefined ? {} : { bracket }) })
    history.replaceState(history.state, '', `#p-${encodeURIComponent(paragraph)}`)
    if (isNarrow()) requestAnimationFrame(() => toParagraph(paragraph, 'start'))
  }, [])
  const leave = useCallback(() => setChosen(undefined), [])
  const close = useCallback(() => setEditing(undefined), [])
  const go = useCallback(
    (step: 1 | -1) => {
      const next = nextDisputed(text, (chosen?.paragraph ?? null) as ParagraphId | null, step)
      if (next === undefined) return
      choose(next)
      toParagraph(next, isNarrow() ? 'start' : 'center')
    },
    [text, chosen, choose],
  )
  useKeys(go, leave)
  return { chosen, editing, choose, leave, go, setEditing, close }
}

interface Editing {
  readonly paragraph: string
  readonly within?: OptionId | undefined
}

interface ParagraphsProps extends CompilationProps {
  readonly choice: ReturnType<typeof useChoice>
  readonly kept: ReadonlySet<string>
  readonly own: MemberId | null
  readonly seen: number | null
}

interface PortionProps extends CompilationProps {
  readonly paragraphs: readonly texts.NegotiatedParagraph[]
  readonly chosen: Chosen | undefined
  readonly editing: Editing | undefined
  readonly own: MemberId | null
  readonly seen: number | null
  readonly onChoose: (paragraph: string, bracket?: string) => void
  readonly onClose: () => void
}

/** The state and the text change with every act; a portion is drawn anew only for what it shows of them. */
const sameShown = (before: PortionProps, after: PortionProps): boolean =>
  before.chosen === after.chosen &&
  before.editing === after.editing &&
  (after.editing === undefined || (before.state === after.state && before.text === after.text)) &&
  before.own === after.own &&
  before.seen === after.seen &&
  before.onChoose === after.onChoose &&
  before.onClose === after.onClose &&
  before.paragraphs.length === after.paragraphs.length &&
  before.paragraphs.every((paragraph, at) => paragraph === after.paragraphs[at])

/** A few paragraphs, drawn and laid out together: what is far from the reader's eyes costs the browser one place, not several. */
const Portion = memo(
  ({ state, text, paragraphs, chosen, editing, own, seen, onChoose, onClose }: PortionProps) => (
    <div className="t-portion">
      {paragraphs.map(paragraph =>
        editing?.paragraph === paragraph.id ? (
          <EditingParagraph
            key={paragraph.id}
            state={state}
            text={text}
            paragraph={paragraph}
            within={editing.within}
            onClose={onClose}
          />
        ) : (
          <ParagraphRow
            key={paragraph.id}
            paragraph={paragraph}
            chosen={chosen?.paragraph === paragraph.id}
            bracket={chosen?.paragraph === paragraph.id ? chosen.bracket : undefined}
            own={own}
            fresh={isFresh(paragraph, seen)}
            onChoose={onChoose}
          />
        ),
      )}
    </div>
  ),
  sameShown,
)

/** Whether a portion begins with a paragraph: about every fourth, told from its identity alone. */
const begins = (id: string): boolean =>
  [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % portion === 0

/** Where portions begin is told from the paragraphs themselves, so that one more of them touches no portion but its own. */
const portionsOf = (paragraphs: readonly texts.NegotiatedParagraph[]) => {
  const portions: texts.NegotiatedParagraph[][] = []
  for (const paragraph of paragraphs) {
    const last = portions.at(-1)
    if (last === undefined || begins(paragraph.id) || last.length >= 2 * portion) portions.push([paragraph])
    else last.push(paragraph)
  }
  return portions
}

/** Of a choice, what a portion has to know: only its own. */
const within = <T extends { readonly paragraph: string }>(
  one: T | undefined,
  paragraphs: PortionProps['paragraphs'],
): T | undefined => (paragraphs.some(({ id }) => id === one?.paragraph) ? one : undefined)

/** The paragraphs a filter leaves standing; one that is being edited stands open in its place. */
const Paragraphs = ({ state, text, choice, kept, own, seen }: ParagraphsProps) => {
  const { t } = useWords()
  const { chosen, editing, choose, close } = choice
  const all = useMemo(() => [...texts.paragraphsOf(text)], [text])
  const portions = useMemo(
    () => portionsOf(all.filter(({ id }) => kept.has(id) || editing?.paragraph === id)),
    [all, kept, editing],
  )
  const shown = usePortions(portions.length)
  return (
    <article lang={text.language} aria-label={text.title}>
      {portions.slice(0, shown).map(paragraphs => (
        <Portion
          key={paragraphs[0]!.id}
          state={state}
          text={text}
          paragraphs={paragraphs}
          chosen={within(chosen, paragraphs)}
          editing={within(editing, paragraphs)}
          own={own}
          seen={seen}
          onChoose={choose}
          onClose={close}
        />
      ))}
      {kept.size === 0 && <p className="empty">{t('text.filter.none')}</p>}
    </article>
  )
}

/** Renders when what it is given has changed, and not because something round it has. */
const Compilation = memo(({ state, text }: CompilationProps) => {
  const { as } = useRoom()
  const own: MemberId | null = as?.kind === 'delegate' ? as.member : null
  const [filter, setFilter] = useState<Filter>('all')
  const seen = useSeenText(text.id, text.revision)
  const kept = useMemo(() => standing(text, filter, { own, seen }), [text, filter, own, seen])
  const choice = useChoice(text)
  const { chosen, editing, leave, go, setEditing } = choice
  // The row is marked at once; the inspector, which asks the rules of every button, follows without holding it up.
  const looked = useDeferredValue(chosen)
  const inspected =
    looked === undefined ? undefined : texts.paragraphOf(text, looked.paragraph as ParagraphId)
  const beside = inspected !== undefined && (editing === undefined || !isNarrow())
  return (
    <div className="t-layout" data-inspecting={beside ? '' : undefined}>
      <div className="t-body">
        <Toolbar filter={filter} onFilter={setFilter} onGo={go} own={own} count={kept.size} />
        <Paragraphs state={state} text={text} choice={choice} kept={kept} own={own} seen={seen} />
      </div>
      {!beside && <Guide />}
      {beside && (
        <Inspector
          state={state}
          text={text}
          paragraph={inspected}
          bracket={looked?.bracket}
          onClose={leave}
          onEdit={within => setEditing({ paragraph: inspected.id, within })}
        />
      )}
    </div>
  )
})

/** The heart: a text under negotiation, every bracket with its depth and who stands where, and what one can do about it. */
export const TextScene = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  // What arrives is drawn in pieces between what the hand does: a long text with its inspector is much to draw at once.
  const state = useDeferredValue(useSlice(id))
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
