import type { Capacity } from '@gavel/domain'
import { useState } from 'react'
import { Disclosure, DisclosurePanel, Button as Press } from 'react-aria-components'
import { Link } from 'wouter'
import { useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { actWords, capacityWords } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'

interface Step {
  readonly index: number
  readonly act: { readonly type: string; readonly at: string; readonly as: Capacity }
}

/** What happened to a paragraph, newest first; fetched when somebody opens it, and anew when the paragraph has changed. */
export const History = ({
  text,
  paragraph,
  revision,
}: {
  readonly text: string
  readonly paragraph: string
  readonly revision: number
}) => {
  const speech = useWords()
  const { t, instant } = speech
  const state = useSlice()
  const [open, setOpen] = useState(false)
  const path = `/api/texts/${encodeURIComponent(text)}/paragraphs/${encodeURIComponent(paragraph)}/history`
  const { data } = useView<{ history: readonly Step[] }>(open ? path : null)
  return (
    <Disclosure isExpanded={open} onExpandedChange={setOpen} data-revision={revision}>
      <Press slot="trigger" className="button" data-kind="quiet" data-size="small">
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> {t('text.history')}
      </Press>
      <DisclosurePanel>
        <ol className="list small">
          {[...(data?.history ?? [])].reverse().map(({ index, act }) => (
            <li key={index}>
              <Link href={`/record/${index}`} className="mono">
                {index}
              </Link>{' '}
              {actWords(speech, act.type)}
              <span className="soft">
                {' · '}
                <bdi>{capacityWords(state, speech, act.as)}</bdi>
                {' · '}
                <time dateTime={act.at}>{instant(act.at, 'short')}</time>
              </span>
            </li>
          ))}
        </ol>
      </DisclosurePanel>
    </Disclosure>
  )
}
