import type { RoomTools, Viewer } from '@gavel/api'
import { roomState } from '@gavel/application'
import { type Audience, type Capacity, type DomainState, institution, texts } from '@gavel/domain'
import type { BodyId, Instant } from '@gavel/kernel'
import type { FastifyRequest } from 'fastify'
import { mediates } from '../law/checks.ts'
import { law } from '../law/index.ts'
import type { ForesightState } from '../law/state.ts'

/** Somebody who reads the room: in which capacities, and what she may see. */
export interface Reading {
  readonly tools: RoomTools
  readonly viewer: Viewer
  readonly house: DomainState
  readonly state: ForesightState
  readonly now: Instant
  sees(audience: Audience): boolean
}

export const readingOf = (tools: RoomTools, request: FastifyRequest): Reading => {
  const house = tools.state()
  const viewer = tools.viewer(request)
  return {
    tools,
    viewer,
    house,
    state: roomState(house, law),
    now: tools.now(),
    sees: audience => tools.mayRead(viewer, audience),
  }
}

/** The text, or the one answer for what is not there and for what is closed to her. */
export const textFor = ({ house, sees, tools }: Reading, id: string): texts.Text => {
  const text = texts.textOf(house.texts, id as never)
  if (text === undefined || !sees(text.audience)) throw tools.notFound()
  return text
}

/** F-2. The text for those who mediate on it; for all others there is nothing here. */
export const mediatedText = (reading: Reading, id: string): texts.Text => {
  const text = textFor(reading, id)
  if (!reading.sees({ kind: 'mediators', text: text.id, members: [] })) throw reading.tools.notFound()
  return text
}

/** A body whose outlook she may read, and how: with what was said in confidence or without, of all texts or of some. */
export interface Outlook {
  readonly body: BodyId
  readonly inConfidence: boolean
  mayRead(text: texts.Text): boolean
}

const bodyOf = ({ house, state, now }: Reading, as: Capacity): readonly Outlook[] => {
  switch (as.kind) {
    case 'chair':
      return [{ body: as.body, inConfidence: true, mayRead: () => true }]
    case 'facilitator': {
      const text = texts.textOf(house.texts, as.text)
      return text === undefined
        ? []
        : [{ body: text.body, inConfidence: true, mayRead: each => mediates(as, each) }]
    }
    case 'delegate':
      return state.readers === 'mediators'
        ? []
        : house.institution.bodyOrder
            .filter(body => institution.sitsIn(house.institution, as.member, body, now))
            .map(body => ({ body, inConfidence: false, mayRead: () => true }))
    default:
      return []
  }
}

/**
 * F-8. The outlooks that are open to her, those in confidence first. Each is of one capacity: what she knows as a chair is
 * not mixed with what she may read as a delegate.
 */
export const outlooksFor = (reading: Reading): readonly Outlook[] => {
  const all = reading.viewer.capacities.flatMap(as => bodyOf(reading, as))
  return [
    ...all.filter(({ inConfidence }) => inConfidence),
    ...all.filter(({ inConfidence }) => !inConfidence),
  ]
}
