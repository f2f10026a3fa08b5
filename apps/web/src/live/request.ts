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

/**
 * Asks the server. Answers the JSON of a success (undefined for an empty one); throws `Declined` with the problem, or
 * `Unreached` when there is no line, the line is too slow, or a gateway answers in the server's place.
 */
export const request = async <T>(
  method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH',
  path: string,
  body?: unknown,
): Promise<T> => {
  const sentAt = Date.now()
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    signal: AbortSignal.timeout(patienceMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Unreached('the server was not reached', { cause })
  })
  if (response.status === 502 || response.status === 504)
    throw new Unreached(`a gateway answered ${response.status}`)
  noteServerTime(response.headers, sentAt)
  if (!response.ok) throw new Declined(await problemIn(response))
  return (response.status === 204 ? undefined : await response.json()) as T
}
