import { journalPage, trailOf } from '@gavel/application'
import { type decisions, texts } from '@gavel/domain'
import { get, type Instant, type TextId } from '@gavel/kernel'
import { leafHash } from '@gavel/record'
import type { Draft, Paper, PaperBlock, TextForm } from '@gavel/text'
import type { Context } from '../context.ts'
import { problemError } from '../http/problem.ts'
import { viewedBy } from '../live/shown.ts'
import { shownDecision } from '../views/decisions.ts'
import type { drawnUp } from '../views/journal.ts'
import type { Reading } from '../views/reading.ts'
import { namesIn, whyNotClean } from '../views/texts.ts'
import { front } from './printed.ts'

/** Texts, decisions and journals as papers: what a PDF of them says. */

const draftOf = (reading: Reading, text: texts.Text, form: TextForm): Draft => {
  if (form === 'compilation') return texts.compilationOf(text, namesIn(reading))
  if (form === 'chairs') return texts.chairsTextOf(text, namesIn(reading))
  const clean = texts.cleanText(text)
  if (clean === null) throw problemError('not-clean', { detail: whyNotClean(text) })
  return clean
}

/** A text in one of its forms. Throws the problem of a text that is not clean. */
export const textPaper = (reading: Reading, text: texts.Text, form: TextForm): Paper => ({
  ...front(reading, text, form),
  blocks: [{ kind: 'draft', draft: draftOf(reading, text, form) }],
})

/** Day and minute in UTC, as a paper names them. */
const minuteOf = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`

const unadopted: Readonly<Record<Extract<decisions.DecisionStatus, { kind: 'notAdopted' }>['why'], string>> =
  {
    noConsensus: 'Not adopted: there was no consensus',
    takenBack: 'Taken back by the chair',
    silenceBroken: 'Not adopted: the silence was broken',
    silenceWithdrawn: 'The silence procedure was withdrawn',
  }

const statusLine = (status: decisions.DecisionStatus): string => {
  switch (status.kind) {
    case 'put':
      return 'Put to the meeting, not yet decided'
    case 'silenceProposed':
      return 'Proposed for a silence procedure'
    case 'silenceRunning':
      return `Under silence until ${minuteOf(status.expiresAt)}`
    case 'silenceSuspended':
      return `Under silence, suspended since ${minuteOf(status.since)}`
    case 'adopted': {
      const how = status.through === 'silence' ? 'by silence' : 'by consensus'
      return `Adopted ${how}, ${minuteOf(status.at)}${status.interim ? '; to be confirmed in a meeting' : ''}`
    }
    case 'notAdopted':
      return `${unadopted[status.why]}, ${minuteOf(status.at)}`
  }
}

/** `interpretativeStatement` as `Interpretative statement`. */
const spaced = (word: string): string => {
  const words = word.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return words[0]!.toUpperCase() + words.slice(1)
}

const subjectBlocks = ({ subject }: decisions.Decision): readonly PaperBlock[] =>
  subject.kind === 'wording'
    ? [{ kind: 'quote', text: subject.wording }]
    : [
        {
          kind: 'facts',
          rows: [
            ['Document', subject.symbol],
            ['SHA-256', subject.document],
          ],
        },
      ]

const statementBlocks = (reading: Reading, decision: decisions.Decision): readonly PaperBlock[] => {
  const nameOf = namesIn(reading)
  const standing = decision.statements.filter(({ withdrawnAt }) => withdrawnAt === undefined)
  if (standing.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Statements' },
    ...standing.flatMap(({ member, kind, wording, paragraph, at }): readonly PaperBlock[] => [
      {
        kind: 'heading',
        level: 3,
        text: `${nameOf(member)}: ${spaced(kind)}${paragraph === undefined ? '' : ` on paragraph ${paragraph}`}`,
      },
      { kind: 'quote', text: wording },
      { kind: 'line', text: minuteOf(at) },
    ]),
  ]
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Where the record proves it: the entries about the decision, each with the hash of its leaf (RFC 6962, 2.1). */
const proofBlocks = async (
  context: Context,
  reading: Reading,
  key: string,
): Promise<readonly PaperBlock[]> => {
  const indexes = trailOf(context.keeper.views().trail, key)
  const ends = [...new Set([indexes[0], indexes.at(-1)])].filter(index => index !== undefined)
  if (ends.length === 0) return []
  const read = await Promise.all(
    ends.map(async index => (await viewedBy(context.keeper, reading.viewer, index, index + 1))[0]),
  )
  const origin = context.vkey?.split('+', 1)[0]
  const rows = read.flatMap((entry): readonly (readonly [string, string])[] =>
    entry === undefined
      ? []
      : [
          [`Entry ${entry.index}`, `/api/proof/${entry.index}`],
          ['Leaf hash', hex(leafHash(entry.leaf))],
        ],
  )
  return [
    { kind: 'heading', level: 2, text: 'Proof' },
    { kind: 'facts', rows: [...(origin === undefined ? [] : [['Record', origin] as const]), ...rows] },
    {
      kind: 'line',
      text: 'The first entry opened the decision, the last is the latest about it. A proof is checked without the server: gavel proof verify FILE --key vkey.',
    },
  ]
}

/** A decision as it stands now: number, status, what was decided on, statements, and where the record proves it. */
export const decisionPaper = async (
  context: Context,
  reading: Reading,
  decision: decisions.Decision,
): Promise<Paper> => {
  // What the rules keep from this reader is left out before anything is printed.
  const shown = shownDecision(decision, reading) as decisions.Decision & {
    readonly status: decisions.DecisionStatus
  }
  const { subject } = decision
  const text = subject.kind === 'text' ? texts.textOf(reading.state.texts, subject.text as TextId) : undefined
  const body = get(reading.state.institution.bodies, decision.body)?.name.en ?? decision.body
  const minusOne = decision.course.stage === 'adopted' ? decision.course.minusOne : undefined
  return {
    title: decision.title,
    language: text?.language ?? 'en',
    fictional: context.demonstration || text?.fictional === true,
    about: [body, statusLine(shown.status)].join(' · '),
    ...(decision.number === undefined ? {} : { symbol: decision.number.symbol }),
    blocks: [
      ...subjectBlocks(decision),
      ...(minusOne === undefined
        ? []
        : [
            {
              kind: 'line',
              text: `Without the consent of ${namesIn(reading)(minusOne.member)} (${minusOne.case}).`,
            } as const,
          ]),
      ...statementBlocks(reading, decision),
      ...(await proofBlocks(context, reading, `decisions/${decision.id}`)),
    ],
  }
}

/** A journal as its reader may see it. */
export const journalPaper = (
  { demonstration }: Context,
  { journal, head, names }: Awaited<ReturnType<typeof drawnUp>>,
): Paper => {
  const [first, ...blocks] = journalPage(journal, head, names)
  return {
    title: first?.kind === 'heading' ? first.text : head.meeting.title,
    language: 'en',
    fictional: demonstration,
    blocks,
  }
}
