import { useWords } from '../words/use-words.tsx'
import type { Meeting } from './next-step.ts'

/** That the meeting does not sit now, and when it goes on; nothing while it sits. */
export const PauseWords = ({ meeting }: { readonly meeting: Meeting }) => {
  const { t, instant } = useWords()
  const { status, suspendedUntil, opensAt, closedAt, calledOff, timeZone } = meeting
  const at = (when: string): string => instant(when, 'full', timeZone)
  const words = (): string | null => {
    switch (status) {
      case 'convened':
        return t('meeting.opens', { at: at(opensAt) })
      case 'suspended':
        return suspendedUntil === undefined
          ? t('sitting.suspended')
          : t('sitting.suspended.until', { at: at(suspendedUntil) })
      case 'adjourned':
        return t('sitting.adjourned.until', { at: at(suspendedUntil!) })
      case 'closed':
        return calledOff === undefined
          ? t('meeting.closedAt', { at: at(closedAt!) })
          : t('notice.calledOff', { at: at(calledOff.at), reason: calledOff.reason })
      case 'open':
        return null
    }
  }
  const said = words()
  return said === null ? null : (
    <p className="m-pause">
      <bdi>{said}</bdi>
    </p>
  )
}
