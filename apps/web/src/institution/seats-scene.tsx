import type { Capacity } from '@gavel/domain'
import { institution } from '@gavel/domain'
import type { BodyId } from '@gavel/kernel'
import { useLocation } from 'wouter'
import { Button } from '../kit/button.tsx'
import { request } from '../live/request.ts'
import { useNow, useRoom, useSlice } from '../live/use-room.tsx'
import { bodyName, partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'

/** The seats of a demonstration, for whoever comes in. */
export const SeatsScene = () => {
  const speech = useWords()
  const { t } = speech
  const room = useRoom()
  const state = useSlice()
  const now = useNow(60_000)
  const [, go] = useLocation()
  const sit = async (as: Capacity): Promise<void> => {
    await request('POST', '/api/demo/seat', { as, how: 'cookie' })
    await room.refresh()
    go('/')
  }
  if (state === undefined) return <p className="busy">{t('app.loading')}</p>
  return (
    <section className="page">
      <h1>{t('seats.title')}</h1>
      <p>{t('seats.lead')}</p>
      <h2>{t('seats.secretariat')}</h2>
      <p className="row">
        <Button onPress={() => sit({ kind: 'secretariat' })}>{t('app.capacity.secretariat')}</Button>
        <Button onPress={() => sit({ kind: 'chair', body: 'soc' as BodyId })}>
          {bodyName(state, speech, 'soc')}
        </Button>
      </p>
      <h2>{t('seats.delegations')}</h2>
      <p className="row">
        {institution.activeMembers(state.institution, now).map(member => (
          <Button key={member} onPress={() => sit({ kind: 'delegate', member })}>
            <bdi>{partyName(state, speech, member)}</bdi>
          </Button>
        ))}
      </p>
    </section>
  )
}
