import { type BriefNumbers, totalOf } from '../brain/brief.ts'
import type { Stage } from '../brain/table.ts'
import { bestPackage, isFeasible, jointOf } from './best.ts'
import { type BriefRead, briefIn, briefOf, positionsIn } from './briefs.ts'
import { draftIn, issuesIn } from './draft.ts'
import {
  fault,
  field,
  fields,
  isThere,
  isTrue,
  items,
  number,
  numbers,
  only,
  type Place,
  words,
  yamlPlace,
} from './place.ts'
import type { BodyOf, DelegationOf, Inject, Issue, Scenario, ScenarioFault } from './scenario.ts'

/** What reading a folder gives: the scenario when nothing is wrong, and every fault there is otherwise. */
export interface ScenarioRead {
  readonly scenario: Scenario | undefined
  readonly faults: readonly ScenarioFault[]
}

const stages: readonly Stage[] = ['workingGroup', 'seniorOfficials', 'ministers']

const bodyIn = (place: Place): BodyOf => {
  only(place, ['id', 'name', 'code', 'chair'])
  return {
    id: words(field(place, 'id')),
    name: words(field(place, 'name')),
    code: words(field(place, 'code')),
    chair: words(field(place, 'chair')),
  }
}

const byStage = <T>(place: Place, read: (at: Place) => T): Readonly<Record<Stage, T>> => {
  only(place, stages)
  return Object.fromEntries(stages.map(stage => [stage, read(field(place, stage))])) as Record<Stage, T>
}

const clockIn = (place: Place): Scenario['clock'] => {
  only(place, ['startsAt', 'silenceDays', 'silenceMinutes', 'roundHours', 'roundMinutes'])
  const startsAt = words(field(place, 'startsAt'))
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(startsAt))
    fault(field(place, 'startsAt'), 'an instant in quotes is wanted: "2027-03-01T08:00:00.000Z"')
  return {
    startsAt,
    silenceDays: number(field(place, 'silenceDays'), 1, 60),
    silenceMinutes: number(field(place, 'silenceMinutes'), 0.1, 60),
    roundHours: number(field(place, 'roundHours'), 1, 72),
    roundMinutes: number(field(place, 'roundMinutes'), 0.1, 60),
  }
}

const delegationIn = (
  place: Place,
): Omit<DelegationOf, 'instructions'> & { readonly capitalDays: number } => {
  only(place, ['member', 'name', 'ru', 'groups', 'capitalDays', 'undertakes'])
  const [ru, undertakes] = [field(place, 'ru'), field(place, 'undertakes')]
  return {
    member: words(field(place, 'member')),
    name: { en: words(field(place, 'name')), ...(isThere(ru) ? { ru: words(ru) } : {}) },
    groups: items(field(place, 'groups')).map(words),
    capitalDays: number(field(place, 'capitalDays'), 0, 60, 5),
    ...(isThere(undertakes) ? { undertakes: words(undertakes) } : {}),
  }
}

type Files = Readonly<Record<string, string>>
type Report = (fault: ScenarioFault) => void

const fileAt = (files: Files, file: string, report: Report): Place => {
  if (files[file] === undefined) report({ file, line: 0, what: '(whole file)', why: 'the file is not there' })
  return yamlPlace(file, files[file] ?? '', report)
}

interface Instructed {
  readonly own: readonly BriefRead[]
  readonly lines: ReadonlyMap<string, BriefRead>
}

const linesOf = (lines: Instructed['lines'], groups: readonly string[], place: Place): readonly BriefRead[] =>
  groups.flatMap(group => {
    const line = lines.get(group)
    if (line === undefined) fault(place, `no line of the group "${group}": lines/${group}.yaml is not there`)
    return line ?? []
  })

/** An inject that changes positions changes them for a group or a delegation; what it says stands from its round on. */
interface Shift {
  readonly who: string
  readonly positions: BriefRead['positions']
}

