import type { ItemShown, MemberShown } from '@gavel/foresight/browser'
import { Link } from 'wouter'
import { useSlice } from '../../../live/use-room.tsx'
import { partyName } from '../../../names/names.ts'
import { hrefOf } from '../address.ts'
import { ChanceGiven, usePercent } from '../chance.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { consensusOf, firstToSound, isWide, objectorsIn } from './groups.ts'

/** How many of those who would most likely object are named on a line; the others are on the item's page. */
const named = 3

const useNamed = (): ((members: readonly MemberShown[], withChance: boolean) => string) => {
  const speech = useForesightWords()
  const house = useSlice()
  const percent = usePercent()
  return (members, withChance) =>
    speech.list(
      members.map(({ member, objects }) => {
        const name = partyName(house, speech, member)
        return withChance && objects.known ? `${name} (${percent(objects.chance)})` : name
      }),
    )
}

/** How many members said something of the very text, and how old what is known of it is. */
export const Heard = ({ item }: { readonly item: ItemShown }) => {
  const { t } = useForesightWords()
  return (
    <>
      {t('foresight.heard', { n: item.heard, of: item.members.length })}{' '}
      {item.ageDays === null
        ? t('foresight.age.none')
        : t('foresight.age', {
            newest: Math.floor(item.ageDays.newest),
            mean: Math.floor(item.ageDays.mean),
          })}
    </>
  )
}

const WhoWould = ({ item }: { readonly item: ItemShown }) => {
  const { t } = useForesightWords()
  const names = useNamed()
  const objectors = objectorsIn(item)
  const sound = firstToSound(item)
  return (
    <dl className="facts f-facts">
      <div className="facts-row">
        <dt>{t('foresight.objectors')}</dt>
        <dd>
          {objectors.length === 0 ? (
            <span className="soft">{t('foresight.objectors.none')}</span>
          ) : (
            <>
              <bdi>{names(objectors.slice(0, named), true)}</bdi>
              {objectors.length > named &&
                ` ${t('foresight.objectors.more', { n: objectors.length - named })}`}
            </>
          )}
        </dd>
      </div>
      <div className="facts-row">
        <dt>{t('foresight.soundFirst')}</dt>
        <dd>
          {sound.length === 0 ? (
            <span className="soft">{t('foresight.soundFirst.none')}</span>
          ) : (
            <bdi>{names(sound, false)}</bdi>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** One text: how near consensus is, who stands in the way, whom to sound. */
export const ItemLine = ({ item, canOpen }: { readonly item: ItemShown; readonly canOpen: boolean }) => {
  const { t } = useForesightWords()
  const consensus = consensusOf(item.somebody)
  return (
    <li className="f-item">
      <div className="f-item-head">
        <h3>
          <Link href={canOpen ? hrefOf(item.text) : `/texts/${encodeURIComponent(item.text)}`}>
            <bdi>{item.title}</bdi>
          </Link>
        </h3>
        <p className="small soft">
          {item.symbol !== null && <span className="mono">{item.symbol}</span>}{' '}
          {t('texts.inDispute', { n: item.disputed })}
        </p>
      </div>
      <div className="f-item-chance">
        <ChanceGiven chance={consensus} inWords />
        {isWide(consensus) && <p className="small f-wide">{t('foresight.wide')}</p>}
      </div>
      <WhoWould item={item} />
      <p className="small soft f-heard">
        <Heard item={item} />
      </p>
    </li>
  )
}
