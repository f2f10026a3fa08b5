import type { DomainState } from '@gavel/domain'
import type { ChoiceShape, PackagesAnswer, TableAnswer } from '@gavel/foresight/browser'
import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { partyName } from '../../../names/names.ts'
import { ChoicesShown } from '../tell/choices.tsx'
import { useForesightWords } from '../use-foresight-words.ts'
import { ReleaseDialog } from './release-dialog.tsx'

interface PackagesProps {
  readonly house: DomainState
  readonly table: TableAnswer
  readonly found: PackagesAnswer
}

/** The points on which somebody refuses every option, and who refuses which. */
const Blocked = ({ house, table, found }: PackagesProps) => {
  const speech = useForesightWords()
  const { t } = speech
  if (found.blocked.length === 0) return null
  return (
    <Notice tone="warn">
      <p>
        <b>{t('foresight.blocked', { n: found.blocked.length })}</b>
      </p>
      <ul>
        {found.blocked.map(({ point, refusals }) => {
          const of = table.points.find(each => each.point === point)
          return (
            <li key={point}>
              {t('foresight.point', { number: of?.number ?? point })}
              <ul>
                {refusals.map(({ option, members }) => (
                  <li key={option}>
                    <q dir="auto">{of?.options.find(each => each.option === option)?.wording}</q>{' '}
                    {t('foresight.blocked.by', {
                      members: speech.list(members.map(member => partyName(house, speech, member))),
                    })}
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** What one change of one delegation would open, the best for the worst-off first. */
const Unlocks = ({ house, table, found }: PackagesProps) => {
  const speech = useForesightWords()
  const { t, tag } = speech
  if (found.unlocks.length === 0) return null
  const gains = new Intl.NumberFormat(tag, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (
    <section className="stack" aria-labelledby="f-unlocks">
      <h3 id="f-unlocks">{t('foresight.unlocks')}</h3>
      <ul className="list">
        {found.unlocks.map(({ member, point, option, worstGains }) => {
          const of = table.points.find(each => each.point === point)
          return (
            <li key={JSON.stringify([member, point, option])}>
              {t('foresight.unlock', {
                member: partyName(house, speech, member),
                number: of?.number ?? point,
                wording: of?.options.find(each => each.option === option)?.wording ?? option,
              })}{' '}
              <span className="soft">
                {worstGains === null
                  ? t('foresight.unlock.opens')
                  : t('foresight.unlock.gains', { n: gains.format(worstGains) })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Packages that take the same options are one, with all its aims. */
const merged = (packages: PackagesAnswer['packages']) => {
  const all = new Map<string, PackagesAnswer['packages']>()
  for (const each of packages) {
    const key = JSON.stringify(each.choices)
    all.set(key, [...(all.get(key) ?? []), each])
  }
  return [...all.values()]
}

const PackageShown = ({
  house,
  table,
  same,
  release,
}: Omit<PackagesProps, 'found'> & {
  readonly same: PackagesAnswer['packages']
  readonly release: (choices: readonly ChoiceShape[]) => void
}) => {
  const speech = useForesightWords()
  const { t, tag } = speech
  const [{ choices, worth }] = same as [PackagesAnswer['packages'][number]]
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  const least = Math.min(...worth.map(each => each.worth))
  const worst = worth.filter(each => each.worth === least)
  const name = speech.list(same.map(({ aim }) => t(`foresight.aim.${aim}`)))
  return (
    <li className="card f-package">
      <h3>{name}</h3>
      <p className="small soft">
        {t(same.every(({ proved }) => proved) ? 'foresight.proved' : 'foresight.notProved')}
      </p>
      <ChoicesShown points={table.points} choices={choices} />
      <dl className="facts small">
        <div className="facts-row">
          <dt>{t('foresight.worst')}</dt>
          <dd>
            {number.format(least)} ·{' '}
            {worst.length > 3
              ? t('foresight.worst.many', { n: worst.length })
              : speech.list(worst.map(({ member }) => partyName(house, speech, member)))}
          </dd>
        </div>
        <div className="facts-row">
          <dt>{t('foresight.total')}</dt>
          <dd>{number.format(worth.reduce((sum, each) => sum + each.worth, 0))}</dd>
        </div>
      </dl>
      <p className="no-print">
        <Button
          kind="primary"
          aria-label={`${t('foresight.release.open')}: ${name}`}
          onPress={() => release(choices)}
        >
          {t('foresight.release.open')}
        </Button>
      </p>
    </li>
  )
}

/** The packages nobody refuses, by what they aim at; what blocks, and what one change would open. */
export const Packages = (props: PackagesProps) => {
  const { house, table, found } = props
  const { t } = useForesightWords()
  const [released, setReleased] = useState<readonly ChoiceShape[] | null>(null)
  return (
    <section className="stack" aria-labelledby="f-packages">
      <h2 id="f-packages">{t('foresight.packages')}</h2>
      <p className="small soft f-lead">{t('foresight.packages.lead')}</p>
      <Blocked {...props} />
      {found.packages.length === 0 ? (
        <p className="empty">{t('foresight.packages.none')}</p>
      ) : (
        <ul className="f-packages">
          {merged(found.packages).map(same => (
            <PackageShown key={same[0]?.aim} house={house} table={table} same={same} release={setReleased} />
          ))}
        </ul>
      )}
      <Unlocks {...props} />
      {released !== null && (
        <ReleaseDialog house={house} table={table} choices={released} onClose={() => setReleased(null)} />
      )}
    </section>
  )
}
