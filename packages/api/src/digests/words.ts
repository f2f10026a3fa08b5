import type { commitments } from '@gavel/domain'
import type { DigestLanguage } from './subscription.ts'

/** The fixed words of digests. Titles are as they were written; what is not public has none in a mail. */
export interface DigestWords {
  readonly subject: (n: number) => string
  readonly opening: (organisation: string) => string
  readonly kinds: { readonly [kind in commitments.ReminderKind]: string }
  readonly days: (days: number) => string
  readonly more: (n: number) => string
  readonly closing: string
  readonly link: string
  readonly confirmSubject: string
  readonly confirm: (code: string) => string
  readonly ignore: string
}

const plural = (language: string, n: number, forms: { readonly [category: string]: string }): string =>
  `${n} ${forms[new Intl.PluralRules(language).select(n)] ?? forms['other']}`

const english: DigestWords = {
  subject: n => `${plural('en', n, { one: 'matter waits', other: 'matters wait' })} for you`,
  opening: organisation => `What waits for you in ${organisation}:`,
  kinds: {
    reportDue: 'A report is due',
    reportOverdue: 'A report is overdue',
    reportWaits: 'A report waits to be validated in your delegation',
    reportReturned: 'A report was given back',
    questionWaits: 'A question waits for an answer',
    recommendationWaits: 'A recommendation waits for a response',
    activityUntold: 'Nothing has been said of an activity that is over',
    termEnds: 'A term ends',
    planUnadopted: 'A plan was laid and is not adopted yet',
  },
  days: days =>
    days === 0
      ? 'today'
      : days > 0
        ? `in ${plural('en', days, { one: 'day', other: 'days' })}`
        : `${plural('en', -days, { one: 'day', other: 'days' })} ago`,
  more: n => `And ${n} more.`,
  closing: 'You asked for this letter. You can end it on the page of your account.',
  link: 'Open what waits',
  confirmSubject: 'Your code for letters',
  confirm: code => `Enter this code on the page of your account to be reminded at this address: ${code}`,
  ignore: 'If you did not ask for it, do nothing: no letter will follow.',
}

const russian: DigestWords = {
  subject: n =>
    `Вас ${plural('ru', n, { one: 'ждёт дело', few: 'ждут дела', many: 'ждут дел', other: 'ждёт дела' }).replace(/^(\d+) (\S+) (.*)$/, '$2 $1 $3')}`,
  opening: organisation => `Что ждёт вас в ${organisation}:`,
  kinds: {
    reportDue: 'Приближается срок доклада',
    reportOverdue: 'Срок доклада истёк',
    reportWaits: 'Доклад ждёт утверждения в вашей делегации',
    reportReturned: 'Доклад возвращён',
    questionWaits: 'Вопрос ждёт ответа',
    recommendationWaits: 'Рекомендация ждёт отклика',
    activityUntold: 'О прошедшем мероприятии ничего не сообщено',
    termEnds: 'Истекают полномочия',
    planUnadopted: 'План внесён и ещё не принят',
  },
  days: days =>
    days === 0
      ? 'сегодня'
      : days > 0
        ? `через ${plural('ru', days, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`
        : `${plural('ru', -days, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })} назад`,
  more: n => `И ещё ${n}.`,
  closing: 'Вы просили об этом письме. Отказаться от писем можно на странице вашей учётной записи.',
  link: 'Открыть',
  confirmSubject: 'Код для писем',
  confirm: code =>
    `Введите этот код на странице учётной записи, чтобы получать напоминания на этот адрес: ${code}`,
  ignore: 'Если вы об этом не просили, ничего не делайте: писем не будет.',
}

const arabic: DigestWords = {
  subject: n => `أمور في انتظارك: ${n}`,
  opening: organisation => `ما ينتظرك في ${organisation}:`,
  kinds: {
    reportDue: 'اقترب موعد تقرير',
    reportOverdue: 'فات موعد تقرير',
    reportWaits: 'تقرير ينتظر الإقرار في وفدك',
    reportReturned: 'أعيد تقرير',
    questionWaits: 'سؤال ينتظر جوابا',
    recommendationWaits: 'توصية تنتظر ردا',
    activityUntold: 'لم يذكر شيء عن نشاط انتهى',
    termEnds: 'تنتهي ولاية',
    planUnadopted: 'خطة عرضت ولم تعتمد بعد',
  },
  days: days => (days === 0 ? 'اليوم' : days > 0 ? `بعد ${days} يوم` : `قبل ${-days} يوم`),
  more: n => `و${n} غيرها.`,
  closing: 'طلبت هذه الرسالة. يمكنك إيقافها من صفحة حسابك.',
  link: 'افتح ما ينتظرك',
  confirmSubject: 'رمز الرسائل',
  confirm: code => `أدخل هذا الرمز في صفحة حسابك لتصلك التذكيرات على هذا العنوان: ${code}`,
  ignore: 'إن لم تطلب ذلك فلا تفعل شيئا: لن تصلك رسائل.',
}

const all: { readonly [language in DigestLanguage]: DigestWords } = {
  en: english,
  ru: russian,
  ar: arabic,
}

export const digestWords = (language: DigestLanguage): DigestWords => all[language]
