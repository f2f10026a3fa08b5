import { barredFrom, roomState } from '@gavel/application'
import type { ActType } from '@gavel/contract'
import { type Act, type Audience, admit, type Capacity, decisions, mayRead, texts } from '@gavel/domain'
import type { DecisionId, Instant, InstrumentId, PersonId, TextId } from '@gavel/kernel'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import type { ActToSend, Keeper } from '../ports.ts'
import type { Room } from '../room.ts'

/** Acts that give something its id: what they name need not be there yet. */
const creates: { readonly [name in 'text' | 'decision' | 'instrument']: ReadonlySet<ActType> } = {
  text: new Set<ActType>(['texts.introduce']),
  decision: new Set<ActType>(['decisions.put', 'decisions.openSilence', 'decisions.proposeSilence']),
  instrument: new Set<ActType>(['decisions.openInstrument']),
}

interface Named {
  readonly text?: string
  readonly decision?: string
  readonly instrument?: string
  readonly subject?: { readonly kind: string; readonly text?: string }
}

/** The audiences of the things an act is done to; `undefined` for one that does not exist. */
const audiencesOf = (keeper: Keeper, { type, body }: ActToSend): readonly (Audience | undefined)[] => {
  const state = keeper.state()
  const named = body as Named
  const list: (Audience | undefined)[] = []
  if (named.text !== undefined && !creates.text.has(type))
    list.push(texts.audienceOfText(state, named.text as TextId))
  if (named.subject?.text !== undefined) list.push(texts.audienceOfText(state, named.subject.text as TextId))
  // In the first chapter an instrument is the paper a member or a delegate is named in, and no thing of the fourth.
  if (!type.startsWith('decisions.')) return list
  if (named.decision !== undefined && !creates.decision.has(type))
    list.push(decisions.audienceOfDecision(state, named.decision as DecisionId))
  if (named.instrument !== undefined && !creates.instrument.has(type))
    list.push(decisions.audienceOfInstrument(state, named.instrument as InstrumentId))
  return list
}

/** The same for an act of a room, which knows itself what its acts name and who may read it. */
const requireSeen = ({ law }: Room, act: Act, state: ReturnType<Keeper['state']>): void => {
  if (barredFrom(law, act, state) !== null) return
  if (law.unseen(act, roomState(state, law), state) !== null) throw notFound()
}

/**
 * Throws the uniform 404 when an act names something that is not there or that its author may not read: a rule's
 * refusal would tell her which. An author without a credential is left to the gate, which refuses before it looks.
 */
export const requireReadable = (
  { keeper, catalogue }: Pick<Context, 'keeper' | 'catalogue'>,
  act: ActToSend,
  pending: ReadonlySet<string>,
): void => {
  const now: Instant = keeper.now()
  const state = keeper.state()
  const room = catalogue.roomOf(act.type)
  if (room !== undefined) {
    requireSeen(room, { ...act, at: now } as Act, state)
    return
  }
  if (admit({ ...act, at: now } as Act, state.institution) !== null) return
  if (pending.has(String((act.body as Named).text ?? ''))) return
  const reader = { person: act.by as PersonId, as: act.as as Capacity }
  for (const audience of audiencesOf(keeper, act))
    if (audience === undefined || !mayRead(audience, reader, state, now)) throw notFound()
}
