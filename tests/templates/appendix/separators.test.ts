import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAppendix } from '../../../templates/appendix/build-appendix.ts';
import { printedFormat } from '../../../templates/appendix/printed-format.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { aRequest } from './a-built-appendix.ts';

test('formats with separators are Vietnamese, others stay', () => {
  const formats = ['0.00%', '#,##0', '[=1]0%;0.0%', '"Cấp độ "0', 'dd/mm/yyyy', '0%'];
  expect(formats.map(printedFormat)).toEqual([
    '[$-42A]0.00%',
    '[$-42A]#,##0',
    '[=1][$-42A]0%;[$-42A]0.0%',
    '"Cấp độ "0',
    'dd/mm/yyyy',
    '0%',
  ]);
});

describeWithSoffice('an appendix workbook printed', () => {
  test('every sheet has the decimal comma on a machine that is not Vietnamese', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-dau-phay-'));
    try {
      const file = join(folder, 'phu-luc.xlsx');
      writeFileSync(file, await buildAppendix(aRequest('2026')));
      const [pdf = ''] = await convert([file], 'pdf', join(folder, 'ra'), 240_000);
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 64 * 1024 * 1024 }).toString();
      expect(text.match(/\d,\d+%/g)?.length).toBeGreaterThan(50);
      expect(text.match(/\d\.\d{1,2}%|\b\d{1,3},\d{3}\b(?!\d*%)/g) ?? []).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});
