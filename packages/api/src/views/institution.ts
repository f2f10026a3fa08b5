import { refusals } from '@gavel/contract'
import { institution, parameter, parameterNames } from '@gavel/domain'
import { get, values } from '@gavel/kernel'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { type Reading, readingOf, view } from './reading.ts'

const members = ({ state, now }: Reading) =>
  state.institution.partyOrder.map(id => {
    const party = get(state.institution.parties, id)!
    const present = institution.partyAt(state.institution, id, now)
    return {
      id,
      name: party.name,
      standing: present?.standing ?? null,
      status: present?.status ?? null,
      since: present?.from ?? null,
      claims: party.claims,
    }
  })

const bodies = ({ state, now }: Reading) =>
  state.institution.bodyOrder.map(id => ({
    ...get(state.institution.bodies, id)!,
    ladder: institution.ladderFrom(state.institution, id),
    chair: institution.chairOf(state.institution, id, now) ?? null,
    members: institution.membersOf(state.institution, id, now),
  }))

/** Views of the first chapter, and the rules. All of it is public, but credentials: those are for members. */
export const installInstitution = (app: FastifyInstance, context: Context): void => {
  app.get('/api/organisation', view('institution', 'organisation', 'The organisation'), request => {
    const { state, now } = readingOf(context, request)
    const { organisation } = state.institution
    if (organisation === null) throw notFound()
    return {
      ...organisation,
      members: institution.activeMembers(state.institution, now).length,
      bodies: state.institution.bodyOrder.length,
      record: { size: context.keeper.head().size, vkey: context.vkey ?? null },
      now,
    }
  })
  app.get('/api/members', view('institution', 'members', 'Members, observers and partners'), request => ({
    members: members(readingOf(context, request)),
  }))
  app.get(
    '/api/bodies',
    view('institution', 'bodies', 'Bodies, their ladder, chairs and members'),
    request => ({
      bodies: bodies(readingOf(context, request)),
    }),
  )
  app.get('/api/areas', view('institution', 'areas', 'Areas of the dimensions'), request => {
    const { state } = readingOf(context, request)
    return { areas: state.institution.areaOrder.map(id => get(state.institution.areas, id)!) }
  })
  app.get(
    '/api/parameters',
    view('institution', 'parameters', 'Parameters in force, dated, with source'),
    request => {
      const { state, now } = readingOf(context, request)
      return {
        parameters: parameterNames.map(name => ({
          name,
          ...parameter(state.institution, name, now),
          history: get(state.institution.parameters, name) ?? [],
        })),
      }
    },
  )
  app.get('/api/credentials', view('institution', 'credentials', 'Credentials, for members'), request => {
    const { state, readable } = readingOf(context, request)
    if (!readable({ kind: 'members' })) throw notFound()
    return { credentials: [...values(state.institution.credentials)] }
  })
  app.get('/api/rules', view('rules', 'rules', 'The rules a refusal may cite'), () => ({
    rules: Object.entries(refusals).map(([id, sentence]) => ({ id, sentence })),
  }))
  app.get<{ Params: { id: string } }>('/api/rules/:id', view('rules', 'rule', 'One rule'), request => {
    const { id } = request.params
    if (!Object.hasOwn(refusals, id)) throw notFound()
    return { id, sentence: refusals[id]! }
  })
}
