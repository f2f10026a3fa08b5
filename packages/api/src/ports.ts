import type { domainFolds, RecordKeeper, RecordStore, SentAct } from '@gavel/application'
import type { Act, DomainEvent, DomainState } from '@gavel/domain'
import type { Defect, Draft, FileDraft, Paper, Placed, PrintedText, Where } from '@gavel/text'

/** The record keeper, as the API uses it; who opened it closes it. */
export type Keeper = Omit<RecordKeeper<DomainState, Act, DomainEvent, typeof domainFolds>, 'close'>

/** An act as the API submits it. */
export type ActToSend = SentAct<Act>

/** Small rows outside the record: invitations, sign-ins, who uploaded what. */
export type Rows = Pick<RecordStore, 'row' | 'rows' | 'swapRow'>

/** Reading and printing drafts, and comparing them. */
export interface TextFormats {
  read(source: string): { readonly draft: Draft; readonly defects: readonly Defect[] }
  print(draft: Draft, to: 'text' | 'markdown' | 'html', title: string): string
  compare(before: Draft, after: Draft): unknown
}

/** How work on a file ended: done; refused for what the file is; or not begun, because too much waits already. */
export type FileOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | {
      readonly kind: 'refused'
      /** `notDocx`, `tooLarge`, or any other fault of the file. */
      readonly code: string
      readonly message: string
      readonly where?: Where
    }
  | { readonly kind: 'busy' }

/** Files out and in. The work is heavy and the files are strangers': whoever does it bounds its time and memory. */
export interface FileFormats {
  docx(text: PrintedText): Promise<FileOutcome<Uint8Array>>
  pdf(paper: Paper): Promise<FileOutcome<Uint8Array>>
  /** `parties`: how authors are to be called in the draft, by what they may be called in the file, in lower case. */
  readDocx(bytes: Uint8Array, parties: ReadonlyMap<string, string>): Promise<FileOutcome<FileDraft>>
  /** What a file's tracked changes would be as proposals of the text as it stands now. */
  placeDocx(bytes: Uint8Array, text: PrintedText): Promise<FileOutcome<Placed>>
}

/** A calendar as other programs subscribe to it. Instants are in UTC; of a whole day, the day. */
export interface CalendarFile {
  readonly name: string
  readonly events: readonly {
    readonly uid: string
    readonly sequence: number
    readonly revisedAt: string
    readonly at: string
    readonly until?: string
    readonly allDay: boolean
    readonly title: string
    readonly place?: string
    readonly about?: string
    readonly url?: string
    readonly cancelled: boolean
    readonly busy: boolean
    readonly restricted: boolean
    readonly remindBefore?: number
  }[]
}

/** A feed of what happened, newest first. */
export interface FeedFile {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly self: string
  readonly site: string
  readonly author: string
  readonly updated: string
  readonly entries: readonly {
    readonly id: string
    readonly title: string
    readonly updated: string
    readonly url: string
    readonly summary?: string
  }[]
}

/** Calendars and feeds as the text other programs read. */
export interface FeedFormats {
  calendar(calendar: CalendarFile): Promise<string>
  atom(feed: FeedFile): Promise<string>
}

/**
 * A letter as a part of the house writes it: plain sentences in one language. Whoever carries it makes of it a text and
 * a page. A mail goes through foreign hands: what is confidential never stands in one.
 */
export interface Letter {
  readonly to: string
  /** `en`, `ru`, `ar`: its direction follows. */
  readonly language: string
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly link?: { readonly url: string; readonly words: string }
  /** The same letter sent again has the same one: programs that sort mail know it for one letter. */
  readonly reference: string
}

/** What became of a message: taken by the other side; refused for good; or not taken now, to be tried again. */
export interface Carried {
  readonly outcome: 'accepted' | 'refused' | 'failed'
  /** What the other side said, in one line without secrets. */
  readonly detail: string
}

/** Carries letters. It never throws: whatever happens is an outcome. */
export interface Mailer {
  send(letter: Letter): Promise<Carried>
}

/** Sends signed messages to members' own servers (Standard Webhooks 1.0). It never throws. */
export interface Poster {
  /** `id` is the same for each attempt at one message. */
  post(message: { readonly url: string; readonly id: string; readonly body: string }): Promise<Carried>
}
