import type { PublicFigures } from '../../../contract/routes/get-public.ts';
import { csvText } from '../../../core/csv.ts';
import { VERDICT_WORDS } from '../../../core/wording/labels.ts';
import type { Group } from './lines.ts';
import { NOT_TOLD } from './public-verdict.tsx';

const HEADER = ['Mã', 'TT', 'Chỉ tiêu', 'Mục tiêu', 'Kết quả', 'Chi tiết', 'Đánh giá', 'Đơn vị phải báo cáo', 'Đơn vị đã báo cáo'];

/** The table as CSV, for those who count for themselves. `9/10` never stands alone in a field: spreadsheets make it a date. */
export function publicCsv(groups: readonly Group[], { indicators }: PublicFigures): string {
  const coverages = new Map(indicators.map(({ id, coverage }) => [id, coverage]));
  const lines = groups.flatMap((group) =>
    group.lines.map(({ id, tt, name, target, result, counts, verdict }) => {
      const { obliged = 0, reported = 0, nothingArose = 0 } = coverages.get(id) ?? {};
      return [
        id,
        tt,
        name,
        target,
        result,
        counts?.replace('/', ' trên ') ?? '',
        verdict ? VERDICT_WORDS[verdict] : NOT_TOLD,
        String(obliged),
        String(reported + nothingArose),
      ];
    }),
  );
  return csvText([HEADER, ...lines]);
}
