import type { BriefNumbers } from '../brain/brief.ts'
import { chairsOffer, settling } from '../brain/chair.ts'
import { nextMoves, type Self, verdictOn } from '../brain/delegation.ts'
import type { Level } from '../brain/level.ts'
import type { Move } from '../brain/move.ts'
import type { Stage } from '../brain/table.ts'
import type { Floor, Outcome, When } from '../floor/floor.ts'

/** Who plays: a level for each seat, under the briefs as they stand after so many injects. */
export interface Players {
  readonly seed: number
  readonly levels: readonly Level[]
  readonly briefs: readonly BriefNumbers[]
  readonly briefsAfter: readonly (readonly BriefNumbers[])[]
}

export interface Course {
  readonly rounds: Readonly<Record<Stage, number>>
  readonly silenceDays: number
  readonly injects: readonly {
    readonly at: { readonly stage: Stage; readonly round: number }
    readonly title: string
    readonly words: string
  }[]
}

/** What was done and why, in order: what the debrief is made of. */
export interface Reasoned {
  readonly when: When
  readonly member: number
  readonly move: Move
}

export interface Played {
  readonly settled: readonly (number | null)[]
  readonly outcome: Outcome | null
  readonly rounds: number
  readonly reasons: readonly Reasoned[]
  /** Brackets open after each round: how they burnt down. */
  readonly burndown: readonly number[]
}

const stages = ['workingGroup', 'seniorOfficials', 'ministers'] as const

interface Session {
  readonly floor: Floor
  readonly players: Players
  readonly course: Course
  briefs: readonly BriefNumbers[]
  readonly refused: Set<string>
  readonly reasons: Reasoned[] | null
  readonly burndown: number[]
  rounds: number
}

const selfOf = ({ players }: Session, member: number): Self => ({
  member,
  seed: players.seed,
  level: players.levels[member]!,
})

const openLeft = ({ floor }: Session): number => floor.settled().filter(option => option === null).length

const speak = async (session: Session, when: When): Promise<void> => {
  const seen = session.floor.seen(when)
  const moves = session.briefs.map((brief, member) => nextMoves(seen, selfOf(session, member), brief))
  if (session.reasons !== null)
    for (const [member, own] of moves.entries())
      for (const move of own) session.reasons.push({ when, member, move })
  await session.floor.take(when, moves)
}

/** What happens in this round before anybody speaks; instructions change with it. */
const happen = async (session: Session, when: When): Promise<void> => {
  const { course, floor, players } = session
  for (const [at, { at: due, title, words }] of course.injects.entries())
    if (due.stage === when.stage && due.round === when.round) {
      await floor.inject(when, title, words)
      session.briefs = players.briefsAfter[at] ?? session.briefs
    }
}

const roundOf = async (session: Session, when: When): Promise<void> => {
  const { floor, refused } = session
  await happen(session, when)
  await speak(session, when)
  await floor.settle(when, settling(floor.seen(when)))
  // From the senior officials on, the chair offers a text of her own for what is left.
  if (when.stage !== 'workingGroup' && openLeft(session) > 0) {
    await floor.offer(when, chairsOffer(floor.seen(when), refused))
    await speak(session, when)
    for (const { issue, option } of await floor.takeOffer(when)) refused.add(`${issue}/${option}`)
  }
  session.rounds++
  session.burndown.push(openLeft(session))
}

/** Who would object: under silence only those whose capital answers in time, the quickest first. */
const objectors = (
  session: Session,
  options: readonly number[],
  where: 'silence' | 'room',
): readonly number[] => {
  const { course, briefs } = session
  const found = briefs.flatMap((brief, member) => {
    const inTime = where === 'room' || brief.capitalDays < course.silenceDays
    return inTime && verdictOn(options, selfOf(session, member), brief, where === 'silence').objects
      ? [member]
      : []
  })
  return found.sort((a, b) => briefs[a]!.capitalDays - briefs[b]!.capitalDays || a - b)
}

/**
 * The whole ladder: working group, senior officials with the chair's text, ministers; then, when every bracket is gone, a
 * round of silence, and the room where the silence was broken; then what delegations undertake.
 */
export const play = async (
  floor: Floor,
  players: Players,
  course: Course,
  withReasons = false,
): Promise<Played> => {
  const session: Session = {
    floor,
    players,
    course,
    briefs: players.briefs,
    refused: new Set(),
    reasons: withReasons ? [] : null,
    burndown: [],
    rounds: 0,
  }
  const all = stages.reduce((sum, stage) => sum + course.rounds[stage], 0)
  let outcome: Outcome | null = null
  let done = 0
  for (const stage of stages) {
    let when: When = { stage, round: 0, time: done / Math.max(1, all - 1) }
    await floor.openStage(when)
    for (let round = 1; round <= course.rounds[stage]; round++, done++) {
      when = { stage, round, time: done / Math.max(1, all - 1) }
      // What happens, happens also when nothing is left to negotiate.
      if (openLeft(session) > 0) await roundOf(session, when)
      else await happen(session, when)
    }
    if (stage === 'ministers' && openLeft(session) === 0) {
      const options = floor.settled() as readonly number[]
      outcome = await floor.decide(when, where => objectors(session, options, where))
      if (outcome.how !== null) await floor.undertake(when)
    }
    await floor.closeStage(when)
  }
  const { reasons, burndown, rounds } = session
  return { settled: [...floor.settled()], outcome, rounds, reasons: reasons ?? [], burndown }
}
