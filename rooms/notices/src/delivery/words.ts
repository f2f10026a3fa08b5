import type { Told } from './plan.ts'

/** The fixed sentences of letters, in the languages Gavel has. What a letter quotes is as it was written. */

export interface LetterWords {
  /** Of a notice that is not restricted, by what happened: `{type}`, `{from}`, `{title}`, `{member}`. */
  readonly subject: { readonly [what in Told]: string }
  /** Of a restricted one: that there is something, and nothing of it. `{organisation}`. */
  readonly restricted: string
  readonly acknowledgeBy: string
  readonly answerBy: string
  readonly pingBy: string
  readonly open: string
  readonly why: string
  readonly demonstration: string
}

const en: LetterWords = {
  subject: {
    sent: '{type} from {from}: {title}',
    corrected: 'Corrected: {type} from {from}: {title}',
    withdrawn: 'Withdrawn: {type} from {from}: {title}',
    acknowledged: 'Acknowledged: {title}',
    answered: 'Answered: {title}',
    pinged: 'Test call to the point of contact of {member}',
  },
  restricted: 'A restricted notice at {organisation}',
  acknowledgeBy: 'To be acknowledged by {at} UTC.',
  answerBy: 'To be answered by {at} UTC.',
  pingBy: 'Please answer by {at} UTC, so that the directory can say that you are reached.',
  open: 'Open',
  why: 'You receive this as a point of contact of {member}.',
  demonstration: 'Demonstration: everything in it is fictional.',
}

const ru: LetterWords = {
  subject: {
    sent: '{type}, отправитель {from}: {title}',
    corrected: 'Исправлено: {type}, отправитель {from}: {title}',
    withdrawn: 'Отозвано: {type}, отправитель {from}: {title}',
    acknowledged: 'Получение подтверждено: {title}',
    answered: 'Получен ответ: {title}',
    pinged: 'Проверочный вызов контактному лицу: {member}',
  },
  restricted: 'Уведомление ограниченного доступа в {organisation}',
  acknowledgeBy: 'Подтвердить получение до {at} UTC.',
  answerBy: 'Ответить до {at} UTC.',
  pingBy: 'Просим ответить до {at} UTC, чтобы справочник мог указать, что с вами есть связь.',
  open: 'Открыть',
  why: 'Вы получаете это письмо как контактное лицо: {member}.',
  demonstration: 'Демонстрация: всё в ней вымышлено.',
}

const ar: LetterWords = {
  subject: {
    sent: '{type} من {from}: {title}',
    corrected: 'تصحيح: {type} من {from}: {title}',
    withdrawn: 'سحب: {type} من {from}: {title}',
    acknowledged: 'أُقرّ بالاستلام: {title}',
    answered: 'ورد جواب: {title}',
    pinged: 'اتصال تجريبي بجهة الاتصال لدى {member}',
  },
  restricted: 'إشعار مقيّد لدى {organisation}',
  acknowledgeBy: 'يُرجى الإقرار بالاستلام قبل {at} بالتوقيت العالمي.',
  answerBy: 'يُرجى الجواب قبل {at} بالتوقيت العالمي.',
  pingBy: 'يُرجى الجواب قبل {at} بالتوقيت العالمي، ليذكر الدليل أن الاتصال بكم قائم.',
  open: 'فتح',
  why: 'تصلكم هذه الرسالة بصفتكم جهة اتصال لدى {member}.',
  demonstration: 'عرض تجريبي: كل ما فيه متخيَّل.',
}

const all: { readonly [language: string]: LetterWords } = { en, ru, ar }

/** The words in a language; English for one there is not. The language they are in is told, for its direction. */
export const wordsIn = (language: string): { readonly language: string; readonly words: LetterWords } => {
  const known = language.split('-', 1)[0]!
  return Object.hasOwn(all, known) ? { language: known, words: all[known]! } : { language: 'en', words: en }
}

/** Fills the places of a sentence. */
export const filled = (sentence: string, facts: { readonly [name: string]: string }): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
