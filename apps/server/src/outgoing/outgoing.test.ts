import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { hookKeyFrom, hookKeyOf } from './hook-key.ts'
import { letterPage } from './letter.ts'
import { smtpMailer } from './mailer.ts'
import { hookPoster } from './poster.ts'
import { isPublic, publicLookup } from './public-address.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A real SMTP server on this machine. `refuse`: what it says to a recipient. */
const smtp = async (refuse?: number) => {
  const mails: { readonly to: string; readonly text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refuse === undefined ? null : Object.assign(new Error('no'), { responseCode: refuse })),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0]!.address, text: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  await new Promise<void>(ready => void server.listen(0, '127.0.0.1', () => ready()))
  closing.push(() => new Promise(done => server.close(() => done())))
  const { port } = server.server.address() as AddressInfo
  return { mails, url: `smtp://127.0.0.1:${port}` }
}

const from = 'Registry <registry@org.example>'
const letter = {
  to: 'duty@bbb.example',
  language: 'ar',
  subject: 'إشعار مقيّد لدى ORG',
  paragraphs: ['يُرجى <الجواب> & "الإقرار".'],
  link: { url: 'https://gavel.example/notices/AAA%3A1', words: 'فتح' },
  reference: '000000000012-0-email-k1',
}

describe('mail', () => {
  it('goes through a real server, as text and as a page, in its language and direction', async () => {
    const { mails, url } = await smtp()
    const mailer = smtpMailer({ smtpUrl: url, from })
    closing.push(async () => mailer.close())
    expect((await mailer.send(letter)).outcome).toBe('accepted')
    const [mail] = mails
    expect(mail?.to).toBe('duty@bbb.example')
    expect(mail?.text).toContain('From: Registry <registry@org.example>')
    expect(mail?.text).toContain('Auto-Submitted: auto-generated')
    expect(mail?.text).toContain('Content-Language: ar')
    expect(mail?.text).toMatch(/Message-ID: <000000000012-0-email-k1\.duty\.bbb\.example@org\.example>/)
    expect(mail?.text).toMatch(/multipart\/alternative/)
    const page = letterPage(letter)
    expect(page).toContain('lang="ar" dir="rtl"')
    expect(page).toContain('&#60;الجواب&#62; &#38; &#34;')
    expect(page).not.toMatch(/<(img|script|link|style)/)
  })

  it('holds no header a title could bring in', async () => {
    const { mails, url } = await smtp()
    const mailer = smtpMailer({ smtpUrl: url, from })
    closing.push(async () => mailer.close())
    await mailer.send({ ...letter, subject: 'Notice\r\nBcc: spy@evil.example\r\n\r\nhello' })
    expect(mails).toHaveLength(1)
    const [head = ''] = mails[0]!.text.split('\r\n\r\n')
    expect(head).not.toMatch(/^Bcc:/m)
  })

  it.each([
    [550, 'refused'],
    [451, 'failed'],
  ])('that is answered %i has %s', async (code, outcome) => {
    const { url } = await smtp(code)
    const mailer = smtpMailer({ smtpUrl: url, from })
    closing.push(async () => mailer.close())
    expect(await mailer.send(letter)).toMatchObject({
      outcome,
      detail: expect.stringContaining(String(code)),
    })
  })

  it('to a server that is not there has failed, and says no password', async () => {
    const mailer = smtpMailer({ smtpUrl: 'smtp://registry:geheim@127.0.0.1:9', from })
    closing.push(async () => mailer.close())
    const { outcome, detail } = await mailer.send(letter)
    expect([outcome, detail.includes('geheim')]).toEqual(['failed', false])
  })

  it('is not configured by what is no server or no sender', () => {
    expect(() => smtpMailer({ smtpUrl: 'http://x', from })).toThrow('smtp://')
    expect(() => smtpMailer({ smtpUrl: 'smtp://x', from: 'nobody' })).toThrow('sender')
  })
})

describe('the signature of a message', () => {
  it('is the one Standard Webhooks publishes for its key, message, instant and body', () => {
    // libraries/go/webhook_asymmetric_test.go of standard-webhooks/standard-webhooks: TestAsymmetricWebhookSign.
    const key = hookKeyOf(Buffer.from('VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTlk=', 'base64'))
    expect(key.sign('msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe(
      'v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHeYGb7KaaBRdM5WqyeFiL8Ag==',
    )
  })

  it('comes from a key of the record that is good for nothing else', () => {
    const seed = new Uint8Array(32).fill(1)
    const keys = [hookKeyFrom(seed, 'a'), hookKeyFrom(seed, 'b'), hookKeyOf(seed)].map(key => key.publicKey)
    expect(new Set(keys).size).toBe(3)
    expect(keys[0]).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/)
  })
})

