import { createHash } from 'node:crypto'
import type { Capacity } from '@gavel/domain'

const json = { 'content-type': 'application/json' }

const tokenFor = async (url: string, as: Capacity): Promise<string> => {
  const seat = await fetch(`${url}/api/demo/seat`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ as, how: 'bearer' }),
  })
  return ((await seat.json()) as { token: string }).token
}

/** Does acts for a seat of the demonstration over the API, as a client would. Throws with the refusal. */
export const actsFor = async (
  url: string,
  as: Capacity,
  ...acts: readonly (readonly [type: string, body: object])[]
): Promise<void> => {
  const headers = { ...json, authorization: `Bearer ${await tokenFor(url, as)}` }
  for (const [type, body] of acts) {
    const answer = await fetch(`${url}/api/acts/${type}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: crypto.randomUUID(), as, body }),
    })
    if (!answer.ok) throw new Error(`${type}: ${await answer.text()}`)
  }
}

/** Keeps words as a document; answers their SHA-256. */
export const keptDocument = async (url: string, words: string): Promise<string> => {
  const hash = createHash('sha256').update(words).digest('hex')
  const headers = {
    authorization: `Bearer ${await tokenFor(url, { kind: 'secretariat' })}`,
    'content-type': 'text/markdown',
  }
  const answer = await fetch(`${url}/api/documents/${hash}`, { method: 'PUT', headers, body: words })
  if (!answer.ok) throw new Error(await answer.text())
  return hash
}

/** Issues a text and opens a silence on it until an instant, as the secretariat and the chair of a body do between meetings. */
export const silenceOn = async (
  url: string,
  text: string,
  {
    decision,
    body,
    expiresAt,
  }: { readonly decision: string; readonly body: string; readonly expiresAt: string },
): Promise<void> => {
  const document = await keptDocument(url, `As issued: ${text}\n`)
  const secretariat: Capacity = { kind: 'secretariat' }
  await actsFor(url, secretariat, ['texts.issueVersion', { text, document }])
  const headers = { authorization: `Bearer ${await tokenFor(url, secretariat)}` }
  const { texts } = (await (await fetch(`${url}/api/texts`, { headers })).json()) as {
    texts: { id: string; versions: { symbol: string; document: string }[] }[]
  }
  const issued = texts.find(({ id }) => id === text)!.versions.at(-1)!
  await actsFor(url, { kind: 'chair', body } as Capacity, [
    'decisions.openSilence',
    {
      decision,
      body,
      title: 'Exercise: adopted by silence',
      subject: { kind: 'text', text, symbol: issued.symbol, document: issued.document },
      expiresAt,
      timeZone: 'UTC',
      announcedAs: `${expiresAt.slice(0, 16).replace('T', ' ')} UTC`,
    },
  ])
}
