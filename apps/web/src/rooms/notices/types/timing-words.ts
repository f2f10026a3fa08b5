import type { FieldShape, TimingShape } from '@gavel/notices/browser'
import type { useNoticesWords } from '../use-notices-words.ts'

type Words = ReturnType<typeof useNoticesWords>

/** When a notice is due, in words; `name` is what the field it counts from is called. */
export const timingWords = (speech: Words, timing: TimingShape, fields: readonly FieldShape[]): string => {
  const { t, name } = speech
  const called = (field: string): string => name(fields.find(each => each.field === field)?.name, field)
  switch (timing.kind) {
    case 'none':
      return t('notices.timing.none')
    case 'before':
      return t('notices.timing.before', { n: timing.days, field: called(timing.field) })
    case 'after':
      return t('notices.timing.after', { n: timing.hours, field: called(timing.field) })
    case 'yearly':
      return t('notices.timing.yearly', {
        day: new Intl.DateTimeFormat(speech.tag, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
          new Date(`2028-${timing.day}T12:00:00Z`),
        ),
      })
  }
}
