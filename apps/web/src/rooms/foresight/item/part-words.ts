import type { PointShown } from '@gavel/foresight/browser'
import type { useForesightWords } from '../use-foresight-words.ts'

type Say = ReturnType<typeof useForesightWords>['t']

/** What of a text is meant: the whole, one of the options in dispute by its words, or another part of it. */
export const partWords = (t: Say, points: readonly PointShown[], part: string | undefined): string => {
  if (part === undefined) return t('foresight.part.whole')
  for (const { number, options, point } of points) {
    const option = options.find(each => each.option === part)
    if (option !== undefined && part !== point)
      return t('foresight.part.option', { number, wording: option.wording })
  }
  const paragraph = points.find(each => each.paragraph === part)
  return paragraph === undefined
    ? t('foresight.part.other')
    : t('foresight.part.paragraph', { number: paragraph.number })
}
