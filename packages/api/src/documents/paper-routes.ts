import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { drawnUp, Sitting } from '../views/journal.ts'
import { readingOf, view } from '../views/reading.ts'
import { dear, doneBy, sendFile } from './answer.ts'
import { Of, type OneText } from './files.ts'
import { decisionPaper, journalPaper, textPaper } from './papers.ts'

const pdfType = 'application/pdf'

/** Texts, decisions and journals as PDF. What a reader may not read is not there. */
export const installPapers = (app: FastifyInstance, context: Context, perMinute: number): void => {
  const documented = (operation: string, summary: string, querystring?: object) => ({
    config: dear(perMinute),
    schema: {
      ...view('documents', operation, summary).schema,
      ...(querystring === undefined ? {} : { querystring }),
    },
  })
  app.get<OneText>(
    '/api/texts/:id/document.pdf',
    documented('textPdf', 'The text as PDF/A: brackets by depth, who says what', Of),
    async (request, reply) => {
      const reading = readingOf(context, request)
      const text = reading.text(request.params.id)
      const { of = 'compilation' } = request.query
      if (of === 'chairs' && text.offered.length === 0) throw notFound()
      const bytes = doneBy(await context.files.pdf(textPaper(reading, text, of)))
      return sendFile(reply, pdfType, `${text.symbol ?? text.id}-${of}.pdf`, bytes)
    },
  )
  app.get<{ Params: { id: string } }>(
    '/api/decisions/:id/document.pdf',
    documented('decisionPdf', 'The decision as PDF/A: status, statements, where the record proves it'),
    async (request, reply) => {
      const reading = readingOf(context, request)
      const decision = reading.decision(request.params.id)
      const bytes = doneBy(await context.files.pdf(await decisionPaper(context, reading, decision)))
      return sendFile(reply, pdfType, `${decision.number?.symbol ?? decision.id}.pdf`, bytes)
    },
  )
  app.get<{ Params: { id: string }; Querystring: { sitting?: string } }>(
    '/api/meetings/:id/journal.pdf',
    documented('journalPdf', 'The journal of a meeting, or of one sitting, as PDF/A', Sitting),
    async (request, reply) => {
      const drawn = await drawnUp(context, request)
      const bytes = doneBy(await context.files.pdf(journalPaper(context, drawn)))
      return sendFile(reply, pdfType, `journal-${drawn.head.meeting.id}.pdf`, bytes)
    },
  )
}
