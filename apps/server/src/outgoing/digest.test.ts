import { mkdtemp } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expect, it } from 'vitest'
import { startServer } from '../start.ts'

/** A real SMTP server on this machine, and what it was given. */
const mailServer = async () => {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  await new Promise<void>(ready => void server.listen(0, '127.0.0.1', () => ready()))
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>(done => server.close(() => done())),
  }
}

const until = async (holds: () => boolean): Promise<void> => {
  for (let n = 0; n < 200 && !holds(); n++) await new Promise(go => setTimeout(go, 50))
  expect(holds()).toBe(true)
}

/** The first words of a message in quoted-printable, put together again. */
const wordsOf = (mail: string): string =>
  mail
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

it('[C-40] a letter of what waits reaches the one who asked, through a real mail server, and no one else', async () => {
  const post = await mailServer()
  const dataDir = await mkdtemp(join(tmpdir(), 'gavel-letters-'))
  const mail = { smtpUrl: post.url, from: 'Registry <registry@org.example>' }
  const begin = () => startServer({ dataDir, port: 0, mail })
  let server = await begin()
  const call = (path: string, method: string, body: object | undefined, token = '') =>
    fetch(`${server.url}${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const invitation = new URL(server.ownerLink!).pathname.split('/').at(-1)
  const come = await call('/api/sign-in', 'POST', { token: invitation, as: 'bearer' })
  const { token } = (await come.json()) as { token: string }
  const tell = async (type: string, body: object): Promise<void> => {
    const answer = await call(
      `/api/acts/${type}`,
      'POST',
      { id: type, as: { kind: 'secretariat' }, body },
      token,
    )
    expect(answer.status, await answer.clone().text()).toBe(201)
  }
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  const term = { office: { kind: 'coordinator', area: 'ECO-SME' }, holder: 'KAZ', from: '2024', until: soon }
  await tell('institution.recordTerm', { ...term, source: 'invented for a test' })
  const wanted = { address: 'desk@org.example', language: 'en', every: 'day' }
  expect((await call('/api/digest', 'PUT', wanted, token)).status).toBe(200)
  await until(() => post.mails.length === 1)
  const code = /\b\d{8}\b/.exec(wordsOf(post.mails[0]!.split('\r\n\r\n').slice(1).join('\n')))![0]
  expect((await call('/api/digest/confirm', 'POST', { code }, token)).status).toBe(200)
  await server.stop()
  // The rounds begin when the server does.
  server = await begin()
  await until(() => post.mails.length === 2)
  const letter = wordsOf(post.mails[1]!)
  expect(letter).toContain('To: <desk@org.example>'.replace(/[<>]/g, ''))
  expect(letter).toContain('A term ends (in 5 days)')
  await server.stop()
  await post.close()
})
