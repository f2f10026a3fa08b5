import { texts } from '@gavel/domain'
import { entries, type MemberId } from '@gavel/kernel'
import { type Position, positions, standSigns, standWord } from '../../kit/stand.tsx'
import { useWords } from '../../words/use-words.tsx'

/** The delegations that say this of it: the proposer is one of its own kind. */
export const whoSays = (support: texts.Support, position: Position): readonly MemberId[] =>
  position === 'proposes'
    ? support.proposer === null
      ? []
      : [support.proposer]
    : texts.whoSaid(support, position)

interface Said {
  readonly support: texts.Support
  readonly nameOf: texts.NameOf
}

/** Who says what of something, in words and signs; nothing when nobody has said anything. */
export const SupportShown = ({ support, nameOf }: Said) => {
  const { t, list } = useWords()
  const said = positions
    .map(position => [position, whoSays(support, position)] as const)
    .filter(([, who]) => who.length > 0)
  const notes = [...entries(support.stands)].flatMap(([member, { note }]) =>
    note === undefined ? [] : [[member, note] as const],
  )
  return (
    <>
      {said.map(([position, who]) => (
        <span key={position} className="said" data-stand={position}>
          <span aria-hidden="true">{standSigns[position]} </span>
          {t(standWord(position))} <bdi>{list(who.map(nameOf))}</bdi>
        </span>
      ))}
      {notes.map(([member, note]) => (
        <q key={member} className="said-note">
          <bdi>{note}</bdi>
        </q>
      ))}
    </>
  )
}
