/** The record: the log, its checkpoints and what they prove. */
export const record = {
  'record.proof.download': 'Download the proof',
  'record.forget': 'Forget what this device knew',
} as const
