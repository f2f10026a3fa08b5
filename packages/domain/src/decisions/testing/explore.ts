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
 *
 * What must hold of every step is asked of every step; `lawsOf`, what must hold of a state whichever way led to it, is
 * asked of each state once, which is most of what makes these walks cheap.
 */
export const explore = <Node>(
  start: Node,
  movesFrom: (node: Node) => readonly Move<Node>[],
  bounds: { readonly depth: number; readonly states: number },
  lawsOf: (node: Node) => readonly string[] = () => [],
): Explored => {
  // As it is written, not in canonical order: the same acts in another order may count as a state more, never less.
  const seen = new Set([JSON.stringify(start)])
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
        const key = JSON.stringify(result.node)
        const known = seen.has(key)
        const broken = known ? result.broken : [...result.broken, ...lawsOf(result.node)]
        if (broken.length > 0)
          return told(
            depth + 1,
            false,
            broken.map(law => ({ law, way: here })),
          )
        if (known) continue
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
