/** The room of exercises: scenarios, simulated delegations, whole negotiations run unattended on the engine of the real ones. */
import { exerciseCheck } from './command/check.ts'
import type { Outside, RoomCommand } from './command/command.ts'
import { exerciseCompare, exerciseRun } from './command/run.ts'

export { type BriefNumbers, totalOf } from './brain/brief.ts'
export { nextMoves } from './brain/delegation.ts'
export { type Level, levels } from './brain/level.ts'
export { plainFloor } from './floor/plain-floor.ts'
export { play } from './run/ladder.ts'
export { type RunResult, runExercise } from './run/run.ts'
export { bestPackage, jointOf, shareFeasible } from './scenario/best.ts'
export { filesIn } from './scenario/folder.ts'
export { readScenario } from './scenario/read.ts'
export type { Scenario } from './scenario/scenario.ts'

/** The room's part of the `gavel` command. */
export const commandsOf = (outside: Outside): readonly RoomCommand[] => [
  exerciseCheck(outside),
  exerciseRun(outside),
  exerciseCompare(outside),
]
