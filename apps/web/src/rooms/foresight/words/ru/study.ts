/** The map of members, and how good the forecasts are. */
export const study = {
  'foresight.map.lead':
    'Как члены расположены друг относительно друга, вычислено только по их поимённым голосованиям в Генеральной Ассамблее ООН. Близко друг к другу значит: голосовали одинаково. Ни одно направление не лучше другого, а знаки выбираются для каждой сессии отдельно.',
  'foresight.map.none': 'Данных о поимённых голосованиях здесь не установлено.',
  'foresight.map.session': 'Сессия',
  'foresight.map.session.of': 'Сессия {session}, с {year} года',
  'foresight.map.dimensions': 'Измерения',
  'foresight.map.dimensions.1': 'Одно',
  'foresight.map.dimensions.2': 'Два',
  'foresight.map.title.1': 'Члены в одном измерении, сессия {session} (с {year} года)',
  'foresight.map.title.2': 'Члены в двух измерениях, сессия {session} (с {year} года)',
  'foresight.map.counts':
    '{n, plural, one {По # поимённому голосованию.} few {По # поимённым голосованиям.} many {По # поимённым голосованиям.} other {По # поимённого голосования.}} Линии показывают, насколько место может быть неточным в девятнадцати случаях из двадцати.',
  'foresight.map.axes': 'По горизонтали первое измерение, по вертикали второе',
  'foresight.map.column.member': 'Член',
  'foresight.map.column.votes': 'Подано голосов',
  'foresight.map.column.first': 'Первое измерение',
  'foresight.map.column.firstError': 'Стандартная ошибка первого',
  'foresight.map.column.second': 'Второе измерение',
  'foresight.map.column.secondError': 'Стандартная ошибка второго',
  'foresight.backtest.lead':
    'Модели прогнозировали сессии Генеральной Ассамблеи ООН, которых не видели. Здесь сказано, как часто они были правы, рядом с тем, что мог бы сказать каждый. Открыто для всех.',
  'foresight.backtest.none': 'На этом сервере пока нет проверки прогнозов.',
  'foresight.backtest.made':
    'Вопросов, по которым голосовали: {items}; сессии: {sessions}; членов: {members}. Каждая сессия прогнозировалась только по предшествующим.',
  'foresight.backtest.measures': 'Что означают показатели',
  'foresight.backtest.measures.told':
    'Логарифмическая ошибка и оценка Брайера наказывают прогнозы уверенные и неверные: чем меньше, тем лучше. Ранжирование (AUC) показывает, как часто из двух случаев большую вероятность получил тот, в котором это произошло: 1 — безошибочно, 0,5 — наугад. Наклон 1 означает, что прогнозы не слишком смелы (меньше 1) и не слишком робки (больше 1).',
  'foresight.backtest.question.member': 'Что член голосует против',
  'foresight.backtest.question.event': 'Что кто-нибудь голосует против',
  'foresight.backtest.question.eventWithout': 'Что против голосует кто-нибудь, кроме {without}',
  'foresight.backtest.cases': 'Случаев: {n}; это произошло в {share} из ста.',
  'foresight.backtest.better': 'По логарифмической ошибке наш прогноз лучше всех простых.',
  'foresight.backtest.notBetter': 'По логарифмической ошибке наш прогноз не лучше, чем: {ways}.',
  'foresight.backtest.way': 'Способ прогноза',
  'foresight.backtest.way.ours': 'Наш',
  'foresight.backtest.way.baseRate': 'Как часто это бывает вообще',
  'foresight.backtest.way.baseRatePerIssue': 'Как часто это бывает по этой теме',
  'foresight.backtest.way.lastTime': 'Как они поступили в прошлый раз',
  'foresight.backtest.logloss': 'Логарифмическая ошибка',
  'foresight.backtest.brier': 'Оценка Брайера',
  'foresight.backtest.auc': 'Ранжирование (AUC)',
  'foresight.backtest.slope': 'Наклон',
  'foresight.backtest.sounded': 'Когда прозондирована половина членов',
  'foresight.backtest.sounded.told':
    'Когда голоса каждого второго члена известны, логарифмическая ошибка для остальных {with}; без этого {without}.',
  'foresight.calibration': 'Что было сказано и что произошло',
  'foresight.calibration.of': 'Калибровка: {question}',
  'foresight.calibration.axes': 'По горизонтали: названная вероятность. По вертикали: как часто произошло.',
  'foresight.calibration.said': 'Названная вероятность (в среднем)',
  'foresight.calibration.happened': 'Произошло',
  'foresight.calibration.n': 'Случаи',
  'foresight.calibration.good':
    'Нигде, где случаев двадцать или больше, прогнозы не ошиблись более чем на пять из ста.',
  'foresight.calibration.bold':
    'В целом прогнозы слишком смелы: названное вероятным происходило реже, названное маловероятным — чаще.',
  'foresight.calibration.timid':
    'В целом прогнозы слишком робки: названное вероятным происходило ещё чаще, названное маловероятным — ещё реже.',
  'foresight.calibration.fails': 'Где прогноз подводит, более чем на пять из ста:',
  'foresight.calibration.fail':
    'Там, где было сказано {said}, это произошло в {happened} ({n, plural, one {# случай} few {# случая} many {# случаев} other {# случая}}).',
} as const
