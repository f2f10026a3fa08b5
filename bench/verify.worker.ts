/** The hashing thread of the record, bundled for the benchmark. */
import '../packages/record/src/node/worker.ts'
