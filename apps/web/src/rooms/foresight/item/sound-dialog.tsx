import type { DomainState } from '@gavel/domain'
import type { SayingShape, TableAnswer } from '@gavel/foresight/browser'
import type { MemberId, TextId } from '@gavel/kernel'
import { useState } from 'react'
import { Choice, Lines } from '../../../decisions/fields.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { positions } from '../../../kit/stand.tsx'
import { partyName } from '../../../names/names.ts'
import { ActFoot } from '../acting/act-foot.tsx'
import { intends } from '../acting/use-asked.ts'
import { useForesightWords } from '../use-foresight-words.ts'
import { partWords } from './part-words.ts'

interface SoundProps {
  readonly house: DomainState
  readonly table: TableAnswer
  /** Whom the form begins with. */
  readonly member?: string
}

const SoundDialog = ({
  house,
  table,
  member = '',
  onClose,
}: SoundProps & { readonly onClose: () => void }) => {
  const speech = useForesightWords()
  const { t } = speech
  const [form, set] = useState({ sounded: member, part: '', says: '' as SayingShape | '', note: '' })
  const change = (part: Partial<typeof form>): void => set({ ...form, ...part })
  const members = table.rows
    .map(row => [row.member, partyName(house, speech, row.member)] as const)
    .toSorted((a, b) => speech.compare(a[1], b[1]))
  const wanting = form.sounded === '' || form.says === '' ? t('foresight.sound.wanting') : undefined
  const intent = intends('foresight.sound', {
    text: table.text as TextId,
    sounded: form.sounded as MemberId,
    says: form.says === '' ? 'canLiveWith' : form.says,
    ...(form.part === '' ? {} : { part: form.part }),
    ...(form.note.trim() === '' ? {} : { note: form.note.trim() }),
  })
  return (
    <Dialog title={t('foresight.sound')} isOpen onClose={onClose} deliberate>
      <div className="stack">
        <p className="soft">{t('foresight.sound.lead')}</p>
        <Choice
          label={t('foresight.sound.member')}
          value={form.sounded}
          onChange={sounded => change({ sounded })}
          options={[['', '—'], ...members]}
        />
        <Choice
          label={t('foresight.sound.about')}
          value={form.part}
          onChange={part => change({ part })}
          options={[
            ['', t('foresight.part.whole')],
            ...table.points.flatMap(({ options, point }) =>
              options
                .filter(({ option }) => option !== point)
                .map(({ option }) => [option, partWords(t, table.points, option)] as const),
            ),
          ]}
        />
        <Choice
          label={t('foresight.sound.says')}
          value={form.says}
          onChange={says => change({ says: says as SayingShape })}
          options={[['', '—'], ...positions.map(each => [each, t(`stand.word.${each}`)] as const)]}
        />
        <Lines label={t('foresight.sound.note')} value={form.note} onChange={note => change({ note })} />
        <ActFoot
          house={house}
          intent={intent}
          wanting={wanting}
          confirm={t('foresight.sound.confirm')}
          back={{ words: t('app.cancel'), press: onClose }}
          done={onClose}
        />
      </div>
    </Dialog>
  )
}

interface ButtonProps extends SoundProps {
  readonly words: string
  readonly kind: 'primary' | 'quiet'
}

/** A button that opens the form. */
export const SoundButton = ({ words, kind, ...sound }: ButtonProps) => {
  const speech = useForesightWords()
  const [isOpen, setOpen] = useState(false)
  const { house, member } = sound
  return (
    <>
      <Button
        kind={kind}
        {...(member === undefined
          ? {}
          : { size: 'small' as const, 'aria-label': `${words}: ${partyName(house, speech, member)}` })}
        onPress={() => setOpen(true)}
      >
        {words}
      </Button>
      {isOpen && <SoundDialog {...sound} onClose={() => setOpen(false)} />}
    </>
  )
}
