import type { DomainState } from '@gavel/domain'
import { get } from '@gavel/kernel'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../kit/button.tsx'
import { useSlice } from '../live/use-room.tsx'
import { useView } from '../live/use-view.ts'
import { partyName } from '../names/names.ts'
import type { Key } from '../words/keys.ts'
import type { Speech } from '../words/speaking.ts'
import { useWords } from '../words/use-words.tsx'
import { type Group, grouped, type Happening, type HappeningKind } from './happenings.ts'

const signs: { readonly [kind in HappeningKind]: string } = {
  objection: '✕',
  silence: '◔',
  decision: '§',
  offer: '◇',
  reopening: '↺',
  proposal: '✎',
  settled: '✓',
  climbed: '↑',
  text: '¶',
  version: '≡',
  meeting: '◎',
  comment: '❝',
  instruction: '⚑',
}

/** The place a happening leads to. */
const hrefOf = ({ text, paragraph, decision, meeting, index }: Happening): string => {
  if (text !== undefined)
    return `/texts/${encodeURIComponent(text)}${paragraph === undefined ? '' : `#p-${encodeURIComponent(paragraph)}`}`
  if (decision !== undefined) return `/decisions/${encodeURIComponent(decision)}`
  return meeting === undefined ? `/record/${index}` : `/meetings/${encodeURIComponent(meeting)}`
}

const titleOf = (
  state: DomainState | undefined,
  { title, decision, meeting }: Happening,
): string | undefined =>
  title ??
  (state === undefined
    ? undefined
    : decision !== undefined
      ? get(state.decisions.decisions, decision)?.title
      : get(state.meetings.meetings, meeting ?? '')?.title)

interface RowProps {
  readonly each: Happening
  readonly numbers: ReadonlyMap<string, string>
}

const words = (speech: Speech, { kind, what }: Happening): string => speech.t(`since.${kind}.${what}` as Key)

const Row = ({ each, numbers }: RowProps) => {
  const speech = useWords()
  const state = useSlice()
  const number = each.paragraph === undefined ? undefined : numbers.get(each.paragraph)
  const title = each.text === undefined ? titleOf(state, each) : undefined
  return (
    <li data-kind={each.kind}>
      <Link href={hrefOf(each)}>
        <span className="y-sign" aria-hidden="true">
          {signs[each.kind]}
        </span>
        <span>
          {words(speech, each)}
          {each.paragraph !== undefined && <> {speech.t('since.paragraph', { number: number ?? '¶' })}</>}
          {title !== undefined && (
            <>
              {': '}
              <bdi>{title}</bdi>
            </>
          )}
          {each.member !== undefined && (
            <>
              {' · '}
              <bdi>{partyName(state, speech, each.member)}</bdi>
            </>
          )}
        </span>
        <time className="soft small" dateTime={each.at}>
          {speech.instant(each.at, 'short')}
        </time>
      </Link>
    </li>
  )
}

const few = 5

const GroupShown = ({ group, title, few: most }: { group: Group; title: string; few: number }) => {
  const { t, list } = useWords()
  const [all, setAll] = useState(false)
  const { text } = group
  const path = text === null ? null : `/api/texts/${encodeURIComponent(text)}`
  const { data } = useView<{ paragraphs: readonly { id: string; number: string }[] }>(
    group.all.some(({ paragraph }) => paragraph !== undefined) ? path : null,
  )
  const numbers = new Map(data?.paragraphs.map(({ id, number }) => [id, number || '¶']))
  const shown = all ? group.all : group.all.slice(0, most)
  return (
    <section className="y-group">
      <h3>
        {text === null ? (
          title
        ) : (
          <Link href={`/texts/${encodeURIComponent(text)}`}>
            <bdi>{title}</bdi>
          </Link>
        )}
      </h3>
      <p className="soft small">{list(group.counts.map(([kind, n]) => t(`since.count.${kind}`, { n })))}</p>
      <ol className="y-list">
        {shown.map(each => (
          <Row key={`${each.index} ${each.what} ${each.paragraph ?? ''}`} each={each} numbers={numbers} />
        ))}
      </ol>
      {group.all.length > shown.length && (
        <p>
          <Button size="small" kind="quiet" onPress={() => setAll(true)}>
            {t('since.more', { n: group.all.length - shown.length })}
          </Button>
        </p>
      )}
    </section>
  )
}

/** What happened, by text: how much of what, and each thing with the way to its place. */
export const HappeningsShown = ({
  all,
  most = few,
}: {
  readonly all: readonly Happening[]
  readonly most?: number
}) => {
  const { t } = useWords()
  const { data } = useView<{ texts: readonly { id: string; title: string }[] }>('/api/texts')
  const titles = new Map(data?.texts.map(({ id, title }) => [id, title]))
  return (
    <div className="stack">
      {grouped(all).map(group => (
        <GroupShown
          key={group.text ?? ''}
          group={group}
          few={most}
          title={group.text === null ? t('since.elsewhere') : (titles.get(group.text) ?? group.text)}
        />
      ))}
    </div>
  )
}
