import type { ActBody, ActType } from '@gavel/contract'
import { actTypes, bodies, type CapacityShape, summaries } from '@gavel/contract'
import type { Act, Capacity } from '@gavel/domain'
import { describe, expect, it } from 'vitest'

/** Strips `readonly` all the way down: a schema's type does not carry it, and on the wire it means nothing. */
type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly unknown[]
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T extends object
      ? { -readonly [K in keyof T]: Plain<T[K]> }
      : T

type DomainBody<T extends Act['type']> = Extract<Act, { readonly type: T }>['body']

/** `true` when each side is assignable to the other. */
type Same<A, B> = [Plain<A>] extends [Plain<B>]
  ? [Plain<B>] extends [Plain<A>]
    ? true
    : 'narrower'
  : 'wider'

/** The one body that differs on purpose: from outside nobody can be accredited as the institution itself. */
type Expected<T extends Act['type']> = T extends 'institution.accredit'
  ? Omit<DomainBody<T>, 'capacity'> & { capacity: Exclude<Capacity, { kind: 'system' }> }
  : DomainBody<T>

type Flat<T> = { [K in keyof T]: T[K] }

type Comparison = { readonly [T in ActType]: Same<ActBody<T>, Flat<Expected<T>>> }
type Differences = { [T in ActType as Comparison[T] extends true ? never : T]: Comparison[T] }

const noDifference: keyof Differences extends never ? true : Differences = true
const everyActHasAShape: Exclude<Act['type'], ActType> extends never ? true : Exclude<Act['type'], ActType> =
  true
const everyShapeIsAnAct: Exclude<ActType, Act['type']> extends never ? true : Exclude<ActType, Act['type']> =
  true
const capacities: Same<CapacityShape, Exclude<Capacity, { kind: 'system' }>> = true

describe('the contract', () => {
  it('says of every act what the domain says (checked by the compiler)', () => {
    expect([noDifference, everyActHasAShape, everyShapeIsAnAct, capacities]).toEqual([true, true, true, true])
  })

  it('has a body and a summary for every act type', () => {
    expect(actTypes.length).toBeGreaterThan(60)
    for (const type of actTypes) {
      expect(bodies[type]).toMatchObject({ type: 'object', additionalProperties: false })
      expect(summaries[type]).toMatch(/^[A-Z].{5,}/)
    }
  })
})
