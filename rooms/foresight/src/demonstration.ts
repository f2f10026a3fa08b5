import { type Capacity, type DomainState, institution, texts } from '@gavel/domain'
import type { Instant, MemberId } from '@gavel/kernel'
import { pointsOf } from './law/points.ts'
import type { CanShape, SayingShape } from './shapes.ts'

type Shown = readonly (readonly [as: Capacity, type: string, body: Readonly<Record<string, unknown>>])[]

const heard: readonly SayingShape[] = ['canLiveWith', 'backs', 'canLiveWith', 'reserves', 'backs']
const goes: readonly (readonly CanShape[])[] = [
  ['canAccept', 'canLiveWith', 'cannot'],
  ['canLiveWith', 'canAccept', 'canLiveWith'],
  ['canLiveWith', 'canLiveWith', 'canAccept'],
]

/** How far a delegation of the demonstration can go: like its stands where it took one, else by turns. */
const toldOf = (text: texts.Text, member: MemberId, turn: number) =>
  pointsOf(text).map(({ point, options }, at) => ({
    point,
    matters: 1 + ((3 * turn + 5 * at) % 10),
    options: options.map(({ option, maintainedBy, objectedBy }, place) => ({
      option,
      can: objectedBy.includes(member)
        ? ('cannot' as const)
        : maintainedBy.includes(member)
          ? ('canAccept' as const)
          : goes[(turn + at) % goes.length]![Math.min(place, 2)]!.replace(
              'cannot',
              place === 0 ? 'canAccept' : 'canLiveWith',
            ),
    })),
  }))

/**
 * What a demonstration shows of the room, on its fictional texts alone: most of a body was sounded, and some delegations told
 * the chair how far they can go.
 */
export const demonstration = (members: readonly MemberId[], now: Instant, state: DomainState): Shown =>
  state.texts.order
    .map(id => texts.textOf(state.texts, id)!)
    .filter(({ fictional, stage }) => fictional && stage === 'open')
    .flatMap((text, which): Shown => {
      const chair: Capacity = { kind: 'chair', body: text.body }
      const seated = members.filter(member => institution.sitsIn(state.institution, member, text.body, now))
      const sounded = seated
        .filter((_, at) => (at + which) % 4 !== 0)
        .map(
          (member, at) =>
            [
              chair,
              'foresight.sound',
              { text: text.id, sounded: member, says: heard[(at + which) % heard.length]! },
            ] as const,
        )
      const told = seated
        .filter((_, at) => (at + which) % 3 === 0)
        .map(
          (member, at) =>
            [
              { kind: 'delegate', member } as Capacity,
              'foresight.tell',
              { text: text.id, member, points: toldOf(text, member, at) },
            ] as const,
        )
      return [...sounded, ...told]
    })
