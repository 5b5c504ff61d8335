import type { FixRefusal } from '../../../core/fixing/workbook-fix.ts';
import { cellName } from '../../../core/grid.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { damaged } from '../../read/file-finding.ts';
import type { WorkbookPackage } from '../../read/package/open-package.ts';
import { addNotes } from '../notes/sheet-notes.ts';
import type { PackageEdit } from '../package/package-edit.ts';
import { asRefusal } from '../refusal.ts';
import type { Styles } from '../styles/styles.ts';
import { spliced } from '../xml/splice.ts';
import { locate } from './locate.ts';
import type { LocatedSheet } from './located.ts';
import type { WantedCell } from './wanted.ts';
import { writeSheetCells } from './write-cells.ts';

/** The key of the part of a worksheet; null where no worksheet has this title. */
export function partOfSheet({ workbook, related }: WorkbookPackage, title: string): string | null {
  const listed = workbook.sheets.find((one) => one.title === title);
  const link = related.find(({ id }) => id === listed?.relationship);
  return link?.type === 'worksheet' ? link.target : null;
}

/** Changes and marks the cells of one sheet; gives whether a formula is gone. */
export function fixSheet(
  fixed: PackageEdit,
  { part, title }: { readonly part: string; readonly title: string },
  wanted: readonly WantedCell[],
  styles: Styles,
): Result<{ readonly formulaGone: boolean }, FixRefusal> {
  const content = fixed.read(part);
  const sheet = content && locate(content, new Set(wanted.map(({ row }) => row)));
  if (!sheet) return asRefusal(damaged(part, title));
  const held = inArray(sheet, wanted);
  if (held) return failed({ kind: 'in-array', sheet: title, cell: cellName(held.row, held.column) });
  const cells = writeSheetCells(sheet, wanted, styles);
  if (!cells) return asRefusal(damaged(part, title));
  const noted = wanted.filter(({ notes }) => notes.length > 0);
  const notes = addNotes(fixed, { part, sheet }, noted);
  fixed.change(part, spliced(sheet.bytes, sheet.extent, [...cells.splices, ...notes]));
  return ok({ formulaGone: cells.formulaGone });
}

/** A changed cell that an array formula of another cell fills: the program would write over it. */
function inArray({ arrays }: LocatedSheet, wanted: readonly WantedCell[]): WantedCell | undefined {
  const changed = wanted.filter(({ content }) => content !== undefined);
  const remaining = arrays.filter(({ top, left }) => !changed.some(({ row, column }) => row === top && column === left));
  return changed.find(({ row, column }) =>
    remaining.some(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right),
  );
}
