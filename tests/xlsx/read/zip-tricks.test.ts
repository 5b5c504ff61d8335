import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { convertWhatOpens, describeWithSoffice } from '../../support/soffice.ts';
import { ZIP_TRICKS } from '../../support/zip-tricks.ts';

/** Of the tricks those that are none, and names that are another part's for each program. */
const READ_HERE = /^sound|^a comment$|by a dot$|by a doubled slash$/;

/** What we read of the first sheet, as LibreOffice writes it; null where we refuse. */
function readHere(bytes: Uint8Array): string | null {
  const read = readWorkbook(bytes);
  if (!read.ok) return null;
  return read.value.grids[0]!.rows.map(({ cells }) => cells.map(({ value }) => value).join(',')).join('\n');
}

describeWithSoffice('beside LibreOffice', () => {
  test('whatever is odd about a zip, it is refused or says here what it says there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phuluc-zip-'));
    try {
      const tricks = Object.entries(ZIP_TRICKS);
      const files = tricks.map(([, bytes], k) => {
        const path = join(folder, `${k}.xlsx`);
        writeFileSync(path, bytes);
        return path;
      });
      const written = await convertWhatOpens(files, 'csv:Text - txt - csv (StarCalc):44,34,76', join(folder, 'csv'));
      const judged = tricks.map(([how, bytes], k) => {
        const path = written[k];
        return { how, here: readHere(bytes), there: path ? readFileSync(path, 'utf8').trim() : null };
      });
      const read = judged.filter(({ here }) => here !== null);
      // What LibreOffice does not open, ZIP64 among it, shows nobody another figure.
      expect(read.filter(({ here, there }) => there !== null && here !== there)).toEqual([]);
      expect(read.map(({ how }) => how)).toEqual(tricks.map(([how]) => how).filter((how) => READ_HERE.test(how)));
      // What the refusals are for: LibreOffice opens most of these, and sees the other figure in some.
      expect(judged.map(({ there }) => there)).toEqual(expect.arrayContaining(['Mã,90', 'Mã,777', null]));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
