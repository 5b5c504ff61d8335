import { openAtClose } from '../../../../addin/web/desk/periods/open-at-close.ts';
import type { StatusLine } from '../../../../contract/routes/get-status.ts';
import type { Matrix } from '../../../../core/matrix.ts';

const line = (agency: string, state: StatusLine['state'], openWarnings = 0) => ({ agency, state, openWarnings }) as StatusLine; // the rest is not looked at
const matrixWithout = (...missing: string[]) => ({ agencies: { missing }, indicators: [] }) as unknown as Matrix; // as above

test('a report that was sent and cannot be read is told of as such before a close, not as missing', () => {
  const status = [line('SNV', 'not-started'), line('STC', 'unreadable'), line('SYT', 'submitted', 2), line('SXD', 'accepted')];
  expect(openAtClose(matrixWithout('SNV', 'STC'), status).map(({ count, told, to }) => [count, told, to.trangthai])).toEqual([
    [1, 'đơn vị chưa có báo cáo', 'thieu'],
    [1, 'báo cáo đã gửi không đọc được, không được tính: đơn vị cần gửi lại trước khi khóa', 'khong-doc-duoc'],
    [1, 'báo cáo chưa thẩm định xong', 'cho-tham-dinh'],
    [1, 'báo cáo còn cảnh báo cần giải trình', 'cho-giai-trinh'],
  ]);
});

test('who owes no row and cannot be read makes nobody else less missing', () => {
  const open = openAtClose(matrixWithout('SNV'), [line('SNV', 'not-started'), line('STC', 'unreadable')]);
  expect(open.map(({ count }) => count)).toEqual([1, 1]);
});

test('where all is accepted nothing is open', () => {
  expect(openAtClose(matrixWithout(), [line('SNV', 'accepted')])).toEqual([]);
});
