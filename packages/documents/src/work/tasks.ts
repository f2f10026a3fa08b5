import type { FileDraft, Paper, Placed, PrintedText } from '@gavel/text'
import { draftFromDocument } from '../changes/draft.ts'
import { changesIn } from '../changes/list.ts'
import { readDocument } from '../docx-in/read.ts'
import { writeDocx } from '../docx-out/write.ts'
import { writePdf } from '../pdf/write.ts'
import { placeDocument } from '../placing/place.ts'

/** What is done for others, each as plain data in and out, so that it can be done in a process of its own. */
export type Task =
  | { readonly kind: 'writeDocx'; readonly text: PrintedText }
  /** `parties`: how authors are to be called in the draft, by their names and ids in lower case. */
  | {
      readonly kind: 'readDraft'
      readonly bytes: Uint8Array
      readonly parties: ReadonlyMap<string, string>
    }
  | { readonly kind: 'writePdf'; readonly paper: Paper }
  | { readonly kind: 'place'; readonly bytes: Uint8Array; readonly text: PrintedText }

export interface TaskResults {
  readonly writeDocx: Uint8Array
  readonly readDraft: FileDraft
  readonly place: Placed
  readonly writePdf: Uint8Array
}

const readDraft = (bytes: Uint8Array, parties: ReadonlyMap<string, string>): FileDraft => {
  const document = readDocument(bytes)
  const { draft, defects } = draftFromDocument(document, author => parties.get(author.trim().toLowerCase()))
  const { comments, formatting, notices } = document
  return { draft, defects, changes: changesIn(document), comments, formatting, notices }
}

/** Does a task. Throws DocumentFault for a file that is not read. */
export const perform = async (task: Task): Promise<TaskResults[Task['kind']]> => {
  switch (task.kind) {
    case 'writeDocx':
      return writeDocx(task.text)
    case 'readDraft':
      return readDraft(task.bytes, task.parties)
    case 'writePdf':
      return writePdf(task.paper)
    case 'place':
      return placeDocument(readDocument(task.bytes), task.text)
  }
}
