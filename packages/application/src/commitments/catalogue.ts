import { type commitments, institution, texts } from '@gavel/domain'
import { get, values } from '@gavel/kernel'
import type { Onlooker } from '../meetings/view.ts'
import { readableCommitments } from './reading.ts'

/** How often each measure has been taken up: commitments that stand, and activities planned or held, that a reader may read. */
const takenUp = (onlooker: Onlooker) => {
  const counts = new Map<string, { commitments: number; activities: number }>()
  const of = ({ catalogue, measure }: commitments.MeasureRef) => {
    const key = `${catalogue} ${measure}`
    const found = counts.get(key) ?? { commitments: 0, activities: 0 }
    counts.set(key, found)
    return found
  }
  for (const { terms, ended } of readableCommitments(onlooker))
    if (terms.measure !== undefined && ended === null) of(terms.measure).commitments++
  const { plans, activities } = onlooker.state.commitments
  for (const { plan, planned, withdrawn } of values(activities)) {
    if (withdrawn !== null || !onlooker.readable(audienceOfPlan(get(plans, plan)))) continue
    for (const measure of planned.measures) of(measure).activities++
  }
  return counts
}

/** A plan is the members' until it has been adopted. */
export const audienceOfPlan = (plan: commitments.Plan | undefined) =>
  plan?.decision == null ? ({ kind: 'members' } as const) : ({ kind: 'public' } as const)

const termsOf = (onlooker: Onlooker, area: string, kind: 'coordinator' | 'coCoordinator') =>
  (get(onlooker.state.institution.terms, institution.officeKey({ kind, area })) ?? [])
    .filter(({ from, until }) => institution.covers(from, until, onlooker.now))
    .map(({ holder, from, until, source }) => ({
      holder,
      from,
      source,
      ...(until === undefined ? {} : { until }),
    }))

const papersOf = ({ state, readable }: Onlooker, area: string) =>
  state.commitments.papers
    .filter(paper => {
      const audience = texts.audienceOfText(state, paper.text)
      return paper.area === area && audience !== undefined && readable(audience)
    })
    .map(({ id, kind, text, at }) => ({ id, kind, text, at }))

const areaView = (
  onlooker: Onlooker,
  edition: commitments.Catalogue,
  area: institution.Area,
  counts: ReturnType<typeof takenUp>,
) => ({
  area: area.id,
  name: area.name,
  source: area.source,
  coordinators: termsOf(onlooker, area.id, 'coordinator'),
  coCoordinators: termsOf(onlooker, area.id, 'coCoordinator'),
  papers: papersOf(onlooker, area.id),
  measures: edition.order
    .map(id => get(edition.measures, id)!)
    .filter(measure => measure.area === area.id)
    .map(measure => ({
      ...measure,
      ...(counts.get(`${edition.id} ${measure.measure}`) ?? { commitments: 0, activities: 0 }),
    })),
})

/**
 * The editions of the catalogue side by side: dimensions, their areas with coordinators and papers, and the measures with
 * who carries them out and how often they have been taken up.
 */
export const catalogueView = (onlooker: Onlooker) => {
  const { institution: own, commitments: chapter } = onlooker.state
  const counts = takenUp(onlooker)
  const areas = own.areaOrder.map(id => get(own.areas, id)!)
  const dimensions = [...new Set(areas.map(({ dimension }) => dimension))]
  const editions = chapter.catalogueOrder.map(id => {
    const edition = get(chapter.catalogues, id)!
    const { title, adopted, source, decision = null } = edition
    return {
      catalogue: id,
      title,
      adopted,
      source,
      decision,
      dimensions: dimensions.map(dimension => ({
        dimension,
        areas: areas
          .filter(area => area.dimension === dimension)
          .map(area => areaView(onlooker, edition, area, counts)),
      })),
    }
  })
  return { editions, now: onlooker.now }
}
