/** The few fixed words documents and feeds bring with them, in the languages the house speaks; English for the rest. */
export interface FixedWords {
  readonly fictional: string
  readonly proposedBy: string
  readonly baseText: string
  readonly noWords: string
  readonly backs: string
  readonly canLiveWith: string
  readonly reserves: string
  readonly objects: string
  readonly deletion: string
  readonly move: string
  readonly paragraph: string
  readonly openToTakeOver: string
  readonly page: string
  readonly of: string
}

const english: FixedWords = {
  fictional: 'FICTIONAL, for an exercise. Every position in this text is invented.',
  proposedBy: 'Proposed by',
  baseText: 'Text before proposals',
  noWords: 'No words here',
  backs: 'Backed by',
  canLiveWith: 'Can be lived with by',
  reserves: 'Awaiting instructions',
  objects: 'Objected to by',
  deletion: 'Deletion of the paragraph',
  move: 'Move of the paragraph',
  paragraph: 'The paragraph',
  openToTakeOver: 'Open to take-over',
  page: 'Page',
  of: 'of',
}

const russian: FixedWords = {
  fictional: 'ВЫМЫСЕЛ, для учений. Все позиции в этом тексте придуманы.',
  proposedBy: 'Предложено',
  baseText: 'Текст до предложений',
  noWords: 'Без слов',
  backs: 'Поддерживают',
  canLiveWith: 'Могут согласиться',
  reserves: 'Ожидают указаний',
  objects: 'Возражают',
  deletion: 'Исключение пункта',
  move: 'Перенос пункта',
  paragraph: 'Пункт в целом',
  openToTakeOver: 'Может быть взято другой делегацией',
  page: 'Страница',
  of: 'из',
}

/** Fixed words in the language of a tag, `ru-KZ` like `ru`. */
export const fixedWords = (language: string): FixedWords => (/^ru\b/i.test(language) ? russian : english)
