import type { Instant, Json } from '@gavel/kernel'
import type { AnyAct, AnyEvent, Law, SentAct } from '../law.ts'
import { type Conflict, OutcomeUnknown, type Submitted } from '../result.ts'
import { rehearsal } from './rehearse.ts'
import { type RefusedRow, type Tally, tallying } from './tally.ts'

/** Why something is not taken: as a reader of rows says it, or a check of an act's shape. */
export interface RowProblem {
  readonly column: string | null
  readonly fault: string
  readonly value: string
  readonly message: string
}

/** A row on its way in: the acts it makes, of which all are recorded or none, or why it makes none. */
export interface IncomingRow<Act extends AnyAct> {
  readonly number: number
  readonly cells: readonly string[]
  readonly acts: readonly SentAct<Act>[]
  readonly problems: readonly RowProblem[]
}

/** What an import needs of the record. */
export interface ImportKeeper<State, Act extends AnyAct> {
  state(): State
  now(): Instant
  submit(acts: readonly SentAct<Act>[]): Promise<Submitted>
  findAct(actId: string): Promise<number | undefined>
}

export interface ImportWork<State, Act extends AnyAct, Event extends AnyEvent> {
  readonly keeper: ImportKeeper<State, Act>
  readonly law: Law<State, Act, Event>
  readonly batches: AsyncIterable<readonly IncomingRow<Act>[]>
  /** A dry run decides every row by the rules and records nothing. */
  readonly dryRun: boolean
  /** What is wrong with the acts of a row before any rule looks at them. */
  readonly check: (row: IncomingRow<Act>) => RowProblem | undefined
  /** The column that stands for what a rule refused, with the value it had. */
  readonly columnFor: (
    act: SentAct<Act>,
    facts: { readonly [name: string]: Json },
  ) => { readonly column: string | null; readonly value: string }
  readonly sentenceOf: (rule: string) => string
  readonly onRefused: (row: RefusedRow) => void
  readonly onProgress: (tally: Tally) => void
  /** Once aborted no further row is begun; those under way are finished. */
  readonly signal?: AbortSignal
}

/** An import that ended before its last row; what it recorded stays recorded, and running it again goes on from there. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped'
  readonly tally: Tally

  constructor(why: string, tally: Tally) {
    super(why)
    this.tally = tally
  }
}

/** How many rows are under way at once: enough for a full commit, few enough to be told of soon. */
const underWay = 1_000

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** Submits until the record answers: the same acts under the same ids are recorded once, however often they come. */
const submitted = async <State, Act extends AnyAct>(
  keeper: ImportKeeper<State, Act>,
  acts: readonly SentAct<Act>[],
): Promise<Submitted> => {
  for (let wait = 50; ; wait *= 4) {
    try {
      return await keeper.submit(acts)
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || wait > 3_000) throw error
      await pause(wait)
    }
  }
}

type Answer =
  | { readonly kind: 'stored' }
  | { readonly kind: 'already' }
  | { readonly kind: 'refused'; readonly row: RefusedRow }
  | { readonly kind: 'closed'; readonly why: string }

const refusedBy = <Act extends AnyAct>(row: IncomingRow<Act>, problem: RowProblem): Answer => ({
  kind: 'refused',
  row: { row: row.number, rule: null, cells: row.cells, ...problem },
})

const ofConflict = <Act extends AnyAct>(row: IncomingRow<Act>, { name, sentence }: Conflict): Answer =>
  name === 'recordClosed'
    ? { kind: 'closed', why: sentence }
    : refusedBy(row, {
        column: null,
        fault: name,
        value: '',
        message:
          name === 'actIdTaken'
            ? 'was recorded before from this very row with other content: the mapping has changed since'
            : sentence,
      })

