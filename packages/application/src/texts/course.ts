import { type DomainEvent, type DomainState, texts } from '@gavel/domain'
import { emptyTable, get, type Instant, type ParagraphId, put, remove, type Table } from '@gavel/kernel'
import type { Fold } from '../law.ts'

/** How disputed a text was after an entry: the measure of convergence over time. */
export interface CourseStep {
  readonly index: number
  readonly at: Instant
  /** Brackets, alternatives, deletions, moves and new paragraphs that are open. */
  readonly disputed: number
  /** Words that stand in brackets, in every option. */
  readonly words: number
  /** How many paragraphs are agreed. */
  readonly agreed: number
}

/** A text's way so far: its steps, and for each paragraph its disputed words and when anything about it last moved. */
export interface Course {
  /** Oldest first; the newest 4,096. */
  readonly steps: readonly CourseStep[]
  readonly words: number
  readonly byParagraph: Table<number>
  readonly movedAt: Table<Instant>
}

const keptSteps = 4096

const noCourse: Course = { steps: [], words: 0, byParagraph: emptyTable(), movedAt: emptyTable() }

/** The paragraphs an event is about, as far as it names them. */
const paragraphsOf = (event: DomainEvent): readonly string[] => {
  const named = event as { readonly [name: string]: unknown }
  const listed = (name: string): readonly string[] => {
    const list = named[name]
    if (!Array.isArray(list)) return []
    return list.flatMap((each: { readonly id?: unknown; readonly paragraph?: unknown }) => {
      const id = each.paragraph ?? each.id
      return typeof id === 'string' ? [id] : []
    })
  }
  const single = ['paragraph', 'alternative', 'chosen'].flatMap(name =>
    typeof named[name] === 'string' ? [named[name]] : [],
  )
  return [...new Set([...single, ...listed('paragraphs'), ...listed('leftOut')])]
}

const withParagraph = (course: Course, text: texts.Text, id: string, at: Instant): Course => {
  const paragraph = texts.paragraphOf(text, id as ParagraphId)
  const words = paragraph === undefined ? 0 : texts.wordsInDispute(paragraph)
  const before = get(course.byParagraph, id) ?? 0
  return {
    ...course,
    words: course.words + words - before,
    byParagraph:
      words === 0
        ? remove(course.byParagraph, id)
        : words === before
          ? course.byParagraph
          : put(course.byParagraph, id, words),
    movedAt: paragraph === undefined ? remove(course.movedAt, id) : put(course.movedAt, id, at),
  }
}

const withStep = (course: Course, text: texts.Text, index: number, at: Instant): Course => {
  const { disputed } = text
  const { agreed } = text.rungs
  const { words, steps } = course
  const newest = steps[steps.length - 1]
  if (newest?.disputed === disputed && newest.agreed === agreed && newest.words === words) return course
  const kept = steps.length < keptSteps ? steps : steps.slice(1)
  return { ...course, steps: [...kept, { index, at, disputed, words, agreed }] }
}

/**
 * The course of every text towards agreement: a step for each entry that changed how much is disputed or agreed. Keyed
 * by text; shown to whoever may read the text. Costs the paragraphs an act is about, however long the text is.
 */
export const course: Fold<Table<Course>, DomainState, DomainEvent> = {
  edition: '2',
  initial: emptyTable(),
  apply: (value, { index, act, events, audience }, state) => {
    const own = events.filter(event => event.type.startsWith('texts.'))
    const first = own[0]
    const text = first !== undefined && 'text' in first ? get(state.texts.texts, first.text) : undefined
    // A delegation's own papers on a text move nothing, and nobody is to learn from here that there are any.
    if (text === undefined || audience.kind !== text.audience.kind) return value
    let next = get(value, text.id) ?? noCourse
    for (const event of own)
      for (const id of paragraphsOf(event)) next = withParagraph(next, text, id, act.at)
    next = withStep(next, text, index, act.at)
    return next === get(value, text.id) ? value : put(value, text.id, next)
  },
}

/** What is disputed and has not moved for longest, the longest first. */
export interface Still {
  readonly paragraph: ParagraphId
  readonly number: string
  readonly since: Instant
  readonly words: number
}

export const stillIn = (text: texts.Text, { movedAt, byParagraph }: Course, most = 20): readonly Still[] =>
  [...texts.paragraphsOf(text)]
    .filter(texts.isDisputed)
    .map(({ id, number }) => ({
      paragraph: id,
      number,
      since: get(movedAt, id) ?? text.introducedAt,
      words: get(byParagraph, id) ?? 0,
    }))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
    .slice(0, most)
