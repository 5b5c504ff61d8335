import { daysBetween } from '../day.ts';
import { formatCount, formatDate } from '../format.ts';
import { deadlineOf } from '../plan/plan-periods.ts';
import type { HonoursPart, HonoursShare } from './part.ts';

/** Days behind the deadline after which no point is left: each takes an equal part of them. */
const DAYS = 10;

/** Whether the first report of the period came in time: whoever corrects it later, or sends it again after a return, loses nothing. */
export const timeliness: HonoursPart = {
  id: 'timeliness',
  name: 'Đúng hạn',
  rule:
    `Báo cáo đầu tiên của kỳ được nhận trong hạn: đủ điểm. Muộn mỗi ngày giảm 1/${DAYS} số điểm; muộn từ ${DAYS} ngày hoặc chưa có báo cáo: 0 điểm. ` +
    'Sửa, gửi lại sau đó không bị giảm điểm.',
  of({ obligations: { plan, period }, firstReceived, missing }, agency): HonoursShare {
    const deadline = deadlineOf(plan, period);
    if (missing.has(agency))
      return { got: 0, of: DAYS, leftOut: null, facts: [{ row: null, counts: 'against', says: 'Chưa có báo cáo được tính.' }] };
    const day = firstReceived.get(agency);
    if (day === undefined) return { got: 0, of: 0, leftOut: 'Không rõ ngày nhận báo cáo.', facts: [] };
    const late = Math.max(0, daysBetween(deadline, day));
    const says = `Nhận ngày ${formatDate(day)}, hạn ${formatDate(deadline)}: ${late === 0 ? 'đúng hạn' : `muộn ${formatCount(late)} ngày`}.`;
    return {
      got: Math.max(0, DAYS - late),
      of: DAYS,
      leftOut: null,
      facts: [{ row: null, counts: late === 0 ? 'for' : 'against', says }],
    };
  },
};
