import { Problem } from '@gavel/contract'
import type { FastifySchema } from 'fastify'

/** The documentation of a route of sign-in: its name, its sentence, and the body that guards it. */
export const documented = (
  operationId: string,
  summary: string,
  body?: object,
): { readonly schema: FastifySchema } => ({
  schema: {
    tags: ['access'],
    operationId,
    summary,
    ...(body === undefined ? {} : { body }),
    response: { '4xx': Problem },
  },
})
