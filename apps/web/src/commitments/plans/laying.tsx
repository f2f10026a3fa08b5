import type { DomainState } from '@gavel/domain'
import type { TextId } from '@gavel/kernel'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { useAsking } from '../../acting/use-asking.ts'
import { Choice } from '../../decisions/fields.tsx'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { freshId } from '../../live/room.ts'
import { useRoom, useSlice } from '../../live/use-room.tsx'
import { useAskAgain, useView } from '../../live/use-view.ts'
import { bringIn, textIdFor } from '../../texts/papers/draft-read.ts'
import { useWords } from '../../words/use-words.tsx'
import { DialogFoot } from '../dialog-foot.tsx'
import type { PlanRow } from './shapes.ts'

const DraftShown = lazy(async () => ({
  default: (await import('../../decisions/draft-shown.tsx')).DraftShown,
}))

interface TextRow {
  readonly id: string
  readonly title: string
  readonly body: string
}

const draftOf = async (plan: string): Promise<string> => {
  const answer = await fetch(`/api/plans/${encodeURIComponent(plan)}/draft`, { credentials: 'same-origin' })
  if (!answer.ok) throw new TypeError(`the draft was not given: ${answer.status}`)
  return answer.text()
}

interface LayingProps {
  readonly state: DomainState
  readonly plan: PlanRow
  readonly onClose: () => void
}

/** The draft as the proposals make it, shown before it is brought in as a text. */
const Draft = ({
  plan,
  onBrought,
}: Pick<LayingProps, 'plan'> & { readonly onBrought: (text: string) => void }) => {
  const { t } = useWords()
  const { as, viewer } = useRoom()
  const slice = useSlice()
  const asking = useAsking()
  const askAgain = useAskAgain()
  const [chance] = useState(() => freshId('').slice(1, 7))
  const { data, isError } = useQuery({
    queryKey: ['draft', plan.id],
    queryFn: () => draftOf(plan.id),
    staleTime: 0,
  })
  if (isError) return <p className="soft">{t('app.failed')}</p>
  if (data === undefined || as === null) return <p className="soft">{t('app.loading')}</p>
  const bring = async (): Promise<void> => {
    const text = textIdFor(plan.title, chance)
    const about = {
      title: plan.title,
      body: plan.body,
      audience: 'members',
      language: slice?.institution.organisation?.languages[0] ?? 'en',
      fictional: viewer.demonstration,
    } as const
    const given = { name: '', bytes: data, type: 'text/plain' }
    if (!(await asking.done(() => bringIn(given, text, about, as)))) return
    await askAgain('/api/texts')
    onBrought(text)
  }
  return (
    <>
      <section aria-label={t('plans.draft')}>
        <Suspense fallback={<p className="soft">{t('app.loading')}</p>}>
          <DraftShown source={data} />
        </Suspense>
      </section>
      <ProblemShown problem={asking.problem} />
      <p>
        <Button busy={asking.busy} onPress={() => void bring()}>
          {t('plans.draft.bring')}
        </Button>
      </p>
    </>
  )
}

/** C-11. The text that is to be the plan: brought in from the proposals or chosen, and laid before the body. */
export const LayingDialog = ({ state, plan, onClose }: LayingProps) => {
  const { t } = useWords()
  const { data } = useView<{ readonly texts: readonly TextRow[] }>('/api/texts')
  const [text, setText] = useState('')
  const own = useSlice(text === '' ? null : text)
  const withText = own === undefined ? state : { ...state, texts: own.texts }
  const rows = (data?.texts ?? []).filter(({ body }) => body === plan.body)
  return (
    <Dialog title={t('plans.lay')} isOpen onClose={onClose} wide deliberate>
      <div className="stack">
        <section className="stack" data-gap="small" aria-labelledby="lay-1">
          <h3 id="lay-1">{t('plans.lay.draft')}</h3>
          <p className="soft small">{t('plans.lay.draft.lead')}</p>
          <Draft plan={plan} onBrought={setText} />
        </section>
        <section className="stack" data-gap="small" aria-labelledby="lay-2">
          <h3 id="lay-2">{t('plans.lay.text')}</h3>
          <Choice
            label={t('plans.lay.which')}
            value={text}
            onChange={setText}
            options={[['', t('plans.lay.choose')], ...rows.map(({ id, title }) => [id, title] as const)]}
          />
        </section>
        <DialogFoot
          state={withText}
          onClose={onClose}
          intent={{ type: 'commitments.layPlan', body: { plan: plan.id, text: text as TextId } }}
          confirm={t('plans.lay.do')}
        />
      </div>
    </Dialog>
  )
}
