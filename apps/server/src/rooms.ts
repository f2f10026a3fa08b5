import type { Room } from '@gavel/api'
import { foresight } from '@gavel/foresight'
import { notices } from '@gavel/notices'

/**
 * The rooms of this house. It is the one place that names them: taken out of this list, a room is gone, and a record
 * that has its entries is read without them.
 */
export const rooms: readonly Room[] = [foresight, notices]
