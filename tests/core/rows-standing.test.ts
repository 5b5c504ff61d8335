import { finding } from '../../core/findings/finding.ts';
import type { Report } from '../../core/report.ts';
import { rowsStanding } from '../../core/rows-filled.ts';
import { partWithinWhole } from '../../core/rules/part-within-whole.ts';
import { obligationsIn, row, TINH_KHE } from '../support/a-form.ts';

const report = { indicators: { 'PL1.I.1.1': { state: 'reported', numerator: 9, denominator: 8 } }, tasks: {} } as unknown as Report;
const wrong = (id: string) => finding(partWithinWhole, { numerator: 9, denominator: 8 }, { row: row(id) });
const standing = (...rows: string[]) => rowsStanding(report, rows.map(wrong), obligationsIn('2026'), TINH_KHE);

test('a row with something that cannot be read is faulty and not blank', () => {
  expect(standing()).toEqual({ filled: 1, owed: 13, blank: 12, faulty: 0 });
  expect(standing('PL1.I.1.1')).toEqual({ filled: 1, owed: 13, blank: 12, faulty: 1 });
  expect(standing('PL1.I.1.1', 'PL1.I.1.2', 'PL1.I.1.2')).toEqual({ filled: 1, owed: 13, blank: 11, faulty: 2 });
});

test('a faulty row that is not owed counts nowhere', () => {
  expect(standing('PL1.I.2.1')).toEqual(standing());
});
