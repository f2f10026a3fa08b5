import { emptyTable, get, put, remove, type Table } from '@gavel/kernel'
import { unknownEvent } from '../event.ts'
import { partName } from './contacts.ts'
import type { CommitmentsEvent, CommitmentsEventOf } from './events.ts'
import { evolvePlan } from './evolvePlans.ts'
import { evolveReview } from './evolveReviews.ts'
import type { Commitment, CommitmentsState, Report, Waiting } from './state.ts'

type Of<Type extends CommitmentsEvent['type']> = CommitmentsEventOf<Type>

const sourceOf = ({ source }: { readonly source?: string }): { readonly source?: string } =>
  source === undefined ? {} : { source }

const listed = (table: Table<Table<true>>, member: string, id: string): Table<Table<true>> =>
  put(table, member, put(get(table, member) ?? emptyTable(), id, true))

const onCommitment = (
  own: CommitmentsState,
  id: string,
  next: (before: Commitment) => Partial<Commitment>,
): CommitmentsState => {
  const before = get(own.commitments, id)
  if (before === undefined) throw new TypeError(`no commitment ${id}`)
  return { ...own, commitments: put(own.commitments, id, { ...before, ...next(before) }) }
}

const undertaken = (own: CommitmentsState, event: Of<'commitments.undertaken'>): CommitmentsState => {
  const { commitment: id, member, terms, audience, source, carriedFrom, at } = event
  const commitment: Commitment = {
    id,
    audience,
    terms,
    ...(source === undefined ? {} : { source }),
    at,
    owners: [{ member, since: at }],
    before: [],
    reports: [],
    findings: [],
    evidence: [],
    ended: null,
    carriedFrom: carriedFrom ?? null,
  }
  return {
    ...own,
    commitments: put(own.commitments, id, commitment),
    ofMember: listed(own.ofMember, member, id),
  }
}

const left = (own: CommitmentsState, { commitment, member, at }: Of<'commitments.left'>): CommitmentsState =>
  onCommitment(own, commitment, ({ owners }) => ({
    owners: owners.map(one =>
      one.member === member && one.until === undefined ? { ...one, until: at } : one,
    ),
  }))

const withoutWaiting = (own: CommitmentsState, member: string, report: string): CommitmentsState => {
  const waiting = get(own.waiting, member)
  if (waiting === undefined || get(waiting, report) === undefined) return own
  return { ...own, waiting: put(own.waiting, member, remove(waiting, report)) }
}

const reported = (own: CommitmentsState, event: Of<'commitments.reported'>): CommitmentsState => {
  const report: Report = { ...event.report, at: event.at }
  return onCommitment(withoutWaiting(own, event.member, report.id), event.commitment, ({ reports }) => ({
    reports: [...reports, report],
  }))
}

const drafted = (own: CommitmentsState, event: Of<'commitments.reportDrafted'>): CommitmentsState => {
  const { commitment, member, by } = event
  const report: Report = { ...event.report, at: event.at }
  const waiting = put(get(own.waiting, member) ?? emptyTable<Waiting>(), report.id, {
    commitment,
    report,
    by,
    returned: null,
  })
  return { ...own, waiting: put(own.waiting, member, waiting) }
}

const returned = (own: CommitmentsState, event: Of<'commitments.reportReturned'>): CommitmentsState => {
  const { member, report, reason, at } = event
  const waiting = get(own.waiting, member)
  const draft = waiting && get(waiting, report)
  if (waiting === undefined || draft === undefined) throw new TypeError(`no report ${report} waits`)
  return {
    ...own,
    waiting: put(own.waiting, member, put(waiting, report, { ...draft, returned: { at, reason } })),
  }
}

const contact = (
  own: CommitmentsState,
  event: Of<'commitments.contactNamed'> | Of<'commitments.contactReleased'>,
): CommitmentsState => {
  const { member, person, role, scope, at } = event
  const rest = (get(own.contacts, member) ?? []).filter(one => partName(one) !== partName(event))
  const until = event.type === 'commitments.contactNamed' ? event.until : undefined
  const named = { person, role, scope, since: at, ...(until === undefined ? {} : { until }) }
  const next = event.type === 'commitments.contactNamed' ? [...rest, named] : rest
  return { ...own, contacts: put(own.contacts, member, next) }
}

/** Folds an event of this chapter into its state. Exhaustive; it never refuses. */
export const evolve = (own: CommitmentsState, event: CommitmentsEvent): CommitmentsState => {
  switch (event.type) {
    case 'commitments.undertaken':
      return undertaken(own, event)
    case 'commitments.joined':
      return onCommitment(
        { ...own, ofMember: listed(own.ofMember, event.member, event.commitment) },
        event.commitment,
        ({ owners }) => ({
          owners: [...owners, { member: event.member, since: event.at, ...sourceOf(event) }],
        }),
      )
    case 'commitments.left':
      return left(own, event)
    case 'commitments.changed':
      return onCommitment(own, event.commitment, ({ terms, before }) => ({
        terms: event.terms,
        before: [...before, { terms, until: event.at, reason: event.reason, ...sourceOf(event) }],
      }))
    case 'commitments.withdrawn':
      return onCommitment(own, event.commitment, () => ({
        ended: { kind: 'withdrawn', at: event.at, reason: event.reason, ...sourceOf(event) },
      }))
    case 'commitments.carriedForward':
      return onCommitment(own, event.commitment, () => ({
        ended: {
          kind: 'carriedForward',
          at: event.at,
          reason: event.reason,
          into: event.into,
          ...sourceOf(event),
        },
      }))
    case 'commitments.contactNamed':
    case 'commitments.contactReleased':
      return contact(own, event)
    case 'commitments.reportDrafted':
      return drafted(own, event)
    case 'commitments.reported':
      return reported(own, event)
    case 'commitments.reportReturned':
      return returned(own, event)
    case 'commitments.evidenceAdded':
      return onCommitment(own, event.commitment, ({ evidence }) => ({
        evidence: [...evidence, { ...event.more, at: event.at }],
      }))
    case 'commitments.assessed':
      return onCommitment(own, event.commitment, ({ findings }) => ({
        findings: [...findings, { ...event.finding, at: event.at }],
      }))
    default:
      return evolveRest(own, event)
  }
}

type Rest = Parameters<typeof evolvePlan>[1] | Parameters<typeof evolveReview>[1]

const evolveRest = (own: CommitmentsState, event: Rest): CommitmentsState => {
  switch (event.type) {
    case 'commitments.recommended':
    case 'commitments.responded':
    case 'commitments.reviewOpened':
    case 'commitments.asked':
    case 'commitments.answered':
    case 'commitments.reviewConcluded':
    case 'commitments.reviewClosed':
      return evolveReview(own, event)
    case 'commitments.catalogueOpened':
    case 'commitments.measureRecorded':
    case 'commitments.measureAgreedTo':
    case 'commitments.measureLeft':
    case 'commitments.coordinatorAppointed':
    case 'commitments.paperRecorded':
    case 'commitments.planOpened':
    case 'commitments.activityProposed':
    case 'commitments.activityChanged':
    case 'commitments.activityWithdrawn':
    case 'commitments.planLaid':
    case 'commitments.planAdopted':
    case 'commitments.activityRecorded':
    case 'commitments.activityCarried':
      return evolvePlan(own, event)
    default:
      return unknownEvent(event)
  }
}