/** What the record answered, as it is told of a row. */
const answerOf = <State, Act extends AnyAct, Event extends AnyEvent>(
  work: ImportWork<State, Act, Event>,
  row: IncomingRow<Act>,
  answer: Submitted | { readonly kind: 'accepted' },
): Answer => {
  if (answer.kind === 'accepted') return { kind: 'stored' }
  if (answer.kind === 'recorded') return answer.repeated ? { kind: 'already' } : { kind: 'stored' }
  if (answer.kind === 'conflict') return ofConflict(row, answer.conflict)
  const { rule, facts } = answer.refusal
  const act = row.acts[answer.act]!
  const message = `${(act as SentAct<AnyAct>).type}: ${work.sentenceOf(rule)} ${JSON.stringify(facts)}`
  return {
    kind: 'refused',
    row: { row: row.number, rule, fault: null, cells: row.cells, message, ...work.columnFor(act, facts) },
  }
}

/** Whether the first act of a row is on the record: then all of them are, for a row is recorded whole or not at all. */
const isRecorded = async <State, Act extends AnyAct>(
  keeper: ImportKeeper<State, Act>,
  { acts }: IncomingRow<Act>,
): Promise<boolean> => (await keeper.findAct((acts[0] as SentAct<AnyAct>).id)) !== undefined

/**
 * Brings rows in, or tries them. Each row's acts go through the same gate and rules as everybody's, all or none of a
 * row, in the order of the rows. Nothing is passed over: every row read is recorded, recorded before, or refused with
 * its reason, and that the three add up is checked at the end. Throws ImportStopped when the record closes, or work is
 * called off.
 */
export const runImport = async <State, Act extends AnyAct, Event extends AnyEvent>(
  work: ImportWork<State, Act, Event>,
): Promise<Tally> => {
  const { keeper, dryRun, signal } = work
  const tally = tallying()
  const rehearse = dryRun ? rehearsal(work.law, keeper.state(), keeper.now()) : undefined
  let closed: string | undefined

  const ask = async (row: IncomingRow<Act>): Promise<Answer> => {
    const problem = row.problems[0] ?? work.check(row)
    if (problem !== undefined) return refusedBy(row, problem)
    if (rehearse === undefined) return answerOf(work, row, await submitted(keeper, row.acts))
    if (await isRecorded(keeper, row)) return { kind: 'already' }
    return answerOf(work, row, rehearse(row.acts))
  }
  const tell = (row: IncomingRow<Act>, answer: Answer): void => {
    if (answer.kind === 'closed') {
      closed ??= answer.why
      return
    }
    tally.read()
    if (answer.kind === 'stored') tally.stored(row.acts.map(act => (act as SentAct<AnyAct>).type))
    else if (answer.kind === 'already') tally.already()
    else {
      tally.refused(answer.row)
      work.onRefused(answer.row)
    }
  }

  for await (const batch of work.batches) {
    for (let at = 0; at < batch.length; at += underWay) {
      if (signal?.aborted === true) throw new ImportStopped('The import was called off.', tally.now())
      const rows = batch.slice(at, at + underWay)
      // Asked in the order of the rows, answered together: the record commits them in as few writes as it can.
      const answers = rehearse === undefined ? await Promise.all(rows.map(ask)) : await inTurn(rows, ask)
      for (const [place, answer] of answers.entries()) tell(rows[place]!, answer)
      if (closed !== undefined) throw new ImportStopped(closed, tally.now())
      work.onProgress(tally.now())
    }
  }
  return addedUp(tally.now())
}

/** One after the other, letting other work in every so often. */
const inTurn = async <Row, T>(rows: readonly Row[], ask: (row: Row) => Promise<T>): Promise<readonly T[]> => {
  const answers: T[] = []
  for (const row of rows) {
    answers.push(await ask(row))
    if (answers.length % 250 === 0) await new Promise(resolve => setImmediate(resolve))
  }
  return answers
}

/** Rows in = rows recorded + rows recorded before + rows refused. Anything else is a bug, and is not kept quiet. */
const addedUp = (tally: Tally): Tally => {
  const { rows, stored, already, refused } = tally
  if (rows !== stored + already + refused)
    throw new RangeError(`${rows} rows came in, ${stored + already + refused} are accounted for`)
  return tally
}
