import type { StatusLine } from '../../contract/routes/get-status.ts';
import type { TaskVerdict, Verdict } from '../../core/matrix.ts';
import { TASK_SIGNS, TASK_WORDS, VERDICT_SIGNS, VERDICT_WORDS } from '../../core/wording/labels.ts';
import { TASK_TONES, type Tone, VERDICT_TONES } from './tone.ts';

export const REPORT_WORDS = {
  'not-started': 'Chưa gửi',
  submitted: 'Đã gửi, chờ thẩm định',
  returned: 'Trả lại để sửa',
  accepted: 'Đã chấp nhận',
  unreadable: 'Không đọc được',
} as const satisfies Record<StatusLine['state'], string>;

const REPORT_SIGNS = { 'not-started': '○', submitted: '◐', returned: '▲', accepted: '✓', unreadable: '✕' } as const satisfies Record<
  StatusLine['state'],
  string
>;
const REPORT_TONES = {
  'not-started': 'missing',
  submitted: 'none',
  returned: 'below',
  accepted: 'met',
  unreadable: 'missed',
} as const satisfies Record<StatusLine['state'], Tone>;

/** Sign + word on the state's colours. */
export const Badge = ({ tone, sign, word }: { readonly tone: Tone; readonly sign: string; readonly word: string }) => (
  <span class={`badge ${tone}`}>
    <span aria-hidden="true">{sign}</span> {word}
  </span>
);

export const VerdictBadge = ({ verdict }: { readonly verdict: Verdict }) => (
  <Badge tone={VERDICT_TONES[verdict]} sign={VERDICT_SIGNS[verdict]} word={VERDICT_WORDS[verdict]} />
);

export const TaskBadge = ({ verdict }: { readonly verdict: TaskVerdict }) => (
  <Badge tone={TASK_TONES[verdict]} sign={TASK_SIGNS[verdict]} word={TASK_WORDS[verdict]} />
);

export const ReportBadge = ({ state }: { readonly state: StatusLine['state'] }) => (
  <Badge tone={REPORT_TONES[state]} sign={REPORT_SIGNS[state]} word={REPORT_WORDS[state]} />
);
