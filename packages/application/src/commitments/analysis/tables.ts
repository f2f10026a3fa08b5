import { commitments } from '@gavel/domain'
import { entries, type Table } from '@gavel/kernel'
import { insight } from './circle.ts'
import {
  type AnalysisTable,
  type Asked,
  type Asking,
  column,
  type Place,
  type TableShape,
  type Tell,
  tabled,
} from './table.ts'
import { type Days, dayNumber, never, partsOf } from './tally.ts'
import { type Analysis, saidColumns, type TallyName, toldColumns } from './value.ts'

/** What a table is made of: the sums, of which only those of the reader's circles are looked at. */
type Making = (value: Analysis, asking: Asking, tell: Tell) => void

interface Kind extends TableShape {
  readonly make: Making
}

/** Every key of a table that a reader may know, taken apart, with what stands under it. */
const readable = function* <V>(table: Table<V>, asking: Asking): Generator<readonly [readonly string[], V]> {
  const mayKnow = insight(asking.sees)
  for (const [key, value] of entries(table)) {
    const parts = partsOf(key)
    if (mayKnow(parts[0]!)) yield [parts, value]
  }
}

/** A table whose sums stand in a tally as circle, member, area, year, column. */
const ofTally =
  (name: TallyName): Making =>
  (value, asking, tell) => {
    for (const [[, member, area, year, what], n] of readable(value[name], asking))
      tell({ member: member!, area: area!, year: year! }, what!, n)
  }

/** Tells of sums that stand under one key by the number of their column. */
const tellColumns = (place: Place, sums: Days, columns: readonly string[], tell: Tell): void => {
  for (let at = 0; at < sums.length; at += 2) tell(place, columns[sums[at]!]!, sums[at + 1]!)
}

const scale = [
  'notStarted',
  'limited',
  'substantial',
  'complete',
  'nothingNew',
  'noEvidence',
  'unclear',
] as const

/** A day of a table by days is past when it lies before today: a report due today is not late. */
const todayOf = ({ state, now }: Asking): number => dayNumber(commitments.today(state, now))

const participation: Kind = {
  name: 'participation',
  counts:
    'Activities that were held, by the year in which they were: how many a party hosted, and in how many it took part.',
  keys: ['member', 'area', 'year'],
  sums: column('count', 'hosted', 'tookPart'),
  make: ofTally('took'),
}

const activities: Kind = {
  name: 'activities',
  counts:
    'Activities of plans, by the year in which they are planned or were held, and by what became of them.',
  keys: ['area', 'year'],
  sums: column('count', 'planned', 'held', 'postponed', 'cancelled', 'withdrawn'),
  make: (value, asking, tell) => {
    for (const [[, area, year, status], n] of readable(value.activities, asking))
      tell({ area: area!, year: year! }, status!, n)
  },
}

const undertaken: Kind = {
  name: 'undertaken',
  counts:
    'Commitments a member undertook or joined, by the year from which they are its own; what was carried forward is not counted again.',
  keys: ['member', 'area', 'year'],
  sums: column('count', 'undertaken'),
  make: (value, asking, tell) => {
    for (const [[, member, area, year], n] of readable(value.undertaken, asking))
      tell({ member: member!, area: area!, year: year! }, 'undertaken', n)
  },
}

/** Due days of one key: those that have come or are answered, and those nobody has answered, before today and from it on. */
const dueSums = (days: Days, today: number) => {
  const sums = { due: 0, unanswered: 0, ahead: 0 }
  for (let at = 0; at < days.length; at += 3) {
    const [due, told] = [days[at + 1]!, days[at + 2]!]
    const hasCome = days[at]! < today
    sums.due += hasCome ? due : told
    if (hasCome) sums.unanswered += due - told
    else sums.ahead += due - told
  }
  return sums
}

const reports: Kind = {
  name: 'reports',
  counts:
    'Due days of reports, by the year in which they lie and by the terms as they stand: how many have come, of these how many were answered in time, by a first report up to 7, 30, 90 days late or later, and how many nobody has answered. Ahead: due days that have not come and are not answered. Days late are added up.',
  keys: ['member', 'area', 'year'],
  sums: [
    ...column('count', 'due', 'onTime', 'late7', 'late30', 'late90', 'lateMore', 'unanswered', 'ahead'),
    ...column('days', 'daysLate'),
  ],
  make: (value, asking, tell) => {
    const today = todayOf(asking)
    const lastYear = String(Number(asking.now.slice(0, 4)) + 1)
    for (const [[, member, area, year], days] of readable(value.due, asking)) {
      if (year! > lastYear) continue
      const place = { member: member!, area: area!, year: year! }
      const { due, unanswered, ahead } = dueSums(days, today)
      tell(place, 'due', due)
      tell(place, 'unanswered', unanswered)
      tell(place, 'ahead', ahead)
    }
    for (const [[, member, area, year], sums] of readable(value.told, asking))
      if (year! <= lastYear)
        tellColumns({ member: member!, area: area!, year: year! }, sums, toldColumns, tell)
  },
}

