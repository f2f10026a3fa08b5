import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Published results that the project may test against but not carry; absent from most checkouts. */
const folder = new URL('../../../../../shared/data/', import.meta.url)

export const haveShared = existsSync(folder)
export const whyNotShared = haveShared ? '' : ' (skipped: the published results are not beside this checkout)'

/** A file of that material as text, unpacked. */
export const sharedText = (path: string): string => {
  const bytes = readFileSync(new URL(path, folder))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
