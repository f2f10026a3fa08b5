import { Link } from 'wouter'
import { useWords } from '../../words/use-words.tsx'

const parts = [
  ['plans', '/plans'],
  ['activities', '/activities'],
  ['reviews', '/reviews'],
  ['recommendations', '/recommendations'],
] as const

/** The ways between plans, activities, reviews and recommendations; at the head of each. */
export const Parts = ({ here }: { readonly here: (typeof parts)[number][0] }) => {
  const { t } = useWords()
  return (
    <nav className="tabs no-print" aria-label={t('plans.parts')}>
      {parts.map(([part, href]) => (
        <Link key={part} href={href} {...(part === here ? { 'aria-current': 'page' as const } : {})}>
          {t(`${part}.heading`)}
        </Link>
      ))}
    </nav>
  )
}
