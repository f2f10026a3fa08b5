import { Link } from 'wouter'
import { useSlice } from '../live/use-room.tsx'
import { actWords, capacityWords } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import type { RecordEntry } from './entries.ts'

/** One line of the record: who did what when; or only that something was done that is not public. */
export const EntryRow = ({ entry }: { readonly entry: RecordEntry }) => {
  const speech = useWords()
  const { t, instant } = speech
  const state = useSlice()
  const { index, act, erased } = entry
  return (
    <li className="e-entry" data-closed={act === undefined ? '' : undefined}>
      <Link href={`/record/${index}`} className="mono numeric">
        {index}
      </Link>
      {act === undefined ? (
        <span className="soft">
          <span aria-hidden="true">■ </span>
          {t(erased === true ? 'record.erased' : 'record.closed')}
        </span>
      ) : (
        <span>
          {actWords(speech, act.type)}
          <span className="small soft">
            <bdi>{capacityWords(state, speech, act.as)}</bdi>
            {' · '}
            <time dateTime={act.at}>{instant(act.at, 'short')}</time>
          </span>
        </span>
      )}
    </li>
  )
}
