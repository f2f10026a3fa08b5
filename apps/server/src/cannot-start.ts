/** A start that failed for a reason an operator can mend: one plain sentence, no trace. */
export class CannotStart extends Error {}

interface Failure {
  readonly code?: string
  readonly message?: string
  readonly path?: string
}

/** What the system's own codes mean to somebody who has to mend it. */
const meanings: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'there is a file of that name already',
  EISDIR: 'it is a folder, not a file',
  ENOENT: 'it does not exist',
  EADDRINUSE: 'another program listens there already',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'no such host is known',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  CONNECT_TIMEOUT: 'it does not answer',
  '28P01': 'the password is wrong',
  '28000': 'this user may not connect',
  '3D000': 'there is no database of that name',
  '42501': 'this user may not create tables there',
  '53300': 'it has too many connections already',
  '57P03': 'it is still starting; try again in a moment',
  SQLITE_CANTOPEN: 'the file could not be opened or made',
  SQLITE_NOTADB: 'the file is not a database',
  SQLITE_READONLY: 'the file is read-only',
  SQLITE_FULL: 'the disk is full',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_BUSY: 'another program keeps the file locked',
}

/** The reason in a few words; undefined for a failure that has no code an operator could do anything with. */
const reasonOf = ({ code, message = '' }: Failure): string | undefined => {
  if (code === undefined) return undefined
  const known = meanings[code] ?? meanings[code.split('_').slice(0, 2).join('_')]
  return known ?? (/^SQLITE_|^[0-9A-Z]{5}$|^E[A-Z]+$/.test(code) ? `${message} (${code})` : undefined)
}

/** One line, without the name and password an address may carry. */
export const withoutSecrets = (address: string): string => address.replace(/\/\/[^@/]*@/, '//')

/**
 * Runs a part of the start. A failure with a code of the system becomes `CannotStart` with `what` before the reason
 * and `mend` after it; anything else is a bug and passes through with its trace.
 */
export const startingWith = async <T>(what: string, run: () => T | Promise<T>, mend = ''): Promise<T> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof CannotStart) throw error
    const reason = reasonOf(error as Failure)
    if (reason === undefined) throw error
    throw new CannotStart(`${what}: ${reason}${mend === '' ? '' : `; ${mend}`}`)
  }
}

/** The same for a part whose every failure says in words what an operator can mend. */
export const sayingWhy = async <T>(what: string, run: () => T | Promise<T>): Promise<T> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof CannotStart) throw error
    const failure = error as Failure
    throw new CannotStart(`${what}: ${reasonOf(failure) ?? failure.message ?? String(error)}`)
  }
}
