import { type Check, following, get, has } from '@gavel/kernel'
import { isDay } from '../decisions/index.ts'
import { eventOf } from '../event.ts'
import { readable } from '../institution/names.ts'
import type { CommitmentsActOf, Open, Terms } from './acts.ts'
import {
  type Answer,
  byAnOwner,
  hasMeasure,
  inItsOwnName,
  isAdopted,
  isBody,
  isMember,
  isPeriod,
  line,
  mayOwn,
  name,
  onCommitment,
  ownersOf,
  sourced,
  stands,
  words,
} from './checks.ts'
import type { Commitment, UpToCommitments } from './state.ts'

/** The longest step between two reports, in months, and how many pieces of evidence may be asked for. */
const longestStep = 120
const mostEvidence = 20

const isReporting = ({ reporting, from, until }: Terms): boolean =>
  reporting === null ||
  (isDay(reporting.first) &&
    Number.isSafeInteger(reporting.everyMonths) &&
    reporting.everyMonths >= 0 &&
    reporting.everyMonths <= longestStep &&
    reporting.first >= from &&
    (until !== null || reporting.everyMonths > 0))

/**
 * C-17. The gate of verifiability: a commitment says what, from when, until when or that it has no end, when it will be
 * reported on, and at least one thing that would show it was kept. What the secretariat records from elsewhere need
 * not say what would show it, and then counts as not verifiable.
 */
const isVerifiable = (terms: Terms, recorded: boolean): Check => {
  const { evidence, from, until, reporting } = terms
  const shown = recorded || (evidence.length > 0 && reporting !== null)
  return [
    'C-17',
    shown && evidence.length <= mostEvidence && isPeriod(from, until) && isReporting(terms),
    () => ({ evidence: evidence.length, from, until, reporting: reporting?.first ?? null }),
  ]
}

/** C-18. What a commitment leans on is there: its measure or area, the decision it follows from, the activity it is about. */
const isGrounded = (state: UpToCommitments, terms: Terms, audience: Open, at: string): Check => {
  const { measure, area, decision, activity } = terms
  const missing = [
    ...(measure !== undefined && !hasMeasure(state, measure) ? [measure.measure] : []),
    ...(area !== undefined && !has(state.institution.areas, area) ? [area] : []),
    ...(decision !== undefined && !isAdopted(state, decision, at as never) ? [decision] : []),
    ...(activity !== undefined && !has(state.commitments.activities, activity) ? [activity] : []),
    ...(audience.kind === 'body' && !isBody(state, audience.body) ? [audience.body] : []),
  ]
  return [
    'C-18',
    missing.length === 0 && !(measure !== undefined && area !== undefined),
    () => ({ missing, measure: measure?.measure ?? null, area: area ?? null }),
  ]
}

const isLegible = ({ title, pledge, evidence }: Terms): Check =>
  readable(
    line('title', title),
    words('pledge', pledge),
    ...evidence.map(({ what }) => words('evidence', what)),
  )

const isFree = (state: UpToCommitments, id: string): Check => [
  'C-15',
  !has(state.commitments.commitments, id),
  () => ({ commitment: id, taken: true }),
]

/** C-16. Only an active member undertakes anything, whoever records it. */
const isActive = (
  state: UpToCommitments,
  act: CommitmentsActOf<'commitments.undertake' | 'commitments.carryForward'>,
): Check => [
  'C-16',
  isMember(state, act.body.member, act.at),
  () => ({ member: act.body.member, capacity: act.as.kind }),
]

/** C-16. A member undertakes something for itself, of its own will. */
export const undertake = (act: CommitmentsActOf<'commitments.undertake'>, state: UpToCommitments): Answer => {
  const { commitment, member, terms, audience } = act.body
  return following(
    [
      readable(name('commitment', commitment)),
      isLegible(terms),
      inItsOwnName(act),
      isFree(state, commitment),
      isActive(state, act),
      isVerifiable(terms, act.as.kind !== 'delegate'),
      isGrounded(state, terms, audience, act.at),
      [
        'C-18',
        mayOwn(state, audience, member, act.at),
        () => ({ member, audience: audience.kind, reads: false }),
      ],
    ],
    () => [
      eventOf(act, 'commitments.undertaken', {
        commitment,
        member,
        terms,
        audience,
        ...sourced(act.body),
      }),
    ],
  )
}

