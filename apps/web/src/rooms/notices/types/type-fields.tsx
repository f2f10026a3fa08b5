import type { FieldShape } from '@gavel/notices/browser'
import { Choice, Line, Lines, Tick } from '../../../decisions/fields.tsx'
import { Button } from '../../../kit/button.tsx'
import { languages } from '../../../words/language.ts'
import { useNoticesWords } from '../use-notices-words.ts'
import { emptyField, type FieldForm, type NameForm, type TypeForm } from './type-form.ts'

export interface TypePart {
  readonly form: TypeForm
  readonly change: (part: Partial<TypeForm>) => void
}

/** A name, in each language of the screens. */
export const NameGiven = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: NameForm
  readonly onChange: (value: NameForm) => void
}) => (
  <div className="x-names">
    {Object.entries(languages).map(([tag, own]) => (
      <Line
        key={tag}
        label={`${label} · ${own}`}
        value={value[tag as keyof NameForm]}
        onChange={next => onChange({ ...value, [tag]: next })}
      />
    ))}
  </div>
)

const kinds = ['text', 'number', 'date', 'instant', 'choice', 'member', 'place'] as const

const OneField = ({
  field,
  at,
  change,
  remove,
}: {
  readonly field: FieldForm
  readonly at: number
  readonly change: (part: Partial<FieldForm>) => void
  readonly remove: () => void
}) => {
  const { t } = useNoticesWords()
  return (
    <fieldset className="x-place">
      <legend>{t('notices.define.field', { n: at + 1 })}</legend>
      <div className="d-pair">
        <Line label={t('notices.define.id')} value={field.field} onChange={next => change({ field: next })} />
        <Choice
          label={t('notices.define.kind')}
          value={field.kind}
          onChange={next => change({ kind: next as FieldShape['kind'] })}
          options={kinds.map(kind => [kind, t(`notices.fieldKind.${kind}`)] as const)}
        />
      </div>
      <NameGiven label={t('notices.define.name')} value={field.name} onChange={name => change({ name })} />
      {field.kind === 'number' && (
        <Line label={t('notices.define.unit')} value={field.unit} onChange={unit => change({ unit })} />
      )}
      {field.kind === 'choice' && (
        <Lines
          label={t('notices.define.choices')}
          value={field.choices}
          onChange={choices => change({ choices })}
        />
      )}
      <div className="row" data-spread="">
        <Tick
          label={t('notices.define.required')}
          value={field.required}
          onChange={required => change({ required })}
        />
        <Button
          size="small"
          kind="quiet"
          aria-label={`${t('notices.define.removeField')}: ${field.field}`}
          onPress={remove}
        >
          {t('notices.define.removeField')}
        </Button>
      </div>
    </fieldset>
  )
}

/** The fields of a type, one by one. */
export const FieldsGiven = ({ form, change }: TypePart) => {
  const { t } = useNoticesWords()
  const { fields } = form
  const set = (at: number, part: Partial<FieldForm>): void =>
    change({ fields: fields.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  return (
    <>
      {fields.map((field, at) => (
        <OneField
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is known by its place while its id is being written
          key={at}
          field={field}
          at={at}
          change={part => set(at, part)}
          remove={() => change({ fields: fields.filter((_, index) => index !== at) })}
        />
      ))}
      <p>
        <Button size="small" onPress={() => change({ fields: [...fields, emptyField] })}>
          {t('notices.define.addField')}
        </Button>
      </p>
    </>
  )
}

/** When a notice is due. */
const TimingGiven = ({ form, change }: TypePart) => {
  const { t } = useNoticesWords()
  const { timing, timingField, timingAmount, timingDay, fields } = form
  const days = fields.filter(({ kind }) => kind === 'date' || kind === 'instant')
  return (
    <>
      <Choice
        label={t('notices.define.timing')}
        value={timing}
        onChange={next => change({ timing: next as TypeForm['timing'] })}
        options={(['none', 'before', 'after', 'yearly'] as const).map(
          kind => [kind, t(`notices.define.timing.${kind}`)] as const,
        )}
      />
      {(timing === 'before' || timing === 'after') && (
        <div className="d-pair">
          <Choice
            label={t('notices.define.countedFrom')}
            value={timingField}
            onChange={next => change({ timingField: next })}
            options={[
              ['', '—'],
              ...days.map(({ field, name }) => [field, name.en === '' ? field : name.en] as const),
            ]}
          />
          <Line
            label={t(timing === 'before' ? 'notices.define.days' : 'notices.define.hours')}
            type="number"
            value={timingAmount}
            onChange={next => change({ timingAmount: next })}
          />
        </div>
      )}
      {timing === 'yearly' && (
        <Line
          label={t('notices.define.day')}
          value={timingDay}
          onChange={next => change({ timingDay: next })}
        />
      )}
    </>
  )
}

const Told = ({ form, change, what }: TypePart & { readonly what: 'receipts' | 'answers' }) => {
  const { t } = useNoticesWords()
  return (
    <Choice
      label={t(`notices.define.${what}`)}
      value={form[what]}
      onChange={next => change({ [what]: next as TypeForm['receipts'] })}
      options={[
        ['sender', t('notices.toldTo.sender')],
        ['all', t('notices.toldTo.all')],
      ]}
    />
  )
}

/** To whom it goes, who is told what, and by when things are due. */
export const TermsGiven = ({ form, change }: TypePart) => {
  const { t } = useNoticesWords()
  return (
    <>
      <Choice
        label={t('notices.define.to')}
        value={form.to}
        onChange={next => change({ to: next as TypeForm['to'] })}
        options={(['all', 'named', 'agreement'] as const).map(to => [to, t(`notices.goesTo.${to}`)] as const)}
      />
      <Tick
        label={t('notices.define.secretariat')}
        value={form.secretariat}
        onChange={secretariat => change({ secretariat })}
      />
      <div className="d-pair">
        <Told form={form} change={change} what="receipts" />
        <Told form={form} change={change} what="answers" />
      </div>
      <Choice
        label={t('notices.define.restricted')}
        value={form.restricted}
        onChange={next => change({ restricted: next as TypeForm['restricted'] })}
        options={(['never', 'may', 'always'] as const).map(
          each => [each, t(`notices.define.restricted.${each}`)] as const,
        )}
      />
      <TimingGiven form={form} change={change} />
      <div className="d-pair">
        <Line
          label={t('notices.define.acknowledgeHours')}
          type="number"
          value={form.acknowledgeHours}
          onChange={acknowledgeHours => change({ acknowledgeHours })}
        />
        <Line
          label={t('notices.define.answerHours')}
          type="number"
          value={form.answerHours}
          onChange={answerHours => change({ answerHours })}
        />
      </div>
    </>
  )
}
