import { canonicalJson, type Json } from '@gavel/kernel'

/** A move of a small world: what it is called, and where it leads, or the rule that closes the way. */
export interface Move<Node> {
  readonly name: string
  readonly to: () =>
    | { readonly node: Node; readonly broken: readonly string[] }
    | { readonly refusedBy: string }
}

export interface Explored {
  readonly states: number
  readonly moves: number
  /** The length of the longest way walked, in moves. */
  readonly depth: number
  /** Whether every state within the depth was reached before the bound on states. */
  readonly complete: boolean
  readonly refusedBy: ReadonlySet<string>
  readonly accepted: ReadonlySet<string>
  /** The first broken laws, each with the moves that lead to it. */
  readonly broken: readonly { readonly law: string; readonly way: readonly string[] }[]
}

interface Reached<Node> {
  readonly node: Node
  readonly way: readonly string[]
}

/**
 * Walks every way through a small world, breadth first, up to `depth` moves and `states` states; two states that
 * read the same are one. Stops at the first broken law: breadth first, so its way is a shortest one.
 */
export const explore = <Node>(
  start: Node,
  movesFrom: (node: Node) => readonly Move<Node>[],
  bounds: { readonly depth: number; readonly states: number },
): Explored => {
  const seen = new Set([canonicalJson(start as Json)])
  const refusedBy = new Set<string>()
  const accepted = new Set<string>()
  let moves = 0
  let layer: readonly Reached<Node>[] = [{ node: start, way: [] }]
  const told = (depth: number, complete: boolean, broken: Explored['broken']): Explored => ({
    states: seen.size,
    moves,
    depth,
    complete,
    refusedBy,
    accepted,
    broken,
  })
  for (let depth = 0; depth < bounds.depth; depth++) {
    const next: Reached<Node>[] = []
    for (const { node, way } of layer) {
      for (const move of movesFrom(node)) {
        moves++
        const result = move.to()
        if ('refusedBy' in result) {
          refusedBy.add(result.refusedBy)
          continue
        }
        accepted.add(move.name.split(' ')[0]!)
        const here = [...way, move.name]
        if (result.broken.length > 0)
          return told(
            depth + 1,
            false,
            result.broken.map(law => ({ law, way: here })),
          )
        const key = canonicalJson(result.node as Json)
        if (seen.has(key)) continue
        seen.add(key)
        next.push({ node: result.node, way: here })
        if (seen.size >= bounds.states) return told(depth + 1, false, [])
      }
    }
    if (next.length === 0) return told(depth + 1, true, [])
    layer = next
  }
  return told(bounds.depth, true, [])
}
