import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aFilledFile } from '../support/a-filled-file.ts';
import { TINH_KHE } from '../support/a-form.ts';
import { aWorkbookFile } from '../support/xlsx-zip.ts';

/** A thousand rows of short texts that each might be a header: no single one is costly, all of them are. */
const costly = (): Uint8Array => {
  const cell = (row: number, k: number) => `<c t="str"><v>T${row * 1700 + k}</v></c>`;
  const rows = Array.from({ length: 900 }, (_, row) => `<row>${Array.from({ length: 1700 }, (_, k) => cell(row, k)).join('')}</row>`);
  return aWorkbookFile({ sheets: [{ rows: rows.join('') }] });
};

test('consolidate counts the sound workbook that lies beside hostile ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const [inbox, out] = [join(folder, 'in'), join(folder, 'out')];
  mkdirSync(inbox);
  writeFileSync(join(inbox, 'a.xlsx'), costly());
  writeFileSync(join(inbox, 'b.xlsx'), `${'<!---->'.repeat(30)}x`);
  writeFileSync(join(inbox, 'c.xlsx'), await aFilledFile(TINH_KHE));
  const words = ['cli/bin.mjs', 'consolidate', inbox, '--period', '2026', '--out', out, '--at', '2026-11-29T12:00:00+07:00'];
  const { status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const problems = JSON.parse(readFileSync(join(out, 'problems.json'), 'utf8'));
  const { agencies } = JSON.parse(readFileSync(join(out, 'matrix.json'), 'utf8'));
  rmSync(folder, { recursive: true });
  expect(status).toBe(0);
  expect(agencies.received).toBe(1);
  expect(problems.map(({ file }: { file: string }) => file)).toEqual(expect.arrayContaining(['a.xlsx', 'b.xlsx']));
});
