import { totalOf } from '../brain/brief.ts'
import { bestPackage, shareFeasible } from '../scenario/best.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Outside, type RoomCommand, scenarioAt } from './command.ts'

/** What the facilitator is told of a sound scenario: the best package, what it gives to each, and how hard it is to find. */
const sheetOf = (scenario: Scenario) => {
  const briefs = scenario.briefsAfter.at(-1) ?? scenario.briefs
  const found = bestPackage(briefs)!
  return {
    scenario: scenario.id,
    title: scenario.title,
    delegations: scenario.delegations.length,
    brackets: scenario.issues.length,
    best: Object.fromEntries(
      scenario.issues.map(({ name, options }, at) => [name, options[scenario.best[at]!]!]),
    ),
    joint: found.joint,
    proved: found.proved,
    worth: Object.fromEntries(
      scenario.delegations.map(({ member }, at) => [
        member,
        { best: totalOf(briefs[at]!, scenario.best), reserve: briefs[at]!.reserve },
      ]),
    ),
    ofRandomPackages: shareFeasible(briefs),
  }
}

const printed = (sheet: ReturnType<typeof sheetOf>): string =>
  [
    `${sheet.title} (fictional): ${sheet.delegations} delegations, ${sheet.brackets} brackets; in order`,
    '',
    'For the facilitator alone: the best package',
    ...Object.entries(sheet.best).map(([name, option]) => `  ${name.padEnd(24)} ${option}`),
    '',
    `worth ${sheet.joint.toFixed(1)} points in all${sheet.proved ? '; no package is worth more' : '; the search ended before it could prove that none is worth more'}`,
    `of packages drawn at random every brief allows ${(100 * sheet.ofRandomPackages).toFixed(2)} %`,
    '',
    'points of 100, and the reserve',
    ...Object.entries(sheet.worth).map(
      ([member, { best, reserve }]) =>
        `  ${member.padEnd(6)} ${best.toFixed(1).padStart(6)} ${reserve.toFixed(1).padStart(6)}`,
    ),
  ].join('\n')

export const exerciseCheck = (outside: Outside): RoomCommand => ({
  name: 'exercise check',
  takes: 'FOLDER',
  summary: 'check a scenario, and print its best package for the facilitator',
  details: `FOLDER is a scenario (docs/exercises.md), or the name of one of the library. Every fault is told with its file and
line. A scenario in order has every bracket in every brief, and a best package that all briefs allow and that the search of
packages finds; it is printed, so keep what this prints from who is to play.`,
  flags: {},
  arity: [1, 1],
  run: async ({ args, out }) => {
    const { scenario, faults } = await scenarioAt(args[0]!, outside)
    if (scenario === undefined) {
      out.result({ ok: false, faults }, () =>
        faults.map(({ file, line, what, why }) => `${file}:${line}: ${what}: ${why}`).join('\n'),
      )
      return 1
    }
    const sheet = sheetOf(scenario)
    out.result({ ok: true, ...sheet }, () => printed(sheet))
    return 0
  },
})
