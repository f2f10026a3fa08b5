import { type Capacity, type DomainState, texts } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { RemindersShown, useReminders, WaitsElsewhere } from '../commitments/reminders/reminders-shown.tsx'
import { type Need, needsOf } from '../due/needs.ts'
import { NeedsShown } from '../due/needs-shown.tsx'
import { readyIn } from '../due/ready.ts'
import { request } from '../live/request.ts'
import { useNow, useRoom, useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { useWords } from '../words/use-words.tsx'
import type { Summary } from './around.tsx'
import { Part } from './part.tsx'

const hrefOf = (text: string): string => `/texts/${encodeURIComponent(text)}`

const textNeed = (kind: Need['kind'], { id, title, body }: Summary, n?: number): Need => ({
  kind,
  href: kind === 'separates' ? '/delegation' : hrefOf(id),
  title,
  body,
  at: null,
  overdue: false,
  ...(n === undefined ? {} : { n }),
})

/** Texts in which something stands between a delegation and consensus. */
const useSeparations = (open: readonly Summary[], as: Capacity): readonly Need[] => {
  const member = as.kind === 'delegate' ? as.member : null
  const answers = useQueries({
    queries: open.map(({ id }) => {
      const path = `/api/texts/${encodeURIComponent(id)}/stands?member=${encodeURIComponent(member ?? '')}`
      return {
        queryKey: ['view', path],
        queryFn: () => request<{ separates: readonly unknown[] }>('GET', path),
        enabled: member !== null,
      }
    }),
  })
  return open.flatMap((text, at) => {
    const n = answers[at]?.data?.separates.length ?? 0
    return n === 0 ? [] : [textNeed('separates', text, n)]
  })
}

/** How many disputes of a text whoever steers may settle now; the text is fetched for that. */
const ReadyIn = ({ text }: { readonly text: Summary }) => {
  const room = useRoom()
  const state = useSlice(text.id)
  const whole = state === undefined ? undefined : texts.textOf(state.texts, text.id as TextId)
  const n = useMemo(
    () => (whole === undefined ? 0 : readyIn(room, state!, whole).filter(({ spoken }) => spoken).length),
    [room, state, whole],
  )
  return n === 0 ? null : <NeedsShown needs={[{ ...textNeed('ready', text, n), href: '/desk/texts' }]} />
}

/** Texts a chair steers: of her body, open, at most so many as are fetched without much thought. */
const mostTexts = 4

/** What waits for whoever looks, in the capacity she acts in. */
export const NeedsMe = ({ state, as }: { readonly state: DomainState; readonly as: Capacity }) => {
  const { t } = useWords()
  const { viewer } = useRoom()
  const now = useNow(30_000)
  const { data } = useView<{ texts: readonly Summary[] }>('/api/texts')
  const all = data?.texts ?? []
  const open = all.filter(({ stage }) => stage === 'open')
  const separations = useSeparations(as.kind === 'delegate' ? open : [], as)
  const needs = useMemo(
    () => needsOf(state, as, viewer.person as never, now),
    [state, as, viewer.person, now],
  )
  const laying =
    as.kind === 'secretariat'
      ? all.filter(({ stage }) => stage === 'laying').map(text => textNeed('laying', text))
      : []
  const steered = as.kind === 'chair' ? open.filter(({ body }) => body === as.body).slice(0, mostTexts) : []
  const { own: reminders, elsewhere } = useReminders(as)
  const shown = [...needs, ...separations, ...laying]
  const nothing = shown.length + steered.length + reminders.length === 0
  return (
    <Part title={t('today.needs')}>
      {nothing && <p className="soft">{t('today.needs.none')}</p>}
      {shown.length > 0 && <NeedsShown needs={shown} />}
      <RemindersShown state={state} reminders={reminders} />
      {steered.map(text => (
        <ReadyIn key={text.id} text={text} />
      ))}
      <WaitsElsewhere state={state} elsewhere={elsewhere} />
    </Part>
  )
}
