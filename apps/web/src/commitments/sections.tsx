import { Link } from 'wouter'
import type { Key } from '../words/keys.ts'
import { useWords } from '../words/use-words.tsx'

const sections = [
  ['catalogue', '/catalogue'],
  ['commitments', '/commitments'],
  ['plans', '/plans'],
  ['activities', '/activities'],
  ['reviews', '/reviews'],
  ['recommendations', '/recommendations'],
  ['analysis', '/analysis'],
] as const

type Section = (typeof sections)[number][0]

/** The ways between the parts of this chapter; they stand at the top of each of its scenes, under its name. */
export const Sections = ({ here }: { readonly here: Section }) => {
  const { t } = useWords()
  return (
    <nav className="tabs no-print" aria-label={t('commitments.sections')}>
      {sections.map(([section, href]) => (
        <Link key={section} href={href} {...(section === here ? { 'aria-current': 'page' as const } : {})}>
          {t(`commitments.section.${section}` satisfies Key)}
        </Link>
      ))}
    </nav>
  )
}
