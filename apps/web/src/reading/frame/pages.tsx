import { useWords } from '../../words/use-words.tsx'

interface PagesProps {
  readonly of: number
  /** From 1. */
  readonly at: number
  readonly address: (page: number) => string
}

/** The way through a list that is too long for one page; nothing when it fits on one. */
export const Pages = ({ of, at, address }: PagesProps) => {
  const { t, number } = useWords()
  if (of <= 1) return null
  const near = [1, at - 2, at - 1, at, at + 1, at + 2, of].filter(
    (page, place, all) => page >= 1 && page <= of && all.indexOf(page) === place,
  )
  return (
    <nav aria-label={t('reading.pages')} className="r-pages no-print">
      <ol>
        {near.map((page, place) => (
          <li key={page} {...(place > 0 && near[place - 1]! < page - 1 ? { 'data-gap': '' } : {})}>
            <a href={address(page)} {...(page === at ? { 'aria-current': 'page' as const } : {})}>
              <span className="spoken">{t('reading.page')} </span>
              {number(page)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
