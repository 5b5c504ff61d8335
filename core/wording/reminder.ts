import { type Day, daysBetween } from '../day.ts';
import { formatCount, formatDate } from '../format.ts';
import type { Agency } from '../plan/agency.ts';
import type { RowId } from '../plan/plan.ts';
import { deadlineOf } from '../plan/plan-periods.ts';
import { type Letter, type LetterContext, letterOf, returnedParagraphs } from './letter.ts';
import { shortPeriodName } from './period-names.ts';

/** A report that was returned, and when; remarks by row. */
export interface Returned {
  readonly version: number;
  readonly on: Day;
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
  /** Of the report as a whole. */
  readonly remark?: string;
}

/** To an agency that has sent nothing (plan, V.1: the yearly report is due before 30 November). */
export function missingLetter(agency: Agency, context: LetterContext): Letter {
  const { plan, period, today } = context;
  return letterOf(context, `${capital(timeLeft(context))}, chưa nhận được báo cáo`, [
    `Kính gửi: ${agency.name}`,
    `Tính đến ngày ${formatDate(today)}, ${plan.reporting.to} chưa nhận được báo cáo kỳ ${shortPeriodName(period)} của đơn vị (Kế hoạch số ${plan.number}). ${deadlineSentence(context)}`,
    'Đề nghị đơn vị điền biểu Phụ lục, kiểm tra và gửi trên hệ thống Phụ lục số, rồi lưu biên nhận. Nội dung chưa có số liệu thì chọn “Chưa có số liệu” và ghi lý do ở cột Giải trình.',
    'Nếu đơn vị vừa gửi báo cáo, xin bỏ qua thư này.',
  ]);
}

/** To an agency whose report was returned and has not come back; remarks stand in the plan's order. */
export function returnedLetter(agency: Agency, { version, on, remarks, remark }: Returned, context: LetterContext): Letter {
  const { plan, period, today } = context;
  return letterOf(context, `Báo cáo được trả lại, chưa gửi lại; ${timeLeft(context)}`, [
    `Kính gửi: ${agency.name}`,
    `Báo cáo kỳ ${shortPeriodName(period)} của đơn vị (lần nộp ${version}) được trả lại ngày ${formatDate(on)}. Tính đến ngày ${formatDate(today)}, ${plan.reporting.to} chưa nhận được lần nộp mới. ${deadlineSentence(context)}`,
    ...returnedParagraphs({ remarks, remark: remark ?? null }, context),
    'Dòng đã được chấp nhận và không thay đổi thì không phải thẩm định lại.',
    'Nếu đơn vị vừa gửi lại báo cáo, xin bỏ qua thư này.',
  ]);
}

/** Who is still to be followed up, of how many. */
export interface Pending {
  readonly obliged: number;
  readonly missing: readonly Agency[];
  readonly returned: readonly { readonly agency: Agency; readonly on: Day }[];
  /** Whose report was sent and cannot be read any more. */
  readonly unreadable: readonly Agency[];
}

/** To a consolidator: who is missing, whose report was returned or cannot be read, how many days are left. */
export function digestLetter(agency: Agency, { obliged, missing, returned, unreadable }: Pending, context: LetterContext): Letter {
  const { period, today } = context;
  const received = `đã nhận ${formatCount(obliged - missing.length)}/${formatCount(obliged)} báo cáo`;
  const lists = [
    missing.length > 0 && list(`Chưa gửi (${formatCount(missing.length)} đơn vị):`, missing.map(nameOf)),
    returned.length > 0 &&
      list(
        `Đã trả lại, chưa gửi lại (${formatCount(returned.length)} đơn vị):`,
        returned.map(({ agency: one, on }) => `${nameOf(one)} (trả lại ngày ${formatDate(on)})`),
      ),
    unreadable.length > 0 &&
      list(
        `Đã gửi nhưng báo cáo lưu trữ không đọc được, đề nghị gửi lại (${formatCount(unreadable.length)} đơn vị):`,
        unreadable.map(nameOf),
      ),
  ].filter((part) => part !== false);
  return letterOf(
    context,
    `${capital(received)}; ${timeLeft(context)}`,
    [
      `Kính gửi: ${agency.name}`,
      `Tình hình báo cáo kỳ ${shortPeriodName(period)} tính đến ngày ${formatDate(today)}: ${received}. ${deadlineSentence(context)}`,
      ...(lists.length > 0 ? lists : ['Không còn đơn vị nào phải nhắc.']),
    ],
    'consolidator',
  );
}

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
