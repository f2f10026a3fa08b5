import {
  decisionsNamed,
  decisionsPage,
  type Journal,
  type JournalEntry,
  type JournalHead,
  journalFrom,
  journalPage,
  meetingAsSeen,
  type Names,
  ofSitting,
  printPage,
  trailOf,
} from '@gavel/application'
import { type DomainEvent, institution, type meetings } from '@gavel/domain'
import { get } from '@gavel/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { chooseType } from '../http/accept.ts'
import { notFound, problemError } from '../http/problem.ts'
import { viewedBy } from '../live/shown.ts'
import { type Reading, readingOf, view } from './reading.ts'

interface OneMeeting {
  readonly Params: { readonly id: string }
}
interface OneJournal extends OneMeeting {
  readonly Querystring: { readonly sitting?: string }
}

/** Entries are read in runs: so many that lie so close together are read at once. */
const widest = 256
const gap = 16

const runsOf = (indexes: readonly number[]): readonly (readonly [from: number, to: number])[] => {
  const runs: (readonly [number, number])[] = []
  for (const index of indexes) {
    const [from, to] = runs.at(-1) ?? [-1, -1]
    if (from >= 0 && index - to <= gap && index - from < widest) runs[runs.length - 1] = [from, index + 1]
    else runs.push([index, index + 1])
  }
  return runs
}

/** The entries at some indexes, in their order, as far as the reader may see them. */
const entriesAt = async (
  { keeper }: Pick<Context, 'keeper'>,
  { viewer }: Reading,
  indexes: readonly number[],
): Promise<readonly JournalEntry[]> => {
  const wanted = new Set(indexes)
  const found: JournalEntry[] = []
  for (const [from, to] of runsOf(indexes))
    for (const { index, content } of await viewedBy(keeper, viewer, from, to))
      if (wanted.has(index) && content !== undefined)
        found.push({ index, events: content.events as readonly DomainEvent[] })
  return found
}

/** Whether something happened while the meeting was under way. */
const during = (meeting: meetings.Meeting, { events }: JournalEntry): boolean => {
  const at = events[0]?.at
  return (
    at === undefined ||
    (at >= meeting.convenedAt && (meeting.closedAt === undefined || at <= meeting.closedAt))
  )
}

const inOrder = (indexes: readonly number[]): readonly number[] => [...new Set(indexes)].sort((a, b) => a - b)

/** The journal of a meeting for its reader: from the trail of the meeting, and of the decisions that came up in it. */
const journalFor = async (
  context: Pick<Context, 'keeper'>,
  reading: Reading,
  meeting: meetings.Meeting,
): Promise<Journal> => {
  const { trail } = context.keeper.views()
  const own = trailOf(trail, `meetings/${meeting.id}`)
  const ofMeeting = await entriesAt(context, reading, own)
  const known = new Set(own)
  const more = decisionsNamed(ofMeeting, meeting.id)
    .flatMap(decision => trailOf(trail, `decisions/${decision}`))
    .filter(index => !known.has(index))
  const ofDecisions = (await entriesAt(context, reading, inOrder(more))).filter(entry =>
    during(meeting, entry),
  )
  return journalFrom([...ofMeeting, ...ofDecisions].sort((a, b) => a.index - b.index))
}

const namesIn = ({ state, now }: Reading, meeting: meetings.Meeting): Names => {
  const party = (id: string) => get(state.institution.parties, id)?.name.en ?? id
  const held = institution.chairOf(state.institution, meeting.body, meeting.openedAt ?? now)
  return {
    member: party,
    observer: party,
    body: id => get(state.institution.bodies, id)?.name.en ?? id,
    chair: held === undefined ? null : party(held.term.holder),
  }
}

const forms = ['application/json', 'text/plain', 'text/markdown', 'text/html'] as const
const formOf = { 'text/plain': 'text', 'text/markdown': 'markdown', 'text/html': 'html' } as const

