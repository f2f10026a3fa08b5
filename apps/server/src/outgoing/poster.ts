import { request as http } from 'node:http'
import { request as https } from 'node:https'
import { isIP } from 'node:net'
import type { Carried, Poster } from '@gavel/api'
import type { HookKey } from './hook-key.ts'
import { isPublic, NotPublic, publicLookup } from './public-address.ts'

/** Sends signed messages to members' servers, and follows none of them anywhere else. */

export interface PosterOptions {
  readonly key: HookKey
  /** Whether addresses that are not public, and http, are called too: for a ministry's own network, and for tests. */
  readonly privateToo?: boolean
  readonly clock?: { now(): number }
  readonly timeoutMs?: number
}

const refused = (detail: string): Carried => ({ outcome: 'refused', detail })
const failed = (detail: string): Carried => ({ outcome: 'failed', detail })

/** Why an address is not called at all; undefined when it may be. */
const fault = (url: URL, privateToo: boolean): string | undefined => {
  if (url.username !== '' || url.password !== '') return 'the address holds a password'
  if (privateToo) return undefined
  if (url.protocol !== 'https:') return 'only https is called'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) !== 0 && !isPublic(host) ? 'the address is not public' : undefined
}

/** 2xx is taken. 410 (Gone) asks for no more, as Standard Webhooks says; all else is tried again. */
const answered = (status: number): Carried => {
  if (status >= 200 && status < 300) return { outcome: 'accepted', detail: `status ${status}` }
  return status === 410 ? refused('status 410: no more wanted') : failed(`status ${status}`)
}

const call = (url: URL, headers: Record<string, string>, body: string, options: PosterOptions) =>
  new Promise<Carried>(settle => {
    const { privateToo = false, timeoutMs = 15_000 } = options
    const send = url.protocol === 'https:' ? https : http
    const asked = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        ...(privateToo ? {} : { lookup: publicLookup }),
      },
      response => {
        settle(answered(response.statusCode ?? 0))
        // What it says besides is nothing to us, however long.
        response.destroy()
      },
    )
    asked.on('error', error => {
      const { code = error.name } = error as { code?: string }
      settle(error instanceof NotPublic ? refused(error.message) : failed(code))
    })
    asked.end(body)
  })

export const hookPoster = (options: PosterOptions): Poster => ({
  post: async ({ url: address, id, body }) => {
    if (!URL.canParse(address)) return refused('not an address')
    const url = new URL(address)
    const wrong = fault(url, options.privateToo ?? false)
    if (wrong !== undefined) return refused(wrong)
    const timestamp = Math.floor((options.clock ?? Date).now() / 1000)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Gavel',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': options.key.sign(id, timestamp, body),
    }
    return call(url, headers, body, options)
  },
})
