import { formatDate } from '../../core/format.ts';
import type { Agency } from '../../core/plan/agency.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import type { Dice } from './dice.ts';
import { agencyLetters, dayIn, symbolOf, workday } from './papers.ts';

/** Systems that figures are drawn from, by row. */
const SYSTEMS: Readonly<Record<string, string>> = {
  'PL1.I.1.1': 'Cổng dịch vụ công quốc gia',
  'PL1.I.1.3': 'Hệ thống thông tin giải quyết thủ tục hành chính tỉnh',
  'PL1.I.2.2': 'Hệ thống quản lý văn bản và điều hành',
  'PL1.I.2.3': 'Hệ thống thông tin báo cáo tỉnh',
  'PL1.I.2.4': 'phần mềm theo dõi nhiệm vụ UBND tỉnh giao',
  'PL1.II.1.4': 'Hệ thống thông tin giải quyết thủ tục hành chính tỉnh',
};

/** What proves a figure: a print-out of the system it was drawn from, or the agency's own report with number and day. */
export function evidenceOf(dice: Dice, row: Indicator, agency: Agency, year: number): string {
  const system = SYSTEMS[row.id] ?? SYSTEMS[row.continues ?? ''];
  const day = formatDate(workday(dice, dayIn(year, '11-04'), dayIn(year, '11-14')));
  if (system && dice.chance(0.6)) return `Bảng trích xuất từ ${system} ngày ${day}`;
  return `Báo cáo số ${symbolOf(dice, 'BC', agencyLetters(agency), 460)} ngày ${day}`;
}
