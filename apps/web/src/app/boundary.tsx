import { Component, type ReactNode } from 'react'
import { useWords } from '../words/use-words.tsx'

/**
 * The page is fetched anew: the part that failed may belong to an edition of the application the server no longer has,
 * and what failed to be fetched once is not asked for again. What was being written is kept.
 */
const again = (): void => location.reload()

const Fallen = () => {
  const { t } = useWords()
  return (
    <section className="page" role="alert">
      <h1>{t('app.failed')}</h1>
      <p>
        <button type="button" className="button" onClick={again}>
          {t('app.again')}
        </button>
      </p>
    </section>
  )
}

interface Props {
  readonly children: ReactNode
}

/** A scene that fails takes nothing else with it. React catches only in a class. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }
  override render(): ReactNode {
    return this.state.failed ? <Fallen /> : this.props.children
  }
}
