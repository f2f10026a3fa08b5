import type { DomainState } from '@gavel/domain'
import type { CanShape, PointShown, ToldAnswer } from '@gavel/foresight/browser'
import type { MemberId, TextId } from '@gavel/kernel'
import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { useDraft } from '../../../kit/draft.ts'
import { useRoom } from '../../../live/use-room.tsx'
import { ActFoot } from '../acting/act-foot.tsx'
import { intends } from '../acting/use-asked.ts'
import { useForesightWords } from '../use-foresight-words.ts'
import { canSigns, cans } from './cans.ts'
import { emptyTell, formOf, keyOf, middle, type TellForm, toldIn } from './form.ts'

interface TellingProps {
  readonly house: DomainState
  readonly told: ToldAnswer
  readonly done: () => void
}

interface PointProps {
  readonly point: PointShown
  readonly form: TellForm
  readonly change: (part: Partial<TellForm>) => void
}

const OptionGiven = ({
  point: { point },
  option: { option, wording },
  form,
  change,
}: PointProps & { readonly option: PointShown['options'][number] }) => {
  const { t } = useForesightWords()
  const key = keyOf(point, option)
  const said: CanShape | undefined = Object.hasOwn(form.can, key) ? form.can[key] : undefined
  const say = (can: CanShape | undefined): void => {
    const { [key]: _, ...others } = form.can
    change({ can: can === undefined ? others : { ...others, [key]: can } })
  }
  return (
    <fieldset className="f-option">
      <legend className="f-official" dir="auto">
        {wording === '' ? t('foresight.option.nothing') : wording}
      </legend>
      <div className="f-cans">
        {cans.map(can => (
          <label key={can} className="f-can">
            <input type="radio" name={key} checked={said === can} onChange={() => say(can)} />
            <span className="f-cell-sign" aria-hidden="true">
              {canSigns[can]}
            </span>{' '}
            {t(`foresight.can.${can}`)}
          </label>
        ))}
        <label className="f-can">
          <input type="radio" name={key} checked={said === undefined} onChange={() => say(undefined)} />
          {t('foresight.can.unsaid')}
        </label>
      </div>
    </fieldset>
  )
}

const PointGiven = (props: PointProps) => {
  const { point, form, change } = props
  const { t } = useForesightWords()
  const matters = Object.hasOwn(form.matters, point.point) ? form.matters[point.point]! : middle
  const name = t('foresight.point', { number: point.number })
  return (
    <section className="card f-point" aria-label={name}>
      <div className="row" data-spread="">
        <h3>{name}</h3>
        <label className="f-matters small">
          {t('foresight.matters')}
          <select
            value={matters}
            aria-label={`${t('foresight.matters')}: ${name}`}
            onChange={event =>
              change({ matters: { ...form.matters, [point.point]: Number(event.target.value) } })
            }
          >
            {Array.from({ length: 11 }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the figure is what it is
              <option key={at} value={at}>
                {at === 0
                  ? t('foresight.matters.least', { n: at })
                  : at === 10
                    ? t('foresight.matters.most', { n: at })
                    : at}
              </option>
            ))}
          </select>
        </label>
      </div>
      {point.options.map(option => (
        <OptionGiven key={option.option} {...props} option={option} />
      ))}
    </section>
  )
}

/** What is written is on the device until it is sent; it begins with what was told last. */
export const Telling = ({ house, told, done }: TellingProps) => {
  const { t } = useForesightWords()
  const { viewer } = useRoom()
  const [initial] = useState(() => (told.told === null ? emptyTell : formOf(told.told.points)))
  const draft = useDraft<TellForm>(`${viewer.person}.foresight.${told.member}.${told.text}`, initial)
  const points = toldIn(draft.value, told.points)
  const intent = intends('foresight.tell', {
    text: told.text as TextId,
    member: told.member as MemberId,
    points,
  })
  const sent = (): void => {
    draft.forget()
    done()
  }
  return (
    <section className="stack" aria-labelledby="f-points">
      <h2 id="f-points">{t('foresight.tell.points')}</h2>
      {told.points.map(point => (
        <PointGiven key={point.point} point={point} form={draft.value} change={draft.change} />
      ))}
      {draft.isKept && (
        <p className="row small soft">
          {t('foresight.tell.draft')}
          <Button size="small" kind="quiet" onPress={draft.forget}>
            {t('foresight.tell.draft.forget')}
          </Button>
        </p>
      )}
      <ActFoot
        house={house}
        intent={intent}
        confirm={t('foresight.tell.confirm')}
        wanting={points.length === 0 ? t('foresight.tell.wanting') : undefined}
        done={sent}
      />
    </section>
  )
}

/** F-5. To take back what was told. */
export const TakeBack = ({ house, told, done }: TellingProps) => {
  const { t } = useForesightWords()
  const { viewer } = useRoom()
  const draft = useDraft<TellForm>(`${viewer.person}.foresight.${told.member}.${told.text}`, emptyTell)
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <Button kind="grave" onPress={() => setOpen(true)}>
        {t('foresight.tell.back')}
      </Button>
      <Dialog title={t('foresight.tell.back')} isOpen={isOpen} onClose={close} deliberate>
        <div className="stack">
          <p>{t('foresight.tell.back.lead')}</p>
          <ActFoot
            house={house}
            intent={intends('foresight.tell', {
              text: told.text as TextId,
              member: told.member as MemberId,
              points: [],
            })}
            confirm={t('foresight.tell.back')}
            kind="grave"
            back={{ words: t('app.cancel'), press: close }}
            done={() => {
              draft.forget()
              close()
              done()
            }}
          />
        </div>
      </Dialog>
    </>
  )
}
