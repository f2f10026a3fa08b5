import { institution } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { flexibilityOf, tableOf } from '../evidence/table.ts'
import { pointsOf } from '../law/points.ts'
import { releasesOn, soundingsOn, toldOn } from '../law/state.ts'
import type { Thread } from '../work/thread.ts'
import { mediatedText, type Reading, textFor } from './reading.ts'

const head = ({ id, title, symbol, body }: ReturnType<typeof textFor>) => ({ text: id, title, symbol, body })

const table = (reading: Reading, id: string) => {
  const text = mediatedText(reading, id)
  const members = institution.membersOf(reading.house.institution, text.body, reading.now)
  return { text, members, laid: tableOf(text, members, reading.state) }
}

/** `GET /api/foresight/texts/:id/table`: options × delegations, soundings, releases; for those who mediate (F-2, F-4). */
export const mediatorsTable = (reading: Reading, id: string) => {
  const { text, laid } = table(reading, id)
  return {
    ...head(text),
    ...laid,
    soundings: [...soundingsOn(reading.state, id)].reverse(),
    releases: [...releasesOn(reading.state, id)].reverse(),
    now: reading.now,
  }
}

/** `GET /api/foresight/texts/:id/packages`: packages nobody refuses by each aim, what blocks, and what one change would unlock. */
export const packages = async (reading: Reading, thread: Thread, id: string) => {
  const { text, members, laid } = table(reading, id)
  const { points } = laid
  if (points.length === 0)
    return { ...head(text), points, members, blocked: [], packages: [], unlocks: [], now: reading.now }
  const found = await thread.ask<'packages'>({ kind: 'packages', members: flexibilityOf(laid) })
  const option = (point: number, at: number): string => points[point]!.options[at]!.option
  const choices = (options: readonly number[]) =>
    options.map((at, point) => ({ point: points[point]!.point, option: option(point, at) }))
  const worthOf = (worth: readonly number[]) =>
    worth.map((each, at) => ({ member: members[at]!, worth: each }))
  return {
    ...head(text),
    points,
    members,
    blocked: found.blocked.map(({ issue, refusals }) => ({
      point: points[issue]!.point,
      refusals: refusals.map((of, at) => ({
        option: option(issue, at),
        members: of.map(each => members[each]!),
      })),
    })),
    packages: found.packages.map(({ aim, proved, options, worth }) => ({
      aim,
      proved,
      choices: choices(options),
      worth: worthOf(worth),
    })),
    unlocks: found.unlocks.map(({ member, issue, option: at, deal, worstGains }) => ({
      member: members[member]!,
      point: points[issue]!.point,
      option: option(issue, at),
      choices: choices(deal.options),
      worstGains,
    })),
    now: reading.now,
  }
}

/** `GET /api/foresight/texts/:id/told`: what one's own delegation told, what it may tell of, and who reads it. */
export const told = (reading: Reading, id: string, member: string | undefined) => {
  const text = textFor(reading, id)
  const own = reading.viewer.capacities.flatMap(as => (as.kind === 'delegate' ? [as.member as string] : []))
  const asked = member ?? own[0]
  if (asked === undefined || !own.includes(asked)) throw reading.tools.notFound()
  const said = get(toldOn(reading.state, id), asked)
  const { house, now } = reading
  return {
    ...head(text),
    member: asked,
    points: pointsOf(text),
    told: said === undefined ? null : { points: said.points, at: said.at },
    /** The member that chairs, for whoever tells should know whose person reads it. */
    readBy: { chair: institution.chairOf(house.institution, text.body, now)?.term.holder ?? null },
    now,
  }
}

/** `GET /api/foresight/texts/:id/releases`: packages put before the body, newest first. */
export const releases = (reading: Reading, id: string) => {
  const text = textFor(reading, id)
  const seen = [...releasesOn(reading.state, id)].reverse()
  return {
    ...head(text),
    points: pointsOf(text),
    releases: seen.map(({ by: _, ...release }) => release),
    now: reading.now,
  }
}