const told: Kind = {
  name: 'told',
  counts:
    'Reports that stand, by the year in which they were told and by what they say; forward and backward: how many say more, or less, than the one before.',
  keys: ['member', 'area', 'year'],
  sums: column('count', ...scale, 'forward', 'backward'),
  make: (value, asking, tell) => {
    for (const [[, member, area, year], sums] of readable(value.said, asking))
      tellColumns({ member: member!, area: area!, year: year! }, sums, saidColumns, tell)
  },
}

/** Tells each standing part with its word today, and, of those that are silent, since when they are. */
const eachStanding = (
  value: Analysis,
  asking: Asking,
  each: (
    place: { readonly member: string; readonly area: string },
    word: string,
    since: string,
    n: number,
  ) => void,
): void => {
  const today = todayOf(asking)
  const yearOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 4)
  const walk = ([, member, area, word, since]: readonly string[], days: Days): void => {
    const place = { member: member!, area: area! }
    let speaking = 0
    for (let at = 0; at < days.length; at += 2) {
      const [day, n] = [days[at]!, days[at + 1]!]
      if (day === never || day >= today) speaking += n
      else each(place, 'silent', yearOf(day), n)
    }
    if (speaking > 0) each(place, word!, since!, speaking)
  }
  for (const [parts, days] of readable(value.standing, asking)) walk(parts, days)
}

const standing: Kind = {
  name: 'standing',
  counts:
    'Commitments of members, each owner for itself, by how they stand today: what was last told of them, that a due day has passed without a word (silent), that none has come yet, or how they ended. Silence is neither progress nor its absence.',
  keys: ['member', 'area'],
  sums: column('count', ...scale, 'silent', 'notYetReported', 'withdrawn', 'carriedForward'),
  make: (value, asking, tell) => eachStanding(value, asking, (place, word, _, n) => tell(place, word, n)),
}

const ended = new Set(['complete', 'withdrawn', 'carriedForward', 'silent'])

const unmoved: Kind = {
  name: 'unmoved',
  counts:
    'Commitments that stand, are not complete and of which nobody is silent, by the year since which no report has said more or less than the one before; where none has, since they were undertaken.',
  keys: ['member', 'area', 'year'],
  sums: column('count', 'unmoved'),
  make: (value, asking, tell) =>
    eachStanding(value, asking, (place, word, year, n) => {
      if (!ended.has(word)) tell({ ...place, year }, 'unmoved', n)
    }),
}

const silence: Kind = {
  name: 'silence',
  counts:
    'Commitments of which a member is silent today, by the year of the first due day that has passed without a word.',
  keys: ['member', 'area', 'year'],
  sums: column('count', 'silent'),
  make: (value, asking, tell) =>
    eachStanding(value, asking, (place, word, year, n) => {
      if (word === 'silent') tell({ ...place, year }, 'silent', n)
    }),
}

const recommendations: Kind = {
  name: 'recommendations',
  counts:
    'Recommendations, by the member they are for, the year in which they were made and what it last said of them; awaiting: it has said nothing.',
  keys: ['member', 'area', 'year'],
  sums: column('count', 'awaiting', 'supported', 'partlySupported', 'noted', 'pending'),
  make: ofTally('recommended'),
}

const voice: Kind = {
  name: 'voice',
  counts:
    'What was proposed in texts; of what was settled since, what stands in the text and what was left out; what so stands in texts that were adopted; how often and how long the floor was had. By year of each. Words of the base text and of the chair are nobody’s.',
  keys: ['member', 'year'],
  sums: [
    ...column('count', 'proposed', 'won', 'leftOut', 'adopted', 'floor'),
    ...column('seconds', 'floorSeconds'),
  ],
  make: (value, asking, tell) => {
    for (const [[, member, year, what], n] of readable(value.voice, asking))
      if (what === 'floorMs') tell({ member: member!, year: year! }, 'floorSeconds', n / 1000)
      else tell({ member: member!, year: year! }, what!, n)
  },
}

/** The tables that are kept apart by member, area and year. */
const kinds: readonly Kind[] = [
  participation,
  activities,
  undertaken,
  reports,
  told,
  standing,
  unmoved,
  silence,
  recommendations,
  voice,
]

export const kindNames: readonly string[] = kinds.map(({ name }) => name)

/** One of those tables, for a reader; undefined for a name there is none of. */
export const kindTable = (
  name: string,
  value: Analysis,
  asked: Asked,
  asking: Asking,
): AnalysisTable | undefined => {
  const kind = kinds.find(one => one.name === name)
  if (kind === undefined) return undefined
  const table = tabled(kind, asked, asking, tell => kind.make(value, asking, tell))
  const seconds = table.columns.findIndex(one => one.kind === 'seconds')
  if (seconds < 0) return table
  // Whole seconds of the sum, not a sum of whole seconds.
  return {
    ...table,
    rows: table.rows.map(row => row.map((cell, at) => (at === seconds ? Math.round(cell as number) : cell))),
  }
}
