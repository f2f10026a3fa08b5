import type { RecordStore } from '@gavel/application'
import { UnreadableFlexibility } from '@gavel/forecast'
import { filesIn } from '../scenario/folder.ts'
import { readScenario, type ScenarioRead } from '../scenario/read.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** A command as `gavel` runs it: the room says what it takes and does, and knows nothing of who calls it. */
export interface RoomCommand {
  readonly name: string
  readonly takes: string
  readonly summary: string
  readonly details: string
  readonly flags: Readonly<
    Record<
      string,
      {
        readonly type: 'string' | 'boolean'
        readonly says: string
        readonly value?: string
        readonly many?: boolean
      }
    >
  >
  readonly arity: readonly [number, number]
  readonly run: (call: RoomCall) => Promise<number>
}

export interface RoomCall {
  readonly args: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
  readonly out: {
    readonly result: (value: unknown, text: () => string) => void
    readonly progress: (text: string) => void
  }
}

/** What a command is given from outside: stores for records of exercises, the folder of the library, and how a wrong call is told. */
export interface Outside {
  readonly store: () => RecordStore
  readonly library: string
  readonly wrongCall: (why: string) => Error
}

/** A scenario by its folder, or by its name in the library. */
export const scenarioAt = async (given: string, { library, wrongCall }: Outside): Promise<ScenarioRead> => {
  const folder = /^[a-z0-9-]+$/.test(given) ? `${library}/${given}` : given
  const files = await filesIn(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw wrongCall(`no scenario at ${folder}`)
    throw error
  })
  try {
    return readScenario(files)
  } catch (error) {
    if (error instanceof UnreadableFlexibility) throw wrongCall(error.message)
    throw error
  }
}

/** The scenario, where nothing is wrong with it. Throws the wrong call that says where to look otherwise. */
export const soundScenario = async (given: string, outside: Outside): Promise<Scenario> => {
  const { scenario, faults } = await scenarioAt(given, outside)
  if (scenario !== undefined) return scenario
  throw outside.wrongCall(
    `${given} is not in order (${faults.length} faults); gavel exercise check ${given} names them`,
  )
}

export const wholeNumber = (
  given: unknown,
  flag: string,
  otherwise: number,
  { wrongCall }: Outside,
): number => {
  const value = given === undefined ? otherwise : Number(given)
  if (!Number.isSafeInteger(value) || value < 0) throw wrongCall(`--${flag}: a whole number from 0 is wanted`)
  return value
}

/** Words between commas, each one of those known. */
export const among = <T extends string>(
  given: unknown,
  flag: string,
  known: readonly T[],
  otherwise: readonly T[],
  { wrongCall }: Outside,
): readonly T[] => {
  if (given === undefined) return otherwise
  const named = String(given).split(',')
  const wrong = named.find(each => !known.includes(each as T))
  if (wrong !== undefined) throw wrongCall(`--${flag}: ${wrong.slice(0, 40)} is none of ${known.join(', ')}`)
  return named as T[]
}
