import type { Capacity, texts } from '@gavel/domain'
import type { ComponentType } from 'react'
import type { RoomScreens } from '../room-screens.ts'

/** The chair of its body and its facilitator see the whole item, others what was released. */
const mediates = (text: texts.Text, as: Capacity): boolean =>
  (as.kind === 'chair' && as.body === text.body) || (as.kind === 'facilitator' && as.text === text.id)

type Scene = ComponentType<Record<string, string>>

/** What a chair works with, in one piece: the outlook, an item, the table. */
const scene = (name: keyof typeof import('./scenes.ts')) => async (): Promise<Scene> =>
  (await import('./scenes.ts'))[name] as Scene

export const foresight: RoomScreens = {
  name: 'foresight',
  scenes: [
    { path: '/foresight', load: scene('HomeScene') },
    { path: '/foresight/map', load: scene('MapScene') },
    { path: '/foresight/backtest', load: scene('BacktestScene') },
    { path: '/foresight/of/:text', load: scene('ItemScene') },
    { path: '/foresight/of/:text/table', load: scene('TableScene') },
    { path: '/foresight/of/:text/tell', load: scene('TellScene') },
    { path: '/foresight/of/:text/released', load: scene('ReleasedScene') },
  ],
  place: {
    path: '/foresight',
    name: { en: 'Foresight', ru: 'Прогноз согласия', ar: 'استشراف التوافق' },
    icon: 'M2.500 16.500h15M4 13.500l4-4 3 3 5.500-7M13 5.500h3.500v3.500',
    open: kinds => kinds.has('chair') || kinds.has('facilitator') || kinds.has('delegate'),
  },
  views: ['/api/foresight'],
  // Stands and texts move the outlook; decisions end it; a meeting's time is what the agenda is cut to.
  after: {
    texts: ['/api/foresight/outlook', '/api/foresight/texts'],
    decisions: ['/api/foresight/outlook'],
    meetings: ['/api/foresight/outlook'],
  },
  ofText: {
    name: { en: 'Packages', ru: 'Пакеты', ar: 'الحزم' },
    path: (text, as) =>
      `/foresight/of/${encodeURIComponent(text.id)}${mediates(text, as) ? '' : '/released'}`,
  },
  words: async language =>
    language === 'en'
      ? (await import('./words/en/index.ts')).en
      : language === 'ru'
        ? (await import('./words/ru/index.ts')).ru
        : (await import('./words/ar/index.ts')).ar,
  rules: async language =>
    language === 'en'
      ? (await import('./words/en/index.ts')).rules
      : language === 'ru'
        ? (await import('./words/ru/index.ts')).rules
        : (await import('./words/ar/index.ts')).rules,
}
