import { type DomainState, decisions, texts } from '@gavel/domain'
import type { Instant, MemberId, StatementId } from '@gavel/kernel'
import { useState } from 'react'
import { Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components'
import { ActButton } from '../acting/act-button.tsx'
import { ProblemShown } from '../acting/problem-shown.tsx'
import { useSend } from '../acting/use-send.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useKept } from '../kit/kept.ts'
import { freshId, type Intent } from '../live/room.ts'
import { useRoom } from '../live/use-room.tsx'
import { partyName } from '../names/names.ts'
import { useWords } from '../words/use-words.tsx'
import { Choice } from './fields.tsx'
import { type Decision, ownMember } from './standing.ts'

interface StatementsProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly now: Instant
}

type Kind = decisions.StatementKind
const kinds: readonly Kind[] = [
  'reservation',
  'interpretativeStatement',
  'explanationOfPosition',
  'dissociation',
]

/** The number of a paragraph of the decision's text; its id where the text is not at hand. */
const numberIn = (state: DomainState, { subject }: Decision, paragraph: string): string => {
  if (subject.kind === 'wording') return paragraph
  const text = texts.textOf(state.texts, subject.text)
  return (text && texts.paragraphOf(text, paragraph as never)?.number) || paragraph
}

/** What delegations attached to a decision, those that were withdrawn too. */
export const Statements = ({ state, decision, now }: StatementsProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const room = useRoom()
  const member = ownMember(room)
  const [open, setOpen] = useState(false)
  const status = decisions.decisionStatus(decision, now)
  const closesAt = decisions.statementsCloseAt(decision, decisions.groundOf(state), now)
  if (status.kind === 'notAdopted' && decision.statements.length === 0) return null
  return (
    <section aria-labelledby="statements-title" className="stack" data-gap="small">
      <h2 id="statements-title">{t('statements.title')}</h2>
      {decision.statements.length === 0 && <p className="soft">{t('statements.none')}</p>}
      <ul className="list">
        {decision.statements.map(statement => (
          <StatementShown key={statement.id} {...{ state, decision, statement, member }} />
        ))}
      </ul>
      {status.kind === 'adopted' && closesAt !== undefined && closesAt > now && (
        <p className="small soft">{t('statements.closes', { at: instant(closesAt) })}</p>
      )}
      {member !== undefined && <AttachAct {...{ state, decision, member }} onOpen={() => setOpen(true)} />}
      {open && member !== undefined && (
        <AttachDialog state={state} decision={decision} member={member} onClose={() => setOpen(false)} />
      )}
    </section>
  )
}

interface OwnProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly member: MemberId
}

const AttachAct = ({ state, decision, member, onOpen }: OwnProps & { readonly onOpen: () => void }) => {
  const { t } = useWords()
  const sending = useSend()
  const body = {
    decision: decision.id,
    statement: 'intent' as StatementId,
    member,
    kind: 'explanationOfPosition' as const,
    wording: '…',
  }
  return (
    <p>
      <ActButton
        state={state}
        sending={sending}
        intent={{ type: 'decisions.attachStatement', body }}
        instead={onOpen}
      >
        {t('statements.attach')}
      </ActButton>
    </p>
  )
}

interface ShownProps {
  readonly state: DomainState
  readonly decision: Decision
  readonly statement: decisions.Statement
  readonly member: MemberId | undefined
}

