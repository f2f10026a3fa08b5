import '../../styles/plots.css'
import { type ReactNode, useRef } from 'react'
import { useWords } from '../../words/use-words.tsx'
import { Button } from '../button.tsx'
import { csvOf, saveFile, svgOf } from './save.ts'

interface FigureProps {
  readonly title: string
  /** What is counted, and since when: under the title, and in the picture that is saved. */
  readonly counts: string
  /** The name of the files that are saved, without its ending. */
  readonly file: string
  /** The figures as they are read, heads of columns first. */
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** More ways to take the figures along. */
  readonly more?: ReactNode
  /** One plot. */
  readonly children: ReactNode
}

/** A plot with its name, what it counts, and the ways to take it along. */
export const PlotFigure = ({ title, counts, file, rows, more, children }: FigureProps) => {
  const { t } = useWords()
  const own = useRef<HTMLElement>(null)
  const savePicture = (): void => {
    const drawn = own.current?.querySelector('svg')
    if (drawn != null) saveFile(`${file}.svg`, 'image/svg+xml', svgOf(drawn, [title, counts]))
  }
  return (
    <figure className="plot-figure" ref={own}>
      <figcaption className="spoken">{title}</figcaption>
      {children}
      <div className="row no-print plot-files">
        <Button size="small" onPress={savePicture}>
          {t('plot.save.svg')}
        </Button>
        <Button size="small" onPress={() => saveFile(`${file}.csv`, 'text/csv', csvOf(rows))}>
          {t('plot.save.csv')}
        </Button>
        {more}
      </div>
    </figure>
  )
}
