import { dayMs, fromEpochMs } from '@gavel/kernel'
import type { Scenario } from '../scenario/scenario.ts'
import { delegateOf } from './stages.ts'
import type { Said, Teller } from './teller.ts'

/** Once the text is adopted: what delegations undertake, each of its own will. */
export const undertakings = (scenario: Scenario, now: number, { say }: Teller): Promise<void> => {
  const dayIn = (days: number): string => fromEpochMs(now + days * dayMs).slice(0, 10)
  return say(
    ...scenario.delegations.flatMap(({ member, undertakes }, at): readonly Said[] =>
      undertakes === undefined
        ? []
        : [
            {
              as: delegateOf(scenario, at),
              type: 'commitments.undertake',
              body: {
                commitment: `pledge-${member}`,
                member,
                audience: { kind: 'members' },
                terms: {
                  title: `Exercise: ${scenario.title}`,
                  pledge: undertakes,
                  from: dayIn(0),
                  until: dayIn(365),
                  evidence: [{ kind: 'document', what: 'a note to all delegations' }],
                  reporting: { first: dayIn(180), everyMonths: 12 },
                },
              },
            },
          ],
    ),
  )
}
