import type { DomainState } from '@gavel/domain'
import type { ItemShown, MemberShown, TableAnswer } from '@gavel/foresight/browser'
import { partyName } from '../../../names/names.ts'
import { ChanceGiven } from '../chance.tsx'
import { bySoundingWorth } from '../outlook/groups.ts'
import { useForesightWords } from '../use-foresight-words.ts'
import { partWords } from './part-words.ts'
import { SoundButton } from './sound-dialog.tsx'

interface MembersProps {
  readonly house: DomainState
  readonly item: ItemShown
  readonly table: TableAnswer
}

type Ground = MemberShown['grounds'][number]

const whatWords = (what: Ground['what']) =>
  what === 'objected' || what === 'didNotObject'
    ? (`foresight.ground.${what}` as const)
    : (`stand.word.${what}` as const)

/** From what it is known: what was said or done, on which matter, how long ago, and what is left of its weight. */
const Grounds = ({ member, table }: { readonly member: MemberShown; readonly table: TableAnswer }) => {
  const { t } = useForesightWords()
  if (member.grounds.length === 0) return <span className="soft">{t('foresight.grounds.none')}</span>
  const [first, ...more] = member.grounds
  const line = (ground: Ground): string =>
    t('foresight.ground', {
      kind: t(`foresight.ground.kind.${ground.kind}`),
      what: t(whatWords(ground.what)),
      part:
        ground.matter === table.text
          ? partWords(t, table.points, ground.part)
          : t('foresight.ground.elsewhere'),
      age: t('foresight.days', { n: Math.floor(ground.ageDays) }),
    })
  return (
    <>
      <span>{line(first!)}</span>
      {more.length > 0 && (
        <details>
          <summary className="small">{t('foresight.grounds.more', { n: more.length })}</summary>
          <ul className="small">
            {more.map(ground => (
              <li key={`${ground.kind} ${ground.matter} ${ground.part} ${ground.at}`}>{line(ground)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** How much less would be uncertain of the item after the member was sounded; below a hundredth of a bit it is nothing. */
const Worth = ({ event, most }: { readonly event: number; readonly most: number }) => {
  const { t, tag } = useForesightWords()
  if (event < 0.01) return <span className="soft">{t('foresight.worth.little')}</span>
  return (
    <span className="f-worth">
      <svg className="f-scale" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect className="f-scale-range" x="0" y="2" width={(100 * event) / most} height="8" />
      </svg>
      <span className="small">
        {t('foresight.worth', {
          n: new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }).format(event),
        })}
      </span>
    </span>
  )
}

/** Every member of the body, whom to sound first on top. */
export const Members = ({ house, item, table }: MembersProps) => {
  const speech = useForesightWords()
  const { t } = speech
  const members = bySoundingWorth(item.members)
  const most = members[0]?.sounding.event ?? 0
  return (
    <section className="stack" aria-labelledby="f-members">
      <div className="row" data-spread="">
        <h2 id="f-members">{t('foresight.members')}</h2>
        <SoundButton house={house} table={table} words={t('foresight.sound')} kind="primary" />
      </div>
      <p className="soft f-lead">{t('foresight.members.lead')}</p>
      <ol className="f-members">
        {members.map(member => {
          const name = partyName(house, speech, member.member)
          return (
            <li key={member.member} className="f-member">
              <h3>
                <bdi>{name}</bdi>
              </h3>
              <div>
                <span className="f-label small soft">{t('foresight.objects')}</span>
                <ChanceGiven chance={member.objects} />
              </div>
              <div className="f-grounds">
                <span className="f-label small soft">{t('foresight.grounds')}</span>
                <Grounds member={member} table={table} />
              </div>
              <div>
                <span className="f-label small soft">{t('foresight.worth.label')}</span>
                <Worth event={member.sounding.event} most={most} />
              </div>
              <SoundButton
                house={house}
                table={table}
                words={t('foresight.sound.short')}
                member={member.member}
                kind="quiet"
              />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
