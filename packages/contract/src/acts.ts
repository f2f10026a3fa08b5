import type { ActId } from '@gavel/kernel'
import { type Static, type TSchema, Type } from 'typebox'
import { commitments } from './commitments.ts'
import { decisions } from './decisions.ts'
import { institution } from './institution.ts'
import { meetings } from './meetings.ts'
import { Capacity } from './people.ts'
import { idOf, limits, record } from './shapes.ts'
import { texts } from './texts.ts'

/** The bodies of every act, by type. */
export const bodies = { ...institution, ...meetings, ...texts, ...decisions, ...commitments } as const

export type ActType = keyof typeof bodies
export type ActBody<T extends ActType> = Static<(typeof bodies)[T]>

/** Every act type, in the order of the chapters. */
export const actTypes = Object.keys(bodies) as readonly ActType[]

export const isActType = (type: string): type is ActType => Object.hasOwn(bodies, type)

/** What a client sends to one act's address. Who acts comes from the sign-in, never from the message. */
export const actMessage = <B extends TSchema>(body: B) => record({ id: idOf<ActId>(), as: Capacity, body })

/** One act of a list: the same message with its type. */
export const typedActMessage = <const T extends string, B extends TSchema>(type: T, body: B) =>
  record({ type: Type.Literal(type), id: idOf<ActId>(), as: Capacity, body })

/** A list of acts recorded all together or not at all. Each is checked by the shape of its own type. */
export const actListOf = (types: readonly string[]) =>
  record({
    acts: Type.Array(
      record({
        type: Type.Unsafe<string>(Type.Union(types.map(type => Type.Literal(type)))),
        id: idOf<ActId>(),
        as: Capacity,
        body: Type.Record(Type.String(), Type.Unknown()),
      }),
      { minItems: 1, maxItems: limits.actsAtOnce },
    ),
  })
