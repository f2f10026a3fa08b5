import { describe, expect, test } from 'vitest'
import { storeContract } from '../testing/contract.ts'
import { postgresBin, postgresMissing, type RunningPostgres, startPostgres } from '../testing/postgres.ts'
import { postgresStore } from './store.ts'

let server: RunningPostgres | undefined

describe.skipIf(postgresBin() === undefined)(
  postgresBin() === undefined ? postgresMissing : 'with a real PostgreSQL',
  () => {
    storeContract({
      name: 'the store in PostgreSQL',
      start: async () => {
        server = await startPostgres()
        return server.stop
      },
      make: async () => {
        const url = await server!.database()
        return { open: () => postgresStore(url, { connections: 2 }), remove: async () => undefined }
      },
    })
  },
)

test('a name that is not plain is never put into a statement', async () => {
  await expect(postgresStore('postgres://127.0.0.1:1/x', { schema: 'a; DROP TABLE b' })).rejects.toThrow(
    RangeError,
  )
})
