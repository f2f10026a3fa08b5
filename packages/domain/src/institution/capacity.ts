import type { Capacity } from '../act.ts'

/**
 * A capacity in one line: `delegate:KAZ`, `chair:soc`, `secretariat`. Two capacities are one when their lines are;
 * it is the key credentials are kept under and what the facts of a refusal show.
 */
export const capacityName = (as: Capacity): string => {
  switch (as.kind) {
    case 'delegate':
      return `delegate:${as.member}`
    case 'chair':
      return `chair:${as.body}`
    case 'coordinator':
      return `coordinator:${as.area}`
    case 'facilitator':
      return `facilitator:${as.text}`
    case 'observer':
      return `observer:${as.observer}`
    case 'secretariat':
    case 'system':
      return as.kind
  }
}

/** Two capacities are one when they name the same role in the same place. */
export const sameCapacity = (a: Capacity, b: Capacity): boolean =>
  a.kind === b.kind && capacityName(a) === capacityName(b)
