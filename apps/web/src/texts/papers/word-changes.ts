import type { EditSource, FileComment, FormattingChange, Notice, NotPlaced } from '@gavel/text'
import { requestWith } from '../../live/request.ts'
import type { Intent } from '../../live/room.ts'

/** A change of a file as the act that would propose it. */
export interface WordProposal {
  readonly act: Intent
  readonly source: EditSource
}

/** A change that cannot be proposed, and why. */
export type WordLeft = (NotPlaced | { readonly why: 'refused'; readonly source: EditSource }) & {
  readonly rule?: string
  readonly facts?: { readonly [name: string]: unknown }
}

/** What `POST /api/texts/:id/changes-from-docx` answers; nothing is recorded by it. */
export interface WordChanges {
  /** Whether the file says it was made of this text; null where it says nothing. */
  readonly ofThisText: boolean | null
  readonly acts: readonly WordProposal[]
  readonly unplaced: readonly WordLeft[]
  readonly comments: readonly FileComment[]
  readonly formatting: readonly FormattingChange[]
  readonly notices: readonly Notice[]
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Asks which acts a delegation's Word file comes to. */
export const wordChanges = (text: string, member: string, file: Blob): Promise<WordChanges> =>
  requestWith<WordChanges>(
    `/api/texts/${encodeURIComponent(text)}/changes-from-docx?member=${encodeURIComponent(member)}`,
    file,
    docx,
  )

/** The acts of those changes that were not left out. */
export const chosenActs = (changes: WordChanges, leftOut: ReadonlySet<number>): readonly Intent[] =>
  changes.acts
    .filter((_, at) => !leftOut.has(at))
    .map(({ act: { type, body } }) => ({ type, body }) as Intent)
