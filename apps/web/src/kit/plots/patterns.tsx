/** Fills that are told apart without colour: by what is hatched on what. */

interface Fill {
  readonly ground: 'paper' | 'accent' | 'soft'
  readonly hatch: string
  readonly bold?: true
}

const fills: readonly Fill[] = [
  { ground: 'accent', hatch: '' },
  { ground: 'paper', hatch: 'M0 8L8 0M-2 2L2 -2M6 10L10 6' },
  { ground: 'soft', hatch: '' },
  { ground: 'paper', hatch: 'M2 2h1M6 6h1', bold: true },
  { ground: 'paper', hatch: '' },
  { ground: 'paper', hatch: 'M0 0L8 8M-2 6L2 10M6 -2L10 2' },
  { ground: 'accent', hatch: 'M0 4H8' },
  { ground: 'paper', hatch: 'M2 0V8M6 0V8' },
  { ground: 'paper', hatch: 'M0 0L8 8M0 8L8 0' },
  { ground: 'paper', hatch: 'M0 2H8M0 6H8' },
  { ground: 'soft', hatch: 'M4 0V8' },
  { ground: 'paper', hatch: 'M0 4H8M4 0V8', bold: true },
]

const patternOf = (at: number): number => at % fills.length

/** The definitions of the fills, under names that begin with `id`. */
export const Patterns = ({ id }: { readonly id: string }) => (
  <defs>
    {fills.map(({ ground, hatch, bold }, at) => (
      <pattern
        key={`${ground} ${hatch}`}
        id={`${id}-${at}`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
      >
        <rect width="8" height="8" className={`plot-ground-${ground}`} />
        {hatch !== '' && (
          <path
            d={hatch}
            className={ground === 'paper' ? 'plot-hatch' : 'plot-hatch-light'}
            data-bold={bold}
          />
        )}
      </pattern>
    ))}
  </defs>
)

/** The fill of the so-manieth part. */
export const fillOf = (id: string, at: number): string => `url(#${id}-${patternOf(at)})`

const marks: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z`,
  (x, y) => `M${x - 5} ${y - 5}h10v10h-10Z`,
  (x, y) => `M${x} ${y - 6}L${x + 6} ${y + 5}H${x - 6}Z`,
  (x, y) => `M${x} ${y - 7}L${x + 6} ${y}L${x} ${y + 7}L${x - 6} ${y}Z`,
  (x, y) => `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x - 5} ${y + 5}L${x + 5} ${y - 5}`,
  (x, y) => `M${x - 6} ${y}H${x + 6}M${x} ${y - 6}V${y + 6}`,
]

/** The mark of the so-manieth series: a shape of its own, every second of them filled. */
export const Mark = ({ at, x, y }: { readonly at: number; readonly x: number; readonly y: number }) => (
  <path
    className="plot-mark"
    data-filled={at % 2 === 0 ? '' : undefined}
    d={marks[at % marks.length]!(x, y)}
  />
)

const dashes = ['', '6 4', '2 3', '10 3 2 3', '1 4', '14 4']

/** How the line of the so-manieth series is broken; undefined: not at all. */
export const dashOf = (at: number): string | undefined => dashes[at % dashes.length] || undefined
