/** The mediator's table, what a delegation tells, packages. */
export const table = {
  'foresight.item.way': 'Кого прозондировать сначала',
  'foresight.table.lead':
    'Как далеко, насколько вам известно, каждая делегация может пойти по каждому варианту, и пакеты, которые никто не отверг бы. Делегации видят то, что вы представите, и ничего больше с этой страницы.',
  'foresight.point': 'Пункт {number}',
  'foresight.point.gone': 'Вопрос, который урегулирован',
  'foresight.option.gone': 'вариант, которого в тексте больше нет',
  'foresight.option.nothing': '(без этих слов)',
  'foresight.can.canAccept': 'приемлемо',
  'foresight.can.canLiveWith': 'можно смириться',
  'foresight.can.cannot': 'неприемлемо',
  'foresight.can.unsaid': 'не сказано',
  'foresight.from.told': 'сообщено доверительно (сплошная рамка)',
  'foresight.from.stands': 'по её позиции (прерывистая рамка)',
  'foresight.from.assumed': 'предположено, ничего не известно (без рамки)',
  'foresight.grid': 'Варианты и делегации',
  'foresight.grid.option': 'Вариант',
  'foresight.grid.told': 'Сообщили, как далеко могут пойти: {n} из {of}.',
  'foresight.packages': 'Пакеты, которые никто не отвергает',
  'foresight.packages.lead':
    'По одному варианту на каждый вопрос, причём ни от одной делегации не требуется неприемлемого. Вариант засчитывается делегации тем больше, чем легче она может на него пойти и чем важнее для неё вопрос; где ничего не известно, считается, что она может с ним смириться.',
  'foresight.packages.none': 'При нынешнем положении нет пакета, который никто не отвергает.',
  'foresight.aim.leximin': 'Лучший для того, кому достаётся меньше всех',
  'foresight.aim.nash': 'Уравновешенный',
  'foresight.aim.total': 'Наибольший в сумме',
  'foresight.proved': 'Доказано, что по этой мере лучшего нет.',
  'foresight.notProved': 'Лучший из найденных за отведённое время; может существовать и лучший.',
  'foresight.worst': 'Меньше всех получает',
  'foresight.worst.many':
    '{n, plural, one {# делегация} few {# делегации} many {# делегаций} other {# делегации}}',
  'foresight.total': 'Все вместе получают',
  'foresight.blocked':
    '{n, plural, one {По # вопросу каждый вариант кем-то отвергнут.} few {По # вопросам каждый вариант кем-то отвергнут.} many {По # вопросам каждый вариант кем-то отвергнут.} other {По # вопроса каждый вариант кем-то отвергнут.}}',
  'foresight.blocked.by': 'отвергают: {members}',
  'foresight.unlocks': 'Что открыло бы одно изменение',
  'foresight.unlock': '{member}, пункт {number}, «{wording}»:',
  'foresight.unlock.opens': 'если бы делегация могла с этим смириться, пакет нашёлся бы.',
  'foresight.unlock.gains':
    'если бы делегация могла с этим смириться, тому, кому достаётся меньше всех, прибавилось бы {n}.',
  'foresight.release': 'Представить пакет',
  'foresight.release.open': 'Представить …',
  'foresight.release.title': 'Название',
  'foresight.release.words': 'Слова к нему (можно оставить пустыми)',
  'foresight.release.wanting': 'Дайте ему название.',
  'foresight.release.readers': 'Этот пакет с названием и словами прочтут все, кто читает текст.',
  'foresight.release.nothingElse':
    'О том, кто на что мог бы согласиться, они не прочтут ничего. Это предложение: ни одно слово текста не меняется и никто не связан. Его можно отозвать один раз, но прочитанное остаётся прочитанным.',
  'foresight.release.confirm': 'Представить всем',
  'foresight.withdraw': 'Отозвать',
  'foresight.withdraw.of': 'Отозвать пакет: {title}',
  'foresight.withdraw.lead':
    'Его по-прежнему можно будет прочесть, с пометкой об отзыве и причиной. Представить его снова нельзя.',
  'foresight.withdraw.reason': 'Причина, для всех, кто читает текст',
  'foresight.withdraw.wanting': 'Укажите причину.',
  'foresight.released.none': 'Пакетов не представлено.',
  'foresight.released.at': 'Представлен {at}',
  'foresight.released.withdrawn': 'Отозван {at}:',
  'foresight.released.lead':
    'Что те, кто посредничает, представили органу: предложения, которые не меняют в тексте ни слова и никого не связывают.',
  'foresight.tell.lead':
    'По каждому спорному вопросу: какие варианты для вашей делегации приемлемы, с какими она может смириться и с какими нет и насколько важен для неё вопрос.',
  'foresight.tell.readers':
    'Это читает председатель органа «{body}», представитель следующего члена: {member}, и посредники по тексту.',
  'foresight.tell.readers.noChair':
    'Это читает председатель органа «{body}» (сейчас этой должности никто не занимает) и посредники по тексту.',
  'foresight.tell.readers.nobody':
    'Больше никто: ни секретариат, ни другие делегации. Ваша собственная делегация читает. Кто займёт эти должности позже, тоже прочтёт.',
  'foresight.tell.nothing': 'Ваша делегация ничего не сообщала об этом тексте.',
  'foresight.tell.last': 'Сообщённое отправлено {at}. Отправленное заново займёт его место.',
  'foresight.tell.takenBack': 'Сообщённое взято назад {at}.',
  'foresight.tell.noPoints': 'Нет открытых вопросов, по которым можно выбирать из вариантов.',
  'foresight.tell.points': 'Спорные вопросы',
  'foresight.matters': 'Насколько это важно',
  'foresight.matters.least': '{n}: совсем не важно',
  'foresight.matters.most': '{n}: важнее всего',
  'foresight.tell.draft': 'Хранится на этом устройстве, пока не отправлено.',
  'foresight.tell.draft.forget': 'Не хранить',
  'foresight.tell.confirm': 'Сообщить',
  'foresight.tell.wanting': 'Скажите хотя бы об одном варианте, как далеко вы можете пойти.',
  'foresight.tell.back': 'Взять назад',
  'foresight.tell.back.lead':
    'С этого времени оно не учитывается и его нет в таблице. Кто прочёл, тот прочёл.',
} as const
