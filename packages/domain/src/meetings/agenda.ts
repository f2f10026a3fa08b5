import { type Check, get } from '@gavel/kernel'
import { nameFault } from '../institution/names.ts'
import { membersOf } from '../institution/questions.ts'
import { parameter } from '../rules.ts'
import type { AgendaChange, AgendaDocument, AgendaItem, MeetingsAct } from './acts.ts'
import { courseOf } from './checks.ts'
import type { Meeting, UpToMeetings } from './state.ts'

/** More items than any agenda has; a bound so that one act cannot fill the record. */
const mostItems = 200
/** More documents than any item has. */
export const mostDocuments = 50

/** M-6. An agenda has items, each with a number of its own and a title. */
const agendaFault = (agenda: readonly AgendaItem[]): string | null => {
  if (agenda.length === 0) return 'empty'
  if (agenda.length > mostItems) return `more than ${mostItems} items`
  const numbers = new Set(agenda.map(item => item.number))
  if (numbers.size < agenda.length) return 'a number stands twice'
  const bad = agenda.find(
    item => nameFault(item.number, 20) !== null || nameFault(item.title, 1_000) !== null,
  )
  return bad ? `item ${JSON.stringify(bad.number.slice(0, 20))} has no plain number and title` : null
}

/** M-15. A sub-item stands after its item, and its number begins with that of its item. */
const subItemFault = (agenda: readonly AgendaItem[]): string | null => {
  const before = new Set<string>()
  for (const { number, under } of agenda) {
    const fits = under === undefined || (before.has(under) && number.startsWith(under) && number !== under)
    if (!fits) return number
    before.add(number)
  }
  return null
}

/** What is wrong with a document of an item; null when nothing is. */
export const documentFault = (document: AgendaDocument): string | null => {
  if (nameFault(document.title, 1_000) !== null) return 'no plain title'
  return document.kind === 'symbol' && nameFault(document.symbol, 80) !== null ? 'no plain symbol' : null
}

/** M-22. Documents on an agenda have plain titles, and an item has no more than a bounded number of them. */
const documentsFault = (agenda: readonly AgendaItem[]): string | null => {
  for (const { number, documents = [] } of agenda) {
    if (documents.length > mostDocuments) return `item ${number} has more than ${mostDocuments} documents`
    const fault = documents.map(documentFault).find(each => each !== null)
    if (fault !== undefined) return `a document of item ${number} has ${fault}`
  }
  return null
}

export const properAgenda = (agenda: readonly AgendaItem[]): readonly Check[] => [
  ['M-6', agendaFault(agenda) === null, () => ({ fault: agendaFault(agenda) })],
  ['M-15', subItemFault(agenda) === null, () => ({ item: subItemFault(agenda) })],
  ['M-22', documentsFault(agenda) === null, () => ({ fault: documentsFault(agenda) })],
]

/**
 * M-11. An item of which nobody had notice is taken up only as the rules allow (`agenda.lateItems`): never, always,
 * or when every delegation that sits in the body is in the room, so that nobody absent is surprised.
 */
export const lateItems = (
  titles: readonly string[],
  meeting: Meeting,
  state: UpToMeetings,
  at: MeetingsAct['at'],
): Check => {
  const late = parameter(state.institution, 'agenda.lateItems', at, meeting.body)
  const added = titles.filter(title => !meeting.notified.includes(title))
  const seated = new Set<string>(meeting.present)
  const absent = membersOf(state.institution, meeting.body, at).filter(member => !seated.has(member))
  const mayAdd = late.value === 'always' || (late.value === 'allPresent' && absent.length === 0)
  return [
    'M-11',
    added.length === 0 || mayAdd,
    () => ({ added, rule: late.value, since: late.since, source: late.source, absent }),
  ]
}

/** M-23. The next regular meeting of a body has on its agenda what the last ones did not finish. */
export const hasUnfinished = (
  agenda: readonly AgendaItem[],
  body: Meeting['body'],
  state: UpToMeetings,
  at: MeetingsAct['at'],
): Check => {
  const carries = parameter(state.institution, 'agenda.unfinishedCarries', at, body)
  const titles = new Set(agenda.map(({ title }) => title))
  const missing = carries.value
    ? (get(state.meetings.unfinished, body) ?? []).filter(title => !titles.has(title))
    : []
  return ['M-23', missing.length === 0, () => ({ missing, since: carries.since, source: carries.source })]
}

/**
 * M-23. The titles a body has left unfinished once this meeting closes: what was carried over, left open or under
 * consideration, and what earlier meetings left, unless this one has concluded it.
 */
export const unfinishedAfter = (meeting: Meeting, before: readonly string[]): readonly string[] => {
  const left = meeting.agenda.filter(({ number }) => {
    const course = courseOf(meeting, number)
    return course !== undefined && course !== 'concluded'
  })
  const concluded = new Set(
    meeting.agenda
      .filter(({ number }) => courseOf(meeting, number) === 'concluded')
      .map(({ title }) => title),
  )
  return [...new Set([...before.filter(title => !concluded.has(title)), ...left.map(({ title }) => title)])]
}

/** The agenda after a change; null when the change fits nothing that is on it. */
export const changedAgenda = (
  agenda: readonly AgendaItem[],
  change: AgendaChange,
): readonly AgendaItem[] | null => {
  switch (change.kind) {
    case 'add': {
      const at = change.after === undefined ? agenda.length : placeAfter(agenda, change.after)
      return at < 0 ? null : [...agenda.slice(0, at), change.item, ...agenda.slice(at)]
    }
    case 'withdraw': {
      const left = agenda.filter(({ number, under }) => number !== change.number && under !== change.number)
      return left.length === agenda.length - 1 ? left : null
    }
    case 'reorder': {
      const found = change.numbers.flatMap(wanted => agenda.filter(({ number }) => number === wanted))
      return found.length === agenda.length && new Set(change.numbers).size === agenda.length ? found : null
    }
  }
}

/** The place after an item and its sub-items; -1 when it is not on the agenda. */
const placeAfter = (agenda: readonly AgendaItem[], number: string): number => {
  const at = agenda.findIndex(item => item.number === number)
  if (at < 0) return -1
  let next = at + 1
  while (next < agenda.length && agenda[next]!.under?.startsWith(number)) next++
  return next
}
