import { remarkTexts, withRemarks } from '../../../functions/reports/remarks.ts';
import { Head } from '../../../functions/store/rows.ts';
import { agencies } from '../../support/a-form.ts';

const head = (remarks: object) => Head.parse({ agency: 'STC', state: 'returned', frozen: null, current: null, remarks, acceptedRows: [] });

test('remarks that an earlier release stored are told as they were, and stand before new ones', () => {
  const { remarks } = head({ 'PL1.I.1.3': 'Bổ sung văn bản\nXem lại' });
  expect(remarkTexts(remarks, agencies)).toEqual({ 'PL1.I.1.3': 'Bổ sung văn bản\nXem lại' });
  const more = withRemarks(remarks, { 'PL1.I.1.3': 'Thiếu nguồn', 'PL1.I.2.6': 'Xem lại' } as never, {
    by: 'SNV' as never,
    at: new Date('2026-11-20T02:00:00Z'),
  });
  expect(remarkTexts(head(more).remarks, agencies)).toEqual({
    'PL1.I.1.3': 'Bổ sung văn bản\nXem lại\nSở Nội vụ: Thiếu nguồn',
    'PL1.I.2.6': 'Xem lại',
  });
});
