import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { isLoopback, type OidcProvider } from '@gavel/api'
import { CannotStart, startingWith } from './cannot-start.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const known = new Set([
  'id',
  'label',
  'issuer',
  'clientId',
  'clientSecret',
  'clientSecretFile',
  'scope',
  'member',
  'everybody',
  'persons',
])

/** Reads members of one provider, and says in a sentence what is not in order: which file, which provider, which member. */
const reader = (where: string, from: Json) => {
  const fault = (name: string, why: string): CannotStart => new CannotStart(`${where}: "${name}" ${why}`)
  const text = (name: string): string => {
    const value = from[name]
    if (typeof value !== 'string' || value.trim() === '') throw fault(name, 'is missing or is no text')
    return value
  }
  const maybe = (name: string): string | undefined => (from[name] === undefined ? undefined : text(name))
  return { fault, text, maybe }
}
type Reader = ReturnType<typeof reader>

const labelOf = (value: unknown, { fault }: Reader): OidcProvider['label'] => {
  if (typeof value === 'string' && value.trim() !== '') return { en: value }
  if (!isObject(value) || typeof value['en'] !== 'string')
    throw fault('label', 'is a text, or an object with "en" and perhaps "ru" and "ar"')
  const { en, ru, ar } = value
  return {
    en,
    ...(typeof ru === 'string' ? { ru } : {}),
    ...(typeof ar === 'string' ? { ar } : {}),
  }
}

/** An issuer is compared letter by letter with what the provider says of itself, so it is taken as it stands. */
const issuerOf = ({ text, fault }: Reader): string => {
  const issuer = text('issuer')
  if (!URL.canParse(issuer)) throw fault('issuer', 'is not an address')
  const url = new URL(issuer)
  if (url.protocol !== 'https:' && !isLoopback(url))
    throw fault('issuer', 'has to begin with https:// (http only on this very machine)')
  if (url.search !== '' || url.hash !== '') throw fault('issuer', 'has a query or a fragment')
  return issuer
}

const personsOf = (value: unknown, { fault }: Reader): OidcProvider['persons'] => {
  if (value === undefined) return undefined
  if (!isObject(value) || typeof value['claim'] !== 'string' || value['claim'] === '')
    throw fault('persons', 'needs a "claim": "sub", "email" or the name of another claim')
  const { claim, map } = value
  if (map === undefined) {
    if (claim === 'sub' || claim === 'email') throw fault('persons', `needs a "map" from ${claim} to persons`)
    return { claim }
  }
  if (!isObject(map) || Object.values(map).some(person => typeof person !== 'string'))
    throw fault('persons', 'has a "map" that is no object from values to persons')
  const entries = Object.entries(map as Readonly<Record<string, string>>)
  const plain = claim === 'email' ? entries.map(([key, person]) => [key.toLowerCase(), person]) : entries
  return { claim, map: Object.fromEntries(plain) as Record<string, string> }
}

/** For whom a provider may vouch has to be said: to forget it must not open every seat to it. */
const memberOf = (from: Json, { maybe, fault }: Reader): string | undefined => {
  const member = maybe('member')
  const everybody = from['everybody'] === true
  if ((member === undefined) !== everybody)
    throw fault('member', 'names the member whose ministry it is, or else "everybody" is true; exactly one')
  return member
}

const secretOf = async (from: Reader, folder: string): Promise<string | undefined> => {
  const file = from.maybe('clientSecretFile')
  if (file === undefined) return from.maybe('clientSecret')
  if (from.maybe('clientSecret') !== undefined)
    throw from.fault('clientSecretFile', 'and "clientSecret" exclude each other')
  const path = resolve(folder, file)
  return (await startingWith(`the client secret ${path}`, () => readFile(path, 'utf8'))).trim()
}

const providerIn = async (value: unknown, where: string, folder: string): Promise<OidcProvider> => {
  if (!isObject(value)) throw new CannotStart(`${where} is no object`)
  const read = reader(where, value)
  const stray = Object.keys(value).find(name => !known.has(name))
  if (stray !== undefined) throw read.fault(stray.slice(0, 60), 'is not known here')
  const id = read.text('id')
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id))
    throw read.fault('id', 'has small letters, digits and hyphens only')
  const [secret, member, persons] = [
    await secretOf(read, folder),
    memberOf(value, read),
    personsOf(value['persons'], read),
  ]
  return {
    id,
    label: labelOf(value['label'], read),
    issuer: issuerOf(read),
    clientId: read.text('clientId'),
    scope: read.maybe('scope') ?? 'openid email',
    ...(secret === undefined ? {} : { clientSecret: secret }),
    ...(member === undefined ? {} : { member }),
    ...(persons === undefined ? {} : { persons }),
  }
}

/**
 * The providers of sign-ins in a file: `{"providers": [{"id": "mfa-kz", "label": "…", "issuer": "https://…",
 * "clientId": "…", "clientSecret": "…", "member": "KAZ"}]}`. Throws CannotStart with what is not in order and where.
 */
export const providersIn = async (path: string): Promise<readonly OidcProvider[]> => {
  const source = await startingWith(`the OIDC file ${path}`, () => readFile(path, 'utf8'))
  const value = (() => {
    try {
      return JSON.parse(source) as unknown
    } catch {
      // What the parser says would show pieces of the file, and it holds secrets.
      throw new CannotStart(`the OIDC file ${path} is not JSON`)
    }
  })()
  const list = isObject(value) ? value['providers'] : undefined
  if (!Array.isArray(list)) throw new CannotStart(`the OIDC file ${path} has no list "providers"`)
  const providers: OidcProvider[] = []
  for (const [at, each] of list.entries())
    providers.push(await providerIn(each, `the OIDC file ${path}, provider ${at + 1}`, dirname(path)))
  for (const name of ['id', 'issuer'] as const)
    if (new Set(providers.map(provider => provider[name])).size < providers.length)
      throw new CannotStart(`the OIDC file ${path}: two providers have the same "${name}"`)
  return providers
}
