import { isViewName, named, Problem, refusalOf, views } from '@gavel/contract'
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify'
import type { Catalogue } from '../catalogue.ts'

const openApi = {
  openapi: '3.1.0' as const,
  info: {
    title: 'Gavel',
    version: '1',
    description:
      'Acts go in, receipts come out; a refusal cites its rule. Views are filtered by what the reader may read.',
  },
  components: {
    securitySchemes: {
      cookie: { type: 'apiKey' as const, in: 'cookie' as const, name: '__Host-gavel' },
      bearer: { type: 'http' as const, scheme: 'bearer' },
    },
  },
}

/** Names of shapes become references into the document's components, at any depth. */
const withReferences = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === '$ref' && typeof inner === 'string' && Object.hasOwn(named, inner)
        ? `#/components/schemas/${inner}`
        : inner,
    ),
  ) as T

/** The generator would try to resolve the names itself; they are put out of its sight and back again. */
const marker = 'x-gavel-ref'
const renamed = <T>(value: T, from: string, to: string): T =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value).replaceAll(`"${from}":`, `"${to}":`)) as T)
const hideReferences = <T>(schema: T): T => renamed(schema, '$ref', marker)
const showReferences = <T>(schema: T): T => renamed(schema, marker, '$ref')

/** An act with the rules it may be refused by: in words, and in the shape of the problem. */
const actDocumented = (
  schema: FastifySchema,
  rules: readonly string[],
  { sentenceOf }: Catalogue,
): FastifySchema => {
  const sentences = rules.map(rule => `- [${rule}](/rules/${rule}) ${sentenceOf(rule)}`)
  return {
    ...schema,
    description: `May be refused by:\n\n${sentences.join('\n')}`,
    response: {
      ...(schema.response as object),
      '4xx': { ...refusalOf(rules), description: `A problem; refusals cite one of ${rules.join(', ')}.` },
    },
  }
}

const problemForm = (schema: object) => ({ content: { 'application/problem+json': { schema } } })

/** Problems come under their own media type, whatever a good answer comes as. */
const withProblems = (response: Readonly<Record<string, object>>): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(response).map(([status, schema]) => [
      status,
      /^[45]/.test(status)
        ? { description: 'A problem.', ...pick(schema, 'description'), ...problemForm(schema) }
        : schema,
    ]),
  )
const pick = (from: object, name: string): object =>
  Object.hasOwn(from, name) ? { [name]: (from as Record<string, unknown>)[name] } : {}

/** The schema of a route with what it answers. It serves documentation only: no answer passes through it. */
const documented = (schema: FastifySchema, catalogue: Catalogue): FastifySchema => {
  const operation = (schema as { readonly operationId?: string }).operationId ?? ''
  const act = catalogue.act(operation)
  const told = act === undefined ? schema : actDocumented(schema, act.rules, catalogue)
  const shape = isViewName(operation) ? views[operation] : catalogue.view(operation)
  const success = shape === undefined ? {} : { '2xx': { description: 'The answer.', ...shape } }
  const response = { ...success, '4xx': Problem, '5xx': Problem, ...(told.response as object) }
  return { ...told, response: withProblems(response) }
}

/** The OpenAPI document over routes, made by an application that answers nothing. */
const generate = async (routes: readonly RouteOptions[], catalogue: Catalogue): Promise<object> => {
  const [{ default: Fastify }, { default: fastifySwagger }] = await Promise.all([
    import('fastify'),
    import('@fastify/swagger'),
  ])
  const app = Fastify({ exposeHeadRoutes: false })
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(fastifySwagger, {
    openapi: openApi,
    transform: ({ schema, url }) => ({ schema: hideReferences(schema), url }),
    transformObject: document => {
      const { openapiObject } = document as { openapiObject: Record<string, unknown> }
      const components = (openapiObject['components'] ?? {}) as Record<string, unknown>
      return withReferences(
        showReferences({ ...openapiObject, components: { ...components, schemas: named } }),
      ) as never
    },
  })
  for (const { method, url, schema } of routes)
    app.route({ method, url, schema: documented(schema ?? {}, catalogue), handler: () => undefined })
  await app.ready()
  const document = app.swagger()
  await app.close()
  return document
}

/**
 * `GET /api/openapi.json`. The document is made when it is first asked for, from the very routes that serve; a start
 * does without the generator.
 */
export const installDocument = (app: FastifyInstance, catalogue: Catalogue): void => {
  const routes: RouteOptions[] = []
  let made: Promise<object> | undefined
  app.addHook('onRoute', route => {
    const method = [route.method].flat().filter(each => each !== 'HEAD')
    if (method.length > 0 && route.schema?.hide !== true) routes.push({ ...route, method })
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => {
    made ??= generate(routes, catalogue)
    return made
  })
}
