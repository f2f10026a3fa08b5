/** What was written on this device and is on its way to the record. */
export const outbox = {
  'outbox.title': 'Исходящие',
  'outbox.lead': 'Написанное вами хранится на этом устройстве, пока реестр его не подтвердит.',
  'outbox.empty': 'Всё написанное вами внесено в реестр.',
  'outbox.state.written': 'Написано',
  'outbox.state.sent': 'Отправлено',
  'outbox.state.recorded': 'Записано',
  'outbox.state.refused': 'Не принято',
  'outbox.place': 'к чему относится',
  'outbox.now': 'Сейчас пункт гласит',
  'outbox.asAlternative': 'Отправить как альтернативу всего пункта',
  'outbox.again': 'Отправить снова',
  'outbox.discard': 'Отказаться',
  'outbox.discard.sure': 'Отказаться от этих слов окончательно',
  'outbox.recorded': 'Записано с тех пор, как вы открыли эту страницу',
} as const
