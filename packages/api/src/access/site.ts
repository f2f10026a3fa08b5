/** Under which address people reach this server. */
export interface Site {
  /** `https://gavel.example.org`, without a slash at the end. */
  readonly origin: string
  /** `gavel.example.org:8443` */
  readonly host: string
  /** The relying party's id for passkeys; null where browsers allow none: on a bare IP address, or without TLS. */
  readonly rpId: string | null
  /** Whether cookies are kept to https (browsers count localhost as such). */
  readonly secure: boolean
}

const isLocal = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/** What in an address keeps it from being a public one; undefined when it can be. */
export const publicUrlFault = (address: string): string | undefined => {
  if (!URL.canParse(address)) return 'is not an address such as https://gavel.example.org'
  const { protocol, pathname, search, hash, username, password } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return 'begins neither with https:// nor with http://'
  if (username !== '' || password !== '') return 'carries a name or a password'
  if (pathname !== '/' || search !== '' || hash !== '')
    return 'has a path: Gavel is served from the root of a host'
  return undefined
}

/**
 * The site at an address. `told`: the operator said that this is the address; a site that was only guessed keeps its
 * cookies secure, because a proxy that speaks TLS may stand in front of it.
 */
export const siteAt = (address: string, told: boolean): Site => {
  const { origin, host, hostname, protocol } = new URL(address)
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
  const isSafe = protocol === 'https:' || isLocal(hostname)
  return {
    origin,
    host,
    rpId: isSafe && !isAddress ? hostname : null,
    secure: !told || protocol === 'https:',
  }
}

/**
 * Where to go after a sign-in: a path of this very site. Anything else, other hosts in any disguise among them, is
 * answered with the first page.
 */
export const returnPath = (asked: string | undefined): string => {
  if (asked === undefined || asked.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return '/'
  if (asked.includes('\\')) return '/'
  const here = 'https://here.invalid'
  const { origin, pathname, search, hash } = new URL(asked, here)
  // Dots in a path can leave two slashes at its beginning, which browsers read as another host.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
