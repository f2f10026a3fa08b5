/** The record: the log, its checkpoints and what they prove. */
export const record = {
  'record.proof.download': 'تنزيل الإثبات',
  'record.forget': 'نسيان ما كان هذا الجهاز يعرفه',
} as const
