import type { Line } from '@gavel/notices/browser'

/** Whether a notice waits for the delegation that reads it: it was not acknowledged, or its answer is owed. */
export const waits = ({ status, mine }: Pick<Line, 'status' | 'mine'>): boolean =>
  status !== 'withdrawn' &&
  mine !== null &&
  (mine.acknowledged === null || mine.answer?.kind === 'awaited' || mine.answer?.kind === 'silent')
