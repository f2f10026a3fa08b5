import { Link } from 'wouter'
import { useWords } from '../words/use-words.tsx'

/** What is not there, or is not for this viewer: the two look the same. */
export const Missing = () => {
  const { t } = useWords()
  return (
    <section className="page">
      <h1>{t('app.notFound')}</h1>
      <p className="soft">{t('app.notFound.help')}</p>
      <p>
        <Link href="/">{t('app.notFound.way')}</Link>
      </p>
    </section>
  )
}
