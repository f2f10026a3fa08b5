import { isIPv4, isIPv6 } from 'node:net'

/** The device of a sign-in, in proper names: `{browser: 'Firefox', system: 'Windows'}`; null for what is not known. */
export interface Device {
  readonly browser: string | null
  readonly system: string | null
}

type Names = readonly (readonly [RegExp, string])[]

/** In this order: most browsers also name those they descend from. */
const browsers: Names = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
]

const systems: Names = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

const named = (names: Names, text: string): string | null =>
  names.find(([sign]) => sign.test(text))?.[1] ?? null

/** What a User-Agent says, in known names alone: nothing a client wrote is ever kept or shown. */
export const deviceOf = (userAgent: string | undefined): Device => {
  const text = (userAgent ?? '').slice(0, 500)
  return { browser: named(browsers, text), system: named(systems, text) }
}

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. */
const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = address.split('%', 1)[0]!.split('::')
  const groups = (part: string): readonly string[] => (part === '' ? [] : part.split(':'))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const missing = Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].map(group =>
    group.toLowerCase().replace(/^0+(?=.)/, ''),
  )
}

/** An address without the wrapping that sockets for both families give to IPv4. */
const unwrapped = (address: string): string => /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address

/** The network an address is in, coarse enough to name no household: `192.0.2.0/24`, `2001:db8:1::/48`. */
export const networkOf = (address: string): string | null => {
  const plain = unwrapped(address)
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 3).join(':')}::/48` : null
}

/** Whom a limit counts for: an IPv4 address, or the /64 from which one host takes as many addresses as it likes. */
export const addressOf = (address: string): string => {
  const plain = unwrapped(address)
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain
}
