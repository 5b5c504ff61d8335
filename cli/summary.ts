import { abridged } from '../core/clip-text.ts';
import { formatCount } from '../core/format.ts';
import type { Matrix } from '../core/matrix.ts';
import { TASK_SIGNS, VERDICT_SIGNS, VERDICT_WORDS } from '../core/wording/labels.ts';
import { citedAs } from '../core/wording/names.ts';
import type { CommandContext } from './context.ts';
import type { Inbox } from './inbox.ts';
import { printable } from './printable.ts';
import { problemLine } from './problem-line.ts';

interface Summed {
  readonly inbox: Inbox;
  readonly matrix: Matrix | null;
  readonly context: CommandContext;
  readonly out: string;
}

/** What a consolidation came to, in Vietnamese: who is missing, which files were left out and why, what is not reached and why. */
export function summary({ inbox, matrix, context, out }: Summed): string {
  const errors = inbox.problems.filter(({ severity }) => severity === 'error');
  const warnings = inbox.problems.filter(({ severity }) => severity === 'warning').length;
  const lines = [
    `Đã đọc ${formatCount(inbox.files)} tệp; ${formatCount(inbox.received.length)} biểu được tính; ${formatCount(warnings)} cảnh báo.`,
    ...leftOut(errors),
    ...(matrix ? [...missing(matrix, context), ...flags(matrix, context)] : [nothing(inbox)]),
    `Kết quả trong ${out}`,
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

const nothing = ({ files }: Inbox): string =>
  files === 0
    ? 'Thư mục không có tệp nào. Chép các biểu đã điền vào thư mục rồi chạy lại.'
    : 'Không có biểu nào được tính nên chưa lập ma trận. Sửa các lỗi nêu trên rồi chạy lại.';

function leftOut(errors: Inbox['problems']): string[] {
  const files = [...new Set(errors.map(({ file }) => file))];
  if (files.length === 0) return [];
  return [
    `Để riêng ${formatCount(files.length)} tệp có lỗi:`,
    ...files.flatMap((file) => [
      ` ${file}`,
      ...errors
        .filter((error) => error.file === file)
        .slice(0, 5)
        .map(problemLine),
    ]),
  ];
}

function missing({ agencies }: Matrix, context: CommandContext): string[] {
  const names = new Map(context.agencies.map(({ id, shortName }) => [id, shortName]));
  const received = `Đã nhận báo cáo của ${formatCount(agencies.received)}/${formatCount(agencies.obliged)} đơn vị.`;
  if (agencies.missing.length === 0) return [received];
  const shown = agencies.missing.slice(0, 20).map((id) => names.get(id) ?? id);
  const more = agencies.missing.length - shown.length;
  return [`${received} Còn thiếu: ${shown.join('; ')}${more > 0 ? ` và ${formatCount(more)} đơn vị khác` : ''}.`];
}

function flags({ indicators, tasks }: Matrix, { plan }: CommandContext): string[] {
  const due = indicators.filter(({ verdict }) => verdict !== 'not-due');
  const count = (verdict: keyof typeof VERDICT_WORDS) => due.filter((row) => row.verdict === verdict).length;
  const words = (['met', 'below', 'missed', 'not-reported', 'nothing-arose'] as const)
    .filter((verdict) => count(verdict) > 0)
    .map((verdict) => `${count(verdict)} ${VERDICT_WORDS[verdict].toLowerCase()}`);
  const late = tasks.filter(({ why }) => why.flagged);
  const names = new Map(plan.tasks.map(({ id, name }) => [id, name]));
  return [
    `Chỉ tiêu đến kỳ: ${due.length} (${words.join('; ')}).`,
    ...indicators
      .filter(({ why }) => why.flagged)
      .map(({ id, verdict, why }) => ` ${VERDICT_SIGNS[verdict]} ${citedAs(id)}: ${why.sentence}`),
    ...(late.length > 0 ? [`Nhiệm vụ quá hạn: ${late.length}.`] : []),
    ...late.map(({ id, why }) => ` ${TASK_SIGNS.late} ${citedAs(id)} ${clip(names.get(id) ?? '')}: ${why.sentence}`),
  ];
}

const clip = (text: string): string => abridged(text, 60);
