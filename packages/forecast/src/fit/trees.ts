import { type Matrix, sigmoid } from './logistic.ts'

/**
 * Gradient-boosted trees for a probability (Friedman 2001; second-order gains and shrinkage as in Chen & Guestrin 2016),
 * on columns cut into at most 64 bins. Every tree is complete to its depth: node k splits on `column[k]` at bin
 * `cut[k]`, to 2k+1 when the bin is at most the cut, else to 2k+2; a leaf that was not split repeats its value.
 */
export interface Trees {
  readonly depth: number
  readonly start: number
  readonly edges: readonly Float32Array[]
  readonly trees: readonly Tree[]
}

interface Tree {
  readonly column: Uint8Array
  readonly cut: Uint8Array
  readonly leaves: Float32Array
}

export interface TreeSettings {
  readonly rounds: number
  readonly depth: number
  readonly rate: number
  /** Penalty on the square of a leaf's value, and the least sum of curvature in a leaf. */
  readonly ridge: number
  readonly leastCurvature: number
  /** Of how many columns each tree may choose, as a share; which ones, the generator says. */
  readonly columns: number
}

const bins = 64

/** Cuts that put about equally many rows into each bin. */
const edgesOf = ({ values, width }: Matrix, rows: Uint32Array): Float32Array[] =>
  Array.from({ length: width }, (_, c) => {
    const step = Math.max(1, Math.floor(rows.length / 20000))
    const sample: number[] = []
    for (let k = 0; k < rows.length; k += step) sample.push(values[rows[k]! * width + c]!)
    const sorted = Float32Array.from(sample).sort()
    const cuts = new Set<number>()
    for (let b = 1; b < bins; b++) cuts.add(sorted[Math.floor((b * sorted.length) / bins)]!)
    cuts.delete(sorted.at(-1)!)
    return Float32Array.from([...cuts].sort((a, b) => a - b))
  })

