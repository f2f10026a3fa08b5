import { type FaultShape, named } from '@gavel/contract'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
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

type Compiler = typeof import('typebox/compile').Compile

let compiler: Compiler | undefined
let loading: Promise<void> | undefined

/** Loads the schema compiler, once: hundreds of modules, so a start does without and the first request waits for it. */
export const loadCompiler = (): Promise<void> => {
  loading ??= import('typebox/compile').then(({ Compile }) => {
    compiler = Compile
  })
  return loading
}

const compile = (schema: TSchema): Validator => {
  if (compiler === undefined) throw new Error('a message is checked before the schema compiler is loaded')
  return compiler(named, schema) as unknown as Validator
}

/** The check for a schema; names inside it are resolved in the contract's context. Compiled once per schema. */
export const checkOf = (schema: TSchema): Check => {
  const known = compiled.get(schema)
  if (known) return known
  // Made when first asked for: seventy schemas compiled at the start would be most of a cold start.
  let made: Validator | undefined
  const check: Check = value => {
    made ??= compile(schema)
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

const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = checkOf(schema)
  return (value: unknown) => {
    const faults = check(value)
    if (faults.length === 0) return { value }
    const place = httpPart === 'body' ? '' : `#${httpPart ?? ''}`
    return { error: malformed(faults.map(fault => ({ ...fault, pointer: `${place}${fault.pointer}` }))) }
  }
}

/**
 * Given to the framework so that it validates with these checks (the schemas that document a route are the ones that
 * guard it), writes answers as they are, and never loads compilers of its own.
 */
export const compilers = {
  buildValidator: () => validatorCompiler,
  buildSerializer: () => () => (value: unknown) => JSON.stringify(value),
}

/** Has every request wait until the compiler is there, and fetches it as soon as the server listens. */
export const installValidation = (app: FastifyInstance): void => {
  app.addHook('preValidation', (_request, _reply, done) => {
    if (compiler !== undefined) return done()
    loadCompiler().then(() => done(), done)
  })
  app.addHook('onListen', done => {
    setTimeout(() => void loadCompiler(), 200).unref()
    done()
  })
}
