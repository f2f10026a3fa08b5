import type { Room } from '@gavel/api'
import { catalogueFound } from './reading/pages/commitments.ts'
import { decisionFound, decisionsFound } from './reading/pages/decisions.ts'
import { home } from './reading/pages/home.ts'
import { memberFound, organisationFound } from './reading/pages/institution.ts'
import { journalFound, meetingFound, meetingsFound } from './reading/pages/meetings.ts'
import { entryFound, recordFound } from './reading/pages/record.ts'
import { ruleData, ruleFound, rulesFound } from './reading/pages/rules.ts'
import { textFound, textsFound, versionFound } from './reading/pages/texts.ts'
import { waysFound } from './reading/pages/ways.ts'
import type { Finder } from './reading/visit.ts'

/** What answers at an address. */
export interface Address {
  /** A path as routes are written; `*` at its end stands for everything below. */
  readonly path: string
  /** Finds what the public page needs, where there is one. */
  readonly find?: Finder
  /** Names in the query that belong to the page. */
  readonly query?: readonly string[]
  /**
   * Whether the application has a scene here: for whoever is signed in, or asks for it by `?live`; `first`: for
   * everybody who does not ask for the page by `?read`.
   */
  readonly scene?: true | 'first'
  /** What a program is told that asks for no page. */
  readonly data?: (params: Readonly<Record<string, string>>) => object
}

/** Beginnings of addresses with scenes and no public page: the application alone answers there. */
const scenesAt = (names: readonly string[]): readonly Address[] =>
  names.flatMap(name => [
    { path: `/${name}`, scene: true },
    { path: `/${name}/*`, scene: true },
  ])

/** The addresses of the scenes of rooms. */
export const addressesOf = (rooms: readonly Pick<Room, 'scenes'>[]): readonly Address[] =>
  scenesAt(rooms.flatMap(({ scenes = [] }) => scenes))

/**
 * Every address that is neither the API's nor a file's. One address serves both: the public page for everybody, and
 * the application for whoever is signed in; where there is no public page, the application alone. Rooms add theirs.
 */
export const addresses: readonly Address[] = [
  { path: '/', find: home, scene: true },
  { path: '/texts', find: textsFound, scene: true },
  { path: '/texts/:id', find: textFound, scene: true },
  { path: '/texts/:id/versions/*', find: versionFound, scene: true },
  { path: '/texts/*', scene: true },
  { path: '/decisions', find: decisionsFound, query: ['q', 'page'], scene: true },
  { path: '/decisions/:id', find: decisionFound, scene: true },
  { path: '/decisions/*', scene: true },
  { path: '/meetings', find: meetingsFound, scene: true },
  { path: '/meetings/:id', find: meetingFound, scene: true },
  { path: '/meetings/:id/journal', find: journalFound, query: ['sitting'], scene: true },
  { path: '/meetings/*', scene: true },
  { path: '/catalogue', find: catalogueFound, scene: true },
  { path: '/organisation', find: organisationFound, scene: true },
  { path: '/organisation/members/:id', find: memberFound, scene: true },
  { path: '/organisation/*', scene: true },
  { path: '/record', find: recordFound, query: ['page'], scene: true },
  { path: '/record/verify', scene: true },
  { path: '/record/:index', find: entryFound, scene: true },
  { path: '/record/*', scene: true },
  { path: '/rules', find: rulesFound },
  { path: '/rules/:id', find: ruleFound, data: ({ id }) => ruleData(id!) },
  { path: '/sign-in', find: waysFound, scene: 'first' },
  ...scenesAt([
    'delegation',
    'desk',
    'account',
    'outbox',
    'seats',
    'calendar',
    'commitments',
    'plans',
    'activities',
    'reviews',
    'recommendations',
    'analysis',
  ]),
]
