import { commitments as chapter } from '@gavel/domain'
import { useEffect, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { Choice } from '../../decisions/fields.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useRoom } from '../../live/use-room.tsx'
import { partyName } from '../../names/names.ts'
import { useWords } from '../../words/use-words.tsx'
import { Found } from '../found.tsx'
import type { FoundOne } from '../use-commitment.ts'
import { Tell } from './tell.tsx'

/** Whose report it is: a delegate's own; the secretariat says whose word it records. */
const Whose = ({ answer, state }: FoundOne) => {
  const speech = useWords()
  const { t } = speech
  const { as } = useRoom()
  const search = new URLSearchParams(useSearch())
  const owners = chapter.ownersOf(answer.commitment)
  const [member, setMember] = useState<string>(as?.kind === 'delegate' ? as.member : (owners[0] ?? ''))
  if (as?.kind !== 'delegate' && as?.kind !== 'secretariat') return <Notice>{t('report.notYours')}</Notice>
  const whose = as.kind === 'delegate' ? as.member : member
  const again = answer.inside
    .find(one => one.member === whose)
    ?.waiting.find(({ report }) => report.id === search.get('again'))
  const revised = answer.commitment.reports.find(
    one => one.id === search.get('revises') && one.member === whose,
  )
  return (
    <>
      {as.kind === 'secretariat' && (
        <Choice
          label={t('commitment.field.member')}
          value={member}
          onChange={setMember}
          options={owners.map(id => [id, partyName(state, speech, id)])}
        />
      )}
      {again?.returned != null && (
        <Notice tone="warn">
          <p>{t('report.givenBack')}</p>
          <bdi className="u-quote">{again.returned.reason}</bdi>
        </Notice>
      )}
      <Tell
        key={`${whose} ${again?.report.id} ${revised?.id}`}
        answer={answer}
        state={state}
        member={whose}
        due={search.get('due')}
        again={again?.report}
        revised={revised}
      />
    </>
  )
}

const Page = (found: FoundOne) => {
  const { t } = useWords()
  const { commitment } = found.answer
  useEffect(() => {
    document.title = t('report.title')
  }, [t])
  return (
    <div className="page u-form">
      <header className="stack" data-gap="small">
        <p className="small">
          <Link href={`/commitments/${encodeURIComponent(commitment.id)}`}>
            <bdi>{commitment.terms.title}</bdi>
          </Link>
        </p>
        <h1>{t('report.title')}</h1>
      </header>
      <Whose {...found} />
    </div>
  )
}

/** A report, in three minutes: what was said last and the day it is due on are there already. */
export const ReportScene = ({ id = '' }: { readonly id?: string }) => (
  <Found id={id}>{found => <Page {...found} />}</Found>
)
