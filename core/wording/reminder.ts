import { clipText } from '../clip-text.ts';
import { type Day, daysBetween } from '../day.ts';
import { formatCount, formatDate } from '../format.ts';
import type { Agency } from '../plan/agency.ts';
import { deadlineOf, type Period, type Plan, type RowId } from '../plan/plan.ts';
import { squash } from '../text.ts';

/** A letter that is ready to be sent or copied: no name of a person, no key, nothing of any figure. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What every letter of a period mentions. */
export interface LetterContext {
  readonly plan: Plan;
  readonly period: Period;
  readonly today: Day;
}

/** A report that was returned, and when; remarks by row. */
export interface Returned {
  readonly version: number;
  readonly on: Day;
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
}

/** To an agency that has sent nothing (plan, V.1: the yearly report is due before 30 November). */
export function missingLetter(agency: Agency, context: LetterContext): Letter {
  const { plan, period, today } = context;
  return letter(context, `${capital(timeLeft(context))}, chưa nhận được báo cáo`, [
    `Kính gửi: ${agency.name}`,
    `Tính đến ngày ${formatDate(today)}, ${plan.reporting.to} chưa nhận được báo cáo kỳ ${period} của đơn vị (Kế hoạch số ${plan.number}). ${deadlineSentence(context)}`,
    'Đề nghị đơn vị điền biểu Phụ lục, kiểm tra và gửi trên hệ thống Phụ lục số, rồi lưu biên nhận. Nội dung chưa có số liệu thì chọn “Chưa có số liệu” và ghi lý do ở cột Giải trình.',
    'Nếu đơn vị vừa gửi báo cáo, xin bỏ qua thư này.',
  ]);
}

/** To an agency whose report was returned and has not come back; remarks stand in the plan's order. */
export function returnedLetter(agency: Agency, { version, on, remarks }: Returned, context: LetterContext): Letter {
  const { plan, period, today } = context;
  const lines = [...plan.indicators, ...plan.tasks].flatMap(({ id, name }) => {
    const remark = remarks[id];
    return remark === undefined ? [] : [`- ${id} (${clipped(squash(name))}): ${oneLine(remark)}`];
  });
  const said =
    lines.length > 0
      ? [
          ['Ý kiến theo từng dòng:', ...lines].join('\n'),
          'Đề nghị đơn vị sửa các dòng nêu trên rồi gửi lại. Dòng đã được chấp nhận và không thay đổi thì không phải thẩm định lại.',
        ]
      : [
          'Báo cáo được trả lại không kèm ý kiến theo dòng. Đề nghị đơn vị liên hệ cơ quan đã trả lại để biết nội dung cần sửa, rồi gửi lại.',
        ];
  return letter(context, `Báo cáo được trả lại, chưa gửi lại; ${timeLeft(context)}`, [
    `Kính gửi: ${agency.name}`,
    `Báo cáo kỳ ${period} của đơn vị (lần nộp ${version}) được trả lại ngày ${formatDate(on)}. Tính đến ngày ${formatDate(today)}, ${plan.reporting.to} chưa nhận được lần nộp mới. ${deadlineSentence(context)}`,
    ...said,
    'Nếu đơn vị vừa gửi lại báo cáo, xin bỏ qua thư này.',
  ]);
}

/** Who is still to be followed up, of how many. */
export interface Pending {
  readonly obliged: number;
  readonly missing: readonly Agency[];
  readonly returned: readonly { readonly agency: Agency; readonly on: Day }[];
}

/** To a consolidator: who is missing, whose report was returned, how many days are left. */
export function digestLetter(agency: Agency, { obliged, missing, returned }: Pending, context: LetterContext): Letter {
  const { period, today } = context;
  const received = `đã nhận ${formatCount(obliged - missing.length)}/${formatCount(obliged)} báo cáo`;
  const lists = [
    missing.length > 0 && list(`Chưa gửi (${formatCount(missing.length)} đơn vị):`, missing.map(nameOf)),
    returned.length > 0 &&
      list(
        `Đã trả lại, chưa gửi lại (${formatCount(returned.length)} đơn vị):`,
        returned.map(({ agency: one, on }) => `${nameOf(one)} (trả lại ngày ${formatDate(on)})`),
      ),
  ].filter((part) => part !== false);
  return letter(context, `${capital(received)}; ${timeLeft(context)}`, [
    `Kính gửi: ${agency.name}`,
    `Tình hình báo cáo kỳ ${period} tính đến ngày ${formatDate(today)}: ${received}. ${deadlineSentence(context)}`,
    ...(lists.length > 0 ? lists : ['Không còn đơn vị nào phải nhắc.']),
  ]);
}

const letter = ({ period }: LetterContext, subject: string, paragraphs: readonly string[]): Letter => ({
  subject: `[Phụ lục số] Kỳ ${period}: ${subject}`,
  text: `${[...paragraphs, 'Trân trọng.'].join('\n\n')}\n`,
});

/** "còn 5 ngày", "hôm nay là hạn cuối", "quá hạn 3 ngày". */
function timeLeft({ plan, period, today }: LetterContext): string {
  const left = daysBetween(today, deadlineOf(plan, period));
  if (left > 0) return `còn ${formatCount(left)} ngày`;
  return left === 0 ? 'hôm nay là hạn cuối' : `quá hạn ${formatCount(-left)} ngày`;
}

function deadlineSentence(context: LetterContext): string {
  const deadline = formatDate(deadlineOf(context.plan, context.period));
  return `Hạn gửi là ngày ${deadline}: ${timeLeft(context)}.`;
}

const nameOf = ({ shortName }: Agency): string => shortName;

const list = (title: string, lines: readonly string[]): string => [title, ...lines.map((line) => `- ${line}`)].join('\n');

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A remark in one line of a letter: what steers a terminal or a mail program is a blank. */
const oneLine = (remark: string): string => squash(remark.replace(/[\p{Cc}\ufffe\uffff]/gu, ' '));

const clipped = (text: string): string => (text.length <= 100 ? text : `${clipText(text, 99).trimEnd()}…`);
