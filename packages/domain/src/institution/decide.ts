import type { Outcome } from '@gavel/kernel'
import { accepted } from '@gavel/kernel'
import { eventOf, unknownAct } from '../event.ts'
import type { InstitutionAct } from './acts.ts'
import type { InstitutionEvent } from './events.ts'
import type { UpToInstitution } from './state.ts'

export const decide = (act: InstitutionAct, _state: UpToInstitution): Outcome<InstitutionEvent> => {
  switch (act.type) {
    case 'institution.found': {
      const { organisation: id, ...rest } = act.body
      return accepted([eventOf(act, 'institution.founded', { organisation: { id, ...rest } })])
    }
    case 'institution.recordParty': {
      const { party, name, ...claim } = act.body
      return accepted([eventOf(act, 'institution.partyRecorded', { party, name, claim })])
    }
    case 'institution.recordBody': {
      const { body: id, ...rest } = act.body
      return accepted([eventOf(act, 'institution.bodyRecorded', { body: { id, ...rest } })])
    }
    case 'institution.recordArea': {
      const { area: id, ...rest } = act.body
      return accepted([eventOf(act, 'institution.areaRecorded', { area: { id, ...rest } })])
    }
    case 'institution.recordTerm':
      return accepted([eventOf(act, 'institution.termRecorded', { term: act.body })])
    case 'institution.setParameter': {
      const { name, ...value } = act.body
      return accepted([eventOf(act, 'institution.parameterSet', { name, value })])
    }
    case 'institution.accredit':
      return accepted([eventOf(act, 'institution.accredited', act.body)])
    case 'institution.revokeCredential':
      return accepted([eventOf(act, 'institution.credentialRevoked', act.body)])
    case 'institution.suspendCredential':
      return accepted([eventOf(act, 'institution.credentialSuspended', act.body)])
    case 'institution.restoreCredential':
      return accepted([eventOf(act, 'institution.credentialRestored', act.body)])
    default:
      return unknownAct(act)
  }
}
