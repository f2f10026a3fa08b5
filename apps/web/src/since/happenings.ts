import type { DomainEvent } from '@gavel/domain'
import type { ShownEntry } from '../live/stream.ts'

/** What a delegation wants to know of when it comes back, in the order of how much it matters. */
export const kinds = [
  'objection',
  'silence',
  'decision',
  'offer',
  'reopening',
  'proposal',
  'settled',
  'climbed',
  'text',
  'version',
  'meeting',
  'comment',
  'instruction',
] as const
export type HappeningKind = (typeof kinds)[number]

/** One thing that happened: what, where, by which delegation if one did it, at which entry. */
export interface Happening {
  readonly kind: HappeningKind
  readonly index: number
  readonly at: string
  /** The word for it, finer than its kind. */
  readonly what: string
  readonly member?: string
  readonly text?: string
  readonly paragraph?: string
  readonly decision?: string
  readonly meeting?: string
  readonly title?: string
}

/** Somebody who comes back. `maintains`: what her delegation proposes or backs, by `pointKey`. */
export interface Returning {
  readonly person: string | null
  readonly member: string | null
  readonly maintains: ReadonlySet<string>
}

/** A thing stood on, in one line: the text, the paragraph, and the option or the matter where it is one. */
export const pointKey = (text: string, paragraph: string, option?: string, on?: string): string =>
  [text, paragraph, option ?? '', on ?? ''].join(' ')

type Told = Omit<Happening, 'index' | 'at'>

const words: { readonly [type in DomainEvent['type']]?: readonly [kind: HappeningKind, what: string] } = {
  'texts.opened': ['text', 'opened'],
  'texts.adopted': ['text', 'adopted'],
  'texts.changeProposed': ['proposal', 'wording'],
  'texts.alternativeProposed': ['proposal', 'alternative'],
  'texts.paragraphProposed': ['proposal', 'paragraph'],
  'texts.deletionProposed': ['proposal', 'deletion'],
  'texts.moveProposed': ['proposal', 'move'],
  'texts.lapsed': ['settled', 'withdrawn'],
  'texts.bracketClosed': ['settled', 'bracket'],
  'texts.alternativesClosed': ['settled', 'alternatives'],
  'texts.deletionSettled': ['settled', 'deletion'],
  'texts.moveSettled': ['settled', 'move'],
  'texts.paragraphSettled': ['settled', 'paragraph'],
  'texts.chairsTextAccepted': ['settled', 'chairsText'],
  'texts.chairsTextOffered': ['offer', 'chairsText'],
  'texts.advanced': ['climbed', 'advanced'],
  'texts.reopeningAsked': ['reopening', 'asked'],
  'texts.reopened': ['reopening', 'reopened'],
  'texts.versionIssued': ['version', 'issued'],
  'texts.instructed': ['instruction', 'given'],
  'texts.commented': ['comment', 'said'],
  'decisions.silenceOpened': ['silence', 'opened'],
  'decisions.silenceProposed': ['silence', 'proposed'],
  'decisions.silenceExtended': ['silence', 'extended'],
  'decisions.silenceBroken': ['silence', 'broken'],
  'decisions.silenceSuspended': ['silence', 'suspended'],
  'decisions.silenceResumed': ['silence', 'resumed'],
  'decisions.silenceWithdrawn': ['silence', 'withdrawn'],
  'decisions.noticeGiven': ['silence', 'noticed'],
  'decisions.decisionPut': ['decision', 'put'],
  'decisions.objectionRaised': ['decision', 'objected'],
  'decisions.decisionAdopted': ['decision', 'adopted'],
  'decisions.consensusNotReached': ['decision', 'notReached'],
  'decisions.decisionPublished': ['decision', 'published'],
  'decisions.statementAttached': ['decision', 'stated'],
  'meetings.convened': ['meeting', 'convened'],
  'meetings.opened': ['meeting', 'opened'],
  'meetings.calledOff': ['meeting', 'calledOff'],
  'meetings.closed': ['meeting', 'closed'],
  'meetings.journalCirculated': ['meeting', 'journal'],
}

const where = (event: DomainEvent): Partial<Told> => ({
  ...('member' in event && event.member !== '' ? { member: event.member } : {}),
  ...('text' in event && typeof event.text === 'string' ? { text: event.text } : {}),
  ...('paragraph' in event ? { paragraph: event.paragraph } : {}),
  ...('decision' in event ? { decision: event.decision } : {}),
  ...('meeting' in event && event.type.startsWith('meetings.') ? { meeting: event.meeting } : {}),
  ...('title' in event ? { title: event.title } : {}),
})

const toldOf = (event: DomainEvent, { person, member, maintains }: Returning): Told | undefined => {
  if (event.by === person) return undefined
  if (event.type === 'texts.standTaken') {
    const against = event.stand === 'objects' && event.member !== member
    return against &&
      maintains.has(pointKey(event.text, event.paragraph, event.target.option, event.target.on))
      ? { kind: 'objection', what: 'raised', ...where(event) }
      : undefined
  }
  const known = words[event.type]
  if (known === undefined) return undefined
  const [kind, what] = known
  // What one's own delegation proposed is no news to it; what a colleague noted for it alone is.
  if (kind === 'proposal' && 'member' in event && event.member === member) return undefined
  return { kind, what, ...where(event) }
}

/** What happened in entries of the record that somebody who comes back wants to know of, the latest first. */
export const happenings = (entries: readonly ShownEntry[], who: Returning): readonly Happening[] =>
  entries
    .flatMap(({ index, events = [] }) =>
      events.flatMap(event => {
        const told = toldOf(event, who)
        return told === undefined ? [] : [{ ...told, index, at: event.at }]
      }),
    )
    .reverse()

/** Happenings in groups: those of each text together, then those of decisions, meetings and the rest. */
export interface Group {
  /** The text's id; null for what is about no text. */
  readonly text: string | null
  readonly counts: readonly (readonly [kind: HappeningKind, n: number])[]
  readonly all: readonly Happening[]
}

export const grouped = (all: readonly Happening[]): readonly Group[] => {
  const keys = [...new Set(all.map(({ text }) => text ?? null))].sort(
    (a, b) => Number(a === null) - Number(b === null),
  )
  return keys.map(text => {
    const own = all.filter(each => (each.text ?? null) === text)
    const counts = kinds.flatMap(kind => {
      const n = own.filter(each => each.kind === kind).length
      return n === 0 ? [] : [[kind, n] as const]
    })
    return { text, counts, all: own }
  })
}
