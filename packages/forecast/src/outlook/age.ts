const dayLength = 86_400_000

/** Days since 1970 of an instant or a day in ISO 8601. NaN when it is none. */
export const dayOf = (at: string): number => Date.parse(at) / dayLength

/** What is left of evidence of that many days: half after each `half`. What lies ahead weighs like today. */
export const faded = (days: number, half: number): number => 0.5 ** (Math.max(0, days) / half)
