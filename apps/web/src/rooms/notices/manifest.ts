import type { ComponentType } from 'react'
import type { RoomScreens } from '../room-screens.ts'

type Scene = ComponentType<Record<string, string>>

/** The scenes of the room, fetched together: whoever reads a notice answers it, and looks somebody up. */
const scene = (name: keyof typeof import('./scenes.ts')) => async (): Promise<Scene> =>
  (await import('./scenes.ts'))[name] as Scene

export const notices: RoomScreens = {
  name: 'notices',
  scenes: [
    { path: '/notices', load: scene('InboxScene') },
    { path: '/notices/sent', load: scene('SentScene') },
    { path: '/notices/all', load: scene('AllScene') },
    { path: '/notices/new', load: scene('SendScene') },
    { path: '/notices/contacts', load: scene('ContactsScene') },
    { path: '/notices/calls', load: scene('CallsScene') },
    { path: '/notices/calls/:id', load: scene('CallScene') },
    { path: '/notices/types', load: scene('TypesScene') },
    { path: '/notices/servers', load: scene('ServersScene') },
    { path: '/notices/of/:id', load: scene('OneScene') },
  ],
  place: {
    path: '/notices',
    name: { en: 'Notices', ru: 'Уведомления', ar: 'الإخطارات' },
    icon: 'M3.500 5.500h13v9h-13ZM3.500 6l6.500 5 6.500-5',
    open: kinds => kinds.has('delegate') || kinds.has('secretariat'),
  },
  views: ['/api/notices'],
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
  waiting: async () => (await import('./waiting.tsx')).Waiting,
}
