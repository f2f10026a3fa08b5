import { memoryDisk, memoryStore } from './memory.ts'
import { storeContract } from './testing/contract.ts'

storeContract({
  name: 'the store in memory',
  make: async () => {
    const disk = memoryDisk()
    return { open: async () => memoryStore(disk), remove: async () => undefined }
  },
})
