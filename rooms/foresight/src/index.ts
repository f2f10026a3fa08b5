/**
 * The room of foresight, as the server takes it in: soundings and what delegations tell in confidence, forecasts made of them
 * and of the record, packages that nobody refuses. For those who mediate; it decides nothing.
 */
import type { Room } from '@gavel/api'
import type { RoomLaw } from '@gavel/application'
import { demonstration } from './demonstration.ts'
import { law } from './law/index.ts'
import { refusals, rules } from './refusals.ts'
import { bodies, type ForesightActType, summaries } from './shapes.ts'
import { mount } from './views/routes.ts'
import { views } from './views/shapes.ts'

const gate = ['I-1', 'I-2', 'I-3', 'I-4', 'I-5', 'I-6', 'I-7', 'I-8', 'I-33']

export const foresight: Room = {
  law: law as unknown as RoomLaw,
  acts: Object.fromEntries(
    (Object.keys(bodies) as ForesightActType[]).map(type => [
      type,
      { body: bodies[type], summary: summaries[type], rules: [...gate, ...rules[type]!] },
    ]),
  ),
  refusals,
  views,
  scenes: ['foresight'],
  mount,
  demonstration,
}
