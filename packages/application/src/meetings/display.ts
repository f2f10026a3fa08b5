import { decisions, meetings, texts } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { floorOf, meetingAsSeen, type Onlooker } from './view.ts'

const nothing = { kind: 'nothing' } as const

/** Paragraphs of a text, as they stand now, with every bracket; nothing where the text has been closed since. */
const textShown = (what: Extract<meetings.Shown, { kind: 'text' }>, { state, readable }: Onlooker) => {
  const text = texts.textOf(state.texts, what.text)
  if (text === undefined || !readable(text.audience)) return nothing
  const paragraphs = what.paragraphs.flatMap(id => {
    const found = texts.paragraphOf(text, id)
    return found === undefined ? [] : [texts.compiledParagraph(found, member => member)]
  })
  return { kind: 'text', text: text.id, title: text.title, symbol: text.symbol, paragraphs } as const
}

/** A decision with how it stands; who objects, while it is before the room. Who broke a silence is never shown. */
const decisionShown = (
  what: Extract<meetings.Shown, { kind: 'decision' | 'silence' }>,
  { state, now, readable }: Onlooker,
) => {
  const found = get(state.decisions.decisions, what.decision)
  const audience = decisions.audienceOfDecision(state, what.decision)
  if (found === undefined || audience === undefined || !readable(audience)) return nothing
  const status = decisions.decisionStatus(found, now)
  return {
    kind: what.kind,
    decision: found.id,
    title: found.title,
    subject: found.subject,
    status: status.kind,
    objectors: status.kind === 'put' || status.kind === 'silenceProposed' ? status.objectors : [],
    number: status.kind === 'adopted' ? status.number : null,
    expiresAt:
      status.kind === 'silenceRunning' || status.kind === 'silenceProposed' ? status.expiresAt : null,
    announcedAs: found.course.stage === 'silence' ? found.course.silence.announcedAs : null,
  } as const
}

const itemShown = (meeting: meetings.Meeting, number: string) => {
  const item = meeting.agenda.find(each => each.number === number)
  return item === undefined
    ? nothing
    : ({
        kind: 'item',
        item: item.number,
        title: item.title,
        documents: meeting.documents.filter(each => each.item === number).map(({ document }) => document),
      } as const)
}

const speakersShown = (meeting: meetings.Meeting, item: string, onlooker: Onlooker) => {
  const { speaking, lists } = floorOf(meeting, onlooker)
  const list = lists.find(each => each.item === item)
  return {
    kind: 'speakers',
    item,
    speaking,
    closed: list?.closed ?? false,
    requests: list?.requests ?? [],
  } as const
}

const shownOf = (what: meetings.Shown, meeting: meetings.Meeting, onlooker: Onlooker) => {
  switch (what.kind) {
    case 'nothing':
    case 'title':
      return { kind: what.kind } as const
    case 'agenda':
      return {
        kind: what.kind,
        adopted: meeting.agendaAdopted,
        items: meeting.agenda.map(item => ({
          ...item,
          status: meetings.courseOf(meeting, item.number) ?? null,
        })),
      } as const
    case 'presence':
      return {
        kind: what.kind,
        present: meeting.present,
        quorum: meetings.quorumOf('decides', meeting, onlooker.state, onlooker.now),
      } as const
    case 'item':
      return itemShown(meeting, what.item)
    case 'speakers':
      return speakersShown(meeting, what.item, onlooker)
    case 'text':
      return textShown(what, onlooker)
    case 'decision':
    case 'silence':
      return decisionShown(what, onlooker)
    case 'message':
      return { kind: what.kind, words: what.words } as const
  }
}

/**
 * M-55. What the hall is shown, whole, as far as whoever looks may see it: a screen needs nothing else. It is worked out
 * anew for every look, so a text closed since is no longer shown. Undefined for a meeting nobody convened.
 */
export const displayOf = (id: string, onlooker: Onlooker) => {
  const meeting = meetingAsSeen(id, onlooker)
  if (meeting === undefined) return undefined
  const follows = onlooker.readable(meetings.audienceOfMeeting(onlooker.state, meeting.id)!)
  const { title, body, status, access, place, timeZone, sittings, shown } = meeting
  return {
    meeting: meeting.id,
    title,
    body,
    status,
    access,
    place,
    timeZone,
    sitting: sittings.at(-1)?.number ?? null,
    item: follows ? (meetings.currentItem(meeting) ?? null) : null,
    shown: shown === null || !follows ? nothing : shownOf(shown.what, meeting, onlooker),
    now: onlooker.now,
  }
}
