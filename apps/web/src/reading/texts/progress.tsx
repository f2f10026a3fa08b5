import { texts } from '@gavel/domain'
import { useWords } from '../../words/use-words.tsx'

/** How far a text has come: a bar with a part for each rung, as wide as its share of the paragraphs, and the numbers in words. */
export const Progress = ({ text }: { readonly text: texts.Text }) => {
  const { t, number } = useWords()
  const total = texts.rungs.reduce((sum, rung) => sum + text.rungs[rung], 0)
  const highest = texts.rungs.toReversed()
  let from = 0
  const parts = highest.map(rung => {
    const width = total === 0 ? 0 : (1000 * text.rungs[rung]) / total
    const part = { rung, from, width }
    from += width
    return part
  })
  return (
    <div className="r-progress">
      <svg aria-hidden="true" viewBox="0 0 1000 8" preserveAspectRatio="none">
        {parts.map(part => (
          <rect key={part.rung} data-rung={part.rung} x={part.from} width={part.width} height="8" />
        ))}
      </svg>
      <ul className="r-inline">
        {highest
          .filter(rung => text.rungs[rung] > 0)
          .map(rung => (
            <li key={rung} data-rung={rung}>
              {t(`rung.${rung}`)} <b className="numeric">{number(text.rungs[rung])}</b>
            </li>
          ))}
      </ul>
    </div>
  )
}