/** A member's server on this machine. */
const receiver = async (status: number, headers: Record<string, string> = {}) => {
  const got: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', part => {
      body += part
    })
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      response.writeHead(status, headers).end('x'.repeat(1_000))
    })
  })
  await new Promise<void>(ready => void server.listen(0, '127.0.0.1', () => ready()))
  closing.push(() => new Promise(done => server.close(() => done())))
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in` }
}

const key = hookKeyOf(new Uint8Array(32).fill(3))
const body = '{"type":"notices.sent","data":{}}'

describe('a message to a server', () => {
  it('arrives with a signature its receiver can check with the public key alone', async () => {
    const { got, url } = await receiver(204)
    const poster = hookPoster({ key, privateToo: true, clock: { now: () => 1_764_000_000_999 } })
    expect(await poster.post({ url, id: 'msg_1', body })).toEqual({
      outcome: 'accepted',
      detail: 'status 204',
    })
    const { headers, body: came } = got[0]!
    expect(headers['webhook-timestamp']).toBe('1764000000')
    const spki = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(key.publicKey.slice('whpk_'.length), 'base64'),
    ])
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const [version, signature = ''] = String(headers['webhook-signature']).split(',')
    const signed = (text: string) =>
      verify(
        null,
        Buffer.from(`${headers['webhook-id']}.1764000000.${text}`),
        publicKey,
        Buffer.from(signature, 'base64'),
      )
    expect([version, signed(came), signed(`${came} `)]).toEqual(['v1a', true, false])
  })

  it.each([
    [200, 'accepted'],
    [302, 'failed'],
    [404, 'failed'],
    [410, 'refused'],
    [500, 'failed'],
  ])('that is answered %i is %s', async (status, outcome) => {
    const { got, url } = await receiver(status, { location: 'http://127.0.0.1:9/elsewhere' })
    const poster = hookPoster({ key, privateToo: true })
    expect((await poster.post({ url, id: 'msg_1', body })).outcome).toBe(outcome)
    expect(got).toHaveLength(1)
  })

  it('to a server that never answers ends', async () => {
    const server = createServer(() => undefined)
    await new Promise<void>(ready => void server.listen(0, '127.0.0.1', () => ready()))
    closing.push(async () => server.closeAllConnections())
    closing.push(() => new Promise(done => server.close(() => done())))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const poster = hookPoster({ key, privateToo: true, timeoutMs: 200 })
    expect((await poster.post({ url, id: 'm', body })).outcome).toBe('failed')
  })
})

describe('the wall before addresses that are not public', () => {
  it.each([
    'http://example.org/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://192.168.1.1/',
    'https://user:secret@example.org/',
    'https://localhost/',
    'ftp://example.org/',
    'nonsense',
  ])('%s is not called', async url => {
    const poster = hookPoster({ key, timeoutMs: 5_000 })
    const { outcome, detail } = await poster.post({ url, id: 'm', body })
    expect(outcome, detail).toBe('refused')
    expect(detail).not.toContain('secret')
  })

  it('knows what is public', () => {
    for (const address of ['8.8.8.8', '1.1.1.1', '2606:4700::1111', '2a00:1450::1'])
      expect(isPublic(address), address).toBe(true)
    const inner = [
      '10.1.2.3',
      '100.64.0.1',
      '172.31.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '198.18.0.1',
    ]
    const inner6 = [
      '::',
      '::1',
      'fe80::1',
      'fc00::1',
      'ff02::1',
      '::ffff:8.8.8.8',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:db8::1',
    ]
    for (const address of [...inner, ...inner6, 'nonsense']) expect(isPublic(address), address).toBe(false)
  })

  it('is asked for the very address that is called, so no name can lead elsewhere a moment later', async () => {
    const looked = await new Promise<Error | null>(told =>
      publicLookup('localhost', { all: true }, error => told(error)),
    )
    expect(looked?.message).toBe('the name leads to an address that is not public')
  })
})
