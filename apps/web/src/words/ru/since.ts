/** What happened since somebody was last here. */
export const since = {
  'since.title': 'С тех пор, как вы были здесь',
  'since.title.new': 'В последнее время',
  'since.none': 'С тех пор не произошло ничего, что касалось бы вас.',
  'since.seenAll': 'Я это видел(а)',
  'since.cut': 'Произошло больше, чем показано здесь; в реестре есть всё.',
  'since.elsewhere': 'Решения и совещания',
  'since.paragraph': 'в пункте {number}',
  'since.more': '{n, plural, one {ещё #} few {ещё #} many {ещё #} other {ещё #}}',
  'since.count.objection':
    '{n, plural, one {# возражение против того, на чём вы настаиваете} few {# возражения против того, на чём вы настаиваете} many {# возражений против того, на чём вы настаиваете} other {# возражения против того, на чём вы настаиваете}}',
  'since.count.silence':
    '{n, plural, one {# шаг процедуры умолчания} few {# шага процедур умолчания} many {# шагов процедур умолчания} other {# шага процедур умолчания}}',
  'since.count.decision':
    '{n, plural, one {# шаг решения} few {# шага решений} many {# шагов решений} other {# шага решений}}',
  'since.count.offer':
    '{n, plural, one {# текст председателя} few {# текста председателя} many {# текстов председателя} other {# текста председателя}}',
  'since.count.reopening':
    '{n, plural, one {# возобновление} few {# возобновления} many {# возобновлений} other {# возобновления}}',
  'since.count.proposal':
    '{n, plural, one {# новое предложение} few {# новых предложения} many {# новых предложений} other {# нового предложения}}',
  'since.count.settled':
    '{n, plural, one {# спор решён} few {# спора решены} many {# споров решены} other {# спора решены}}',
  'since.count.climbed':
    '{n, plural, one {# пункт поднялся} few {# пункта поднялись} many {# пунктов поднялись} other {# пункта поднялись}}',
  'since.count.text':
    '{n, plural, one {# текст открыт или принят} few {# текста открыты или приняты} many {# текстов открыты или приняты} other {# текста открыты или приняты}}',
  'since.count.version':
    '{n, plural, one {выпущена # версия} few {выпущены # версии} many {выпущено # версий} other {выпущено # версии}}',
  'since.count.meeting':
    '{n, plural, one {# шаг совещания} few {# шага совещаний} many {# шагов совещаний} other {# шага совещаний}}',
  'since.count.comment':
    '{n, plural, one {# замечание вашей делегации} few {# замечания вашей делегации} many {# замечаний вашей делегации} other {# замечания вашей делегации}}',
  'since.count.instruction':
    '{n, plural, one {# указание вашей делегации} few {# указания вашей делегации} many {# указаний вашей делегации} other {# указания вашей делегации}}',
  'since.objection.raised': 'Возражение против того, на чём вы настаиваете',
  'since.text.opened': 'Открыт для переговоров',
  'since.text.adopted': 'Принят',
  'since.proposal.wording': 'Предложена новая формулировка',
  'since.proposal.alternative': 'Предложена альтернатива',
  'since.proposal.paragraph': 'Предложен новый пункт',
  'since.proposal.deletion': 'Предложено исключить',
  'since.proposal.move': 'Предложено переставить',
  'since.settled.withdrawn': 'Предложение снято',
  'since.settled.bracket': 'Скобка закрыта',
  'since.settled.alternatives': 'Выбрана альтернатива',
  'since.settled.deletion': 'Решено об исключении',
  'since.settled.move': 'Решено о перестановке',
  'since.settled.paragraph': 'Решено о новом пункте',
  'since.settled.chairsText': 'Взят текст председателя',
  'since.offer.chairsText': 'Предложен текст председателя',
  'since.climbed.advanced': 'Поднялся на ступень',
  'since.reopening.asked': 'Запрошено возобновление',
  'since.reopening.reopened': 'Возобновлено',
  'since.version.issued': 'Выпущена версия',
  'since.instruction.given': 'Записаны указания',
  'since.comment.said': 'Замечание',
  'since.silence.opened': 'Открыта процедура умолчания',
  'since.silence.proposed': 'Процедура умолчания предложена на совещании',
  'since.silence.extended': 'Процедура умолчания продлена',
  'since.silence.broken': 'Умолчание прервано',
  'since.silence.suspended': 'Процедура умолчания приостановлена',
  'since.silence.resumed': 'Процедура умолчания возобновлена',
  'since.silence.withdrawn': 'Процедура умолчания отозвана',
  'since.silence.noticed': 'Уведомление о том, чем закончилось умолчание',
  'since.decision.put': 'Вынесено на совещание',
  'since.decision.objected': 'Высказано возражение',
  'since.decision.adopted': 'Принято',
  'since.decision.notReached': 'Консенсуса нет',
  'since.decision.published': 'Опубликовано',
  'since.decision.stated': 'Приложено заявление',
  'since.meeting.convened': 'Совещание созвано',
  'since.meeting.opened': 'Совещание открыто',
  'since.meeting.calledOff': 'Совещание отменено',
  'since.meeting.closed': 'Совещание закрыто',
  'since.meeting.journal': 'Распространён журнал',
} as const
