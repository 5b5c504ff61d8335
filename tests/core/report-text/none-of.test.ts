import type { Matrix } from '../../../core/matrix.ts';
import { narrativeOf } from '../../../core/report-text/narrative.ts';
import { plainWords } from '../../../core/report-text/text-part.ts';
import { narrativeContext, type ReportRequest } from '../../../templates/report/report-request.ts';
import { aReportRequest } from '../../templates/report/a-built-report.ts';

const full = aReportRequest('2026');

const wordsOf = (request: ReportRequest): string[] =>
  narrativeOf(narrativeContext(request, 'UBND tỉnh')).flatMap((block) => {
    if (block.kind === 'chart') return [];
    return [block.kind === 'section' ? `§ ${block.title}` : plainWords(block.parts)];
  });

/** The same figures, all of them sent at one moment. */
function sentAt(at: string): ReportRequest {
  const timed = <Row extends Matrix['indicators'][number] | Matrix['tasks'][number]>(row: Row): Row => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([agency, cell]) => [agency, cell && { ...cell, source: { ...cell.source, at } }]),
    ),
  });
  const { matrix } = full;
  return { ...full, matrix: { ...matrix, indicators: matrix.indicators.map(timed), tasks: matrix.tasks.map(timed) } };
}
const punctuality = (request: ReportRequest) => wordsOf(request).find((words) => words.startsWith('Trong số báo cáo đã nhận'));

test('of what there is none the report says that there is none, and no nought', () => {
  expect(punctuality(sentAt('2026-11-20T02:00:00Z'))).toMatch(
    /^Trong số báo cáo đã nhận, [1-9]\d* báo cáo gửi đúng hạn, không có báo cáo gửi sau hạn\.$/,
  );
  expect(punctuality(sentAt('2026-12-20T02:00:00Z'))).toMatch(
    /^Trong số báo cáo đã nhận, không có báo cáo gửi đúng hạn, [1-9]\d* báo cáo gửi sau hạn\.$/,
  );
});

test('where nothing is due the report says so, in whole sentences', () => {
  const without = (part: Partial<Matrix>) => wordsOf({ ...full, matrix: { ...full.matrix, ...part } });
  const none = without({ indicators: [], tasks: [] });
  expect(none.filter((words) => /Về (chỉ tiêu|nhiệm vụ)|gồm \./.test(words))).toEqual([]);
  const after = (title: string) => none[none.indexOf(`§ ${title}`) + 1];
  expect(after('KẾT QUẢ THỰC HIỆN CHỈ TIÊU')).toBe('Trong kỳ không có chỉ tiêu đến kỳ báo cáo.');
  expect(after('KẾT QUẢ THỰC HIỆN NHIỆM VỤ')).toBe('Kế hoạch không giao nhiệm vụ phải báo cáo trong kỳ.');
});

test.each([
  ['nobody has reported', aReportRequest('2026', [])],
  ['some have', full],
  ['all were late', sentAt('2026-12-20T02:00:00Z')],
  ['the period before', aReportRequest('2027', undefined, full.matrix)],
] as const)('no sentence counts nought of something: %s', (_, request) => {
  // A figure behind a colon, or of a whole (0/16), is what a table would say.
  const noughts = wordsOf(request).filter((words) => /(?:^|, |; |có |gồm |\()0 \p{Ll}/u.test(words));
  expect(noughts).toEqual([]);
});
