/**
 * Minutes: a whole meeting played through the real rules, the real record keeper and a store in memory, and written
 * down as a secretary would. The transcript is compared with the page beside the test; `GAVEL_REWRITE=1` writes it
 * anew, and the difference is reviewed like any other.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { domainLaw, openRecord } from '@gavel/application'
import type { DomainEvent, DomainState } from '@gavel/domain'
import { type Instant, type Json, toEpochMs } from '@gavel/kernel'
import { memoryStore } from '@gavel/store'
import { expect } from 'vitest'
import { type Actor, act, at, secretariat } from '../../packages/domain/src/testing/index.ts'

type BuiltAct = Parameters<typeof act>

export interface Minutes {
  /** A line of prose between acts. */
  readonly note: (text: string) => void
  /** The clock moves to this time; it never goes back. */
  readonly at: (time: string) => void
  /** Somebody does something; what came of it is written down, and answered. */
  readonly does: (actor: Actor, type: string, body: object) => Promise<'recorded' | 'refused'>
  /** A question put to the state at the present time, with its answer. */
  readonly asks: (question: string, answer: (state: DomainState, now: Instant) => Json | undefined) => void
  readonly state: () => DomainState
  /** The entries of the meeting as the public reads them: what is closed to it is not there. */
  readonly readByAll: () => Promise<
    readonly { readonly index: number; readonly events: readonly DomainEvent[] }[]
  >
  /** Ends the meeting and compares the transcript with its page. */
  readonly close: (page: string) => Promise<void>
}

const who = ({ as }: Actor): string => {
  switch (as.kind) {
    case 'delegate':
      return as.member
    case 'chair':
      return `Chair (${as.body})`
    case 'facilitator':
      return `Facilitator of ${as.text}`
    case 'observer':
      return `Observer ${as.observer}`
    case 'coordinator':
      return `Coordinator of ${as.area}`
    default:
      return as.kind === 'system' ? 'The institution' : 'Secretariat'
  }
}

/** `{wording: 'x', at: 3}` as `wording "x", at 3`: what a reader needs of a body, in its own order. */
const said = (value: unknown): string => {
  if (Array.isArray(value)) {
    const all = value.map(said).join('; ')
    return all.length > 160 ? `(${value.length} of them)` : `(${all})`
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, part]) => `${name} ${said(part)}`)
      .join(', ')
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return `${value.slice(0, 8)}…`
  return typeof value === 'string' && /\s/.test(value) ? `“${value}”` : String(value)
}

const withoutTypeAndTime = ({
  type: _,
  at: __,
  ...rest
}: {
  readonly type: string
  readonly at?: unknown
}): object => rest

/** Opens the book on facts that are given: acts of the founding, each of which must be accepted. */
export const minutes = async (
  title: string,
  founding: readonly ReturnType<typeof act>[],
  law: typeof domainLaw = domainLaw,
): Promise<Minutes> => {
  let now = at('08:00')
  const keeper = await openRecord({
    store: memoryStore(),
    law,
    folds: {},
    clock: { now: () => toEpochMs(now) },
  })
  const lines: string[] = [title, '='.repeat(title.length), '']
  let count = 0
  for (const fact of founding) {
    now = fact.at > now ? fact.at : now
    const { at: _, ...sent } = { ...fact, id: `founding-${count++}` as typeof fact.id }
    const outcome = await keeper.submit(sent as never, fact.as.kind === 'system' ? 'institution' : 'outside')
    if (outcome.kind !== 'recorded')
      throw new Error(`the founding was not accepted: ${JSON.stringify(outcome)}`)
  }
  const opening = keeper.head().size
  return {
    note: text => void lines.push('', text, ''),
    at: time => {
      const next = at(time)
      if (next < now) throw new Error(`the clock does not go back to ${time}`)
      now = next
      lines.push('', `${now.slice(0, 16).replace('T', ' ')} UTC`)
    },
    does: async (actor, type, body) => {
      const { at: _, ...sent } = {
        ...act(actor, type as BuiltAct[1], body as never, now),
        id: `act-${count++}`,
      }
      lines.push(`  ${who(actor)}: ${type} — ${said(body)}`)
      const from = keeper.head().size
      const outcome = await keeper.submit(sent as never)
      if (outcome.kind === 'refused') {
        const { rule, facts } = outcome.refusal
        lines.push(`      refused by ${rule}${Object.keys(facts).length > 0 ? ` (${said(facts)})` : ''}`)
        return 'refused'
      }
      if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome))
      const entries = await keeper.read(from, keeper.head().size, {
        person: secretariat().person,
        as: secretariat().as,
      })
      for (const entry of entries)
        for (const event of entry.content?.events ?? [{ type: 'sealed' }])
          lines.push(`      → ${event.type}: ${said(withoutTypeAndTime(event))}`)
      return 'recorded'
    },
    asks: (question, answer) => void lines.push(`  ${question} ${said(answer(keeper.state(), now))}`),
    state: () => keeper.state(),
    readByAll: async () => {
      const entries = await keeper.read(opening, keeper.head().size, null)
      return entries.flatMap(({ index, content }) =>
        content === undefined ? [] : [{ index, events: content.events }],
      )
    },
    close: async page => {
      lines.push('', `${keeper.head().size - opening} entries on the record.`, '')
      await keeper.close()
      compare(page, lines.join('\n').replace(/\n{3,}/g, '\n\n'))
    },
  }
}

const compare = (page: string, text: string): void => {
  const path = fileURLToPath(new URL(page, import.meta.url))
  if (process.env['GAVEL_REWRITE'] !== undefined || !existsSync(path)) writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}
