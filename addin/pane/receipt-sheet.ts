import type { Receipt } from '../../contract/receipt.ts';
import { OWN_SHEETS } from '../../core/own-sheets.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { periodTitle } from '../../core/wording/period-names.ts';
import type { NewSheet } from '../excel/new-sheet.ts';
import { groupedHash } from '../ui/grouped-hash.ts';
import { momentText } from '../ui/moment.ts';
import { proofAddress } from '../ui/proof-address.ts';

/**
 * A receipt as a sheet of the workbook that it is for: it travels with the file, and the reader ignores it. A newer receipt replaces the
 * one before, never a sheet of somebody's own.
 */
export function receiptSheet(
  receipt: Receipt,
  names: { readonly agency: string; readonly by: string },
  plan: Plan,
  origin: string,
): NewSheet {
  const { id, period, version, at, sha256, findings } = receipt;
  const facts: readonly (readonly [string, string | number])[] = [
    ['Số biên nhận', id],
    ['Đơn vị báo cáo', names.agency],
    ['Kỳ báo cáo', periodTitle(period)],
    ['Lần nộp', version],
    ['Thời điểm tiếp nhận', momentText(at, plan.reporting.utcOffset)],
    ['Người gửi', names.by],
    ['Cảnh báo còn lại', findings.filter(({ severity }) => severity === 'warning').length],
    ['Mã SHA-256 của nội dung', groupedHash(sha256)],
    ['Trang xác minh', proofAddress(origin, receipt)],
  ];
  const rows = facts.length;
  return {
    title: OWN_SHEETS.receipt,
    whenTaken: 'replace-own',
    widths: [28, 72],
    values: [['BIÊN NHẬN BÁO CÁO', null], ...facts],
    looks: [
      { areas: [{ top: 1, left: 1, bottom: 1, right: 2 }], look: { bold: true } },
      { areas: [{ top: 2, left: 1, bottom: rows + 1, right: 2 }], look: { wrap: true, vertical: 'top', horizontal: 'left' } },
    ],
    notes: [],
    frozen: { rows: 0, columns: 0 },
  };
}
