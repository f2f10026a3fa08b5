import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { providersIn } from './oidc-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-oidc-'))
  await writeFile(join(folder, 'secret'), ' from a file \n')
})
afterAll(() => rm(folder, { recursive: true }))

const read = async (content: string) => {
  const path = join(folder, 'oidc.json')
  await writeFile(path, content)
  return providersIn(path)
}
const good = {
  id: 'mfa-aaa',
  label: 'Ministry of AAA',
  issuer: 'https://login.mfa.example/realm',
  clientId: 'gavel',
  clientSecret: 'secret',
  member: 'AAA',
}
const listed = (...providers: readonly object[]) => read(JSON.stringify({ providers }))

describe('the file of providers', () => {
  it('is read as it stands', async () => {
    expect(await listed(good)).toEqual([{ ...good, label: { en: 'Ministry of AAA' }, scope: 'openid email' }])
    const { member: _, clientSecret: __, ...rest } = good
    const persons = { claim: 'email', map: { 'Anna@MFA.example': 'anna' } }
    const label = { en: 'A', ru: 'Б' }
    const every = { ...rest, label, clientSecretFile: 'secret', everybody: true, scope: 'openid', persons }
    expect(await listed(every)).toEqual([
      {
        ...rest,
        label,
        clientSecret: 'from a file',
        scope: 'openid',
        persons: { claim: 'email', map: { 'anna@mfa.example': 'anna' } },
      },
    ])
    const onThisMachine = { ...good, issuer: 'http://127.0.0.1:9000' }
    expect((await listed(onThisMachine))[0]!.issuer).toBe('http://127.0.0.1:9000')
  })

  it.each<[string, object]>([
    ['"id"', { ...good, id: 'No such' }],
    ['"label"', { ...good, label: 7 }],
    ['"issuer"', { ...good, issuer: 'http://login.mfa.example' }],
    ['"issuer"', { ...good, issuer: 'login' }],
    ['"issuer"', { ...good, issuer: 'https://x.example/?a=b' }],
    ['"clientId"', { ...good, clientId: '' }],
    ['"member"', { ...good, member: undefined }],
    ['"member"', { ...good, everybody: true }],
    ['"persons"', { ...good, persons: { claim: 'email' } }],
    ['"persons"', { ...good, persons: { claim: 'sub', map: { a: 1 } } }],
    ['"clientSecretFile"', { ...good, clientSecretFile: 'secret' }],
    ['"secrets"', { ...good, secrets: 'x' }],
    ['is no object', []],
  ])('is refused with what is not in order: %s', async (what, provider) => {
    const fault = await listed(good, provider).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(CannotStart)
    expect((fault as Error).message).toContain(`provider 2${what.startsWith('"') ? ': ' : ' '}${what}`)
  })

  it.each<[string, string]>([
    ['is not JSON', '{"providers": [{"clientSecret": "hush"'],
    ['no list', '{}'],
    ['same "id"', JSON.stringify({ providers: [good, { ...good, issuer: 'https://b.example' }] })],
    ['same "issuer"', JSON.stringify({ providers: [good, { ...good, id: 'other' }] })],
  ])('that is no such file is told in a line without its secrets: %s', async (what, content) => {
    const fault = (await read(content).catch((error: unknown) => error)) as Error
    expect(fault).toBeInstanceOf(CannotStart)
    expect(fault.message).toContain(what)
    expect(fault.message).not.toMatch(/hush|\bsecret\b/)
  })

  it('that is not there is told by its name', async () => {
    await expect(providersIn(join(folder, 'nowhere.json'))).rejects.toThrow(
      /nowhere\.json: it does not exist/,
    )
    await expect(listed({ ...good, clientSecret: undefined, clientSecretFile: 'no' })).rejects.toThrow(
      /client secret .*no: it does not exist/,
    )
  })
})
