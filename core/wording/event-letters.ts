import { formatDate } from '../format.ts';
import type { Agency } from '../plan/agency.ts';
import type { RowId } from '../plan/plan.ts';
import { deadlineOf } from '../plan/plan-periods.ts';
import { type Letter, type LetterContext, letterOf, oneLine, remarkLines } from './letter.ts';
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

/** What was remarked when a report was returned: at rows, and of the report as a whole. */
interface ReturnedVersion {
  readonly version: number;
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
  readonly remark: string | null;
}

/** To an agency whose report was returned just now. */
export function returnedNowLetter(agency: Agency, { version, remarks, remark }: ReturnedVersion, context: LetterContext): Letter {
  const lines = remarkLines(context, remarks);
  const said = [
    ...(remark === null ? [] : [`Ý kiến chung: ${oneLine(remark)}`]),
    ...(lines.length > 0 ? [['Ý kiến theo từng dòng:', ...lines].join('\n')] : []),
  ];
  return letterOf(context, 'Báo cáo được trả lại để sửa', [
    `Kính gửi: ${agency.name}`,
    `Báo cáo kỳ ${shortPeriodName(context.period)} của đơn vị (lần nộp ${version}) được trả lại để sửa. Hạn gửi là ngày ${formatDate(deadlineOf(context.plan, context.period))}.`,
    ...(said.length > 0
      ? said
      : ['Báo cáo được trả lại không kèm ý kiến. Đề nghị đơn vị liên hệ đầu mối dưới đây để biết nội dung cần sửa.']),
    'Đề nghị đơn vị sửa số liệu hoặc ghi giải trình ở các dòng có ý kiến rồi gửi lại.',
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
