import { type Static, Type } from 'typebox'
import { Capacity, Right } from './people.ts'
import { At, idPattern, Line, LocalName, limits, record } from './shapes.ts'

/** Shapes of sign-in: what is sent to come in, and what tells somebody who she is and how she may come in. */

const optional = Type.Optional
const Words = Type.String()
const Count = Type.Integer({ minimum: 0 })
const maybe = <T extends Parameters<typeof Type.Array>[0]>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = (...words: readonly string[]) => Type.Union(words.map(word => Type.Literal(word)))

/** How the sign-in is handed over: `cookie` for browsers, `bearer` for programs. */
const How = Type.Union([Type.Literal('cookie'), Type.Literal('bearer')])

const Token = Type.String({ minLength: 10, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' })
const base64url = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9_-]+$' })

export const SignInMessage = record({ token: Token, as: optional(How) })
export const InvitationMessage = record({
  person: Type.String({ pattern: idPattern, maxLength: limits.id }),
  as: Capacity,
})
export const LinkOpenMessage = record({ token: Token })
export const LinkFinishMessage = record({ claim: Token, as: optional(How) })
export const LinkApproveMessage = record({ code: Type.String({ minLength: 8, maxLength: 20 }) })

/** How far somebody has read: `index` entries of the record (`text` null), or of a text its revision besides. */
export const SeenMessage = record({
  text: maybe(Type.String({ pattern: idPattern, maxLength: limits.id })),
  index: Type.Integer({ minimum: 0 }),
  revision: optional(Type.Integer({ minimum: 0 })),
})

/** Asking for letters: where, in which language, every day or every week. */
export const DigestMessage = record({
  address: Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s<>@,;:"()\\[\\]]+@[A-Za-z0-9.-]+$' }),
  language: Type.Union([Type.Literal('en'), Type.Literal('ru'), Type.Literal('ar')]),
  every: Type.Union([Type.Literal('day'), Type.Literal('week')]),
})
/** The code that was sent to the address. */
export const DigestCodeMessage = record({ code: Type.String({ pattern: '^\\d{8}$', maxLength: 8 }) })

/** A name its owner gives a passkey. */
const PasskeyName = Type.String({ minLength: 1, maxLength: 80, pattern: '^[^\\n\\r]*\\S[^\\n\\r]*$' })
export const PasskeyNameMessage = record({ name: PasskeyName })

/** Browsers say more of a credential with every year: what is not named here is passed over. */
const open = Type.Object
const credential = {
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: Type.Literal('public-key'),
  authenticatorAttachment: optional(maybe(Type.String({ maxLength: 40 }))),
  clientExtensionResults: Type.Object({}),
}

/** `navigator.credentials.create(…).toJSON()` (WebAuthn level 3, RegistrationResponseJSON). */
export const PasskeyMessage = record({
  name: PasskeyName,
  response: open({
    ...credential,
    response: open({
      clientDataJSON: base64url(8_000),
      attestationObject: base64url(40_000),
      transports: optional(
        Type.Array(Type.String({ maxLength: 40, pattern: '^[a-z0-9-]+$' }), { maxItems: 10 }),
      ),
    }),
  }),
})
export type PasskeyShape = Static<typeof PasskeyMessage>

/** `navigator.credentials.get(…).toJSON()` (WebAuthn level 3, AuthenticationResponseJSON). */
export const PasskeySignInMessage = record({
  response: open({
    ...credential,
    response: open({
      clientDataJSON: base64url(8_000),
      authenticatorData: base64url(8_000),
      signature: base64url(8_000),
      userHandle: base64url(100),
    }),
  }),
  as: optional(How),
})
export type PasskeySignInShape = Static<typeof PasskeySignInMessage>

/** In proper names, `Firefox` and `Windows`; null for what is not known. */
const Device = record({ browser: maybe(Words), system: maybe(Words) })
const Way = oneOf('invitation', 'passkey', 'link', 'oidc', 'demonstration')
/** `192.0.2.0/24`: the network somebody came from, never her address. */
const Network = maybe(Words)

const SignIn = record({
  id: Words,
  way: Way,
  since: At,
  until: At,
  seen: At,
  device: maybe(Device),
  network: Network,
  by: maybe(Words),
  current: Type.Boolean(),
})

const Me = record({
  person: Words,
  name: Words,
  delegation: maybe(record({ member: Words, name: LocalName })),
  capacities: Type.Array(
    record({ as: Capacity, rights: Type.Array(Right), from: maybe(At), until: maybe(At) }),
  ),
  signIn: record({ id: Words, way: Way, since: At, until: At, fresh: Type.Boolean() }),
  demonstration: Type.Boolean(),
})

const Passkey = record({
  id: Words,
  name: Words,
  since: At,
  used: maybe(At),
  transports: Type.Array(Words),
  /** `may`: its owner's devices may share it; `is`: they do. */
  synced: record({ may: Type.Boolean(), is: Type.Boolean() }),
  /** When its counter went backwards; it opens nothing since. */
  copied: maybe(At),
})

const Account = record({
  id: Words,
  provider: Words,
  label: maybe(LocalName),
  shown: maybe(Words),
  since: At,
})

const Provider = record({ id: Words, label: LocalName, member: maybe(Words) })
const Methods = record({
  passkey: record({ available: Type.Boolean(), rpId: maybe(Words), origin: Words }),
  link: Type.Literal(true),
  oidc: Type.Array(Provider),
  demonstration: Type.Boolean(),
})

const Happening = record({
  at: At,
  what: oneOf(
    'invited',
    'signedIn',
    'signedOut',
    'signInRevoked',
    'othersRevoked',
    'linkMade',
    'passkeyAdded',
    'passkeyRenamed',
    'passkeyRemoved',
    'passkeyCopied',
    'accountLinked',
    'accountRemoved',
  ),
  way: optional(Way),
  device: Device,
  network: Network,
  name: optional(Words),
})

const descriptor = record({ id: Words, type: Words, transports: optional(Type.Array(Words)) })
const RegistrationOptions = record({
  challenge: Words,
  rp: record({ name: Words, id: Words }),
  user: record({ id: Words, name: Words, displayName: Words }),
  pubKeyCredParams: Type.Array(record({ type: Words, alg: Type.Integer() })),
  timeout: Type.Integer(),
  attestation: Words,
  excludeCredentials: Type.Array(descriptor),
  authenticatorSelection: Type.Object({}),
  extensions: Type.Object({}),
  hints: Type.Array(Words),
})
const SignInOptions = record({
  rpId: Words,
  challenge: Words,
  allowCredentials: Type.Array(descriptor),
  timeout: Type.Integer(),
  userVerification: Words,
})

const Link = record({
  id: Words,
  state: oneOf('waiting', 'asked', 'approved'),
  until: At,
  code: maybe(Words),
  device: maybe(Device),
  network: Network,
})

const Seat = record({
  as: Capacity,
  person: Words,
  /** Clearly an exercise person: `Exercise: delegate of Kazakhstan`. */
  name: Words,
  /** The member, body, observer or text the seat belongs to; null for the secretariat. */
  of: maybe(LocalName),
  sitting: Type.Integer({ minimum: 0 }),
  mine: Type.Boolean(),
})

const came = record({ person: Words, token: optional(Words) })

/** The answers of sign-in, by the name of their operation. */
const Digest = record({
  available: Type.Boolean(),
  digest: maybe(
    record({
      address: Words,
      language: oneOf('en', 'ru', 'ar'),
      every: oneOf('day', 'week'),
      since: At,
      confirmedAt: maybe(At),
      awaitsCode: Type.Boolean(),
      lastDay: maybe(Words),
      last: maybe(record({ at: At, outcome: oneOf('accepted', 'refused', 'failed') })),
    }),
  ),
})

export const accessViews = {
  me: maybe(Me),
  methods: Methods,
  signIn: came,
  signInWithPasskey: came,
  passkeySignInOptions: SignInOptions,
  seen: record({
    whole: maybe(record({ index: Count, at: At })),
    texts: Type.Array(record({ text: Words, revision: Count, index: Count, at: At })),
  }),
  signIns: record({ signIns: Type.Array(SignIn) }),
  revokeOtherSignIns: record({ revoked: Type.Integer({ minimum: 0 }) }),
  signInTrail: record({ trail: Type.Array(Happening) }),
  invite: record({ person: Words, token: Words, path: Words, url: Words, until: At }),
  passkeys: record({ passkeys: Type.Array(Passkey), canComeBack: Type.Boolean() }),
  passkeyRegistrationOptions: RegistrationOptions,
  addPasskey: Passkey,
  renamePasskey: Passkey,
  makeLink: record({ id: Words, token: Words, path: Words, url: Words, until: At }),
  openLink: record({ claim: Words, code: Words, until: At }),
  link: Link,
  finishLink: Type.Union([came, record({ state: Type.Literal('waiting') })]),
  accounts: record({ accounts: Type.Array(Account) }),
  linkAccount: record({ url: Words }),
  signOut: record({ endAt: maybe(Words) }),
  digest: Digest,
  askDigest: Digest,
  confirmDigest: Digest,
  seats: record({ demonstration: Line, seats: Type.Array(Seat) }),
  takeSeat: record({ demonstration: Line, person: Words, name: Words, as: Capacity, token: optional(Words) }),
} as const
