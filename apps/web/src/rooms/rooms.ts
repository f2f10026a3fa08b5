import { foresight } from './foresight/manifest.ts'
import { notices } from './notices/manifest.ts'
import type { RoomScreens } from './room-screens.ts'

/** The rooms that have screens. It is the one place here that names them: taken out of this list, a room's screens are gone. */
export const rooms: readonly RoomScreens[] = [notices, foresight]
