import type { Outcome } from '@gavel/kernel'
import { unknownAct } from '../event.ts'
import type { InstitutionAct } from './acts.ts'
import { accredit, restore, revoke, suspend } from './credentials.ts'
import type { InstitutionEvent } from './events.ts'
import { found, recordArea, recordBody, recordParty, recordTerm, setParameter } from './register.ts'
import type { UpToInstitution } from './state.ts'

/** What an act of this chapter leads to. The gate (I-1 to I-8) has been passed, or the act is the institution's own. */
export const decide = (
  act: InstitutionAct,
  { institution: own }: UpToInstitution,
): Outcome<InstitutionEvent> => {
  switch (act.type) {
    case 'institution.found':
      return found(act, own)
    case 'institution.recordParty':
      return recordParty(act, own)
    case 'institution.recordBody':
      return recordBody(act, own)
    case 'institution.recordArea':
      return recordArea(act, own)
    case 'institution.recordTerm':
      return recordTerm(act, own)
    case 'institution.setParameter':
      return setParameter(act, own)
    case 'institution.accredit':
      return accredit(act, own)
    case 'institution.revokeCredential':
      return revoke(act, own)
    case 'institution.suspendCredential':
      return suspend(act, own)
    case 'institution.restoreCredential':
      return restore(act, own)
    default:
      return unknownAct(act)
  }
}
