import { emptyTable, get, type MeetingId, put, update } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import type { AgendaItem } from './acts.ts'
import type { MeetingsEvent, MeetingsEventOf } from './events.ts'
import { evolveFloor, type FloorEvent } from './evolveFloor.ts'
import { evolvePapers, type PapersEvent } from './evolvePapers.ts'
import { evolveProcedure, type ProcedureEvent } from './evolveProcedure.ts'
import type { AttachedDocument, ItemCourse, Meeting, MeetingsState, Sitting } from './state.ts'

const change = (
  own: MeetingsState,
  id: MeetingId,
  how: (meeting: Meeting) => Partial<Meeting>,
): MeetingsState => ({
  ...own,
  meetings: update(own.meetings, id, meeting => ({ ...meeting, ...how(meeting) })),
})

/** Items without their documents: these stand apart, so that they follow their item through every change. */
const bare = (agenda: readonly AgendaItem[]): readonly AgendaItem[] =>
  agenda.map(({ documents: _documents, ...item }) => item)

const attachedIn = (agenda: readonly AgendaItem[], at: Meeting['convenedAt']): readonly AttachedDocument[] =>
  agenda.flatMap(({ number, documents = [] }) => documents.map(document => ({ item: number, document, at })))

const convened = (own: MeetingsState, event: MeetingsEventOf<'meetings.convened'>): MeetingsState => {
  const { meeting: id, body, title, opensAt, place, timeZone, agenda, at } = event
  const { kind = 'regular', format = 'inPerson', access = 'public' } = event
  const meeting: Meeting = {
    id,
    body,
    title,
    opensAt,
    place,
    timeZone,
    kind,
    format,
    access,
    agenda: bare(agenda),
    agendaAdopted: false,
    notified: agenda.map(item => item.title),
    documents: attachedIn(agenda, at),
    items: [],
    status: 'convened',
    convenedAt: at,
    sittings: [],
    present: [],
    attended: [],
    lists: [],
    speaking: null,
    turns: emptyTable(),
    points: [],
    appealable: null,
    motions: [],
    objections: [],
    statements: [],
    shown: null,
    journals: [],
  }
  return {
    ...own,
    meetings: put(own.meetings, id, meeting),
    meetingOrder: [...own.meetingOrder, id],
  }
}

/** What belongs to items, under their new numbers: an item is known again by its title. */
const renumbered = (meeting: Meeting, agenda: readonly AgendaItem[], at: Meeting['convenedAt']) => {
  const titles = new Map(meeting.agenda.map(({ number, title }) => [number, title]))
  const numbers = new Map(agenda.map(({ number, title }) => [title, number]))
  const moved = <Of extends { readonly item: string }>(list: readonly Of[]): readonly Of[] =>
    list.flatMap(each => {
      const item = numbers.get(titles.get(each.item) ?? '')
      return item === undefined ? [] : [{ ...each, item }]
    })
  return {
    agenda: bare(agenda),
    documents: [...moved(meeting.documents), ...attachedIn(agenda, at)],
    items: moved<ItemCourse>(meeting.items),
    lists: moved(meeting.lists),
  }
}

const noticeAmended = (meeting: Meeting, event: MeetingsEventOf<'meetings.noticeAmended'>) => {
  const { type: _, at, by: _by, meeting: _id, reason: _reason, agenda, ...rest } = event
  return {
    ...rest,
    ...(agenda === undefined
      ? {}
      : { ...renumbered(meeting, agenda, at), notified: agenda.map(item => item.title) }),
  }
}

const ended = (sittings: readonly Sitting[], at: Meeting['convenedAt']): readonly Sitting[] =>
  sittings.map(each => (each.until === undefined ? { ...each, until: at } : each))

const paused = (
  meeting: Meeting,
  status: 'suspended' | 'adjourned',
  until: Meeting['suspendedUntil'],
): Meeting => {
  const { suspendedUntil: _before, ...rest } = meeting
  return { ...rest, status, appealable: null, ...(until === undefined ? {} : { suspendedUntil: until }) }
}

const resumed = (meeting: Meeting, event: MeetingsEventOf<'meetings.resumed'>): Meeting => {
  const { suspendedUntil: _before, ...rest } = meeting
  const { at, sitting, quorum } = event
  return {
    ...rest,
    status: 'open',
    sittingSince: at,
    ...(sitting === undefined
      ? {}
      : { sittings: [...ended(meeting.sittings, at), { number: sitting, from: at }] }),
    ...(quorum === undefined ? {} : { presentAtOpening: quorum.present }),
  }
}

/** A closed meeting keeps what is asked about it later; how the floor went is in the record. */
const closed = (meeting: Meeting, at: Meeting['convenedAt']): Partial<Meeting> => ({
  status: 'closed',
  closedAt: at,
  sittings: ended(meeting.sittings, at),
  lists: [],
  turns: emptyTable(),
  points: [],
  appealable: null,
  motions: [],
  objections: [],
  shown: null,
})

const takenUp = ({ items }: Meeting, item: string, status: ItemCourse['status']) => ({
  items: [...items.filter(each => each.item !== item), { item, status }],
  appealable: null,
})

