import type { meetings } from '@gavel/domain'

type Course = NonNullable<ReturnType<typeof meetings.courseOf>>

/** The sign of how far an item has come; it stands beside the word. */
export const statusSign = (course: Course): string => {
  switch (course) {
    case 'underConsideration':
      return '▶'
    case 'concluded':
      return '✓'
    case 'leftOpen':
      return '◌'
    case 'carriedOver':
      return '→'
  }
}
