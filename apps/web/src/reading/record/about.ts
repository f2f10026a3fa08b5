import { type DomainState, texts } from '@gavel/domain'
import { get, type ParagraphId, type TextId } from '@gavel/kernel'
import type { Speech } from '../../words/speaking.ts'

/** What something that happened is about, in words, and where that is. */
export interface About {
  readonly words: string
  readonly href: string
}

type Event = Readonly<Record<string, unknown>>

const named = (event: Event, name: string): string | undefined => {
  const value = event[name]
  return typeof value === 'string' ? value : undefined
}

const inText = (state: DomainState, event: Event): About | undefined => {
  const text = texts.textOf(state.texts, (named(event, 'text') ?? '') as TextId)
  if (text === undefined) return undefined
  const paragraph = texts.paragraphOf(text, (named(event, 'paragraph') ?? '') as ParagraphId)
  const href = `/texts/${encodeURIComponent(text.id)}`
  const name = text.symbol ?? text.title
  if (paragraph === undefined) return { words: name, href }
  return { words: `${name} ¶ ${paragraph.number}`.trim(), href: `${href}#p-${paragraph.id}` }
}

/**
 * What an event is about, as far as it is public and still there: a paragraph of a text, a decision, a meeting, an
 * instrument, a member. Undefined for what is about nothing that has a page.
 */
export const aboutOf = (state: DomainState, { name }: Speech, event: unknown): About | undefined => {
  if (typeof event !== 'object' || event === null) return undefined
  const of = event as Event
  const text = inText(state, of)
  if (text !== undefined) return text
  const instrument = get(state.decisions.instruments, named(of, 'instrument') ?? '')
  const decision = get(state.decisions.decisions, instrument?.decision ?? named(of, 'decision') ?? '')
  if (decision !== undefined)
    return { words: decision.title, href: `/decisions/${encodeURIComponent(decision.id)}` }
  const meeting = get(state.meetings.meetings, named(of, 'meeting') ?? '')
  if (meeting !== undefined)
    return { words: meeting.title, href: `/meetings/${encodeURIComponent(meeting.id)}` }
  const party = get(state.institution.parties, named(of, 'party') ?? '')
  if (party !== undefined)
    return {
      words: name(party.name, party.id),
      href: `/organisation/members/${encodeURIComponent(party.id)}`,
    }
  return undefined
}

const stands = ['backs', 'canLiveWith', 'reserves', 'objects', 'none'] as const

/** The stand that was taken, if it was one. */
export const standIn = (event: unknown): (typeof stands)[number] | undefined =>
  stands.find(stand => stand === (event as Event | null | undefined)?.['stand'])