const binOf = (edges: Float32Array, value: number): number => {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= edges[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

interface Level {
  readonly histogram: Float64Array
  readonly node: Uint8Array
}

/** Sums of gradient and curvature per node of a level, column and bin. */
const fill = (
  level: Level,
  binned: Uint8Array,
  width: number,
  chosen: Uint8Array,
  g: Float32Array,
  h: Float32Array,
): void => {
  const { histogram, node } = level
  histogram.fill(0)
  for (let r = 0; r < node.length; r++) {
    const base = node[r]! * width
    const [gr, hr] = [g[r]!, h[r]!]
    for (let k = 0; k < chosen.length; k++) {
      const c = chosen[k]!
      const cell = ((base + c) * bins + binned[r * width + c]!) * 2
      histogram[cell] = histogram[cell]! + gr
      histogram[cell + 1] = histogram[cell + 1]! + hr
    }
  }
}

interface Split {
  readonly column: number
  readonly cut: number
}

/** The best split of one node, and none (a cut beyond the last bin) when nothing is gained. */
const bestSplit = (
  histogram: Float64Array,
  node: number,
  width: number,
  chosen: Uint8Array,
  { ridge, leastCurvature }: TreeSettings,
): Split => {
  let best = { column: chosen[0]!, cut: bins - 1, gain: 1e-6 }
  for (const c of chosen) {
    const base = (node * width + c) * bins * 2
    let [G, H] = [0, 0]
    for (let b = 0; b < bins; b++) {
      G += histogram[base + 2 * b]!
      H += histogram[base + 2 * b + 1]!
    }
    const whole = (G * G) / (H + ridge)
    let [gl, hl] = [0, 0]
    for (let b = 0; b < bins - 1; b++) {
      gl += histogram[base + 2 * b]!
      hl += histogram[base + 2 * b + 1]!
      if (hl < leastCurvature || H - hl < leastCurvature) continue
      const gain = (gl * gl) / (hl + ridge) + (G - gl) ** 2 / (H - hl + ridge) - whole
      if (gain > best.gain) best = { column: c, cut: b, gain }
    }
  }
  return best
}

const grow = (
  binned: Uint8Array,
  width: number,
  chosen: Uint8Array,
  g: Float32Array,
  h: Float32Array,
  settings: TreeSettings,
  histogram: Float64Array,
): readonly [Tree, Uint8Array] => {
  const n = g.length
  const inner = 2 ** settings.depth - 1
  const tree = {
    column: new Uint8Array(inner),
    cut: new Uint8Array(inner),
    leaves: new Float32Array(inner + 1),
  }
  const node = new Uint8Array(n)
  for (let depth = 0; depth < settings.depth; depth++) {
    const first = 2 ** depth - 1
    fill({ histogram, node }, binned, width, chosen, g, h)
    for (let k = 0; k < 2 ** depth; k++) {
      const split = bestSplit(histogram, k, width, chosen, settings)
      tree.column[first + k] = split.column
      tree.cut[first + k] = split.cut
    }
    for (let r = 0; r < n; r++) {
      const at = first + node[r]!
      node[r] = 2 * node[r]! + (binned[r * width + tree.column[at]!]! <= tree.cut[at]! ? 0 : 1)
    }
  }
  const G = new Float64Array(inner + 1)
  const H = new Float64Array(inner + 1)
  for (let r = 0; r < n; r++) {
    G[node[r]!] = G[node[r]!]! + g[r]!
    H[node[r]!] = H[node[r]!]! + h[r]!
  }
  for (let k = 0; k <= inner; k++) tree.leaves[k] = (settings.rate * G[k]!) / (H[k]! + settings.ridge)
  return [tree, node]
}

const drawColumns = (width: number, share: number, random: () => number): Uint8Array => {
  const all = Array.from({ length: width }, (_, c) => c)
  const wanted = Math.max(1, Math.round(share * width))
  for (let k = 0; k < wanted; k++) {
    const at = k + Math.floor(random() * (width - k))
    ;[all[k], all[at]] = [all[at]!, all[k]!]
  }
  return Uint8Array.from(all.slice(0, wanted).sort((a, b) => a - b))
}

/** Fits trees to `target` (0 or 1, one per row of the matrix) on the rows given. `random` gives numbers in [0, 1). */
export const growTrees = (
  x: Matrix,
  rows: Uint32Array,
  target: ArrayLike<number>,
  weight: (row: number) => number,
  settings: TreeSettings,
  random: () => number,
): Trees => {
  const { values, width } = x
  const n = rows.length
  const edges = edgesOf(x, rows)
  const binned = new Uint8Array(n * width)
  const weights = new Float32Array(n)
  let [sum, happened] = [0, 0]
  for (let r = 0; r < n; r++) {
    for (let c = 0; c < width; c++) binned[r * width + c] = binOf(edges[c]!, values[rows[r]! * width + c]!)
    weights[r] = weight(rows[r]!)
    sum += weights[r]!
    happened += weights[r]! * target[rows[r]!]!
  }
  const start = Math.log((happened + 0.5) / (sum - happened + 0.5))
  const eta = new Float32Array(n).fill(start)
  const [g, h] = [new Float32Array(n), new Float32Array(n)]
  const histogram = new Float64Array(2 ** (settings.depth - 1) * width * bins * 2)
  const trees: Tree[] = []
  for (let round = 0; round < settings.rounds; round++) {
    for (let r = 0; r < n; r++) {
      const p = sigmoid(eta[r]!)
      g[r] = weights[r]! * (target[rows[r]!]! - p)
      h[r] = weights[r]! * p * (1 - p)
    }
    const [tree, leaf] = grow(
      binned,
      width,
      drawColumns(width, settings.columns, random),
      g,
      h,
      settings,
      histogram,
    )
    for (let r = 0; r < n; r++) eta[r] = eta[r]! + tree.leaves[leaf[r]!]!
    trees.push(tree)
  }
  return { depth: settings.depth, start, edges, trees }
}

/** The logit the trees give for one row. */
export const treesLogit = ({ depth, start, edges, trees }: Trees, x: Matrix, row: number): number => {
  const bin = new Uint8Array(x.width)
  for (let c = 0; c < x.width; c++) bin[c] = binOf(edges[c]!, x.values[row * x.width + c]!)
  let eta = start
  for (const { column, cut, leaves } of trees) {
    let k = 0
    for (let d = 0; d < depth; d++) k = 2 * k + (bin[column[k]!]! <= cut[k]! ? 1 : 2)
    eta += leaves[k - (2 ** depth - 1)]!
  }
  return eta
}
