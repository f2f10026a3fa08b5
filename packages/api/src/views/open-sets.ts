import { commitments, type DomainState, decisions } from '@gavel/domain'
import { get, type Instant, values } from '@gavel/kernel'
import type { CsvCell } from './csv.ts'

type Rows = (state: DomainState, now: Instant) => Iterable<readonly CsvCell[]>

/** A set of open data: its columns, and its rows made one after the other as somebody reads them. */
export interface Dataset {
  readonly name: string
  readonly title: string
  readonly about: string
  readonly columns: readonly string[]
  readonly rows: Rows
}

const isOpen = ({ audience }: commitments.Commitment): boolean => audience.kind === 'public'

const areaOf = (state: DomainState, { measure, area }: commitments.Terms): string | undefined =>
  measure === undefined ? area : commitments.areaOf(state, measure)

const dimensionOf = (state: DomainState, area: string | undefined): string | null =>
  (area !== undefined && get(state.institution.areas, area)?.dimension) || null

const commitmentRows: Rows = function* (state, now) {
  const today = commitments.today(state, now)
  for (const one of values(state.commitments.commitments)) {
    if (!isOpen(one)) continue
    const { terms, ended } = one
    const area = areaOf(state, terms)
    for (const owner of one.owners)
      yield [
        one.id,
        owner.member,
        owner.since,
        owner.until ?? null,
        owner.until === undefined ? commitments.statusFor(one, owner.member, today) : null,
        terms.title,
        terms.pledge,
        terms.measure?.catalogue ?? null,
        terms.measure?.measure ?? null,
        area ?? null,
        dimensionOf(state, area),
        terms.from,
        terms.until,
        terms.reporting?.first ?? null,
        terms.reporting?.everyMonths ?? null,
        terms.evidence.length > 0,
        terms.decision ?? null,
        ended?.kind ?? null,
        ended?.at ?? null,
        ended?.reason ?? null,
        ended?.kind === 'carriedForward' ? ended.into : null,
        one.source ?? null,
      ]
  }
}

const reportRows: Rows = function* (state) {
  for (const one of values(state.commitments.commitments)) {
    if (!isOpen(one)) continue
    const revised = new Set(one.reports.flatMap(({ revises }) => revises ?? []))
    for (const report of one.reports)
      yield [
        one.id,
        report.id,
        report.member,
        report.due ?? null,
        report.on,
        report.due === undefined ? null : Math.max(0, decisions.daysBetween(report.due, report.on)),
        report.period.from,
        report.period.until,
        report.says,
        report.movedBack,
        report.words,
        report.evidence.length,
        report.evidence.flatMap(({ address }) => address ?? []).join(' '),
        report.revises ?? null,
        !revised.has(report.id),
        report.source ?? null,
      ]
  }
}

/** Activities of plans that were adopted: until then they are the members'. */
const activityRows: Rows = function* (state) {
  const { activities, plans } = state.commitments
  for (const { id, plan, planned, happened, withdrawn } of values(activities)) {
    const of = get(plans, plan)
    if (of?.decision == null) continue
    yield [
      id,
      plan,
      of.body,
      of.year,
      planned.area,
      dimensionOf(state, planned.area),
      planned.measures.map(({ catalogue, measure }) => `${catalogue}/${measure}`).join(' '),
      planned.title,
      planned.aim,
      planned.host,
      happened?.format ?? planned.format,
      planned.place ?? null,
      planned.from,
      planned.until,
      withdrawn === null ? (happened?.status ?? 'planned') : 'withdrawn',
      happened?.from ?? null,
      happened?.until ?? null,
      happened?.participants.join(' ') ?? null,
      happened?.outcome ?? withdrawn?.reason ?? null,
    ]
  }
}

const catalogueRows: Rows = function* (state) {
  const { catalogues, catalogueOrder } = state.commitments
  for (const id of catalogueOrder) {
    const edition = get(catalogues, id)!
    for (const name of edition.order) {
      const { measure, area, number, name: called, source, agreed } = get(edition.measures, name)!
      yield [
        id,
        edition.title.en,
        edition.adopted,
        dimensionOf(state, area),
        area,
        measure,
        number ?? null,
        called.en,
        agreed.flatMap(one => (one.until === undefined ? one.member : [])).join(' '),
        source,
      ]
    }
  }
}

const decisionRows: Rows = function* (state, now) {
  for (const row of decisions.registerRows(state.decisions, now))
    if (decisions.audienceOfDecision(state, row.decision)?.kind === 'public')
      yield [
        row.number,
        row.decision,
        row.body,
        row.title,
        row.adoptedAt,
        row.numberedAt,
        row.through,
        row.publishedAt,
        row.statements.length,
      ]
}

/** Those made in a review are kept among the members, as everything said there. */
const recommendationRows: Rows = function* (state) {
  for (const one of values(state.commitments.recommendations)) {
    if (one.review !== undefined) continue
    const last = one.responses.at(-1)
    yield [
      one.id,
      one.member,
      one.by ?? null,
      one.to,
      one.area ?? null,
      one.wording,
      one.on,
      last?.response ?? 'awaiting',
      last?.on ?? null,
      last?.words ?? null,
      one.source ?? null,
    ]
  }
}

const words = (text: string): readonly string[] => text.split(' ')

/** Everything that is open, in the order in which one thing follows from another. */
export const datasets: readonly Dataset[] = [
  {
    name: 'decisions',
    title: 'Decisions',
    about: 'Every numbered decision that everybody may read.',
    columns: words('number decision body title adoptedAt numberedAt through publishedAt statements'),
    rows: decisionRows,
  },
  {
    name: 'catalogue',
    title: 'Catalogue of measures',
    about: 'Every measure of every edition of the catalogue, with the members that agree to carry it out.',
    columns: words('edition editionTitle adopted dimension area measure number name agreed source'),
    rows: catalogueRows,
  },
  {
    name: 'activities',
    title: 'Activities',
    about: 'Activities of adopted plans and what became of them, with hosts and participants.',
    columns: words(
      'activity plan body year area dimension measures title aim host format place from until status heldFrom heldUntil participants outcome',
    ),
    rows: activityRows,
  },
  {
    name: 'commitments',
    title: 'Commitments',
    about:
      'Public commitments, a row for each member that owns or owned one, with how its part stands. `silent`: a due day has passed without a word, which is neither progress nor its absence.',
    columns: words(
      'commitment member since left status title pledge edition measure area dimension from until firstReport everyMonths verifiable decision ended endedAt reason into source',
    ),
    rows: commitmentRows,
  },
  {
    name: 'reports',
    title: 'Reports',
    about: 'Reports on public commitments, revised ones included; `stands`: no later one took its place.',
    columns: words(
      'commitment report member due told daysLate periodFrom periodUntil says movedBack words evidence addresses revises stands source',
    ),
    rows: reportRows,
  },
  {
    name: 'recommendations',
    title: 'Recommendations',
    about: 'Public recommendations from one member or body to another, with what was last said of them.',
    columns: words('recommendation member by to area wording on response respondedOn words source'),
    rows: recommendationRows,
  },
]
