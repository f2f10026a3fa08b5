import type { MemberId } from '@gavel/kernel'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Button } from '../kit/button.tsx'
import { useWords } from '../words/use-words.tsx'
import { type Filter, filters } from './filters.ts'

interface ToolbarProps {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly onGo: (step: 1 | -1) => void
  readonly own: MemberId | null
  readonly count: number
}

/** Which paragraphs stand on the page, and the way from one dispute to the next. */
export const Toolbar = ({ filter, onFilter, onGo, own, count }: ToolbarProps) => {
  const { t, number } = useWords()
  const open = filters.filter(each => own !== null || (each !== 'mine' && each !== 'blocked'))
  return (
    <div className="t-toolbar no-print">
      <ToggleButtonGroup
        className="segments"
        aria-label={t('text.filter')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter]}
        onSelectionChange={keys => {
          const [next] = keys
          if (next !== undefined) onFilter(next as Filter)
        }}
      >
        {open.map(each => (
          <ToggleButton key={each} id={each}>
            {t(`text.filter.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <span className="soft small numeric" aria-live="polite">
        {number(count)}
      </span>
      <span className="t-go">
        <Button size="small" kind="quiet" aria-label={t('text.previous')} onPress={() => onGo(-1)}>
          <span aria-hidden="true">↑ [</span>
        </Button>
        <Button size="small" kind="quiet" aria-label={t('text.next')} onPress={() => onGo(1)}>
          <span aria-hidden="true">] ↓</span>
        </Button>
      </span>
    </div>
  )
}
