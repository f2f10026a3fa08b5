import type { Where } from '@gavel/text'

/** Why a file is not read. What may be wrong with the file as such, and what in it nobody here can read. */
export type FaultCode =
  /** Another kind of file: PDF, `.doc`, `.odt`, a sheet … */
  | 'notDocx'
  | 'encrypted'
  | 'macros'
  /** Not a well-formed archive, part or piece of XML. */
  | 'broken'
  /** A document type declaration or an entity: nothing that writes documents makes one. */
  | 'dtd'
  | 'tooLarge'
  | 'tooDeep'
  /** Something that may carry words or a revision and that is not known how to read. */
  | 'unread'
  /** It takes more time or memory than is allowed. */
  | 'exhausted'
  /** Characters no font shows; a platform PDF cannot be made on. */
  | 'unprintable'
  | 'unavailable'

/** A file that is not read, with what, where and why. Nothing of it is passed on in part. */
export class DocumentFault extends Error {
  readonly code: FaultCode
  readonly where: Where | undefined

  constructor(code: FaultCode, message: string, where?: Where) {
    super(message)
    this.name = 'DocumentFault'
    this.code = code
    this.where = where
  }
}
