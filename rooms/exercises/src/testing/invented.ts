import { seeded } from '@gavel/forecast'

/**
 * A scenario of any size, invented from a seed, as the files of a folder: blocs of delegations with wishes of their own,
 * `brackets` disputed places of three options. For tests and benchmarks; nobody is meant to play it.
 */
export const inventedFiles = (
  delegations: number,
  brackets: number,
  seed = 1,
): Readonly<Record<string, string>> => {
  const next = seeded(seed)
  const pick = (below: number): number => Math.floor(next() * below)
  const blocs = Math.max(2, Math.round(Math.sqrt(delegations)))
  const names = Array.from({ length: brackets }, (_, at) => `b${at + 1}`)
  const member = (at: number): string => `D${String(at + 1).padStart(3, '0')}`
  const positions = (bloc?: number) =>
    names.map((name, at) => {
      const first = 1 + (bloc === undefined ? pick(3) : (bloc + at) % 3)
      const rest = [1, 2, 3].filter(option => option !== first)
      if (next() < 0.5) rest.reverse()
      return `  ${name}: { weight: ${1 + pick(12)}, preferred: ${first}, fallback: [${rest.join(', ')}] }`
    })
  const draft = names.map(
    (name, at) =>
      `${at + 1}. The parties shall in the matter ${name} [do the first][do the second][do the third] without delay.`,
  )
  const files: Record<string, string> = {
    'scenario.yaml': [
      `scenario: invented-${delegations}-${brackets}`,
      'title: Invented',
      'fictional: true',
      'summary: Invented for a test.',
      'organisation: { id: invented, name: Invented, shortName: INV }',
      'bodies:',
      ...['workingGroup', 'seniorOfficials', 'ministers'].map(
        body =>
          `  ${body}: { id: ${body.slice(0, 2)}, name: ${body}, code: ${body.slice(0, 2).toUpperCase()}, chair: D001 }`,
      ),
      'rounds: { workingGroup: 8, seniorOfficials: 3, ministers: 1 }',
      'clock: { startsAt: "2027-03-01T08:00:00.000Z", silenceDays: 14, silenceMinutes: 10, roundHours: 24, roundMinutes: 2 }',
      `best: { ${names.map(name => `${name}: 1`).join(', ')} }`,
    ].join('\n'),
    'draft.md': `# Fictional draft\n\n${draft.join('\n\n')}\n`,
    'brackets.yaml': names
      .map(name => `- { name: ${name}, about: the matter ${name}, options: [first, second, third] }`)
      .join('\n'),
    'delegations.yaml': Array.from(
      { length: delegations },
      (_, at) =>
        `- { member: ${member(at)}, name: Delegation ${at + 1}, groups: [bloc${at % blocs}], capitalDays: ${pick(12)} }`,
    ).join('\n'),
  }
  for (let bloc = 0; bloc < blocs; bloc++)
    files[`lines/bloc${bloc}.yaml`] = ['reserve: 40', 'positions:', ...positions(bloc)].join('\n')
  for (let at = 0; at < delegations; at++) {
    const own = positions().filter(() => next() < 0.25)
    files[`briefs/${member(at)}.yaml`] = [
      'instructions: Invented.',
      ...(own.length > 0 ? ['positions:', ...own] : []),
    ].join('\n')
  }
  return files
}
