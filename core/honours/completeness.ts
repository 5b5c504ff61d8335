import { owedBy } from '../plan/obligations.ts';
import { CELL_STATE_WORDS, TASK_WORDS } from '../wording/labels.ts';
import { STATUS_WORDS } from '../words.ts';
import { type HonoursFact, type HonoursPart, shareOfFacts } from './part.ts';

/**
 * How much of what an agency owes says something. A row without a figure is explained, not complete: else who reports none would be the
 * best.
 */
export const completeness: HonoursPart = {
  id: 'completeness',
  name: 'Đầy đủ',
  rule: 'Số chỉ tiêu có số liệu hoặc không phát sinh và số nhiệm vụ có tình trạng, trên tổng số dòng đơn vị phải báo cáo. “Chưa có số liệu” là chưa đầy đủ.',
  of({ obligations, indicatorRow, taskRow }, agency) {
    const { indicators, tasks } = owedBy(obligations, agency);
    return shareOfFacts(
      [
        ...indicators.map(({ id }): HonoursFact => {
          const state = indicatorRow.get(id)?.cells[agency]?.state ?? 'not-reported';
          const isThere = state === 'reported' || state === 'nothing-arose';
          return { row: id, counts: isThere ? 'for' : 'against', says: CELL_STATE_WORDS[state] };
        }),
        ...tasks.map(({ id }): HonoursFact => {
          const status = taskRow.get(id)?.cells[agency]?.status;
          return {
            row: id,
            counts: status === undefined ? 'against' : 'for',
            says: status === undefined ? TASK_WORDS['not-reported'] : STATUS_WORDS[status],
          };
        }),
      ],
      'Đơn vị không phải báo cáo dòng nào.',
    );
  },
};
