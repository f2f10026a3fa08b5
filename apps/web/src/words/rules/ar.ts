import type { Rules } from '../keys.ts'

export const ar: Rules = {}
