import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from './command.ts'

/** Where a log is read from: the files of C2SP tlog-tiles, in a folder or behind an address. Undefined: not there. */
export interface LogSource {
  readonly where: string
  readonly read: (path: string) => Promise<Uint8Array | undefined>
}

const tries = 3

/** One file of a log over HTTP; a line that breaks is tried again, a server that says no is believed. */
const fetchFile = async (address: string): Promise<Uint8Array | undefined> => {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) })
      if (answer.status === 404) return undefined
      if (!answer.ok) throw new UsageError(`${address} answers ${answer.status}`)
      return new Uint8Array(await answer.arrayBuffer())
    } catch (error) {
      if (error instanceof UsageError || attempt === tries)
        throw error instanceof UsageError
          ? error
          : new UsageError(`${address} cannot be reached: ${(error as Error).message}`)
    }
  }
}

const behindAddress = (address: string): LogSource => {
  const base = address.replace(/\/+$/, '').replace(/\/log(\/checkpoint)?$/, '')
  return { where: `${base}/log`, read: path => fetchFile(`${base}/log/${path}`) }
}

const inFolder = (folder: string): LogSource => ({
  where: folder,
  read: async path => {
    const file = join(folder, path)
    return existsSync(file) ? new Uint8Array(await readFile(file)) : undefined
  },
})

/** Is it a mirror of a log: a folder that holds `checkpoint`, or one with such a folder `log` in it? */
export const mirrorAt = (path: string): LogSource | undefined => {
  const folder = [path, join(path, 'log')].find(candidate => existsSync(join(candidate, 'checkpoint')))
  return folder === undefined ? undefined : inFolder(folder)
}

export const isAddress = (where: string): boolean => /^https?:\/\//.test(where)

export const logBehind = (address: string): LogSource => behindAddress(address)
