import { type FaultShape, named } from '@gavel/contract'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { malformed } from './problem.ts'

/** Checks a value: an empty list when it fits, otherwise every fault with its JSON pointer (at most fifty). */
export type Check = (value: unknown) => readonly FaultShape[]

interface RawFault {
  readonly keyword: string
  readonly instancePath: string
  readonly message: string
  readonly params: { readonly requiredProperties?: readonly string[] }
}

interface Validator {
  Check(value: unknown): boolean
  Errors(value: unknown): Iterable<RawFault>
}

/** The schema compiler reports an unknown member twice; the one that names its place is kept and worded. */
const worded = (fault: RawFault): FaultShape | undefined => {
  if (fault.keyword === 'additionalProperties') return undefined
  if (fault.keyword === 'boolean') return { pointer: fault.instancePath, message: 'is not known here' }
  return { pointer: fault.instancePath, message: fault.message }
}

const compiled = new WeakMap<object, Check>()

/** The check for a schema; names inside it are resolved in the contract's context. Compiled once per schema. */
export const checkOf = (schema: TSchema): Check => {
  const known = compiled.get(schema)
  if (known) return known
  // Made when first asked for: seventy schemas compiled at the start would be most of a cold start.
  let made: Validator | undefined
  const check: Check = value => {
    made ??= Compile(named, schema) as unknown as Validator
    const validator = made
    if (validator.Check(value)) return []
    const faults: FaultShape[] = []
    for (const raw of validator.Errors(value)) {
      const fault = worded(raw)
      if (fault) faults.push(fault)
      if (faults.length >= 50) break
    }
    return faults.length > 0 ? faults : [{ pointer: '', message: 'does not fit' }]
  }
  compiled.set(schema, check)
  return check
}

/** Has the framework validate with these checks: the schemas that document a route are the ones that guard it. */
export const installValidation = (app: FastifyInstance): void => {
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const check = checkOf(schema)
    return (value: unknown) => {
      const faults = check(value)
      if (faults.length === 0) return { value }
      const place = httpPart === 'body' ? '' : `#${httpPart ?? ''}`
      return { error: malformed(faults.map(fault => ({ ...fault, pointer: `${place}${fault.pointer}` }))) }
    }
  })
  app.setSerializerCompiler(() => value => JSON.stringify(value))
}
