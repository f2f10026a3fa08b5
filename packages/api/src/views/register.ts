import { type DomainState, decisions, parameter } from '@gavel/domain'
import { type BodyId, get, type Instant } from '@gavel/kernel'
import { Type } from 'typebox'

/** What somebody looks for in the register; every part of it may be left out. */
export interface RegisterQuery {
  /** Words that must all be found in number, title, wording or the name of the body, each anywhere. */
  readonly q?: string
  readonly year?: string
  readonly body?: string
  readonly order?: 'oldest' | 'newest'
  /** How many of those found are passed over, and how many are answered at most. */
  readonly from?: string
  readonly limit?: string
}

const count = Type.String({ pattern: '^\\d{1,7}$' })

export const registerQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    year: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
    body: Type.Optional(Type.String({ maxLength: 80 })),
    order: Type.Optional(Type.Union([Type.Literal('oldest'), Type.Literal('newest')])),
    from: Type.Optional(count),
    limit: Type.Optional(count),
  },
  { additionalProperties: false },
)

/**
 * Words as they are compared: whatever is written alike under Unicode's compatibility (NFKC), capitals, accents and the
 * vowel signs of Arabic make no difference. `ＤＥＣ／2026`, `dec/2026` and `Déc/2026` are one.
 */
export const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase()

interface Line {
  readonly row: decisions.RegisterRow
  readonly words: string
}

const known = new WeakMap<decisions.DecisionsState, readonly Line[]>()

/** The lines of the register with their folded words, made once for each state: what is numbered has ended for good. */
const linesOf = ({ decisions: own }: DomainState, now: Instant): readonly Line[] => {
  const kept = known.get(own)
  if (kept !== undefined) return kept
  const lines = decisions.registerRows(own, now).map(row => {
    const subject = get(own.decisions, row.decision)?.subject
    const wording = subject?.kind === 'wording' ? subject.wording : ''
    return { row, words: folded([row.number, row.title, wording].join('\n')) }
  })
  known.set(own, lines)
  return lines
}

/** The year of a line, read at the seat of the organisation (D-44). */
const yearOf = (state: DomainState, { numberedAt, body }: decisions.RegisterRow): string =>
  decisions
    .dayAt(numberedAt, parameter(state.institution, 'calendar.utcOffset', numberedAt, body).value)
    .slice(0, 4)

const bodyWords = (state: DomainState, body: BodyId): string => {
  const found = get(state.institution.bodies, body)
  return found === undefined ? '' : folded([found.code, ...Object.values(found.name)].join('\n'))
}

/** A page of what is found in the readable part of the register, with how much there is and the years there are. */
export const searchRegister = (
  state: DomainState,
  now: Instant,
  readable: (row: decisions.RegisterRow) => boolean,
  { q = '', year, body, order = 'oldest', from = '0', limit }: RegisterQuery,
) => {
  const all = linesOf(state, now).filter(({ row }) => readable(row))
  const wanted = folded(q).split(/\s+/).filter(Boolean)
  const found = all.filter(({ row, words }) => {
    if (body !== undefined && row.body !== body) return false
    if (year !== undefined && yearOf(state, row) !== year) return false
    const within = wanted.length === 0 ? '' : `${words}\n${bodyWords(state, row.body)}`
    return wanted.every(word => within.includes(word))
  })
  if (order === 'newest') found.reverse()
  const first = Number(from)
  const last = limit === undefined ? found.length : first + Number(limit)
  return {
    register: found.slice(first, last).map(({ row }) => row),
    total: found.length,
    years: [...new Set(all.map(({ row }) => yearOf(state, row)))].sort(),
  }
}
