import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { needsWordsOf } from '../rooms/room-words.ts'
import { rooms } from '../rooms/rooms.ts'
import { needsFurtherWords } from '../words/further.ts'

type SceneOf = ComponentType<Record<string, string>>

interface SceneAt {
  readonly path: string
  readonly Scene: LazyExoticComponent<SceneOf>
  /** It fills the screen: no frame round it. */
  readonly bare?: boolean
}

/** A scene that is fetched when somebody goes there, and says nothing but the first words. */
const lean = (path: string, load: () => Promise<unknown>): SceneAt => ({
  path,
  Scene: lazy(async () => ({ default: (await load()) as SceneOf })),
})

/** A scene that is fetched when somebody goes there, and the further words with it. */
const at = (path: string, load: () => Promise<unknown>, bare = false): SceneAt => ({
  path,
  Scene: lazy(async () => {
    const [scene] = await Promise.all([load(), needsFurtherWords()])
    return { default: scene as SceneOf }
  }),
  bare,
})

/** The scenes of the rooms, each with the words of its room. */
const roomScenes = rooms.flatMap(room =>
  room.scenes.map(({ path, load }) =>
    at(path, () => Promise.all([load(), needsWordsOf(room)]).then(([scene]) => scene)),
  ),
)

/** A scene that tells of acts: those of rooms are told in the words of their rooms. */
const telling = (path: string, load: () => Promise<unknown>): SceneAt =>
  at(path, () => Promise.all([load(), ...rooms.map(needsWordsOf)]).then(([scene]) => scene))

/** Every address of the application and its scene; the first that fits is shown. */
export const scenes: readonly SceneAt[] = [
  at('/', async () => (await import('../today/today-scene.tsx')).TodayScene),
  lean('/texts', async () => (await import('../texts/texts-scene.tsx')).TextsScene),
  at('/texts/new', async () => (await import('../texts/papers/bring-in-scene.tsx')).BringInScene),
  lean('/texts/:id', async () => (await import('../texts/text-scene.tsx')).TextScene),
  lean(
    '/texts/:id/convergence',
    async () => (await import('../texts/convergence-scene.tsx')).ConvergenceScene,
  ),
  lean('/texts/:id/chairs-text', async () => (await import('../texts/chairs-scene.tsx')).ChairsScene),
  lean('/texts/:id/versions', async () => (await import('../texts/versions-scene.tsx')).VersionsScene),
  at('/texts/:id/papers', async () => (await import('../texts/papers/papers-scene.tsx')).PapersScene),
  lean('/outbox', async () => (await import('../outbox/outbox-scene.tsx')).OutboxScene),
  at('/delegation', async () => (await import('../delegation/delegation-scene.tsx')).DelegationScene),
  at('/delegation/:part', async () => (await import('../delegation/delegation-scene.tsx')).DelegationScene),
  at('/desk', async () => (await import('../desk/desk-scene.tsx')).DeskScene),
  at('/desk/:part', async () => (await import('../desk/desk-scene.tsx')).DeskScene),
  at('/organisation', async () => (await import('../institution/organisation-scene.tsx')).OrganisationScene),
  at('/organisation/members/:id', async () => (await import('../institution/member-scene.tsx')).MemberScene),
  at(
    '/organisation/:part',
    async () => (await import('../institution/organisation-scene.tsx')).OrganisationScene,
  ),
  lean('/sign-in', async () => (await import('../access/sign-in-scene.tsx')).SignInScene),
  lean('/account', async () => (await import('../access/account-scene.tsx')).AccountScene),
  lean('/seats', async () => (await import('../access/seats-scene.tsx')).SeatsScene),
  at('/decisions', async () => (await import('../decisions/decisions-scene.tsx')).DecisionsScene),
  at('/decisions/:id', async () => (await import('../decisions/decision-scene.tsx')).DecisionScene),
  at('/catalogue', async () => (await import('../commitments/catalogue/catalogue-scene.tsx')).CatalogueScene),
  at(
    '/commitments',
    async () => (await import('../commitments/list/commitments-scene.tsx')).CommitmentsScene,
  ),
  at(
    '/commitments/new',
    async () => (await import('../commitments/undertake/undertake-scene.tsx')).UndertakeScene,
  ),
  at(
    '/commitments/:id',
    async () => (await import('../commitments/one/commitment-scene.tsx')).CommitmentScene,
  ),
  at(
    '/commitments/:id/report',
    async () => (await import('../commitments/report/report-scene.tsx')).ReportScene,
  ),
  at(
    '/commitments/:id/change',
    async () => (await import('../commitments/undertake/change-scene.tsx')).ChangeScene,
  ),
  at(
    '/commitments/:id/carry',
    async () => (await import('../commitments/undertake/change-scene.tsx')).CarryScene,
  ),
  at('/plans', async () => (await import('../commitments/plans/plans-scene.tsx')).PlansScene),
  at('/plans/:id', async () => (await import('../commitments/plans/plan-scene.tsx')).PlanScene),
  at('/activities', async () => (await import('../commitments/plans/activities-scene.tsx')).ActivitiesScene),
  at('/reviews', async () => (await import('../commitments/reviews/reviews-scene.tsx')).ReviewsScene),
  at('/reviews/:id', async () => (await import('../commitments/reviews/review-scene.tsx')).ReviewScene),
  at('/reviews/:id/:part', async () => (await import('../commitments/reviews/review-scene.tsx')).ReviewScene),
  at(
    '/recommendations',
    async () => (await import('../commitments/reviews/recommendations-scene.tsx')).RecommendationsScene,
  ),
  telling('/record', async () => (await import('../record/record-scene.tsx')).RecordScene),
  at('/analysis', async () => (await import('../commitments/analysis/analysis-scene.tsx')).AnalysisScene),
  at('/analysis/:table', async () => (await import('../commitments/analysis/table-scene.tsx')).TableScene),
  at('/record/verify', async () => (await import('../record/verify-scene.tsx')).VerifyScene),
  telling('/record/:index', async () => (await import('../record/entry-scene.tsx')).EntryScene),
  at('/meetings', async () => (await import('../meetings/meetings-scene.tsx')).MeetingsScene),
  at('/meetings/:id/notice', async () => (await import('../meetings/notice-scene.tsx')).NoticeScene),
  at('/meetings/:id/journal', async () => (await import('../meetings/journal-scene.tsx')).JournalScene),
  at('/meetings/:id', async () => (await import('../meetings/meeting-scene.tsx')).MeetingScene),
  at('/meetings/:id/display', async () => (await import('../meetings/display-scene.tsx')).DisplayScene, true),
  ...roomScenes,
]