const StatementShown = ({ state, decision, statement, member }: ShownProps) => {
  const speech = useWords()
  const { t, instant } = speech
  const sending = useSend()
  const { kind, wording, paragraph, at, withdrawnAt } = statement
  return (
    <li className="stack" data-gap="small" data-withdrawn={withdrawnAt === undefined ? undefined : ''}>
      <h3>
        {t(`statement.kind.${kind}`)} · <bdi>{partyName(state, speech, statement.member)}</bdi>
      </h3>
      {paragraph !== undefined && (
        <p className="small soft">
          {t('statement.paragraph.of', { number: numberIn(state, decision, paragraph) })}
        </p>
      )}
      <blockquote className="d-quote" dir="auto">
        {wording}
      </blockquote>
      <p className="small soft row">
        <time dateTime={at}>{instant(at)}</time>
        {withdrawnAt !== undefined && <b>{t('statement.withdrawn', { at: instant(withdrawnAt) })}</b>}
        {withdrawnAt === undefined && member === statement.member && (
          <ActButton
            state={state}
            sending={sending}
            size="small"
            intent={{
              type: 'decisions.withdrawStatement',
              body: { decision: decision.id, statement: statement.id, member },
            }}
          >
            {t('statement.withdraw')}
          </ActButton>
        )}
      </p>
      <ProblemShown problem={sending.problem} />
    </li>
  )
}

/** The paragraphs a delegation can dissociate itself from: words from the floor are one. */
const paragraphsOf = (state: DomainState, { subject }: Decision): readonly (readonly [string, string])[] => {
  if (subject.kind === 'wording') return [['1', '1']]
  const text = texts.textOf(state.texts, subject.text)
  return text === undefined
    ? []
    : [...texts.paragraphsOf(text)]
        .filter(({ kind }) => kind !== 'heading')
        .map(({ id, number }) => [id as string, number || '¶'] as const)
}

const AttachDialog = ({ state, decision, member, onClose }: OwnProps & { readonly onClose: () => void }) => {
  const speech = useWords()
  const { t } = speech
  const sending = useSend()
  const kept = `statement.${decision.id}.${member}`
  const [kindKept, keepKind, forgetKind] = useKept(`${kept}.kind`, 'interpretativeStatement')
  const [wording, keepWording, forgetWording] = useKept(`${kept}.wording`)
  const paragraphs = paragraphsOf(state, decision)
  const [paragraph, keepParagraph, forgetParagraph] = useKept(`${kept}.paragraph`, paragraphs[0]?.[0] ?? '')
  const [statement] = useState(() => freshId('s') as StatementId)
  const kind = kinds.find(each => each === kindKept) ?? 'interpretativeStatement'
  const intent: Intent = {
    type: 'decisions.attachStatement',
    body: {
      decision: decision.id,
      statement,
      member,
      kind,
      wording: wording.trim(),
      ...(kind === 'dissociation' && paragraph !== '' ? { paragraph } : {}),
    },
  }
  const done = (): void => {
    for (const forget of [forgetKind, forgetWording, forgetParagraph]) forget()
    onClose()
  }
  return (
    <Dialog title={t('statements.attach')} isOpen onClose={onClose}>
      <div className="stack">
        <KindChoice kind={kind} onKind={keepKind} />
        {kind === 'dissociation' && (
          <Choice
            label={t('statement.paragraph')}
            value={paragraph}
            onChange={keepParagraph}
            options={paragraphs}
          />
        )}
        <TextField className="field" value={wording} onChange={keepWording} maxLength={60_000}>
          <Label>{t('statement.wording')}</Label>
          <TextArea dir="auto" rows={6} />
        </TextField>
        <ProblemShown problem={sending.problem} />
        <p className="row" data-spread="">
          <Button kind="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <ActButton state={state} intent={intent} sending={sending} kind="primary" done={done}>
            {t('statement.do', { member: partyName(state, speech, member) })}
          </ActButton>
        </p>
      </div>
    </Dialog>
  )
}

const KindChoice = ({ kind, onKind }: { readonly kind: Kind; readonly onKind: (kind: string) => void }) => {
  const { t } = useWords()
  return (
    <RadioGroup className="d-radios" value={kind} onChange={onKind}>
      <Label>{t('statements.kind')}</Label>
      {kinds.map(each => (
        <Radio key={each} value={each} className="d-radio">
          <span className="d-dot" aria-hidden="true" />
          <span>
            <b>{t(`statement.kind.${each}`)}</b>
            <span className="small soft">{t(`statement.help.${each}`)}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
