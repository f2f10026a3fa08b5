import type { Move } from '../brain/move.ts'
import { said, type TableSeen } from '../brain/table.ts'
import type { Floor } from './floor.ts'

/** The shape of a negotiation without words: how many options each bracket has, and which may be left without words. */
export interface PlainShape {
  readonly members: number
  readonly issues: readonly { readonly options: number; readonly without: boolean }[]
}

/** A floor of bare numbers: no record, no rules but T-30 and T-31 as the minds know them. For searching and for large numbers. */
export const plainFloor = ({ members, issues }: PlainShape): Floor => {
  const stands = issues.map(({ options }) => new Uint8Array(options * members))
  const settled: (number | null)[] = issues.map(() => null)
  let offers: { readonly issues: number[]; readonly options: number[]; readonly stands: Uint8Array }[] = []
  for (const [at, issue] of issues.entries()) if (issue.without) stands[at]!.fill(said.canLiveWith, members)
  const apply = (member: number, move: Move): void => {
    if (move.kind === 'onOffer') {
      offers[move.offer]!.stands[member] = said[move.stand]
      return
    }
    const own = stands[move.issue]!
    own[move.option * members + member] = said[move.stand]
    if (issues[move.issue]!.without)
      own[members + member] =
        move.stand === 'objects' ? said.backs : move.stand === 'backs' ? said.none : said.canLiveWith
  }
  const seen: Floor['seen'] = ({ stage, round, time }): TableSeen => ({
    members,
    stage,
    round,
    time,
    issues: issues.map((issue, at) => ({ ...issue, settled: settled[at]!, stands: stands[at]!.slice() })),
    offers: offers.map(offer => ({ ...offer, stands: offer.stands.slice() })),
  })
  return {
    seen,
    openStage: async () => undefined,
    closeStage: async () => undefined,
    take: async (_, moves) => {
      for (const [member, own] of moves.entries()) for (const move of own) apply(member, move)
    },
    settle: async (_, settling) => {
      for (const { issue, option } of settling) settled[issue] = option
    },
    offer: async (_, options) => {
      offers = options.flatMap((option, issue) =>
        option === null ? [] : [{ issues: [issue], options: [option], stands: new Uint8Array(members) }],
      )
    },
    takeOffer: async () => {
      const refused = offers.flatMap(offer => {
        const [issue, option] = [offer.issues[0]!, offer.options[0]!]
        if (offer.stands.includes(said.objects)) return [{ issue, option }]
        settled[issue] = option
        return []
      })
      offers = []
      return refused
    },
    inject: async () => undefined,
    settled: () => settled,
    decide: async (_, ask) => {
      const first = ask('silence')
      if (first.length === 0) return { how: 'silence', objecting: [], silenceBroken: false }
      const objecting = ask('room')
      return { how: objecting.length === 0 ? 'inTheRoom' : null, objecting, silenceBroken: true }
    },
    undertake: async () => undefined,
  }
}
