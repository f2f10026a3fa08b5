import { personBehind } from './access/caller.ts'
import { canRead } from './access/viewer.ts'
import { type Context, viewerBehind } from './context.ts'
import { notFound } from './http/problem.ts'
import type { Room, RoomTools } from './room.ts'
import { view } from './views/reading.ts'

/** What the routes of a room are given. */
export const toolsFor = (context: Context, { law }: Room, hookKey: string): RoomTools => {
  const { keeper, rows, feeds, site } = context
  return {
    state: () => keeper.state(),
    now: () => keeper.now(),
    viewer: request => viewerBehind(context, request),
    person: personBehind,
    mayRead: (viewer, audience) => canRead(viewer, audience, keeper.state(), keeper.now()),
    notFound,
    documented: (operation, summary) => view(law.name, operation, summary),
    rows,
    feeds,
    origin: () => site().origin,
    hookKey,
  }
}
