import type { TaskVerdict, Verdict } from '../../core/matrix.ts';

/** Which colours a state has (tokens.css); sign and word come first. */
export type Tone = 'met' | 'below' | 'missed' | 'missing' | 'none';

export const VERDICT_TONES = {
  met: 'met',
  below: 'below',
  missed: 'missed',
  'not-reported': 'missing',
  'nothing-arose': 'none',
  'not-due': 'none',
} as const satisfies Record<Verdict, Tone>;

export const TASK_TONES = {
  done: 'met',
  'done-this-year': 'met',
  'in-progress': 'none',
  late: 'missed',
  'awaiting-guidance': 'none',
  'not-started': 'below',
  'not-reported': 'missing',
  'not-relevant': 'none',
  'not-due': 'none',
} as const satisfies Record<TaskVerdict, Tone>;
