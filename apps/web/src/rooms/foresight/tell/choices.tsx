import type { ChoiceShape, PointShown } from '@gavel/foresight/browser'
import { useForesightWords } from '../use-foresight-words.ts'

interface ChoicesProps {
  readonly points: readonly PointShown[]
  readonly choices: readonly ChoiceShape[]
}

/** The options a package takes, point by point, in the words of the text; what has been settled since is said to be. */
export const ChoicesShown = ({ points, choices }: ChoicesProps) => {
  const { t } = useForesightWords()
  return (
    <dl className="facts f-choices">
      {choices.map(({ point, option }) => {
        const found = points.find(each => each.point === point)
        const taken = found?.options.find(each => each.option === option)
        return (
          <div key={point} className="facts-row">
            <dt>
              {found === undefined
                ? t('foresight.point.gone')
                : t('foresight.point', { number: found.number })}
            </dt>
            <dd className="f-official" dir="auto">
              {taken === undefined ? (
                <span className="soft">{t('foresight.option.gone')}</span>
              ) : (
                taken.wording
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
