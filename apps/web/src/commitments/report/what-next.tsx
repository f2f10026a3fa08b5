import { commitments as chapter, type DomainState } from '@gavel/domain'
import { get, type MemberId } from '@gavel/kernel'
import { useNow, useRoom } from '../../live/use-room.tsx'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import type { CommitmentAnswer } from '../answers.ts'

interface NextProps {
  readonly answer: CommitmentAnswer
  readonly state: DomainState
  readonly member: string
}

/** The name somebody is accredited under; her id where the register does not show it. */
export const personName = (state: DomainState, person: string): string => {
  const [credential] = get(state.institution.credentialsOf, person) ?? []
  return (credential && get(state.institution.credentials, credential)?.name) ?? person
}

/** C-24. What becomes of a report once it is sent: it waits for the validator, or is the member's word at once. */
export const WhatNext = ({ answer, state, member }: NextProps) => {
  const speech = useWords()
  const { t, list } = speech
  const { as, viewer } = useRoom()
  const now = useNow(60_000)
  if (as?.kind !== 'delegate') return <p className="u-next">{t('report.next.recorded')}</p>
  const validators = chapter.validatorsFor(state, member as MemberId, answer.commitment, now)
  // What a validator tells herself waits for nobody.
  const others = validators.some(person => person === viewer.person) ? [] : validators
  return (
    <p className="u-next">
      <span aria-hidden="true">→ </span>
      {others.length === 0
        ? t('report.next.word', { member: partyName(state, speech, member) })
        : t('report.next.waits', { who: list(others.map(person => personName(state, person))) })}
    </p>
  )
}
