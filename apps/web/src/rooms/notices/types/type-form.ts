import type { BodyOf, FieldShape, NoticeTypeShape, TimingShape } from '@gavel/notices/browser'

type Body = BodyOf<'notices.defineType'>

/** A name in the languages of the screens, as it is written. */
export interface NameForm {
  readonly en: string
  readonly ru: string
  readonly ar: string
}

export interface FieldForm {
  readonly field: string
  readonly name: NameForm
  readonly kind: FieldShape['kind']
  readonly required: boolean
  readonly unit: string
  /** A line for each choice: its id, and its names behind bars: `flood | Flood | Наводнение | فيضان`. */
  readonly choices: string
}

/** A type of notice as it is being written. */
export interface TypeForm {
  readonly noticeType: string
  readonly name: NameForm
  readonly about: NameForm
  readonly to: Body['to']
  readonly secretariat: boolean
  readonly receipts: Body['receipts']
  readonly answers: Body['answers']
  readonly restricted: Body['restricted']
  readonly timing: TimingShape['kind']
  readonly timingField: string
  readonly timingAmount: string
  readonly timingDay: string
  readonly acknowledgeHours: string
  readonly answerHours: string
  readonly fields: readonly FieldForm[]
  readonly source: string
}

const noName: NameForm = { en: '', ru: '', ar: '' }

export const emptyField: FieldForm = {
  field: '',
  name: noName,
  kind: 'text',
  required: true,
  unit: '',
  choices: '',
}

export const emptyType: TypeForm = {
  noticeType: '',
  name: noName,
  about: noName,
  to: 'named',
  secretariat: true,
  receipts: 'sender',
  answers: 'sender',
  restricted: 'may',
  timing: 'none',
  timingField: '',
  timingAmount: '24',
  timingDay: '12-15',
  acknowledgeHours: '',
  answerHours: '',
  fields: [{ ...emptyField, field: 'what' }],
  source: '',
}

type Named = NoticeTypeShape['name']

const nameForm = (name: Named | undefined): NameForm => ({ ...noName, ...name })

/** A name as it is recorded: in English, and in those languages somebody wrote. */
const nameOf = ({ en, ru, ar }: NameForm): Named => ({
  en: en.trim(),
  ...(ru.trim() === '' ? {} : { ru: ru.trim() }),
  ...(ar.trim() === '' ? {} : { ar: ar.trim() }),
})

const choiceLines = (choices: FieldShape['choices']): string =>
  (choices ?? [])
    .map(({ choice, name }) => {
      const { en, ru, ar } = nameForm(name)
      return [choice, en, ru, ar].join(' | ').replace(/[ |]+$/, '')
    })
    .join('\n')

export const choicesIn = (lines: string): NonNullable<FieldShape['choices']> =>
  lines
    .split('\n')
    .map(line => line.split('|').map(part => part.trim()))
    .filter(([choice = '']) => choice !== '')
    .map(([choice = '', en = '', ru = '', ar = '']) => ({
      choice,
      name: nameOf({ en: en === '' ? choice : en, ru, ar }),
    }))

/** A type that is there, to be defined anew. */
export const formOf = (type: NoticeTypeShape): TypeForm => {
  const { timing } = type
  return {
    ...emptyType,
    noticeType: type.noticeType,
    name: nameForm(type.name),
    about: nameForm(type.about),
    to: type.to,
    secretariat: type.secretariat,
    receipts: type.receipts,
    answers: type.answers,
    restricted: type.restricted,
    timing: timing.kind,
    timingField: 'field' in timing ? timing.field : '',
    timingAmount:
      timing.kind === 'before' ? `${timing.days}` : timing.kind === 'after' ? `${timing.hours}` : '24',
    timingDay: timing.kind === 'yearly' ? timing.day : '12-15',
    acknowledgeHours: type.acknowledgeHours === undefined ? '' : `${type.acknowledgeHours}`,
    answerHours: type.answerHours === undefined ? '' : `${type.answerHours}`,
    fields: type.fields.map(({ field, name, kind, required, unit, choices }) => ({
      field,
      name: nameForm(name),
      kind,
      required,
      unit: unit ?? '',
      choices: choiceLines(choices),
    })),
  }
}

const timingOf = ({ timing, timingField, timingAmount, timingDay }: TypeForm): TimingShape => {
  switch (timing) {
    case 'before':
      return { kind: 'before', field: timingField, days: Math.trunc(Number(timingAmount)) }
    case 'after':
      return { kind: 'after', field: timingField, hours: Math.trunc(Number(timingAmount)) }
    case 'yearly':
      return { kind: 'yearly', day: timingDay }
    default:
      return { kind: 'none' }
  }
}

const hours = (name: 'acknowledgeHours' | 'answerHours', text: string) =>
  text.trim() === '' ? {} : { [name]: Math.trunc(Number(text)) }

const fieldOf = ({ field, name, kind, required, unit, choices }: FieldForm): FieldShape => ({
  field: field.trim(),
  name: nameOf(name),
  kind,
  required,
  ...(kind === 'number' && unit.trim() !== '' ? { unit: unit.trim() } : {}),
  ...(kind === 'choice' ? { choices: choicesIn(choices) } : {}),
})

/** The act a form stands for. Agreements are members' own: a type that is defined anew keeps those it had. */
export const typeBody = (form: TypeForm, agreements: NoticeTypeShape['agreements']): Body => ({
  noticeType: form.noticeType.trim(),
  name: nameOf(form.name),
  ...(form.about.en.trim() === '' ? {} : { about: nameOf(form.about) }),
  fields: form.fields.map(fieldOf),
  to: form.to,
  secretariat: form.secretariat,
  receipts: form.receipts,
  answers: form.answers,
  restricted: form.restricted,
  timing: timingOf(form),
  ...hours('acknowledgeHours', form.acknowledgeHours),
  ...hours('answerHours', form.answerHours),
  agreements,
  source: form.source.trim(),
})

const id = /^[A-Za-z0-9][A-Za-z0-9._~:/-]{0,79}$/
const count = (text: string, least = 1): boolean =>
  Number.isInteger(Number(text)) && Number(text) >= least && Number(text) <= 8_784

/** What is still wanting before a form can be sent at all: what the shape on the wire asks. */
export const wantingIn = (form: TypeForm): 'id' | 'name' | 'fields' | 'hours' | 'source' | null => {
  if (!id.test(form.noticeType.trim())) return 'id'
  if (form.name.en.trim() === '') return 'name'
  if (form.fields.some(({ field, name }) => !id.test(field.trim()) || name.en.trim() === '')) return 'fields'
  const given = [form.acknowledgeHours, form.answerHours].filter(text => text.trim() !== '')
  const counted = form.timing === 'before' || form.timing === 'after'
  if (
    given.some(text => !count(text)) ||
    (counted && !count(form.timingAmount, form.timing === 'before' ? 0 : 1))
  )
    return 'hours'
  return form.source.trim() === '' ? 'source' : null
}
