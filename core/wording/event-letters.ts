import { formatDate } from '../format.ts';
import type { Agency } from '../plan/agency.ts';
import { deadlineOf } from '../plan/plan-periods.ts';
import { type Letter, type LetterContext, letterOf, oneLine, type ReturnRemarks, returnedParagraphs } from './letter.ts';
import { shortPeriodName } from './period-names.ts';

/** A version that was received: its number, the short number of its receipt, and when, as the plan's clocks say. */
interface ReceivedVersion {
  readonly version: number;
  readonly receipt: string;
  readonly at: string;
}

/** To an agency whose report has come in. */
export const receivedLetter = (agency: Agency, { version, receipt, at }: ReceivedVersion, context: LetterContext): Letter =>
  letterOf(context, 'Đã nhận báo cáo', [
    `Kính gửi: ${agency.name}`,
    `Đã nhận báo cáo kỳ ${shortPeriodName(context.period)} của đơn vị lúc ${at} (lần nộp ${version}, biên nhận ${receipt}).`,
    'Cơ quan chủ trì và cơ quan tổng hợp sẽ thẩm định báo cáo; kết quả được gửi đến đơn vị bằng thư. Từ nay đến khi kỳ được khóa, đơn vị vẫn sửa và gửi lại được.',
  ]);

/** What was returned. */
interface ReturnedVersion extends ReturnRemarks {
  readonly version: number;
}

/** To an agency whose report was returned just now. */
export function returnedNowLetter(agency: Agency, { version, ...said }: ReturnedVersion, context: LetterContext): Letter {
  return letterOf(context, 'Báo cáo được trả lại để sửa', [
    `Kính gửi: ${agency.name}`,
    `Báo cáo kỳ ${shortPeriodName(context.period)} của đơn vị (lần nộp ${version}) được trả lại để sửa. Hạn gửi là ngày ${formatDate(deadlineOf(context.plan, context.period))}.`,
    ...returnedParagraphs(said, context),
  ]);
}

/** To an agency whose report was accepted. */
export const acceptedLetter = (agency: Agency, { version }: { readonly version: number }, context: LetterContext): Letter =>
  letterOf(context, 'Báo cáo được chấp nhận', [
    `Kính gửi: ${agency.name}`,
    `Báo cáo kỳ ${shortPeriodName(context.period)} của đơn vị (lần nộp ${version}) đã được chấp nhận. Đơn vị không phải làm gì thêm.`,
  ]);

/** To every agency that reports, when a closed period is opened again. */
export const reopenedLetter = (agency: Agency, { reason }: { readonly reason: string }, context: LetterContext): Letter =>
  letterOf(context, 'Kỳ báo cáo được mở lại', [
    `Kính gửi: ${agency.name}`,
    `Kỳ báo cáo ${shortPeriodName(context.period)} được mở lại. Lý do: ${oneLine(reason)}`,
    'Nếu số liệu của đơn vị không thay đổi thì không phải gửi lại.',
  ]);
