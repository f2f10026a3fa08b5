import type { ReactNode } from 'react'

interface NoticeProps {
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad'
  /** Read out at once when it appears. */
  readonly urgent?: boolean
  readonly children: ReactNode
}

/** Something to know before going on. */
export const Notice = ({ tone = 'plain', urgent = false, children }: NoticeProps) => (
  <div className="notice" data-tone={tone} {...(urgent ? { role: 'alert' } : {})}>
    {children}
  </div>
)

export const Badge = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'wait' | 'bad' | 'accent'
  readonly children: ReactNode
}) => (
  <span className="badge" data-tone={tone}>
    {children}
  </span>
)
