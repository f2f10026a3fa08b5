/** Why a row was refused, and where. */
export interface RefusedRow {
  readonly row: number
  /** The column the fault is about; null: the row as a whole. */
  readonly column: string | null
  /** The rule that refused an act of the row; null where something else did. */
  readonly rule: string | null
  /** What else is wrong: `empty`, `day`, `unknownMember`, `duplicate`, `shape`, `actIdTaken`, … */
  readonly fault: string | null
  readonly value: string
  readonly message: string
  readonly cells: readonly string[]
}

/** How an import stands, or what it came to. */
export interface Tally {
  /** Rows read. */
  readonly rows: number
  /** Rows recorded now; in a dry run, rows that would be. */
  readonly stored: number
  /** Rows an earlier run recorded. */
  readonly already: number
  readonly refused: number
  /** Rows refused, by rule or fault. */
  readonly reasons: Readonly<Record<string, number>>
  /** Acts of the rows stored, by type. */
  readonly acts: Readonly<Record<string, number>>
  /** What nobody here knows, by column and value, with how many rows name it. */
  readonly unknown: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** How many values of one column are kept under `unknown`; further ones are counted together. */
const mostUnknown = 500

export const tallying = () => {
  const counts = { rows: 0, stored: 0, already: 0, refused: 0 }
  const reasons = new Map<string, number>()
  const acts = new Map<string, number>()
  const unknown = new Map<string, Map<string, number>>()
  const more = (table: Map<string, number>, key: string): void => {
    table.set(key, (table.get(key) ?? 0) + 1)
  }
  const unknownValue = ({ column, fault, value }: RefusedRow): void => {
    if (fault !== 'unknownMember' && fault !== 'unknownValue') return
    const name = column ?? ''
    const values = unknown.get(name) ?? new Map<string, number>()
    unknown.set(name, values)
    more(values, values.has(value) || values.size < mostUnknown ? value : '…')
  }
  return {
    read: (): void => {
      counts.rows++
    },
    stored: (types: readonly string[]): void => {
      counts.stored++
      for (const type of types) more(acts, type)
    },
    already: (): void => {
      counts.already++
    },
    refused: (row: RefusedRow): void => {
      counts.refused++
      more(reasons, row.rule ?? row.fault ?? 'unknown')
      unknownValue(row)
    },
    now: (): Tally => ({
      ...counts,
      reasons: Object.fromEntries([...reasons].sort(([, a], [, b]) => b - a)),
      acts: Object.fromEntries(acts),
      unknown: Object.fromEntries(
        [...unknown].map(([column, values]) => [column, Object.fromEntries(values)]),
      ),
    }),
  }
}
