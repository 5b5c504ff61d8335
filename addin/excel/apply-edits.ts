import type { CellContent, SheetEdit } from '../../core/adopting/sheet-edit.ts';
import type { Result } from '../../core/result.ts';
import type { Abilities } from './abilities.ts';
import { refreshNotes } from './cell-notes.ts';
import { columnPoints } from './column-width.ts';
import { dropConditions } from './drop-conditions.ts';
import type { ExcelCalls } from './excel-calls.ts';
import { setInputRule } from './input-rule.ts';
import type { AppliedEdits } from './port.ts';
import { PROTECTION } from './protection.ts';
import { cellCount, excelRange } from './ranges.ts';
import { setLooks } from './set-look.ts';
import { setSignColours } from './sign-colours.ts';
import type { Trouble } from './trouble.ts';
import { typedValue } from './typed-value.ts';

const MOST_CELLS_A_BATCH = 10_000;
/** How many cells an edit without cells of its own counts for in a batch. */
const CELLS_AN_EDIT = 50;

/**
 * What Excel cannot undo, and therefore takes in no group of undo ("Undo capabilities with the Excel JavaScript API", unsupported APIs).
 */
const WITHOUT_UNDO: ReadonlySet<SheetEdit['kind']> = new Set<SheetEdit['kind']>(['protect', 'unprotect', 'add-hidden-sheet']);

interface Applying {
  readonly abilities: Pick<Abilities, 'notes'>;
  readonly excel: ExcelCalls;
}

/** Carries out the edits in their order: one step of the user's undo, where all of them can be undone. */
export const applyEdits = (edits: readonly SheetEdit[], { abilities, excel }: Applying): Promise<Result<AppliedEdits, Trouble>> =>
  excel.changeInBatches(
    async (context) => {
      let waiting = 0;
      const conditions = edits.filter((edit) => edit.kind === 'own-conditions');
      for (const edit of edits) {
        if (edit.kind === 'own-conditions') {
          // asked for together: all of them cost no more than one of them
          if (edit === conditions[0]) await dropConditions(context, conditions);
          continue;
        }
        if (edit.kind === 'notes') {
          const sheet = context.workbook.worksheets.getItem(edit.sheet);
          if (abilities.notes && (await refreshNotes(sheet, edit))) continue;
          await context.sync();
          return 'up-to-notes';
        }
        await applyEdit(context, edit);
        waiting += edit.kind === 'set-cells' ? edit.cells.length * (edit.cells[0]?.length ?? 0) : CELLS_AN_EDIT;
        if (waiting < MOST_CELLS_A_BATCH) continue;
        await context.sync();
        waiting = 0;
      }
      await context.sync();
      return 'whole';
    },
    { isOneUndo: !edits.some(({ kind }) => WITHOUT_UNDO.has(kind)) },
  );

async function applyEdit(context: Excel.RequestContext, edit: Exclude<SheetEdit, { kind: 'own-conditions' | 'notes' }>): Promise<void> {
  const { worksheets, names } = context.workbook;
  if (edit.kind === 'add-hidden-sheet') {
    worksheets.add(edit.sheet).visibility = 'VeryHidden';
    return;
  }
  const sheet = worksheets.getItem(edit.sheet);
  switch (edit.kind) {
    case 'set-cells': {
      const { row, column, cells } = edit;
      const area = { top: row, left: column, bottom: row + cells.length - 1, right: column + (cells[0]?.length ?? 0) - 1 };
      if (cellCount(area) > 0) excelRange(sheet, area).values = cells.map((line) => line.map(contentOf));
      return;
    }
    case 'number-format':
      return setLooks(sheet, [{ areas: edit.areas, look: { numberFormat: edit.format } }]);
    case 'look':
      return setLooks(sheet, [edit]);
    case 'column-width': {
      const { column, width } = edit;
      const range = excelRange(sheet, { top: 1, left: column, bottom: 1, right: column });
      range.columnHidden = false;
      range.format.columnWidth = columnPoints(width);
      return;
    }
    case 'input-rule':
      for (const area of edit.areas) setInputRule(excelRange(sheet, area), edit.rule);
      return;
    case 'sign-colours':
      for (const area of edit.areas) setSignColours(excelRange(sheet, area), edit.colours);
      return;
    case 'lock':
      for (const range of edit.areas === 'whole-sheet' ? [sheet.getRange()] : edit.areas.map((area) => excelRange(sheet, area)))
        range.format.protection.locked = edit.locked;
      return;
    case 'protect':
      return sheet.protection.protect(PROTECTION[edit.leaves]);
    case 'unprotect':
      return sheet.protection.unprotect();
    case 'set-name': {
      const { name, row, column } = edit;
      const former = names.getItemOrNullObject(name);
      former.load('name');
      await context.sync();
      if (!former.isNullObject) former.delete();
      names.add(name, excelRange(sheet, { top: row, left: column, bottom: row, right: column }));
      return;
    }
  }
}

/** As `Range.values` takes it: null leaves the cell as it is. */
const contentOf = (content: CellContent): string | number | boolean | null => {
  if (content === null) return null;
  return typeof content === 'object' ? `=${content.formula}` : typedValue(content);
};
