/**
 * Chapter 1, institution: who belongs to the organisation and in which way, its bodies and offices, and who may act
 * for whom. Every other chapter stands on it.
 */
export type {
  InstitutionAct,
  LocalName,
  Office,
  ParameterValue,
  Right,
  Source,
} from './acts.ts'
export { decide } from './decide.ts'
export type { InstitutionEvent } from './events.ts'
export { evolve, officeKey } from './evolve.ts'
export { nameFault, wordsFault } from './names.ts'
export { type Profile, readProfile } from './profile.ts'
export type { ProfileFault } from './profileReading.ts'
export * from './questions.ts'
export {
  type Area,
  type Body,
  type Claim,
  type Credential,
  type DatedValue,
  type InstitutionState,
  initial,
  type Organisation,
  type Party,
  type PartyStatus,
  type Standing,
  type Term,
  type UpToInstitution,
} from './state.ts'
