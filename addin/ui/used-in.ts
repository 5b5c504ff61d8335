import type { Agency } from '../../core/agency.ts';
import { reaches } from '../../core/consolidate/tally.ts';
import { formatCount, formatPercent, percentOf } from '../../core/format.ts';
import type { IndicatorCell } from '../../core/matrix.ts';
import type { PlannedRow } from './planned-row.ts';

/** Which result a cell enters and with what weight, in a sentence. */
export function usedIn({ row, indicator }: PlannedRow, cell: IndicatorCell, agency: Agency, nameOf: (id: string) => string): string {
  const { measure } = indicator;
  const { result } = row;
  if ('statedBy' in measure)
    return measure.statedBy === agency.id
      ? 'Là số của toàn tỉnh cho chỉ tiêu này.'
      : `Chỉ để đối chiếu: số toàn tỉnh lấy theo báo cáo của ${nameOf(measure.statedBy)}.`;
  if (cell.state === 'nothing-arose') return 'Không tính vào kết quả: trong kỳ không phát sinh.';
  if (cell.state !== 'reported' || !result) return 'Chưa tính vào kết quả toàn tỉnh vì chưa có số liệu.';
  if ('yes' in result)
    return cell.value === true
      ? `Là một trong ${formatCount(result.yes)} cơ quan trả lời “Có”, trên ${formatCount(result.obliged)} cơ quan.`
      : `Là một trong ${formatCount(result.obliged)} cơ quan ở mẫu số; trả lời “Không” nên không có ở tử số.`;
  if ('meeting' in result)
    return reaches(indicator, cell.numerator ?? 0, cell.denominator ?? 1)
      ? `Là một trong ${formatCount(result.meeting)} cơ quan đạt mức, trên ${formatCount(result.obliged)} cơ quan.`
      : `Là một trong ${formatCount(result.obliged)} cơ quan ở mẫu số; chưa đạt mức nên không có ở tử số.`;
  if (!('numerator' in result)) return 'Chưa tính vào kết quả toàn tỉnh vì chưa có số liệu.';
  return [
    `Tử số ${partText(cell.numerator ?? 0, result.numerator)} tử số toàn tỉnh`,
    `mẫu số ${partText(cell.denominator ?? 0, result.denominator)} mẫu số toàn tỉnh.`,
  ].join('; ');
}

const partText = (part: number, whole: number): string =>
  `${formatCount(part)}/${formatCount(whole)}${whole > 0 ? ` (${formatPercent(percentOf(part, whole))})` : ''}`;
