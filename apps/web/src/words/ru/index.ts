import { en } from '../en/index.ts'
import type { Catalogue } from '../keys.ts'

export const ru: Catalogue = en
