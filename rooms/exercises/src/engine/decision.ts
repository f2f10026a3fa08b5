import type { DomainState } from '@gavel/domain'
import { texts } from '@gavel/domain'
import { dayMs, fromEpochMs, get, hourMs, type ParagraphId, type TextId } from '@gavel/kernel'
import { printNotation } from '@gavel/text'
import type { Ask, Outcome } from '../floor/floor.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { hashOf, secretariat } from './drafting.ts'
import { chairOf, delegateOf, meetingOf } from './stages.ts'
import type { Said, Teller } from './teller.ts'

/** What the deciding of a clean text needs of an exercise. */
export interface Deciding {
  readonly scenario: Scenario
  readonly text: TextId
  readonly teller: Teller
  readonly state: () => DomainState
  readonly now: () => number
  readonly pass: (ms: number) => void
  readonly keep: (words: string) => Promise<void>
  /** The case in which one member may be left out of the consensus; null where the rules know none. */
  readonly minusOneCase: string | null
}

/** The case an experiment with consensus less one lists (D-9). */
export const minusOneCase = 'exercise'

const decision = 'outcome'

/** Every paragraph climbs as far as it can: agreed, or agreed ad referendum where a delegation still reserves. */
const climb = async ({ scenario, text, teller, state }: Deciding): Promise<void> => {
  const own = texts.textOf(state().texts, text)!
  const chair = chairOf(scenario, 'workingGroup')
  const up = [...texts.paragraphsOf(own)].map(
    ({ id }): Said => ({
      as: chair,
      type: 'texts.advance',
      body: { text, paragraph: id, to: 'agreedAdRef' },
    }),
  )
  await teller.say(...up)
  for (const { as, type, body } of up) await teller.dare({ as, type, body: { ...body, to: 'agreed' } })
}

const wordsOf = ({ text, state }: Deciding): string => {
  const own = texts.textOf(state().texts, text)!
  const paragraphs = [...texts.paragraphsOf(own)].map(({ id, number, level, kind, content }) => ({
    id: id as ParagraphId,
    number,
    level,
    kind,
    content,
  }))
  return printNotation({ paragraphs, footnotes: [] })
}

/** The clean text is issued as a version: what is decided is named by its symbol and the hash of its words. */
const issued = async (deciding: Deciding) => {
  const { text, teller, state, keep } = deciding
  const words = wordsOf(deciding)
  await keep(words)
  await teller.say({ as: secretariat, type: 'texts.issueVersion', body: { text, document: hashOf(words) } })
  const { versions } = texts.textOf(state().texts, text)!
  const { symbol, document } = versions.at(-1)!
  return { kind: 'text', text, symbol, document } as const
}

/** Put in the room: who objects says so; with one objector the rules may let the rest go on without that member. */
const inTheRoom = async (
  deciding: Deciding,
  subject: Awaited<ReturnType<typeof issued>>,
  objecting: readonly number[],
): Promise<Outcome> => {
  const { scenario, teller, minusOneCase } = deciding
  const chair = chairOf(scenario, 'ministers')
  const member = (at: number): string => scenario.delegations[at]!.member
  const left = minusOneCase !== null && objecting.length === 1 ? objecting[0]! : null
  await teller.say({
    as: chair,
    type: 'decisions.put',
    body: {
      decision: `${decision}-room`,
      meeting: meetingOf('ministers'),
      item: '2',
      title: `Exercise: ${scenario.title}`,
      subject,
      ...(left === null ? {} : { minusOne: { case: minusOneCase, member: member(left) } }),
    },
  })
  if (left === null)
    for (const at of objecting)
      await teller.say({
        as: delegateOf(scenario, at),
        type: 'decisions.object',
        body: {
          decision: `${decision}-room`,
          member: member(at),
          reason: 'The whole is less than my instructions ask for.',
        },
      })
  const stopped = left === null && objecting.length > 0
  await teller.say(
    stopped
      ? {
          as: chair,
          type: 'decisions.declareNoConsensus',
          body: { decision: `${decision}-room`, next: 'returnedToBody' },
        }
      : { as: chair, type: 'decisions.declareAdopted', body: { decision: `${decision}-room` } },
  )
  const how = stopped ? null : left === null ? 'inTheRoom' : 'minusOne'
  return { how, objecting, silenceBroken: true }
}

/** Breaks the silence in the name of the first whose capital answers with no; a second one comes too late. */
const broken = async (deciding: Deciding, first: number): Promise<void> => {
  const { scenario, teller, pass } = deciding
  const days = Math.min(scenario.clock.silenceDays, deciding.scenario.briefs[first]!.capitalDays)
  pass(days * dayMs)
  await teller.say({
    as: delegateOf(scenario, first),
    type: 'decisions.breakSilence',
    body: {
      decision,
      member: scenario.delegations[first]!.member,
      by: { kind: 'objection', reason: 'My capital cannot join the whole as it stands.' },
    },
  })
}

/** A silence on the clean text; where it is broken, the text is put in the room. */
export const decideText = async (deciding: Deciding, ask: Ask): Promise<Outcome> => {
  const { scenario, teller, now, pass } = deciding
  const chair = chairOf(scenario, 'ministers')
  await climb(deciding)
  const subject = await issued(deciding)
  const lasts = scenario.clock.silenceDays * dayMs + hourMs
  const expiresAt = fromEpochMs(now() + lasts)
  const title = `Exercise: ${scenario.title}`
  const body = scenario.bodies.ministers.id
  const announcedAs = `${expiresAt.slice(0, 16).replace('T', ' ')} UTC`
  await teller.say({
    as: chair,
    type: 'decisions.openSilence',
    body: { decision, body, title, subject, expiresAt, timeZone: 'UTC', announcedAs },
  })
  const objecting = ask('silence')
  if (objecting.length === 0) {
    pass(lasts)
    await teller.say({ as: chair, type: 'decisions.giveNotice', body: { decision } })
    return { how: 'silence', objecting, silenceBroken: false }
  }
  await broken(deciding, objecting[0]!)
  await teller.say(
    { as: secretariat, type: 'decisions.giveNotice', body: { decision } },
    { as: chair, type: 'decisions.afterBroken', body: { decision, next: 'returnedToBody' } },
  )
  return inTheRoom(deciding, subject, ask('room'))
}

/** Where the words of a paragraph stand now, for the chair's text. */
export const paragraphNow = (state: DomainState, text: TextId, paragraph: string) =>
  get(texts.textOf(state.texts, text)!.paragraphs, paragraph)!
