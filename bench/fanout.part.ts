/** The processes of the benchmark; what they do stands in room/part.ts. */
import './room/part.ts'