const injectIn = (place: Place, issues: readonly Issue[]): Inject & { readonly shifts: readonly Shift[] } => {
  only(place, ['stage', 'round', 'title', 'words', 'shifts'])
  const stage = words(field(place, 'stage')) as Stage
  if (!stages.includes(stage)) fault(field(place, 'stage'), `one of ${stages.join(', ')} is wanted`)
  return {
    at: { stage, round: number(field(place, 'round'), 1, 100) },
    title: words(field(place, 'title')),
    words: words(field(place, 'words')),
    shifts: items(field(place, 'shifts')).map(shift => {
      only(shift, ['who', 'positions'])
      return { who: words(field(shift, 'who')), positions: positionsIn(field(shift, 'positions'), issues) }
    }),
  }
}

const packageIn = (place: Place, issues: readonly Issue[]): readonly number[] => {
  for (const [name, at] of fields(place))
    if (!issues.some(issue => issue.name === name)) fault(at, `no bracket has the name "${name}"`)
  return issues.map(issue => {
    const [given] = numbers(field(place, issue.name))
    if (given === undefined)
      fault(field(place, issue.name), 'is missing: the best package names an option for each bracket')
    return given === 0 && issue.without ? 1 : (given ?? 1) - 1
  })
}

/** A package as the author writes it: the number of an option for each bracket, 0 for no words. */
const written = (issues: readonly Issue[], options: readonly number[]): string =>
  issues
    .map((issue, at) => `${issue.name}: ${issue.without && options[at] === 1 ? 0 : options[at]! + 1}`)
    .join(', ')

/** Every bracket is one that delegations differ on. */
const checkDisputed = ({ issues, briefs }: Scenario, place: Place): void => {
  for (const [at, issue] of issues.entries()) {
    const caring = briefs.filter(brief => Math.max(...brief.worth[at]!) > 0)
    const tops = new Set(caring.map(brief => brief.worth[at]!.indexOf(Math.max(...brief.worth[at]!))))
    if (tops.size < 2)
      fault(place, `nobody disputes the bracket "${issue.name}": all who care prefer one option`)
  }
}

/** Who would not have the package the author calls the best, and why. */
const checkAllowed = (
  { issues, delegations, best }: Scenario,
  briefs: readonly BriefNumbers[],
  place: Place,
): void => {
  for (const [at, brief] of briefs.entries()) {
    const crossed = best.flatMap((option, issue) =>
      brief.redLine[issue]![option] ? [issues[issue]!.name] : [],
    )
    const total = totalOf(brief, best)
    const who = delegations[at]!.member
    if (crossed.length > 0)
      fault(place, `the best package crosses a red line of ${who}: ${crossed.join(', ')}`)
    else if (total < brief.reserve)
      fault(
        place,
        `the best package gives ${who} ${total.toFixed(1)} points; its reserve is ${brief.reserve}`,
      )
  }
}

/** The package the author knows is allowed by all, and is the best there is. */
const checkSolvable = (scenario: Scenario, place: Place): void => {
  const { issues, briefs, best, briefsAfter } = scenario
  checkDisputed(scenario, place)
  const last = briefsAfter.at(-1) ?? briefs
  const found = bestPackage(last)
  const feasible = isFeasible(last, best)
  if (!feasible) checkAllowed(scenario, last, place)
  if (found === undefined) fault(place, 'there is no package that every brief allows')
  else if (!feasible) fault(place, `the search of packages finds this one: ${written(issues, found.options)}`)
  else if (jointOf(last, best) < found.joint - 1e-6)
    fault(
      place,
      `the search of packages finds a better one (${found.joint.toFixed(1)} points in all against ${jointOf(last, best).toFixed(1)}): ${written(issues, found.options)}`,
    )
}

const briefsBy = (
  delegations: readonly ReturnType<typeof delegationIn>[],
  { own, lines }: Instructed,
  shifts: readonly Shift[],
  issues: readonly Issue[],
): readonly BriefNumbers[] =>
  delegations.map(({ member, groups, capitalDays }, at) => {
    const brief = own[at]!
    const shifted = shifts.filter(({ who }) => who === member || groups.includes(who))
    const positions = new Map([...brief.positions, ...shifted.flatMap(shift => [...shift.positions])])
    return briefOf({ ...brief, positions }, linesOf(lines, groups, brief.place), issues, capitalDays)
  })

