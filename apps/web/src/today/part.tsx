import type { ReactNode } from 'react'

/** A part of the page with its heading. */
export const Part = ({
  title,
  more,
  children,
}: {
  readonly title: string
  readonly more?: ReactNode
  readonly children: ReactNode
}) => (
  <section className="h-part">
    <header className="row" data-spread="">
      <h2>{title}</h2>
      {more}
    </header>
    {children}
  </section>
)
