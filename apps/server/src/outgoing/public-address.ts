import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * Which addresses a message may go to. Members name the addresses, this machine calls them: without a wall a member could
 * have it call what only it can reach (its own database, the router, a cloud's metadata).
 */

/** What is not the public internet: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890, RFC 8190). */
const notPublic = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(net, bits, 'ipv4')
/** Of IPv6 only global unicast is public (2000::/3), and of that not what embeds or documents. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(net, bits, 'ipv6')

export const isPublic = (address: string): boolean => {
  const kind = isIP(address)
  if (kind === 4) return !notPublic.check(address, 'ipv4')
  return kind === 6 && globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

/** Said when a name leads to an address that is not public. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic'
}

/**
 * Looks a name up for a connection, and gives only what is public: the very address that was looked at is the one that is
 * called, so a name cannot lead elsewhere a moment later. One address that is not public refuses the name.
 */
export const publicLookup: LookupFunction = (host, options, answer) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return answer(error, [])
    const wrong = found.find(({ address }) => !isPublic(address))
    if (wrong !== undefined || found.length === 0)
      return answer(new NotPublic('the name leads to an address that is not public'), [])
    if (options.all === true) answer(null, found)
    else answer(null, found[0]!.address, found[0]!.family)
  })
}
