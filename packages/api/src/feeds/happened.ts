import { trailOf } from '@gavel/application'
import { decisions, texts } from '@gavel/domain'
import { entries, type TextId, values } from '@gavel/kernel'
import { thePublic } from '../access/viewer.ts'
import type { Context } from '../context.ts'
import { viewedBy } from '../live/shown.ts'
import type { FeedFile } from '../ports.ts'
import { type Reading, readingBy } from '../views/reading.ts'
import { authorityOf } from './calendar.ts'
import { type FeedLanguage, type FeedWords, feedWords } from './words.ts'

/** What happened in public, newest first, as a feed. */

interface Happened {
  /** Unique in the record: what, and which of it. */
  readonly id: string
  readonly at: string
  readonly what: keyof FeedWords
  readonly title: string
  readonly page: string
  readonly fictional?: boolean
}

const mostEntries = 100

const textsIn = function* ({ state, readable }: Reading): Generator<texts.Text> {
  for (const id of state.texts.order) {
    const text = texts.textOf(state.texts, id as TextId)!
    if (readable(text.audience)) yield text
  }
}

/** When a text was opened: by the record, since the state keeps only when it was introduced. */
const openedAt = async (
  context: Context,
  reading: Reading,
  text: texts.Text,
): Promise<string | undefined> => {
  for (const index of trailOf(context.keeper.views().trail, `texts/${text.id}`).slice(0, 200)) {
    const [entry] = await viewedBy(context.keeper, reading.viewer, index, index + 1)
    const opened = (entry?.content?.events ?? []).find(({ type }) => type === 'texts.opened')
    if (opened !== undefined) return (opened as unknown as { readonly at: string }).at
  }
  return undefined
}

const ofTexts = async (context: Context, reading: Reading): Promise<readonly Happened[]> => {
  const newest = [...textsIn(reading)]
    .filter(({ stage }) => stage !== 'laying')
    .sort((a, b) => (a.introducedAt < b.introducedAt ? 1 : -1))
    .slice(0, mostEntries)
  const opened = await Promise.all(
    newest.map(async (text): Promise<readonly Happened[]> => {
      const { id, title, fictional } = text
      const at = await openedAt(context, reading, text)
      return at === undefined
        ? []
        : [{ id: `texts/${id}/opened`, at, what: 'textOpened', title, page: `/texts/${id}`, fictional }]
    }),
  )
  const issued = [...textsIn(reading)].flatMap(({ id, title, fictional, versions }) =>
    versions.map(
      ({ symbol, at }): Happened => ({
        id: `texts/${id}/versions/${symbol}`,
        at,
        what: 'versionIssued',
        title: `${symbol}, ${title}`,
        page: `/texts/${id}`,
        fictional,
      }),
    ),
  )
  return [...opened.flat(), ...issued]
}

const ofDecision = (reading: Reading, decision: decisions.Decision): readonly Happened[] => {
  const { id, round, title, course, number, subject } = decision
  const text = subject.kind === 'text' ? texts.textOf(reading.state.texts, subject.text) : undefined
  const shared = { page: `/decisions/${id}`, fictional: text?.fictional === true }
  const named = number === undefined ? title : `${number.symbol}, ${title}`
  const list: Happened[] = []
  const status = decisions.decisionStatus(decision, reading.now)
  if (status.kind === 'adopted')
    list.push({
      ...shared,
      id: `decisions/${id}/adopted`,
      at: status.at,
      what: 'decisionAdopted',
      title: named,
    })
  if (course.stage !== 'silence') return list
  const { entries: steps } = course.silence
  list.push({
    ...shared,
    id: `decisions/${id}/silence/${round}/opened`,
    at: steps[0]!.at,
    what: 'silenceOpened',
    title,
  })
  const end = decisions.silenceStatus(steps, reading.now)
  const ended = { kept: 'silenceKept', broken: 'silenceBroken', withdrawn: 'silenceWithdrawn' } as const
  // Who broke it is told nowhere here: the rules may keep the name.
  if (end.kind === 'kept' || end.kind === 'broken' || end.kind === 'withdrawn')
    list.push({
      ...shared,
      id: `decisions/${id}/silence/${round}/ended`,
      at: end.at,
      what: ended[end.kind],
      title,
    })
  return list
}

const ofDecisions = (reading: Reading): readonly Happened[] =>
  [...values(reading.state.decisions.decisions)]
    .filter(({ id }) => reading.readable(decisions.audienceOfDecision(reading.state, id)))
    .flatMap(decision => ofDecision(reading, decision))

/** That a body meets, when and about what is public always; so is an approved journal's being approved. */
const ofMeetings = ({ state }: Reading): readonly Happened[] =>
  [...entries(state.meetings.meetings)].flatMap(([id, meeting]) => {
    const { title, convenedAt, calledOff, journals } = meeting
    const page = `/meetings/${id}`
    const list: Happened[] = [
      { id: `meetings/${id}/convened`, at: convenedAt, what: 'meetingConvened', title, page },
    ]
    if (calledOff !== undefined)
      list.push({ id: `meetings/${id}/calledOff`, at: calledOff.at, what: 'meetingCalledOff', title, page })
    for (const { sitting, approvedAt } of journals)
      if (approvedAt !== undefined)
        list.push({
          id: `meetings/${id}/journal/${sitting ?? 'whole'}/approved`,
          at: approvedAt,
          what: 'journalApproved',
          title: sitting === null ? title : `${title}, ${sitting}`,
          page,
        })
    return list
  })

/** The public feed. What is not public is not in it, whoever asks. */
export const publicFeed = async (context: Context, language: FeedLanguage): Promise<FeedFile> => {
  const reading = readingBy(context, thePublic)
  const words = feedWords(language)
  const happened = [...(await ofTexts(context, reading)), ...ofDecisions(reading), ...ofMeetings(reading)]
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1))
    .slice(0, mostEntries)
  const { origin } = context.site()
  const { organisation } = reading.state.institution
  // A tag URI (RFC 4151): the same for ever, whatever the address of the server.
  const tag = (id: string): string => `tag:${authorityOf(context)},2026:${id}`
  const name = organisation?.name.en ?? 'Gavel'
  return {
    id: tag('feeds/public'),
    title: `${organisation?.shortName ?? 'Gavel'}: ${words.feed}`,
    language,
    self: `${origin}/feeds/public.atom${language === 'en' ? '' : `?language=${language}`}`,
    site: `${origin}/`,
    author: name,
    updated: happened[0]?.at ?? reading.now,
    entries: happened.map(({ id, at, what, title, page, fictional }) => ({
      id: tag(id),
      title: `${words[what]}: ${title}`,
      updated: at,
      url: `${origin}${page}`,
      ...(fictional === true || context.demonstration ? { summary: words.fictional } : {}),
    })),
  }
}