/** C-19. Others may join a commitment, each for itself. */
export const join = (act: CommitmentsActOf<'commitments.join'>, state: UpToCommitments): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member } = act.body
    const owners = ownersOf(commitment)
    return following(
      [
        inItsOwnName(act),
        stands(commitment),
        [
          'C-19',
          !owners.includes(member) && mayOwn(state, commitment.audience, member, act.at),
          () => ({ commitment: commitment.id, member, owners }),
        ],
      ],
      () => [eventOf(act, 'commitments.joined', { commitment: commitment.id, member, ...sourced(act.body) })],
    )
  })

/** C-19. One of several leaves it; the last withdraws it instead. */
export const leave = (act: CommitmentsActOf<'commitments.leave'>, state: UpToCommitments): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member, reason } = act.body
    const owners = ownersOf(commitment)
    return following(
      [
        inItsOwnName(act),
        stands(commitment),
        byAnOwner(commitment, member),
        readable(words('reason', reason)),
        ['C-19', owners.length > 1, () => ({ commitment: commitment.id, member, owners })],
      ],
      () => [
        eventOf(act, 'commitments.left', { commitment: commitment.id, member, reason, ...sourced(act.body) }),
      ],
    )
  })

/** What several have undertaken no one of them changes for the others (C-20), or ends (C-30). */
const isAlone = (rule: 'C-20' | 'C-30', commitment: Commitment): Check => [
  rule,
  ownersOf(commitment).length === 1,
  () => ({ commitment: commitment.id, owners: ownersOf(commitment) }),
]

/** C-20. An owner changes the terms and says why; what they said before stays to be seen. */
export const change = (act: CommitmentsActOf<'commitments.change'>, state: UpToCommitments): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member, terms, reason } = act.body
    return following(
      [
        inItsOwnName(act),
        stands(commitment),
        byAnOwner(commitment, member),
        isLegible(terms),
        readable(words('reason', reason)),
        isAlone('C-20', commitment),
        isVerifiable(terms, act.as.kind !== 'delegate'),
        isGrounded(state, terms, commitment.audience, act.at),
      ],
      () => [
        eventOf(act, 'commitments.changed', {
          commitment: commitment.id,
          terms,
          reason,
          ...sourced(act.body),
        }),
      ],
    )
  })

/** C-30. What is voluntary may be withdrawn, with a reason; it stays on the register as withdrawn. */
export const withdraw = (act: CommitmentsActOf<'commitments.withdraw'>, state: UpToCommitments): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member, reason } = act.body
    return following(
      [
        inItsOwnName(act),
        stands(commitment),
        byAnOwner(commitment, member),
        readable(words('reason', reason)),
        isAlone('C-30', commitment),
      ],
      () => [
        eventOf(act, 'commitments.withdrawn', {
          commitment: commitment.id,
          member,
          reason,
          ...sourced(act.body),
        }),
      ],
    )
  })

/** C-30. Or carried forward into a new commitment, which says where it comes from. */
export const carryForward = (
  act: CommitmentsActOf<'commitments.carryForward'>,
  state: UpToCommitments,
): Answer =>
  onCommitment(state, act.body.commitment, commitment => {
    const { member, into, terms, reason } = act.body
    return following(
      [
        inItsOwnName(act),
        stands(commitment),
        byAnOwner(commitment, member),
        readable(name('into', into), words('reason', reason)),
        isLegible(terms),
        isAlone('C-30', commitment),
        isActive(state, act),
        isFree(state, into),
        isVerifiable(terms, act.as.kind !== 'delegate'),
        isGrounded(state, terms, commitment.audience, act.at),
      ],
      () => [
        eventOf(act, 'commitments.carriedForward', {
          commitment: commitment.id,
          member,
          into,
          reason,
          ...sourced(act.body),
        }),
        eventOf(act, 'commitments.undertaken', {
          commitment: into,
          member,
          terms,
          audience: commitment.audience,
          carriedFrom: commitment.id,
          ...sourced(act.body),
        }),
      ],
    )
  })

/** The audience of a commitment; undefined when there is none of the name. */
export const audienceOfCommitment = ({ commitments }: UpToCommitments, id: string): Open | undefined =>
  get(commitments.commitments, id)?.audience