type CourseEvent = Exclude<MeetingsEvent, FloorEvent | ProcedureEvent | PapersEvent>

/** Folds one event of this chapter into its state. Throws TypeError for an event it does not know. */
export const evolve = (own: MeetingsState, event: MeetingsEvent): MeetingsState => {
  switch (event.type) {
    case 'meetings.floorAsked':
    case 'meetings.listLeft':
    case 'meetings.listOrdered':
    case 'meetings.listClosed':
    case 'meetings.listReopened':
    case 'meetings.debateClosed':
    case 'meetings.timeLimited':
    case 'meetings.floorGiven':
    case 'meetings.floorEnded':
      return change(own, event.meeting, meeting => evolveFloor(meeting, event))
    case 'meetings.pointRaised':
    case 'meetings.pointRuled':
    case 'meetings.rulingAppealed':
    case 'meetings.appealDecided':
    case 'meetings.moved':
    case 'meetings.motionSpokenOn':
    case 'meetings.motionWithdrawn':
    case 'meetings.motionDecided':
    case 'meetings.objectionRaised':
    case 'meetings.objectionWithdrawn':
      return change(own, event.meeting, meeting => evolveProcedure(meeting, event))
    case 'meetings.statementRecorded':
    case 'meetings.statementJoined':
    case 'meetings.statementWithdrawn':
    case 'meetings.journalCirculated':
    case 'meetings.correctionAsked':
    case 'meetings.correctionAnswered':
    case 'meetings.journalApproved':
    case 'meetings.corrigendumIssued':
      return change(own, event.meeting, meeting => evolvePapers(meeting, event))
    default:
      return evolveCourse(own, event)
  }
}

const evolveCourse = (own: MeetingsState, event: CourseEvent): MeetingsState => {
  const { meeting: id, at } = event
  switch (event.type) {
    case 'meetings.convened':
      return convened(own, event)
    case 'meetings.noticeAmended':
      return change(own, id, meeting => noticeAmended(meeting, event))
    case 'meetings.calledOff':
      return change(own, id, meeting => ({
        ...closed(meeting, at),
        calledOff: { at, reason: event.reason },
      }))
    case 'meetings.documentAttached':
      return change(own, id, ({ documents }) => ({
        documents: [...documents, { item: event.item, document: event.document, at }],
      }))
    case 'meetings.opened':
      return change(own, id, () => ({
        status: 'open',
        openedAt: at,
        sittingSince: at,
        sittings: [{ number: 1, from: at }],
        presentAtOpening: event.quorum.present,
      }))
    case 'meetings.presenceRecorded':
      return change(own, id, meeting => presence(meeting, event))
    case 'meetings.agendaAdopted':
      return change(own, id, meeting => ({
        ...renumbered(meeting, event.agenda, at),
        agendaAdopted: true,
      }))
    case 'meetings.agendaChanged':
      return change(own, id, meeting => renumbered(meeting, event.agenda, at))
    case 'meetings.itemTakenUp':
      return change(own, id, meeting => takenUp(meeting, event.item, 'underConsideration'))
    case 'meetings.itemConcluded':
      return change(own, id, meeting => takenUp(meeting, event.item, event.outcome))
    default:
      return evolveEnds(own, event)
  }
}

const presence = (
  { present, attended }: Meeting,
  { member, present: comes }: MeetingsEventOf<'meetings.presenceRecorded'>,
): Partial<Meeting> =>
  comes
    ? {
        present: [...present, member],
        ...(attended.includes(member) ? {} : { attended: [...attended, member] }),
      }
    : { present: present.filter(each => each !== member) }

type EndingEvent = MeetingsEventOf<
  | 'meetings.suspended'
  | 'meetings.adjourned'
  | 'meetings.resumed'
  | 'meetings.closed'
  | 'meetings.accessSet'
  | 'meetings.shown'
>

const evolveEnds = (own: MeetingsState, event: EndingEvent): MeetingsState => {
  const { meeting: id, at } = event
  switch (event.type) {
    case 'meetings.suspended':
      return { ...own, meetings: update(own.meetings, id, m => paused(m, 'suspended', event.until)) }
    case 'meetings.adjourned':
      // M-51. With each sitting presence is taken anew.
      return {
        ...own,
        meetings: update(own.meetings, id, m => ({
          ...paused(m, 'adjourned', event.until),
          sittings: ended(m.sittings, at),
          present: [],
        })),
      }
    case 'meetings.resumed':
      return { ...own, meetings: update(own.meetings, id, m => resumed(m, event)) }
    case 'meetings.closed': {
      const next = change(own, id, meeting => closed(meeting, at))
      const { unfinished } = event
      if (unfinished === undefined) return next
      return { ...next, unfinished: put(next.unfinished, get(next.meetings, id)!.body, unfinished) }
    }
    case 'meetings.accessSet':
      return change(own, id, () => ({ access: event.access, appealable: null, shown: null }))
    case 'meetings.shown':
      return change(own, id, () => ({ shown: { what: event.what, at } }))
    default:
      return unknownEvent(event)
  }
}
