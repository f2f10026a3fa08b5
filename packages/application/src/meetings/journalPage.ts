import type { meetings } from '@gavel/domain'
import type { Journal, JournalSpeech, JournalStatement } from './journal.ts'
import type { JournalDecision } from './journalDecisions.ts'
import { type Clock, type Names, nameOfSpeaker, stepSentence } from './journalWords.ts'
import type { Block } from './page.ts'

/** What stands at the head of a journal. */
export interface JournalHead {
  readonly meeting: meetings.Meeting
  /** null: of the whole meeting. */
  readonly sitting: number | null
  readonly bodyName: string
}

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
const line = (text: string): Block => ({ kind: 'line', text })
const listed = (items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }]

/**
 * Instants as clocks in the hall showed them: the day and the minute in the zone of the meeting; in UTC where this
 * machine does not know the zone.
 */
const clockOf = (timeZone: string): { readonly zone: string; readonly at: Clock } => {
  const form = (zone: string) =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  const known = (): readonly [string, Intl.DateTimeFormat] => {
    try {
      return [timeZone, form(timeZone)]
    } catch (error) {
      if (error instanceof RangeError) return ['UTC', form('UTC')]
      throw error
    }
  }
  const [zone, format] = known()
  return { zone, at: at => format.format(new Date(at)) }
}

const kinds = {
  regular: 'Regular meeting',
  extraordinary: 'Extraordinary meeting',
  informal: 'Informal meeting',
}
const formats = { inPerson: 'in person', virtual: 'virtual', hybrid: 'hybrid' }

const headOf = ({ meeting, sitting, bodyName }: JournalHead, names: Names): readonly Block[] => {
  const { title, kind, format, place, sittings } = meeting
  const clock = clockOf(meeting.timeZone)
  const of = sitting === null ? sittings : sittings.filter(({ number }) => number === sitting)
  return [
    heading(1, sitting === null ? `Journal: ${title}` : `Journal: ${title}, sitting ${sitting}`),
    line(`${bodyName}. ${kinds[kind]}, ${formats[format]}, ${place}. Times are of ${clock.zone}.`),
    ...listed(
      of.map(
        ({ number, from, until }) =>
          `Sitting ${number}: ${clock.at(from)} to ${until === undefined ? 'now' : clock.at(until)}`,
      ),
    ),
    line(`In the chair: ${names.chair ?? 'not recorded'}.`),
  ]
}

const minutes = (ms: number): string => {
  const seconds = Math.round(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const speechOf = (speech: JournalSpeech, names: Names): string => {
  const { speaker, kind, item, usedMs, seconds, how } = speech
  const used = usedMs === null ? 'speaking' : minutes(usedMs)
  const limit = seconds === null ? '' : ` of ${minutes(seconds * 1_000)}`
  const taken = how === 'taken' ? '; the chair took the floor back' : ''
  return `${nameOfSpeaker(speaker, names)}, item ${item}${kind === 'reply' ? ', right of reply' : ''}: ${used}${limit}${taken}`
}

const outcomes = {
  put: 'put to the meeting',
  adopted: 'adopted',
  noConsensus: 'no consensus',
  takenBack: 'taken back',
  silenceProposed: 'proposed for a silence procedure',
  silenceOpened: 'put under a silence procedure',
  silenceConfirmed: 'adopted by silence, announced in the meeting',
}

const decisionOf = (decision: JournalDecision, names: Names): readonly Block[] => {
  const { title, number, outcome, objections, statements } = decision
  return [
    heading(3, number === null ? title : `${number}: ${title}`),
    line(`${outcomes[outcome][0]!.toUpperCase()}${outcomes[outcome].slice(1)}.`),
    ...listed(
      objections.map(({ member, reason, withdrawnAt }) => {
        const why = reason === null ? '' : ` (${reason})`
        return `${names.member(member)} objected${why}${withdrawnAt === null ? '' : ', and withdrew it'}`
      }),
    ),
    ...statements.flatMap(({ member, kind, wording }): readonly Block[] => [
      line(`${names.member(member)}, ${spaced(kind)}:`),
      { kind: 'quote', text: wording },
    ]),
  ]
}

/** `interpretativeStatement` as `interpretative statement`. */
const spaced = (word: string): string => word.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)

const statementOf = (statement: JournalStatement, names: Names): readonly Block[] => {
  const { speaker, purpose, joined, item, wording, document } = statement
  const with_ = joined.length === 0 ? '' : `, also on behalf of ${joined.map(names.member).join(', ')}`
  const on = item === null ? '' : `, on item ${item}`
  return [
    heading(3, `${nameOfSpeaker(speaker, names)}${with_}: ${purpose} statement${on}`),
    ...(wording === null ? [] : [{ kind: 'quote' as const, text: wording }]),
    ...(document === null ? [] : [line(`Document ${document}`)]),
  ]
}

const section = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks]

/** One line for each member that was there, with the times it came and went. */
const presenceOf = (journal: Journal, names: Names, at: Clock): readonly Block[] => {
  const members = [...new Set(journal.presence.map(({ member }) => member))]
  return listed(
    members.map(member => {
      const spans = journal.presence
        .filter(span => span.member === member)
        .map(({ from, until }) => `${at(from)} to ${until === null ? 'now' : at(until)}`)
      return `${names.member(member)}: ${spans.join('; ')}`
    }),
  )
}

/** What was said under the item, and in between: one line for each step, with its time. */
const proceedings = (journal: Journal, names: Names, at: Clock): readonly Block[] => {
  const blocks: Block[] = []
  let lines: string[] = []
  let heard: string | null = null
  let sat: number | null = null
  const titled = (item: string): string => {
    const title = journal.agenda.items.find(({ number }) => number === item)?.title
    return title === undefined ? `Item ${item}` : `Item ${item}: ${title}`
  }
  const flush = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'list', items: lines })
    lines = []
  }
  for (const { sitting, item, event } of journal.steps) {
    if (sitting !== null && sitting !== sat && sat !== null) {
      flush()
      blocks.push(heading(3, `Sitting ${sitting}`))
    }
    if (item !== heard) {
      flush()
      if (item !== null) blocks.push(heading(3, titled(item)))
    }
    sat = sitting
    heard = item
    lines.push(`${at(event.at)} ${stepSentence(event, names, at)}`)
  }
  flush()
  return blocks
}

/** The journal as a page: who was there, what was done, decided and said. */
export const journalPage = (journal: Journal, head: JournalHead, names: Names): readonly Block[] => {
  const { at } = clockOf(head.meeting.timeZone)
  const kept = journal.statements.filter(({ forJournal }) => forJournal)
  return [
    ...headOf(head, names),
    ...section('Presence', presenceOf(journal, names, at)),
    ...section('Agenda', listed(journal.agenda.items.map(({ number, title }) => `${number}. ${title}`))),
    ...section('Proceedings', proceedings(journal, names, at)),
    ...section('Speakers', listed(journal.speeches.map(speech => speechOf(speech, names)))),
    ...section(
      'Decisions',
      journal.decisions.flatMap(decision => decisionOf(decision, names)),
    ),
    ...section(
      'Statements for the record',
      kept.flatMap(each => statementOf(each, names)),
    ),
  ]
}

/** The list of decisions as a page. */
export const decisionsPage = (journal: Journal, head: JournalHead, names: Names): readonly Block[] => [
  heading(1, `Decisions: ${head.meeting.title}`),
  line(`${head.bodyName}. ${head.meeting.place}.`),
  ...(journal.decisions.length === 0 ? [line('No decision came up.')] : []),
  ...journal.decisions.flatMap(decision => decisionOf(decision, names)),
]
