import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout this command runs from: the folder that holds `organisations` and `bench`. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
