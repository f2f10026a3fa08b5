import { useWords } from '../words/use-words.tsx'

/** What is open for the one who looks. */
export const Today = () => {
  const { t } = useWords()
  return (
    <section className="page">
      <h1>{t('app.home')}</h1>
    </section>
  )
}