const headIn = (main: Place) => {
  const organisation = field(main, 'organisation')
  return {
    id: words(field(main, 'scenario')),
    title: words(field(main, 'title')),
    summary: words(field(main, 'summary')),
    organisation: {
      id: words(field(organisation, 'id')),
      name: words(field(organisation, 'name')),
      shortName: words(field(organisation, 'shortName')),
    },
    bodies: byStage(field(main, 'bodies'), bodyIn),
    rounds: byStage(field(main, 'rounds'), place => number(place, 1, 100)),
    clock: clockIn(field(main, 'clock')),
  }
}

/** All that a folder says, read but not yet put together. */
const partsOf = (files: Files, report: Report) => {
  const main = fileAt(files, 'scenario.yaml', report)
  only(main, [
    'scenario',
    'title',
    'fictional',
    'summary',
    'organisation',
    'bodies',
    'rounds',
    'clock',
    'best',
  ])
  if (!isTrue(field(main, 'fictional')))
    fault(
      field(main, 'fictional'),
      '"fictional: true" is wanted: names of countries stand only in what says that it is invented',
    )
  const draft = draftIn('draft.md', files['draft.md'] ?? '', report)
  const whole = (file: string, why: string) => report({ file, line: 0, what: '(whole file)', why })
  if (draft.paragraphs.length === 0) whole('draft.md', 'there is no draft')
  const issues = issuesIn(fileAt(files, 'brackets.yaml', report), draft)
  const delegations = items(fileAt(files, 'delegations.yaml', report)).map(delegationIn)
  if (delegations.length < 2) whole('delegations.yaml', 'two delegations are wanted at least')
  const lines = new Map(
    Object.keys(files)
      .filter(file => /^lines\/.+\.yaml$/.test(file))
      .map(file => [file.slice(6, -5), briefIn(fileAt(files, file, report), issues, true)]),
  )
  const own = delegations.map(({ member }) =>
    briefIn(fileAt(files, `briefs/${member}.yaml`, report), issues, false),
  )
  const injects =
    files['injects.yaml'] === undefined
      ? []
      : items(fileAt(files, 'injects.yaml', report)).map(place => injectIn(place, issues))
  return { main, head: headIn(main), draft, issues, delegations, instructed: { own, lines }, injects }
}

/** Puts the parts together: briefs as numbers at the opening and after each inject. */
const assembled = (
  parts: ReturnType<typeof partsOf>,
  source: string,
  best: 'known' | 'searched',
): Scenario => {
  const { main, head, draft, issues, delegations, instructed, injects } = parts
  const briefs = briefsBy(delegations, instructed, [], issues)
  const shifted = (at: number) => injects.slice(0, at + 1).flatMap(({ shifts }) => shifts)
  const briefsAfter = injects.map((_, at) => briefsBy(delegations, instructed, shifted(at), issues))
  for (const stage of stages)
    if (!delegations.some(({ member }) => member === head.bodies[stage].chair))
      fault(field(field(main, 'bodies'), stage), 'the chair is held by a member that has a delegation')
  const found = best === 'searched' ? bestPackage(briefsAfter.at(-1) ?? briefs) : undefined
  return {
    ...head,
    draft,
    draftSource: source,
    issues,
    briefs,
    briefsAfter,
    delegations: delegations.map(({ capitalDays: _, ...delegation }, at) => ({
      ...delegation,
      instructions: instructed.own[at]!.instructions,
    })),
    injects: injects.map(({ at, title, words: said }) => ({ at, title, words: said })),
    best: found?.options ?? packageIn(field(main, 'best'), issues),
  }
}

/**
 * Reads a scenario from its files (path within the folder to content). Every fault of every file is told at once.
 * `known`: the best package is the one its author names; `searched` takes what the search finds instead, for scenarios
 * that no author made.
 */
export const readScenario = (files: Files, best: 'known' | 'searched' = 'known'): ScenarioRead => {
  const faults = new Map<string, ScenarioFault>()
  const parts = partsOf(files, each => void faults.set(JSON.stringify(each), each))
  if (faults.size > 0) return { scenario: undefined, faults: [...faults.values()] }
  const scenario = assembled(parts, files['draft.md'] ?? '', best)
  if (faults.size === 0) checkSolvable(scenario, field(parts.main, 'best'))
  return { scenario: faults.size === 0 ? scenario : undefined, faults: [...faults.values()] }
}
