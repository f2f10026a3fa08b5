/** The record: the log, its checkpoints and what they prove. */
export const record = {
  'record.proof.download': 'Скачать доказательство',
  'record.forget': 'Забыть, что знало это устройство',
} as const
