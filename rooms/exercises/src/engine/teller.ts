import { domainLaw, openRecord, type RecordKeeper, type RecordStore, type SentAct } from '@gavel/application'
import type { Act, Capacity, DomainEvent, DomainState } from '@gavel/domain'
import { personIn } from './founding.ts'

/** An act before it has an id: in which capacity, which, and what it says. */
export interface Said {
  readonly as: Capacity
  readonly type: Act['type']
  readonly body: object
}

/** The rules did not allow what the exercise took to be allowed: a fault of the exercise, not of a delegation. */
export class ExerciseStopped extends Error {}

type NoFolds = Readonly<Record<never, never>>
export type ExerciseRecord = RecordKeeper<DomainState, Act, DomainEvent, NoFolds>

/** Opens the record of an exercise on a store of its own. No store of an exercise is ever that of an organisation. */
export const exerciseRecord = (
  store: RecordStore,
  now: () => number,
  salt: (bytes: number) => Uint8Array,
): Promise<ExerciseRecord> =>
  openRecord<DomainState, Act, DomainEvent, NoFolds>({
    store,
    law: domainLaw,
    folds: {},
    clock: { now },
    random: salt,
    snapshotEvery: 0,
    checkpointAfterMs: 0,
  })

/** What the engine was asked in an exercise, and how it answered. */
export interface Tally {
  acts: number
  refused: number
  readonly types: Set<string>
  /** Rules that refused something. */
  readonly refusals: Set<string>
}

/** Speaks to a record in everybody's name, through the same gate as everybody: ids follow from the order alone. */
export const teller = (record: ExerciseRecord) => {
  const tally: Tally = { acts: 0, refused: 0, types: new Set(), refusals: new Set() }
  let next = 0
  const sent = (all: readonly Said[]): readonly SentAct<Act>[] =>
    all.map(({ as, type, body }) => {
      tally.types.add(type)
      return { id: `x${next++}`, type, by: personIn(as), as, body } as unknown as SentAct<Act>
    })
  const answered = async (list: readonly SentAct<Act>[], may: boolean): Promise<boolean> => {
    const answer = await record.submit(list)
    if (answer.kind === 'recorded') {
      tally.acts += list.length
      return true
    }
    if (answer.kind === 'conflict') throw new ExerciseStopped(answer.conflict.sentence)
    tally.refused++
    tally.refusals.add(answer.refusal.rule)
    if (may) return false
    const { type } = list[answer.act]!
    throw new ExerciseStopped(`${type}: ${answer.refusal.rule} ${JSON.stringify(answer.refusal.facts)}`)
  }
  return {
    tally,
    /** Must be taken, all together; throws ExerciseStopped. */
    say: async (...all: readonly Said[]): Promise<void> => {
      if (all.length > 0) await answered(sent(all), false)
    },
    /** May be refused; answers whether it was taken. */
    dare: (...all: readonly Said[]): Promise<boolean> => answered(sent(all), true),
    /** Many speak at once, each for themselves: the record takes them in this order. A refusal stops only who was refused. */
    together: async (lists: readonly (readonly Said[])[]): Promise<void> => {
      await Promise.all(lists.filter(list => list.length > 0).map(list => answered(sent(list), true)))
    },
  }
}

export type Teller = ReturnType<typeof teller>
