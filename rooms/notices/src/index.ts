/**
 * The room of notices, as the server takes it in: typed messages from member to member with receipts and deadlines, a
 * directory of points of contact, and delivery by mail and to members' servers.
 */
import type { Room } from '@gavel/api'
import type { RoomLaw } from '@gavel/application'
import { deliver } from './delivery/deliverer.ts'
import { demonstration } from './demonstration.ts'
import { founding } from './founding.ts'
import { law } from './law/index.ts'
import { refusals, rules } from './refusals.ts'
import { bodies, type NoticesActType, summaries } from './shapes.ts'
import { mount } from './views/routes.ts'
import { views } from './views/shapes.ts'

const gate = ['I-1', 'I-2', 'I-3', 'I-4', 'I-5', 'I-6', 'I-7', 'I-8', 'I-33']

export const notices: Room = {
  law: law as unknown as RoomLaw,
  acts: Object.fromEntries(
    (Object.keys(bodies) as NoticesActType[]).map(type => [
      type,
      { body: bodies[type], summary: summaries[type], rules: [...gate, ...rules[type]!] },
    ]),
  ),
  refusals,
  views,
  scenes: ['notices'],
  mount,
  founding,
  demonstration,
  work: deliver,
}
