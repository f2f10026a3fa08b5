import type { Rules } from '../keys.ts'

export const ru: Rules = {}