/** Answers a journal, or the decisions in it, as data or as a printed page. */
const answer = (
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  as: { readonly data: () => object; readonly page: () => ReturnType<typeof journalPage> },
) => {
  reply.header('vary', 'Accept')
  const type = chooseType(request.headers.accept, forms)
  if (type === undefined) throw problemError('not-acceptable')
  if (type === 'application/json') return as.data()
  return reply.type(`${type}; charset=utf-8`).send(printPage(title, as.page(), formOf[type]))
}

/**
 * The journal of a meeting, or of the sitting named, with its head and the names in it, as far as the reader may see it.
 * Throws the uniform 404 for a meeting or a sitting there is not.
 */
export const drawUpJournal = async (
  context: Pick<Context, 'keeper'>,
  reading: Reading,
  id: string,
  sittingNumber: number | null,
) => {
  const meeting = meetingAsSeen(id, reading)
  if (meeting === undefined) throw notFound()
  const sitting = meeting.sittings.find(each => each.number === sittingNumber)
  if (sittingNumber !== null && sitting === undefined) throw notFound()
  const whole = await journalFor(context, reading, meeting)
  const names = namesIn(reading, meeting)
  const head: JournalHead = { meeting, sitting: sittingNumber, bodyName: names.body(meeting.body) }
  const journal = sitting === undefined ? whole : ofSitting(whole, sitting)
  return { journal, head, names, now: reading.now }
}

/** The journal a request asks for. */
export const drawnUp = (context: Context, request: FastifyRequest<OneJournal>) => {
  const { sitting } = request.query
  const number = sitting === undefined ? null : Number(sitting)
  return drawUpJournal(context, readingOf(context, request), request.params.id, number)
}

const headData = ({ meeting, sitting }: JournalHead) => ({
  meeting: meeting.id,
  title: meeting.title,
  body: meeting.body,
  sitting,
  sittings: meeting.sittings,
  papers: meeting.journals.find(each => each.sitting === sitting) ?? null,
})

export const Sitting = Type.Object(
  { sitting: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,4}$' })) },
  { additionalProperties: false },
)
const withSitting = (shown: ReturnType<typeof view>) => ({
  schema: { ...shown.schema, querystring: Sitting },
})

/** The journal of a meeting and the list of its decisions, drawn up from the record for whoever asks. */
export const installJournals = (app: FastifyInstance, context: Context): void => {
  app.get<OneJournal>(
    '/api/meetings/:id/journal',
    withSitting(
      view('meetings', 'journal', 'The journal, or that of one sitting. JSON, text, Markdown or HTML'),
    ),
    async (request, reply) => {
      const { journal, head, names, now } = await drawnUp(context, request)
      return answer(request, reply, `Journal: ${head.meeting.title}`, {
        data: () => ({ ...headData(head), ...journal, now }),
        page: () => journalPage(journal, head, names),
      })
    },
  )
  app.get<OneJournal>(
    '/api/meetings/:id/decisions',
    withSitting(
      view(
        'meetings',
        'meetingDecisions',
        'The list of decisions of a meeting. JSON, text, Markdown or HTML',
      ),
    ),
    async (request, reply) => {
      const { journal, head, names, now } = await drawnUp(context, request)
      return answer(request, reply, `Decisions: ${head.meeting.title}`, {
        data: () => ({ meeting: head.meeting.id, sitting: head.sitting, decisions: journal.decisions, now }),
        page: () => decisionsPage(journal, head, names),
      })
    },
  )
  app.get<OneJournal>(
    '/api/meetings/:id/statements',
    withSitting(view('meetings', 'meetingStatements', 'Statements for the record, with their words')),
    async request => {
      const { journal, head, now } = await drawnUp(context, request)
      return {
        meeting: head.meeting.id,
        sitting: head.sitting,
        statements: journal.statements,
        now,
      }
    },
  )
}
