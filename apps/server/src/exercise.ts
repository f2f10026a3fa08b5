import { type Capacity, commitments, type DomainState, decisions } from '@gavel/domain'
import { get, type Instant, type MemberId } from '@gavel/kernel'
import type { Body, Said } from './demonstration-steps.ts'

const secretariat: Capacity = { kind: 'secretariat' }
const source = 'Demonstration: invented for an exercise. No government has said this.'

interface Exercise {
  readonly today: string
  readonly members: readonly MemberId[]
  /** A measure of the catalogue, or an area where there is none, or neither. */
  readonly under: (place: number) => Body
}

const { addDays, addMonths } = decisions

/** The measures of all editions, one after the other; where there are none, the areas. */
const underIn = (state: DomainState): Exercise['under'] => {
  const { catalogues, catalogueOrder } = state.commitments
  const measures = catalogueOrder.flatMap(catalogue => {
    const { order } = get(catalogues, catalogue)!
    return order.map(measure => ({ measure: { catalogue, measure } }))
  })
  const areas = state.institution.areaOrder.map(area => ({ area }))
  const all: readonly Body[] = measures.length > 0 ? measures : areas
  return place => all[place % Math.max(1, all.length)] ?? {}
}

interface Undertaken {
  readonly commitment: string
  readonly owner: number
  readonly title: string
  readonly pledge: string
  readonly shown: string
  /** Where in the catalogue the measure stands that it is under. */
  readonly place: number
  /** Days from today to the first due day, and the step between due days in months. */
  readonly first: number
  readonly everyMonths: number
}

/** C-16. What a member is said to have undertaken some years ago, as the secretariat records it. */
const undertaken = (exercise: Exercise, one: Undertaken): Said => {
  const { today, members, under } = exercise
  return [
    secretariat,
    'commitments.undertake',
    {
      commitment: one.commitment,
      member: members[one.owner],
      audience: { kind: 'public' },
      source,
      terms: {
        title: `Exercise: ${one.title}`,
        pledge: one.pledge,
        ...under(one.place),
        from: addMonths(today, -36),
        until: addMonths(today, 36),
        evidence: [{ kind: 'document', what: one.shown }],
        reporting: { first: addDays(today, one.first), everyMonths: one.everyMonths },
      },
    },
  ]
}

interface Told {
  readonly commitment: string
  readonly owner: number
  readonly report: string
  readonly due: string
  /** Days by which it came late; negative: ahead of the day. */
  readonly late: number
  /** A member that joined later owed nothing on that day: it told of its own accord. */
  readonly ownAccord?: true
  readonly says: commitments.Said
  readonly words: string
}

const told = (exercise: Exercise, one: Told): Said => [
  secretariat,
  'commitments.report',
  {
    commitment: one.commitment,
    report: one.report,
    member: exercise.members[one.owner],
    ...(one.ownAccord ? {} : { due: one.due }),
    period: { from: addMonths(one.due, -12), until: addDays(one.due, -30) },
    on: addDays(one.due, one.late),
    says: one.says,
    words: one.words,
    evidence: [],
    source,
  },
]

const visits = 'exercise-visits'
const hotline = 'exercise-hotline'
const training = 'exercise-training'
const data = 'exercise-data'

const undertakings = (exercise: Exercise): readonly Said[] => [
  undertaken(exercise, {
    commitment: visits,
    owner: 0,
    place: 4,
    title: 'observers at one exercise a year',
    pledge: 'To invite observers of all members to one exercise of the armed forces each year.',
    shown: 'the invitation and the list of observers',
    first: -721,
    everyMonths: 12,
  }),
  undertaken(exercise, {
    commitment: hotline,
    owner: 1,
    place: 5,
    title: 'a line between border commands',
    pledge: 'To keep a direct line open, day and night, between the border commands of neighbours.',
    shown: 'the log of monthly test calls',
    first: -700,
    everyMonths: 12,
  }),
  undertaken(exercise, {
    commitment: training,
    owner: 2,
    place: 17,
    title: 'a course for customs officers',
    pledge: 'To hold a course of two weeks each year for customs officers of other members.',
    shown: 'the programme and the list of participants',
    first: -240,
    everyMonths: 6,
  }),
  undertaken(exercise, {
    commitment: data,
    owner: 3,
    place: 20,
    title: 'water levels shared every week',
    pledge: 'To publish the water levels of shared rivers every week.',
    shown: 'the page on which they stand',
    first: -320,
    everyMonths: 12,
  }),
  [secretariat, 'commitments.join', { commitment: data, member: exercise.members[4], source }],
]

/** The day a report of some years ago was due on: the first due day, and the one some months later. */
const dueOn = ({ today }: Exercise, first: number, months = 0): string =>
  addMonths(addDays(today, first), months)

/** Told late, then that there is nothing new; and told less than before. */
const reportsOfOne = (exercise: Exercise): readonly Said[] => {
  const of = (one: Told): Said => told(exercise, one)
  return [
    of({
      commitment: visits,
      owner: 0,
      report: 'exercise-r1',
      due: dueOn(exercise, -721),
      late: 12,
      says: 'limited',
      words: 'One exercise was opened, to observers of five members.',
    }),
    of({
      commitment: visits,
      owner: 0,
      report: 'exercise-r2',
      due: dueOn(exercise, -721, 12),
      late: -3,
      says: 'nothingNew',
      words: '',
    }),
    of({
      commitment: hotline,
      owner: 1,
      report: 'exercise-r3',
      due: dueOn(exercise, -700),
      late: 0,
      says: 'substantial',
      words: 'The line stands with three of four neighbours.',
    }),
    of({
      commitment: hotline,
      owner: 1,
      report: 'exercise-r4',
      due: dueOn(exercise, -700, 12),
      late: 5,
      says: 'limited',
      words: 'Two of the three lines were cut when a command moved, and are not back yet.',
    }),
    [
      secretariat,
      'commitments.assess',
      {
        commitment: hotline,
        finds: 'limited',
        words: 'Test calls of the last three months went through on one line of three.',
      },
    ],
  ]
}

/** Two owners of one commitment who say different things. */
const reportsOfTwo = (exercise: Exercise): readonly Said[] => {
  const of = (one: Told): Said => told(exercise, one)
  return [
    of({
      commitment: data,
      owner: 3,
      report: 'exercise-r5',
      due: dueOn(exercise, -320),
      late: -1,
      says: 'complete',
      words: 'All stations are on the page.',
    }),
    of({
      commitment: data,
      owner: 4,
      report: 'exercise-r6',
      ownAccord: true,
      due: dueOn(exercise, -320),
      late: 30,
      says: 'unclear',
      words: 'Half the stations are being rebuilt; what the others show is not comparable.',
    }),
  ]
}

/**
 * Commitments for the demonstration, all of them fictional and named an exercise, with a report told late, one that says
 * there is nothing new, one that moved backward, an owner that is silent, and two owners who say different things. The
 * clock of a record does not go back: what lies in the past the secretariat records, with its source (C-16).
 */
export const undertakenIn = (
  state: DomainState,
  members: readonly MemberId[],
  now: Instant,
): readonly Said[] => {
  const exercise: Exercise = { today: commitments.today(state, now), members, under: underIn(state) }
  return [...undertakings(exercise), ...reportsOfOne(exercise), ...reportsOfTwo(exercise)]
}
