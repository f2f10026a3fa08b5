import { type DomainState, texts } from '@gavel/domain'
import { get, type MemberId } from '@gavel/kernel'
import { bracketsIn } from '@gavel/text'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { type Position, positions, standSigns } from '../kit/stand.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { whoSays } from './written/supports.tsx'

interface MatrixProps {
  readonly state: DomainState
  readonly text: texts.Text
  readonly members: readonly MemberId[]
}

/** Everything of a paragraph a delegation can have stood on. */
const supportsIn = (paragraph: texts.NegotiatedParagraph): readonly texts.Support[] => [
  paragraph.whole,
  ...bracketsIn(paragraph.content).flatMap(({ bracket }) =>
    bracket.options.flatMap(({ id }) => get(paragraph.options, id) ?? []),
  ),
  ...[paragraph.deletion, paragraph.move, paragraph.offer].flatMap(each => each ?? []),
]

/** Which stand shows for a delegation that took several in one paragraph: the one that weighs most on agreement. */
const weight: readonly Position[] = ['objects', 'proposes', 'reserves', 'backs', 'canLiveWith']

export interface Cell {
  readonly shown: Position
  readonly all: readonly Position[]
}

/** Where delegations stand in a paragraph, by member. */
export const cellsOf = (paragraph: texts.NegotiatedParagraph): ReadonlyMap<string, Cell> => {
  const said = new Map<string, Set<Position>>()
  for (const support of supportsIn(paragraph))
    for (const position of positions)
      for (const member of whoSays(support, position))
        said.set(member, (said.get(member) ?? new Set()).add(position))
  return new Map(
    [...said].map(([member, all]) => [
      member,
      {
        shown: weight.find(position => all.has(position))!,
        all: positions.filter(position => all.has(position)),
      },
    ]),
  )
}

/** Paragraphs by delegations: a sign where a delegation has said something, spelt out for who cannot see it. */
export const Matrix = ({ state, text, members }: MatrixProps) => {
  const speech = useWords()
  const { t } = speech
  const rows = useMemo(
    () =>
      [...texts.paragraphsOf(text)]
        .filter(texts.isDisputed)
        .map(paragraph => ({ paragraph, cells: cellsOf(paragraph) })),
    [text],
  )
  if (members.length === 0) return <p className="soft">{t('convergence.nobody')}</p>
  return (
    <>
      <p className="c-legend small soft">
        {positions.map(position => (
          <span key={position} className="said" data-stand={position}>
            <span aria-hidden="true">{standSigns[position]}</span> {t(`stand.word.${position}`)}
          </span>
        ))}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a field set holds fields; this holds a table that scrolls */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div role="group" className="table-scroll c-matrix" tabIndex={0} aria-label={t('convergence.matrix')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('convergence.paragraph')}</th>
              {members.map(member => (
                <th key={member} scope="col">
                  <abbr title={partyName(state, speech, member)}>{member}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ paragraph, cells }) => (
              <tr key={paragraph.id}>
                <th scope="row">
                  <Link href={`/texts/${encodeURIComponent(text.id)}#p-${encodeURIComponent(paragraph.id)}`}>
                    <bdi>{paragraph.number || '¶'}</bdi>
                  </Link>
                </th>
                {members.map(member => {
                  const cell = cells.get(member)
                  return cell === undefined ? (
                    <td key={member} />
                  ) : (
                    <td key={member} className="said" data-stand={cell.shown}>
                      <span aria-hidden="true">{standSigns[cell.shown]}</span>
                      <span className="spoken">
                        {cell.all.map(each => t(`stand.word.${each}`)).join(', ')}
                      </span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
