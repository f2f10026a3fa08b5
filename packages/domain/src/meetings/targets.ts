import type { ObjectedTo } from './acts.ts'

/** One word for each thing that can be objected to. */
export const nameOfTarget = (to: ObjectedTo): string => {
  switch (to.kind) {
    case 'agenda':
      return 'agenda'
    case 'motion':
      return `motion:${to.motion}`
    case 'appeal':
      return `appeal:${to.point}`
  }
}
