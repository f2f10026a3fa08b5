import { type DomainState, parameter } from '@gavel/domain'
import type { Instant } from '@gavel/kernel'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { csvLine, csvType, streamed } from './csv.ts'
import { type Dataset, datasets } from './open-sets.ts'
import { view } from './reading.ts'

/** The licence the organisation names (`openData.licence`); undefined while it names none. */
const licenceOf = ({ institution: own }: DomainState, now: Instant): string | undefined => {
  const { value } = parameter(own, 'openData.licence', now)
  return value.startsWith('http') ? value : undefined
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const iri = (id: string) => ({ '@id': id })
const media = (type: string) => iri(`https://www.iana.org/assignments/media-types/${type}`)
const moment = (at: string) => ({ '@type': 'xsd:dateTime', '@value': at })
const inEnglish = (text: string) => ({ '@language': 'en', '@value': text })
const file = (type: string) => iri(`http://publications.europa.eu/resource/authority/file-type/${type}`)

interface Described {
  readonly root: string
  readonly publisher: object
  readonly licence: string | undefined
  readonly modified: string | null
}

const distribution = (name: string, { root, licence }: Described, format: 'csv' | 'json') => ({
  '@id': `${root}/${name}.${format}#distribution`,
  '@type': 'dcat:Distribution',
  'dct:title': inEnglish(`${name}.${format}`),
  'dcat:accessURL': iri(`${root}/${name}.${format}`),
  'dcat:downloadURL': iri(`${root}/${name}.${format}`),
  'dcat:mediaType': media(format === 'csv' ? 'text/csv' : 'application/json'),
  'dct:format': file(format.toUpperCase()),
  ...(licence === undefined ? {} : { 'dct:license': iri(licence) }),
})

const dataset = ({ name, title, about }: Dataset, described: Described) => ({
  '@id': `${described.root}#${name}`,
  '@type': 'dcat:Dataset',
  'dct:identifier': name,
  'dct:title': inEnglish(title),
  'dct:description': inEnglish(about),
  'dct:publisher': described.publisher,
  'dct:accessRights': iri('http://publications.europa.eu/resource/authority/access-right/PUBLIC'),
  ...(described.modified === null ? {} : { 'dct:modified': moment(described.modified) }),
  'dcat:distribution': [distribution(name, described, 'csv'), distribution(name, described, 'json')],
})

/**
 * What is open, described as a catalogue of data: DCAT-AP 3.0, https://semiceu.github.io/DCAT-AP/releases/3.0.0/, in
 * JSON-LD. The classes and properties it calls mandatory are there, and the licence where the organisation names one.
 */
const described = ({ keeper, site }: Context): object => {
  const state = keeper.state()
  const { organisation } = state.institution
  if (organisation === null) throw notFound()
  const { origin } = site()
  const root = `${origin}/api/open-data`
  const publisher = { '@id': origin, '@type': 'foaf:Agent', 'foaf:name': inEnglish(organisation.name.en) }
  const licence = licenceOf(state, keeper.now())
  const { modified } = keeper.views().analysis
  const all: Described = { root, publisher, licence, modified }
  return {
    '@context': context,
    '@id': root,
    '@type': 'dcat:Catalog',
    'dct:title': inEnglish(`Open data of ${organisation.name.en}`),
    'dct:description': inEnglish(
      'What everybody may read of decisions, the catalogue of measures, plans, commitments, reports and recommendations, as it stands in the record.',
    ),
    'dct:publisher': publisher,
    'foaf:homepage': iri(origin),
    ...(licence === undefined ? {} : { 'dct:license': iri(licence) }),
    ...(modified === null ? {} : { 'dct:modified': moment(modified) }),
    'dcat:dataset': datasets.map(one => dataset(one, all)),
  }
}

/** Everybody is answered the same, whoever asks: only what is public is open. */
const openTo = { 'cache-control': 'public, max-age=300' } as const

const asCsv = function* ({ columns, rows }: Dataset, state: DomainState, now: Instant): Generator<string> {
  yield csvLine(columns)
  for (const row of rows(state, now)) yield csvLine(row)
}

/** One row of JSON to a line, so that a large file can be read piece by piece as well. */
const asJson = function* (set: Dataset, state: DomainState, now: Instant, modified: string | null) {
  const head = { dataset: set.name, about: set.about, licence: licenceOf(state, now) ?? null, modified }
  yield `${JSON.stringify(head).slice(0, -1)},"columns":${JSON.stringify(set.columns)},"rows":[`
  let between = '\n'
  for (const row of set.rows(state, now)) {
    yield `${between}${JSON.stringify(row)}`
    between = ',\n'
  }
  yield '\n]}\n'
}

const setNamed = (name: string): Dataset => {
  const found = datasets.find(one => one.name === name)
  if (found === undefined) throw notFound()
  return found
}

const sent = (reply: FastifyReply, type: string, name: string, lines: Iterable<string>): FastifyReply =>
  reply
    .headers(openTo)
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(type)
    .send(streamed(lines))

/** Whole sets are dear to write: so many a minute for each address. */
const bounded = (perMinute: number) => ({ rateLimit: { max: perMinute, timeWindow: 60_000 } })

/** Open data: what everybody may read, as files that machines and spreadsheets read, with their description (C-45). */
export const installOpenData = (app: FastifyInstance, context_: Context, perMinute: number): void => {
  app.get(
    '/api/open-data',
    view('commitments', 'openData', 'The description of the open data (DCAT-AP 3.0, JSON-LD)'),
    (_request, reply) =>
      reply
        .headers(openTo)
        .type('application/ld+json; charset=utf-8')
        .send(JSON.stringify(described(context_))),
  )
  app.get<{ Params: { set: string } }>(
    '/api/open-data/:set.csv',
    { config: bounded(perMinute), ...view('commitments', 'openDataCsv', 'One set of open data, as CSV') },
    (request, reply) => {
      const set = setNamed(request.params.set)
      const { keeper } = context_
      return sent(reply, csvType, `${set.name}.csv`, asCsv(set, keeper.state(), keeper.now()))
    },
  )
  app.get<{ Params: { set: string } }>(
    '/api/open-data/:set.json',
    { config: bounded(perMinute), ...view('commitments', 'openDataJson', 'One set of open data, as JSON') },
    (request, reply) => {
      const set = setNamed(request.params.set)
      const { keeper } = context_
      const { modified } = keeper.views().analysis
      const lines = asJson(set, keeper.state(), keeper.now(), modified)
      return sent(reply, 'application/json; charset=utf-8', `${set.name}.json`, lines)
    },
  )
}
