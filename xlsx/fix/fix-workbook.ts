import type { FixRefusal, WorkbookFix } from '../../core/fixing/workbook-fix.ts';
import { cellName } from '../../core/grid.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { damaged, exceeding, type ReadResult } from '../read/file-finding.ts';
import { MOST_FILE_BYTES, MOST_PARTS, MOST_UNPACKED_BYTES } from '../read/limits.ts';
import { openPackage } from '../read/package/open-package.ts';
import { WHOLE_FILE } from '../read/zip/archive.ts';
import { type Unpacking, unpackAnywhere } from '../read/zip/unpacking.ts';
import { finishPackage } from './package/finish.ts';
import { editPackage } from './package/package-edit.ts';
import { isSigned } from './package/signed.ts';
import { asRefusal } from './refusal.ts';
import { fixSheet, partOfSheet } from './sheet/fix-sheet.ts';
import { openAt } from './sheet/open-at.ts';
import { wantedCells } from './sheet/wanted.ts';
import { workbookStyles } from './styles/workbook-styles.ts';
import { treeOf } from './xml/tree.ts';
import { type Records, readRecords } from './zip/records.ts';
import { type PartChanges, rewriteZip } from './zip/rewrite.ts';

/**
 * The workbook as it was uploaded, whatever program wrote it, with cells changed and others marked by a ground and a note. Only the
 * parts that this needs are written anew; every other entry of the zip keeps its bytes. Formulas are calculated anew when it is
 * opened. A sheet whose own notes cannot be added to has grounds alone. Never throws; bounded by the reader's limits.
 */
export function fixWorkbook(bytes: Uint8Array, fix: WorkbookFix, unpacking: Unpacking = unpackAnywhere): Result<Uint8Array, FixRefusal> {
  const opened = openPackage(bytes, unpacking);
  if (!opened.ok) return asRefusal(opened);
  const { archive, part, workbook } = opened.value;
  const records = readRecords(bytes);
  if (!records) return asRefusal(damaged(WHOLE_FILE));
  if (isSigned(archive, records)) return failed({ kind: 'signed' });
  const wanted = wantedCells(fix, workbook.date1904);
  if (!wanted.ok) return wanted;
  if (wanted.value.size === 0) return ok(bytes);

  const fixed = editPackage(archive, records);
  const document = fixed.read(part);
  const tree = document && treeOf(document);
  const styles = tree && workbookStyles(fixed, opened.value, tree);
  if (!styles) return asRefusal(damaged(part));
  let formulaGone = false;
  for (const [title, cells] of wanted.value) {
    const sheet = partOfSheet(opened.value, title);
    const [first] = cells;
    if (sheet === null || !first)
      return failed({ kind: 'no-such-cell', sheet: title, cell: first ? cellName(first.row, first.column) : '' });
    const done = fixSheet(fixed, { part: sheet, title }, cells, styles);
    if (!done.ok) return done;
    formulaGone ||= done.value.formulaGone;
  }
  const finished = finishPackage(fixed, opened.value, { styles, workbook: tree, changed: fix.changes.length > 0, formulaGone });
  if (finished.ok && fix.openAt) openAt(fixed, opened.value, fix.openAt);
  return asRefusal(finished.ok ? rewritten(bytes, records, fixed.changes) : finished);
}

/** The new bytes, unless the reader would refuse so many. */
function rewritten(bytes: Uint8Array, records: Records, changes: PartChanges): ReadResult<Uint8Array> {
  const { changed, added } = changes;
  const kept = records.records.filter(({ key }) => !changed.has(key)).reduce((sum, { size }) => sum + size, 0);
  const anew = [...changed.values(), ...added.values()].reduce((sum, content) => sum + (content?.length ?? 0), 0);
  if (kept + anew > MOST_UNPACKED_BYTES) return exceeding('unpacked-bytes', MOST_UNPACKED_BYTES);
  if (records.records.length + added.size > MOST_PARTS) return exceeding('parts', MOST_PARTS);
  const whole = rewriteZip(bytes, records, changes);
  return whole.length > MOST_FILE_BYTES ? exceeding('file-bytes', MOST_FILE_BYTES) : ok(whole);
}
