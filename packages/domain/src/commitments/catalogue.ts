import { following, get, has, refused } from '@gavel/kernel'
import { eventOf } from '../event.ts'
import { realDates } from '../institution/dates.ts'
import { namesFaults, readable } from '../institution/names.ts'
import type { CommitmentsActOf, MeasureRef } from './acts.ts'
import {
  type Answer,
  capacityName,
  coordinates,
  fromToday,
  hasMeasure,
  inItsOwnName,
  isAdopted,
  isMember,
  isPeriod,
  isText,
  leads,
  line,
  name,
  sourced,
  today,
  words,
} from './checks.ts'
import type { Agreement, UpToCommitments } from './state.ts'

/** C-1. Editions of the catalogue stand side by side; each is opened once, with its source. */
export const openCatalogue = (
  act: CommitmentsActOf<'commitments.openCatalogue'>,
  state: UpToCommitments,
): Answer => {
  const { catalogue, ...edition } = act.body
  const { decision } = edition
  return following(
    [
      readable(name('catalogue', catalogue), ...namesFaults('title', edition.title)),
      realDates(edition.adopted, undefined),
      [
        'C-1',
        !has(state.commitments.catalogues, catalogue) &&
          edition.source.trim() !== '' &&
          (decision === undefined || isAdopted(state, decision, act.at)),
        () => ({
          catalogue,
          opened: has(state.commitments.catalogues, catalogue),
          source: edition.source,
          decision: decision ?? null,
        }),
      ],
    ],
    () => [eventOf(act, 'commitments.catalogueOpened', { catalogue, edition })],
  )
}

/** C-2. A measure stands in one edition, under an area on the register, with an id of its own there. */
export const recordMeasure = (
  act: CommitmentsActOf<'commitments.recordMeasure'>,
  state: UpToCommitments,
): Answer => {
  const { catalogue, ...measure } = act.body
  const edition = get(state.commitments.catalogues, catalogue)
  const taken = edition !== undefined && has(edition.measures, measure.measure)
  return following(
    [
      readable(
        name('measure', measure.measure),
        ...namesFaults('name', measure.name),
        line('number', measure.number),
      ),
      [
        'C-2',
        edition !== undefined &&
          !taken &&
          has(state.institution.areas, measure.area) &&
          measure.source.trim() !== '',
        () => ({
          catalogue,
          measure: measure.measure,
          found: edition !== undefined,
          taken,
          area: measure.area,
        }),
      ],
    ],
    () => [eventOf(act, 'commitments.measureRecorded', { catalogue, measure })],
  )
}

/** The agreements to a measure that hold: nobody has left them. */
const agreedNow = (state: UpToCommitments, { catalogue, measure }: MeasureRef): readonly Agreement[] => {
  const edition = get(state.commitments.catalogues, catalogue)
  const found = edition && get(edition.measures, measure)
  return (found?.agreed ?? []).filter(({ until }) => until === undefined)
}

/** C-3. Some members may agree to carry a measure out while others do not; each agrees, and leaves, for itself. */
export const agreeToMeasure = (
  act: CommitmentsActOf<'commitments.agreeToMeasure'>,
  state: UpToCommitments,
): Answer => {
  const { catalogue, measure, ...agreement } = act.body
  const { member, from, decision } = agreement
  const already = agreedNow(state, act.body).some(one => one.member === member)
  return following(
    [
      inItsOwnName(act),
      realDates(from, undefined),
      fromToday(act, from, today(state, act.at)),
      [
        'C-3',
        hasMeasure(state, act.body) &&
          !already &&
          isMember(state, member, act.at) &&
          (decision === undefined || isAdopted(state, decision, act.at)),
        () => ({ catalogue, measure, member, already, found: hasMeasure(state, act.body) }),
      ],
    ],
    () => [eventOf(act, 'commitments.measureAgreedTo', { catalogue, measure, agreement })],
  )
}

/** C-3. And leaves it again, saying why. */
export const leaveMeasure = (
  act: CommitmentsActOf<'commitments.leaveMeasure'>,
  state: UpToCommitments,
): Answer => {
  const { catalogue, measure, member, until, reason } = act.body
  const held = agreedNow(state, act.body).find(one => one.member === member)
  return following(
    [
      inItsOwnName(act),
      readable(words('reason', reason)),
      realDates(held?.from ?? null, until),
      fromToday(act, until, today(state, act.at)),
      ['C-3', held !== undefined, () => ({ catalogue, measure, member, already: false })],
    ],
    () => [
      eventOf(act, 'commitments.measureLeft', {
        catalogue,
        measure,
        member,
        until,
        reason,
        ...sourced(act.body),
      }),
    ],
  )
}

/**
 * C-4. Who coordinates an area is appointed by a decision that was adopted; the term goes on the register (I-19). A
 * chair speaks for the decisions of her own body.
 */
export const appointCoordinator = (
  act: CommitmentsActOf<'commitments.appointCoordinator'>,
  state: UpToCommitments,
): Answer => {
  const { area, holder, from, until, decision } = act.body
  const found = get(state.decisions.decisions, decision)
  return following(
    [
      [
        'C-4',
        has(state.institution.areas, area) &&
          isMember(state, holder, act.at) &&
          isPeriod(from, until ?? null) &&
          isAdopted(state, decision, act.at) &&
          (found === undefined || leads(act, found.body)),
        () => ({
          area,
          holder,
          from,
          until: until ?? null,
          decision,
          adopted: isAdopted(state, decision, act.at),
          capacity: capacityName(act.as),
        }),
      ],
    ],
    () => [
      eventOf(act, 'commitments.coordinatorAppointed', {
        ...act.body,
        symbol: found?.number?.symbol ?? null,
      }),
    ],
  )
}

/** C-5. Concept papers and action plans are texts on the same ladder; the area's coordinator lays them, or the secretariat. */
export const recordPaper = (
  act: CommitmentsActOf<'commitments.recordPaper'>,
  state: UpToCommitments,
): Answer => {
  const { paper: id, area, text } = act.body
  if (!isText(state, text)) return refused('T-1', { text })
  const taken = state.commitments.papers.some(one => one.id === id || one.text === text)
  return following(
    [
      readable(name('paper', id)),
      [
        'C-5',
        has(state.institution.areas, area) &&
          !taken &&
          (act.as.kind === 'secretariat' || coordinates(act.as, area)),
        () => ({ paper: id, area, taken, capacity: capacityName(act.as) }),
      ],
    ],
    () => [eventOf(act, 'commitments.paperRecorded', { paper: { id, area, kind: act.body.kind, text } })],
  )
}
