import type { OutlookAnswer } from '@gavel/foresight/browser'
import { Choice, Tick } from '../../../decisions/fields.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { useRoom, useSlice } from '../../../live/use-room.tsx'
import { bodyName } from '../../../names/names.ts'
import { useForesightWords } from '../use-foresight-words.ts'
import { type Group, inGroup } from './groups.ts'
import { ItemLine } from './item-line.tsx'
import { Planner } from './planner.tsx'
import { useAsked } from './use-outlook.ts'

interface ShownProps {
  readonly outlook: OutlookAnswer
}

/** Of which body, made of what, and whether the votes of the General Assembly count. */
const Made = ({ outlook }: ShownProps) => {
  const speech = useForesightWords()
  const { t } = speech
  const house = useSlice()
  const { as } = useRoom()
  const [votes, setVotes] = useAsked('votes')
  const [, setBody] = useAsked('body')
  const { bodies, body, precedents, inConfidence } = outlook
  return (
    <section className="f-made" aria-label={t('foresight.made')}>
      {as?.kind !== 'chair' && bodies.length > 1 && (
        <Choice
          label={t('foresight.body')}
          value={body}
          onChange={setBody}
          options={bodies.map(each => [each, bodyName(house, speech, each)] as const)}
        />
      )}
      <p>
        <bdi>{bodyName(house, speech, body)}</bdi>. {t('foresight.precedents.own', { n: precedents.own })}{' '}
        {precedents.votes > 0 && `${t('foresight.precedents.votes', { n: precedents.votes })} `}
        {t(inConfidence ? 'foresight.inConfidence' : 'foresight.notInConfidence')}
      </p>
      <Tick
        label={t('foresight.withVotes')}
        value={votes === 'true'}
        onChange={on => setVotes(on ? 'true' : null)}
      />
      <p className="small soft">{t('foresight.withVotes.help')}</p>
    </section>
  )
}

const groups: readonly Group[] = ['ready', 'sound', 'far']
const signs: { readonly [group in Group]: string } = { ready: '✓', sound: '?', far: '✕' }

const GroupShown = ({ outlook, group }: ShownProps & { readonly group: Group }) => {
  const { t, number } = useForesightWords()
  const items = inGroup(outlook.items, group)
  return (
    <section className="f-group" data-group={group} aria-labelledby={`f-${group}`}>
      <h2 id={`f-${group}`}>
        <span className="f-sign" aria-hidden="true">
          {signs[group]}
        </span>{' '}
        {t(`foresight.group.${group}`)} <span className="soft f-count">{number(items.length)}</span>
      </h2>
      <p className="small soft">{t(`foresight.group.${group}.help`)}</p>
      {items.length === 0 ? (
        <p className="small">{t('foresight.group.none')}</p>
      ) : (
        <ul className="f-items">
          {items.map(item => (
            <ItemLine key={item.text} item={item} canOpen={outlook.inConfidence} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** The open texts of a body by what a chair does with them, and the plan of the next meeting made of them. */
export const OutlookShown = ({ outlook }: ShownProps) => {
  const { t } = useForesightWords()
  return (
    <>
      <Made outlook={outlook} />
      {outlook.items.length === 0 ? (
        <Notice>{t('foresight.noItems')}</Notice>
      ) : (
        <>
          {groups.map(group => (
            <GroupShown key={group} outlook={outlook} group={group} />
          ))}
          {outlook.inConfidence && <Planner items={outlook.items} />}
        </>
      )}
    </>
  )
}
