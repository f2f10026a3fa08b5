/** The fixed words of calendars and feeds. Titles are as the organisation wrote them. */
export const languages = ['en', 'ru'] as const
export type FeedLanguage = (typeof languages)[number]

const english = {
  calendar: 'calendar',
  feed: 'what happened in public',
  restricted: 'Restricted',
  fictional: 'FICTIONAL, for an exercise',
  silenceExpires: 'Silence ends',
  correctionsEnd: 'Corrections end',
  sitting: 'Sitting',
  reportDue: 'Report due',
  calledOff: 'Called off',
  textOpened: 'Text opened',
  versionIssued: 'Version issued',
  decisionAdopted: 'Adopted',
  silenceOpened: 'Silence opened',
  silenceKept: 'Silence kept',
  silenceBroken: 'Silence broken',
  silenceWithdrawn: 'Silence withdrawn',
  meetingConvened: 'Meeting convened',
  meetingCalledOff: 'Meeting called off',
  journalApproved: 'Journal approved',
}
export type FeedWords = typeof english

const russian: FeedWords = {
  calendar: 'календарь',
  feed: 'что произошло публично',
  restricted: 'Ограниченный доступ',
  fictional: 'ВЫМЫСЕЛ, для учений',
  silenceExpires: 'Истекает процедура молчания',
  correctionsEnd: 'Истекает срок исправлений',
  sitting: 'Заседание',
  reportDue: 'Срок доклада',
  calledOff: 'Отменено',
  textOpened: 'Открыт текст',
  versionIssued: 'Издана версия',
  decisionAdopted: 'Принято',
  silenceOpened: 'Начата процедура молчания',
  silenceKept: 'Молчание не нарушено',
  silenceBroken: 'Молчание нарушено',
  silenceWithdrawn: 'Процедура молчания отозвана',
  meetingConvened: 'Созвано совещание',
  meetingCalledOff: 'Совещание отменено',
  journalApproved: 'Утверждён журнал',
}

export const feedWords = (language: FeedLanguage): FeedWords => (language === 'ru' ? russian : english)
