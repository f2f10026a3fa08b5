import { bodies, isActType, refusals, rulesOf, sentenceOf, summaries } from '@gavel/contract'
import type { TSchema } from 'typebox'
import type { Room, RoomAct } from './room.ts'

/** Every act this server takes: the chapters' and its rooms'. */
export interface Catalogue {
  readonly types: readonly string[]
  /** Undefined for a type that is not in the catalogue. */
  act(type: string): RoomAct | undefined
  /** The room an act belongs to; undefined for those of the chapters. */
  roomOf(type: string): Room | undefined
  /** The sentence of a rule, whichever page it stands on. */
  sentenceOf(rule: string): string
  /** What a room's view answers, by the name of its operation. */
  view(operation: string): TSchema | undefined
}

const chaptersAct = (type: string): RoomAct | undefined =>
  isActType(type) ? { body: bodies[type], summary: summaries[type], rules: rulesOf(type) } : undefined

export const catalogueOf = (rooms: readonly Room[]): Catalogue => {
  const room = new Map(rooms.flatMap(each => Object.keys(each.acts).map(type => [type, each] as const)))
  const sentences = new Map(rooms.flatMap(each => Object.entries(each.refusals)))
  const shapes = new Map(rooms.flatMap(each => Object.entries(each.views)))
  for (const rule of sentences.keys())
    if (Object.hasOwn(refusals, rule)) throw new TypeError(`two rules are called ${rule}`)
  return {
    types: [...Object.keys(bodies), ...room.keys()],
    act: type => room.get(type)?.acts[type] ?? chaptersAct(type),
    roomOf: type => room.get(type),
    sentenceOf: rule => sentences.get(rule) ?? sentenceOf(rule),
    view: operation => shapes.get(operation),
  }
}
