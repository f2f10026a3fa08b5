import { noteServerTime } from './clock.ts'

/** A refusal or an error as the API tells it (RFC 9457); `rule` and `facts` come with a refusal by a rule. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly rule?: string
  readonly facts?: { readonly [name: string]: unknown }
  readonly faults?: readonly { readonly pointer: string; readonly message: string }[]
  readonly act?: number
}

/** The server answered, and the answer is no. */
export class Declined extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'Declined'
    this.problem = problem
  }
}

/** The server was not reached, or did not answer in time: whether it took what was sent is not known. */
export class Unreached extends Error {
  override readonly name = 'Unreached'
}

const patienceMs = 30_000
const filePatienceMs = 300_000

const problemIn = async (response: Response): Promise<Problem> => {
  const bare: Problem = {
    type: 'about:blank',
    title: response.statusText || 'Error',
    status: response.status,
  }
  try {
    return { ...bare, ...((await response.json()) as Problem) }
  } catch {
    return bare
  }
}

const answered = async <T>(path: string, asked: RequestInit, patience: number): Promise<T> => {
  const sentAt = Date.now()
  const response = await fetch(path, {
    ...asked,
    credentials: 'same-origin',
    signal: AbortSignal.timeout(patience),
  }).catch((cause: unknown) => {
    throw new Unreached('the server was not reached', { cause })
  })
  if (response.status === 502 || response.status === 504)
    throw new Unreached(`a gateway answered ${response.status}`)
  noteServerTime(response.headers, sentAt)
  if (!response.ok) throw new Declined(await problemIn(response))
  return (response.status === 204 ? undefined : await response.json()) as T
}

/**
 * Asks the server. Answers the JSON of a success (undefined for an empty one); throws `Declined` with the problem, or
 * `Unreached` when there is no line, the line is too slow, or a gateway answers in the server's place.
 */
export const request = async <T>(
  method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH',
  path: string,
  body?: unknown,
): Promise<T> =>
  answered<T>(
    path,
    {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    patienceMs,
  )

/** Sends the bytes of a file with their media type; answers and throws as `request`, with patience for a slow line. */
export const requestWith = <T>(path: string, bytes: Blob | string, type: string): Promise<T> =>
  answered<T>(
    path,
    { method: 'POST', headers: { accept: 'application/json', 'content-type': type }, body: bytes },
    filePatienceMs,
  )
