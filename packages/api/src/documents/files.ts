import type { TextForm } from '@gavel/text'
import { textForms } from '@gavel/text'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { readingOf, view } from '../views/reading.ts'
import { dear, docxType, doneBy, sendFile } from './answer.ts'
import { printedText } from './printed.ts'

export const Of = Type.Object(
  {
    /** Which form of the text; the compilation unless told. */
    of: Type.Optional(Type.Unsafe<TextForm>(Type.Union(textForms.map(form => Type.Literal(form))))),
  },
  { additionalProperties: false },
)

export interface OneText {
  readonly Params: { readonly id: string }
  readonly Querystring: { readonly of?: TextForm }
}

/** A text as a file to be saved. What a reader may not read is not there. */
export const installTextFiles = (app: FastifyInstance, context: Context, perMinute: number): void => {
  app.get<OneText>(
    '/api/texts/:id/document.docx',
    {
      config: dear(perMinute),
      schema: {
        ...view(
          'documents',
          'textDocx',
          'The text as DOCX: tracked changes by delegation, comments with who says what',
        ).schema,
        querystring: Of,
      },
    },
    async (request, reply) => {
      const reading = readingOf(context, request)
      const text = reading.text(request.params.id)
      const { of = 'compilation' } = request.query
      if (of === 'chairs' && text.offered.length === 0) throw notFound()
      const bytes = doneBy(await context.files.docx(await printedText(context, reading, text, of)))
      return sendFile(reply, docxType, `${text.symbol ?? text.id}-${of}.docx`, bytes)
    },
  )
}
