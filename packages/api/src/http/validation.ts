import { type FaultShape, named } from '@gavel/contract'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { faultsIn, type Library } from './faults.ts'
import { malformed } from './problem.ts'

/** Checks a value: an empty list when it fits, otherwise every fault with its JSON pointer (at most fifty). */
export type Check = (value: unknown) => readonly FaultShape[]

interface Validator {
  Check(value: unknown): boolean
}

const compiled = new WeakMap<object, Check>()

type Compiler = typeof import('typebox/compile').Compile

let compiler: Compiler | undefined
let library: Library | undefined
let loading: Promise<void> | undefined

/** Loads the schema compiler, once: hundreds of modules, so a start does without and the first request waits for it. */
export const loadCompiler = (): Promise<void> => {
  loading ??= Promise.all([import('typebox/compile'), import('typebox/schema')]).then(
    ([{ Compile }, { Errors }]) => {
      compiler = Compile
      library = {
        faults: (schema, value) => Errors(named as never, schema as never, value)[1],
        fits: (schema, value) => validatorFor(schema).Check(value),
      }
    },
  )
  return loading
}

const compile = (schema: TSchema): Validator => {
  if (compiler === undefined) throw new Error('a message is checked before the schema compiler is loaded')
  return compiler(named, schema) as unknown as Validator
}

const validators = new WeakMap<object, Validator>()

/** Compiled when first asked for: seventy schemas compiled at the start would be most of a cold start. */
const validatorFor = (schema: object): Validator => {
  const made = validators.get(schema) ?? compile(schema as TSchema)
  validators.set(schema, made)
  return made
}

/** The check for a schema; names inside it are resolved in the contract's context. Compiled once per schema. */
export const checkOf = (schema: TSchema): Check => {
  const known = compiled.get(schema)
  if (known) return known
  const check: Check = value => {
    if (validatorFor(schema).Check(value)) return []
    const faults: FaultShape[] = []
    for (const fault of faultsIn(named, library!, schema, value)) {
      faults.push(fault)
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
