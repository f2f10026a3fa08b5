import type { RecordStore } from '@gavel/application'
import { type ActType, actRules } from '@gavel/contract'
import { seeded } from '@gavel/forecast'
import { totalOf } from '../brain/brief.ts'
import type { Level } from '../brain/level.ts'
import type { RulesChanged } from '../engine/founding.ts'
import { recordFloor } from '../engine/record-floor.ts'
import { ExerciseStopped, exerciseRecord } from '../engine/teller.ts'
import { bestPackage, jointOf } from '../scenario/best.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Played, play } from './ladder.ts'

export interface RunOptions {
  readonly seed: number
  /** The level of every seat, or of each by member. */
  readonly level: Level
  readonly levels?: Readonly<Record<string, Level>>
  readonly rules?: RulesChanged
  readonly silenceDays?: number
  readonly reasons?: boolean
  /** A store of its own for each exercise. */
  readonly store: () => RecordStore
}

/** How one exercise went. */
export interface RunResult {
  readonly scenario: string
  readonly seed: number
  readonly level: Level
  readonly agreed: boolean
  readonly how: 'silence' | 'inTheRoom' | 'minusOne' | null
  readonly silenceBroken: boolean
  /** By the name of a bracket: the short name of the option it was settled on; null while it is open. */
  readonly package: Readonly<Record<string, string | null>>
  readonly bracketsLeft: number
  readonly rounds: number
  /** Brackets open after each round. */
  readonly burndown: readonly number[]
  readonly acts: number
  readonly refused: number
  /** Entries of the record and its root, held against a second reading of the store. */
  readonly entries: number
  readonly root: string
  readonly verified: boolean
  /** Worth of what was adopted to all together, as a share of the best package; 0 where nothing was adopted. */
  readonly share: number
  /** The same of what lies on the table, adopted or not, open brackets counting nothing. */
  readonly shareOnTable: number
  /** Delegations for which the package on the table is worth less than their reserve. */
  readonly below: readonly string[]
  /** Rules that were asked, by the acts that were done. */
  readonly rules: readonly string[]
  readonly refusals: readonly string[]
  readonly reasons?: Played['reasons']
}

/** Salts that follow from the seed. They are not secret: an exercise has no secrets worth a random number. */
const saltFrom = (seed: number) => {
  const next = seeded(seed ^ 0x5a17)
  return (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, () => Math.floor(next() * 256))
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/**
 * Reads the store again from its first entry: every act is folded in anew and must add up to the root of the head
 * (else this throws RecordDamaged).
 */
const verified = async (store: RecordStore, root: string): Promise<boolean> => {
  const again = await exerciseRecord(store, () => Number.MAX_SAFE_INTEGER / 4, saltFrom(0))
  return hex(again.head().root) === root
}

const rulesAsked = (types: ReadonlySet<string>): readonly string[] =>
  [...new Set([...types].flatMap(type => actRules[type as ActType] ?? []))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  )

const silenceOf = (scenario: Scenario, days: number | undefined): Scenario =>
  days === undefined ? scenario : { ...scenario, clock: { ...scenario.clock, silenceDays: days } }

/** Runs one exercise unattended, all seats simulated, through the full engine and record, and verifies the record at the end. */
export const runExercise = async (given: Scenario, options: RunOptions): Promise<RunResult> => {
  const scenario = silenceOf(given, options.silenceDays)
  const store = options.store()
  const floor = await recordFloor(scenario, {
    store,
    salt: saltFrom(options.seed),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  })
  const players = {
    seed: options.seed,
    levels: scenario.delegations.map(({ member }) => options.levels?.[member] ?? options.level),
    briefs: scenario.briefs,
    briefsAfter: scenario.briefsAfter,
  }
  const course = {
    rounds: scenario.rounds,
    silenceDays: scenario.clock.silenceDays,
    injects: scenario.injects,
  }
  const played = await play(floor, players, course, options.reasons)
  const { size, root } = floor.record.head()
  const held = await verified(store, hex(root))
  await floor.record.close()
  return {
    ...resultOf(scenario, options, played),
    ...tallied(floor),
    entries: size,
    root: hex(root),
    verified: held,
  }
}

const tallied = ({ tally }: Awaited<ReturnType<typeof recordFloor>>) => ({
  acts: tally.acts,
  refused: tally.refused,
  rules: rulesAsked(tally.types),
  refusals: [...tally.refusals].sort(),
})

const resultOf = (scenario: Scenario, { seed, level, reasons }: RunOptions, played: Played) => {
  const briefs = scenario.briefsAfter.at(-1) ?? scenario.briefs
  const best = bestPackage(briefs)
  if (best === undefined) throw new ExerciseStopped('the scenario has no package that every brief allows')
  const how = played.outcome?.how ?? null
  const shareOnTable = jointOf(briefs, played.settled) / best.joint
  return {
    scenario: scenario.id,
    seed,
    level,
    agreed: how !== null,
    how,
    silenceBroken: played.outcome?.silenceBroken ?? false,
    package: Object.fromEntries(
      scenario.issues.map(({ name, options }, at) => {
        const option = played.settled[at]
        return [name, option == null ? null : options[option]!]
      }),
    ),
    bracketsLeft: played.settled.filter(option => option === null).length,
    rounds: played.rounds,
    burndown: played.burndown,
    share: how === null ? 0 : shareOnTable,
    shareOnTable,
    below: scenario.delegations.flatMap(({ member }, at) =>
      totalOf(briefs[at]!, played.settled) < briefs[at]!.reserve - 1e-9 ? [member] : [],
    ),
    ...(reasons ? { reasons: played.reasons } : {}),
  }
}
