import type { Capacity, DomainState } from '@gavel/domain'
import type { BodyId, TextId } from '@gavel/kernel'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { Link, useLocation } from 'wouter'
import { ProblemShown } from '../../acting/problem-shown.tsx'
import { useAsking } from '../../acting/use-asking.ts'
import { useAnnounce } from '../../kit/announcer.tsx'
import { Button } from '../../kit/button.tsx'
import { Drop } from '../../kit/drop.tsx'
import { useKept } from '../../kit/kept.ts'
import { Notice } from '../../kit/notice.tsx'
import { useClosedWords } from '../../kit/refusal.tsx'
import { freshId, type Intent, whyClosed } from '../../live/room.ts'
import { useRoom, useSlice } from '../../live/use-room.tsx'
import { useWords } from '../../words/use-words.tsx'
import { AboutFields } from './about-fields.tsx'
import {
  type About,
  bringIn,
  type DraftGiven,
  type DraftRead,
  mediaTypeOf,
  readDraft,
  textIdFor,
  titleFor,
} from './draft-read.ts'
import { Found } from './found.tsx'

interface Reading {
  readonly given: DraftGiven
  readonly read: DraftRead
}

/** T-2. The act as the rules are asked of it here. */
const intentOf = (about: About, as: Capacity): Intent => ({
  type: 'texts.introduce',
  body: {
    text: 'text-to-be' as TextId,
    title: about.title.trim() === '' ? '…' : about.title.trim(),
    body: about.body as BodyId,
    audience: { kind: 'public' },
    language: about.language,
    kind: 'draft',
    ...(as.kind === 'delegate' || !about.fictional ? {} : { fictional: true }),
  },
})

interface GiveProps {
  readonly busy: boolean
  readonly onGiven: (given: DraftGiven) => void
}

/** A draft is given as a file or as words; words that were typed outlive a page that is closed. */
const Give = ({ busy, onGiven }: GiveProps) => {
  const { t } = useWords()
  const [words, keep] = useKept('draft')
  const [unread, setUnread] = useState<string>()
  const take = ([file]: readonly File[]): void => {
    if (file === undefined) return
    const type = mediaTypeOf(file.name)
    setUnread(type === undefined ? file.name : undefined)
    if (type !== undefined) onGiven({ name: file.name, bytes: file, type })
  }
  return (
    <>
      <Drop
        title={t('papers.give.file')}
        help={t('papers.give.file.help')}
        accept=".docx,.txt,.md,.markdown"
        onFiles={take}
      />
      {unread !== undefined && (
        <Notice tone="bad" urgent>
          {t('papers.give.unread', { name: unread })}
        </Notice>
      )}
      <TextField className="field" value={words} onChange={keep}>
        <Label>{t('papers.give.words')}</Label>
        <TextArea dir="auto" rows={8} className="i-words" />
      </TextField>
      <p>
        <Button
          busy={busy}
          {...(words.trim() === '' ? { closed: t('papers.give.nothing') } : {})}
          onPress={() => onGiven({ name: '', bytes: words, type: 'text/plain' })}
        >
          {t('papers.read')}
        </Button>
      </p>
    </>
  )
}

interface BringProps {
  readonly state: DomainState
  readonly as: Capacity
  readonly reading: Reading
}

const firstAbout = (
  state: DomainState,
  as: Capacity,
  { given, read }: Reading,
  demonstration: boolean,
): About => ({
  title: titleFor(read, given.name),
  body: as.kind === 'chair' ? as.body : '',
  audience: 'members',
  language: state.institution.organisation?.languages[0] ?? 'en',
  fictional: demonstration,
})

/** What it is called and for whom, and the act that brings it in. */
const Bring = ({ state, as, reading }: BringProps) => {
  const { t } = useWords()
  const room = useRoom()
  const asking = useAsking()
  const announce = useAnnounce()
  const closedWords = useClosedWords()
  const [, go] = useLocation()
  const [, , forget] = useKept('draft')
  const [about, setAbout] = useState(() => firstAbout(state, as, reading, room.viewer.demonstration))
  const [id] = useState(() => freshId('').slice(1, 7))
  const closed =
    about.title.trim() === ''
      ? t('papers.title.missing')
      : about.body === ''
        ? t('papers.body.missing')
        : closedWords(whyClosed(room, state, intentOf(about, as)))
  const bring = async (): Promise<void> => {
    const text = textIdFor(about.title, id)
    if (!(await asking.done(() => bringIn(reading.given, text, about, as)))) return
    forget()
    announce(t('papers.brought'))
    go(`/texts/${encodeURIComponent(text)}`)
  }
  return (
    <section className="stack" aria-label={t('papers.about')}>
      <h2>{t('papers.about')}</h2>
      <AboutFields state={state} as={as} about={about} onChange={setAbout} />
      <ProblemShown problem={asking.problem} />
      <p className="closed-line small" role="status">
        {closed}
      </p>
      <div className="row">
        <Button
          kind="primary"
          busy={asking.busy}
          {...(closed === undefined ? {} : { closed })}
          onPress={() => void bring()}
        >
          {asking.busy ? t('papers.bringing') : t('papers.bring')}
        </Button>
      </div>
    </section>
  )
}

/** A draft is brought in: given, read, looked at, and laid before the delegations. */
export const BringInScene = () => {
  const { t } = useWords()
  const { as } = useRoom()
  const state = useSlice()
  const asking = useAsking()
  const [reading, setReading] = useState<Reading>()
  const take = async (given: DraftGiven): Promise<void> => {
    const read = await asking.ask(() => readDraft(given))
    if (read !== undefined) setReading({ given, read })
  }
  if (as === null) return <Notice>{t('app.signInToAct')}</Notice>
  return (
    <article className="page i-scene">
      <p className="small">
        <Link href="/texts">{t('texts.title')}</Link>
      </p>
      <h1>{t('papers.bringIn')}</h1>
      <p className="soft">{t('papers.bringIn.lead')}</p>
      <Give busy={asking.busy} onGiven={given => void take(given)} />
      <div role="status">{asking.busy && <p className="busy">{t('papers.reading')}</p>}</div>
      <ProblemShown problem={asking.problem} />
      {reading !== undefined && state !== undefined && (
        <>
          <Found read={reading.read} />
          <Bring key={reading.given.name} state={state} as={as} reading={reading} />
        </>
      )}
    </article>
  )
}
