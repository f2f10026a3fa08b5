import type { Audience } from '@gavel/domain'
import type { BodyId, MemberId, TextId } from '@gavel/kernel'

/**
 * Who may read what was counted, as the first part of a key: `public`, `members`, `body:wg`, `delegation:KAZ`,
 * `delegations:*KAZ,UZB` (the star: and the secretariat). What only
 * those may read who are of two audiences joins both by `+`. Sums are kept apart by circle, so that each reader is
 * given the sums of exactly what she may read.
 */
export type Circle = string

export const circleOf = (audience: Audience): Circle => {
  switch (audience.kind) {
    case 'body':
      return `body:${audience.body}`
    case 'delegation':
      return `delegation:${audience.member}`
    case 'delegations':
      return `delegations:${audience.secretariat ? '*' : ''}${audience.members.join(',')}`
    case 'mediators':
      return `mediators:${audience.members.join(',')}:${audience.text}`
    default:
      return audience.kind
  }
}

/** The circle of those who are of both. Whoever sits in a body, or is of a delegation, is among the members. */
export const narrower = (a: Circle, b: Circle): Circle => {
  if (a === b || b === 'public') return a
  if (a === 'public') return b
  if (a === 'members') return b
  if (b === 'members') return a
  return [...new Set([...a.split('+'), ...b.split('+')])].sort().join('+')
}

const audienceIn = (name: string): Audience => {
  const at = name.indexOf(':')
  const of = name.slice(at + 1)
  if (at < 0) return { kind: name as 'public' | 'members' }
  if (name.startsWith('delegations:'))
    return {
      kind: 'delegations',
      members: of.replace('*', '').split(',') as MemberId[],
      secretariat: of.startsWith('*'),
    }
  if (name.startsWith('mediators:')) {
    const cut = of.indexOf(':')
    const members = of.slice(0, cut).split(',').filter(Boolean) as MemberId[]
    return { kind: 'mediators', text: of.slice(cut + 1) as TextId, members }
  }
  return name.startsWith('body:')
    ? { kind: 'body', body: of as BodyId }
    : { kind: 'delegation', member: of as MemberId }
}

/** Whether a reader is of a circle; each circle is looked at once. */
export const insight = (sees: (audience: Audience) => boolean): ((circle: Circle) => boolean) => {
  const known = new Map<Circle, boolean>()
  return circle => {
    const found = known.get(circle) ?? circle.split('+').every(name => sees(audienceIn(name)))
    known.set(circle, found)
    return found
  }
}
